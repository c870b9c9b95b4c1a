import { armKey } from '../domain/arm-id.ts';
import type { Service, UnreadableRow } from '../domain/service.ts';
import type { Rows } from './read-rows.ts';

type Answered = { readonly correlationId: string | null; readonly receivedAt: number };

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

  /** Takes a page of services in. */
  add(page: Rows<Service>): void {
    this.pages++;
    for (const service of page.rows) if (this.#isNew(service.id)) this.services.push(service);
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
