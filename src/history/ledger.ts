import type { ObservationSource } from '../domain/timeline/facts.ts';
import type { ServiceKey } from './schema.ts';

/** The facts that one source saw last: their hash, since when and until when (milliseconds). Hash 0: none. */
export type Head = { readonly hash: number; readonly since: number; readonly until: number };

/** Numbers of one service: two heads of three, then what Resource Graph claimed and ARM did not confirm. */
const stride = 9;
const headAt: Readonly<Record<ObservationSource, number>> = { arm: 0, 'resource-graph': 3 };
const claimAt = 6;

const hour = 3_600_000;

/** How a ledger lies in the database. */
export type LedgerRecord = { readonly names: readonly ServiceKey[]; readonly numbers: Float64Array };

/**
 * The last sight of every service as one record of numbers. "Nothing changed" is then a comparison of hashes and one
 * small write for the whole fleet, however many services it has.
 */
export class Ledger {
  private readonly index: Map<ServiceKey, number>;
  private numbers: Float64Array;
  readonly names: ServiceKey[];
  /** A service was added or taken out since the ledger was read. */
  namesChanged = false;
  changed = false;

  constructor(record?: LedgerRecord) {
    this.names = [...(record?.names ?? [])];
    this.index = new Map(this.names.map((name, at) => [name, at]));
    this.numbers = new Float64Array(Math.max(16, this.names.length) * stride);
    if (record) this.numbers.set(record.numbers.subarray(0, this.names.length * stride));
  }

  get record(): LedgerRecord {
    return { names: this.names, numbers: this.numbers.slice(0, this.names.length * stride) };
  }

  has(service: ServiceKey): boolean {
    return this.index.has(service);
  }

  add(service: ServiceKey): void {
    if (this.index.has(service)) return;
    this.index.set(service, this.names.length);
    this.names.push(service);
    if (this.names.length * stride > this.numbers.length) {
      const larger = new Float64Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.namesChanged = true;
    this.changed = true;
  }

  /** A ledger without some services. */
  without(services: ReadonlySet<ServiceKey>): Ledger {
    const kept = new Ledger();
    for (const name of this.names) {
      if (services.has(name)) continue;
      kept.add(name);
      const [from, to] = [this.offset(name), kept.offset(name)];
      kept.numbers.set(this.numbers.subarray(from, from + stride), to);
    }
    kept.namesChanged = true;
    kept.changed = true;
    return kept;
  }

  head(service: ServiceKey, source: ObservationSource): Head {
    const at = this.offset(service) + headAt[source];
    return { hash: this.number(at), since: this.number(at + 1), until: this.number(at + 2) };
  }

  setHead(service: ServiceKey, source: ObservationSource, head: Head | null): void {
    const at = this.offset(service) + headAt[source];
    this.put(at, head?.hash ?? 0);
    this.put(at + 1, head?.since ?? 0);
    this.put(at + 2, head?.until ?? 0);
  }

  /**
   * Takes in a sight of facts that are those of the head: true if that is all there is to do. False for other facts, and
   * for a sight that is older than the head itself.
   */
  sawAgain(service: ServiceKey, source: ObservationSource, hash: number, at: number): boolean {
    const head = this.head(service, source);
    if (head.hash !== hash || at < head.since) return false;
    if (at > head.until) this.put(this.offset(service) + headAt[source] + 2, at);
    return true;
  }

  /**
   * Resource Graph claims other facts than are known. True if ARM is to be asked; false for a claim that ARM did not
   * confirm a short while ago (Resource Graph lags), so that one stale row does not cost a request on every reading.
   */
  claim(service: ServiceKey, hash: number, at: number): boolean {
    const offset = this.offset(service) + claimAt;
    if (this.number(offset) === hash) return at >= this.number(offset + 1);
    this.put(offset, hash);
    this.put(offset + 1, 0);
    this.put(offset + 2, 0);
    return true;
  }

  /** ARM was asked and saw what was known before: the claim rests for an hour, then two, up to a day. */
  refuteClaim(service: ServiceKey, at: number): void {
    const offset = this.offset(service) + claimAt;
    if (this.number(offset) === 0 || at < this.number(offset + 1)) return;
    const wait = Math.min(24 * hour, Math.max(hour, this.number(offset + 2) * 2));
    this.put(offset + 1, at + wait);
    this.put(offset + 2, wait);
  }

  dropClaim(service: ServiceKey): void {
    const offset = this.offset(service) + claimAt;
    for (let at = offset; at < offset + 3; at++) this.put(at, 0);
  }

  private offset(service: ServiceKey): number {
    const at = this.index.get(service);
    if (at === undefined) throw new RangeError(`${service} is not in the ledger`);
    return at * stride;
  }

  private number(at: number): number {
    return this.numbers[at] ?? 0;
  }

  private put(at: number, value: number): void {
    if (this.numbers[at] === value) return;
    this.numbers[at] = value;
    this.changed = true;
  }
}

/** True for what may be a ledger; anything else (a damaged record) is built anew from the observations. */
export function isLedgerRecord(value: unknown): value is LedgerRecord {
  return (
    typeof value === 'object' &&
    value !== null &&
    'names' in value &&
    'numbers' in value &&
    Array.isArray(value.names) &&
    value.names.every(name => typeof name === 'string') &&
    value.numbers instanceof Float64Array &&
    value.numbers.length === value.names.length * stride
  );
}
