import { replaceEqualDeep } from '@tanstack/react-query';
import { armKey } from '../domain/arm-id.ts';
import type { Service, UnreadableRow } from '../domain/service.ts';
import type { Rows } from './read-rows.ts';

type Answered = { readonly correlationId: string | null; readonly receivedAt: number };

/** The services as they were read last, if they were. */
export type LastKnown = () => readonly Service[] | undefined;

const byKey = new WeakMap<readonly Service[], ReadonlyMap<string, Service>>();
const noServices: readonly Service[] = [];

function servicesByKey(services: readonly Service[] = noServices): ReadonlyMap<string, Service> {
  const known = byKey.get(services) ?? new Map(services.map(service => [armKey(service.id), service]));
  byKey.set(services, known);
  return known;
}

/** Gathers the answers of a fleet read, each service once: pages may overlap when the fleet changes under the read. */
export class FleetRows {
  readonly services: Service[] = [];
  readonly unreadable: UnreadableRow[] = [];
  readonly correlationIds: string[] = [];
  /** Epoch ms of the last answer; 0 before the first. */
  receivedAt = 0;
  /** `arm` as soon as Resource Graph was refused for any subscription. */
  source: 'resource-graph' | 'arm' = 'resource-graph';
  /** How many pages of services came, empty ones too. */
  pages = 0;
  readonly #seen = new Set<string>();
  readonly #lastKnown: LastKnown;

  constructor(lastKnown: LastKnown = () => undefined) {
    this.#lastKnown = lastKnown;
  }

  /** Takes a page of services in. */
  add(page: Rows<Service>): void {
    this.pages++;
    const last = servicesByKey(this.#lastKnown());
    for (const service of page.rows) {
      if (!this.#isNew(service.id)) continue;
      const before = last.get(armKey(service.id));
      // One that did not change stays the same object: its row is neither made nor drawn again.
      this.services.push(before ? replaceEqualDeep(before, service) : service);
    }
    for (const row of page.unreadable) if (row.id === '' || this.#isNew(row.id)) this.unreadable.push(row);
  }

  /** Notes that Azure answered. */
  answered({ correlationId, receivedAt }: Answered): void {
    if (correlationId !== null) this.correlationIds.push(correlationId);
    this.receivedAt = Math.max(this.receivedAt, receivedAt);
  }

  #isNew(id: string): boolean {
    const key = armKey(id);
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}
