import { armKey } from '../domain/arm-id.ts';
import { factsHash, type Sight } from '../domain/timeline/decide.ts';
import { absentFacts, type ObservationSource, type ServiceFacts } from '../domain/timeline/facts.ts';
import { pause } from './pause.ts';
import type { ServiceKey } from './schema.ts';

/** One service as it was read. */
export type Sighting = {
  /** ARM id. */
  readonly service: string;
  readonly facts: ServiceFacts;
  /** False while Azure is carrying out an operation on it (`isSettled`). */
  readonly settled: boolean;
};

/** What one reading of Azure saw: a whole fleet or a single service. */
export type Reading = {
  /** When it was read, in milliseconds since 1970. */
  readonly at: number;
  readonly source: ObservationSource;
  readonly sightings: readonly Sighting[];
  /**
   * Ids of the subscriptions of which every service was read. A known service of theirs that was not seen has vanished;
   * Resource Graph drops what it may not read without a word, so name only subscriptions that were seen to be readable.
   */
  readonly listed?: readonly string[];
  /** ARM ids of services that stood in the lists and could not be read: they have not vanished. */
  readonly unreadable?: readonly string[];
  /** ARM ids of services that were asked for one by one and are not there, or may not be read. */
  readonly absent?: readonly string[];
};

/** A difference that only Resource Graph saw: read the service from ARM, then record that reading. */
export type Pending = { readonly service: string; readonly reason: 'differs' | 'absent' };

export type RecordOutcome = {
  /** ARM ids of services of which a change was written. */
  readonly changed: readonly string[];
  /** Services recorded for the first time. */
  readonly first: number;
  /** Services seen again as they were. */
  readonly unchanged: number;
  /** ARM ids of services that differ while an operation is under way: recorded when Azure is done. */
  readonly held: readonly string[];
  readonly pending: readonly Pending[];
};

export type Prepared = Sight & { readonly service: string; readonly key: ServiceKey };

export type PreparedReading = {
  readonly sights: ReadonlyMap<ServiceKey, Prepared>;
  readonly reading: Reading;
};

/** A service that was not there, at the time of a reading. */
export function absence(service: string, { at, source }: Pick<Reading, 'at' | 'source'>): Prepared {
  return { service, key: armKey(service), facts: absentFacts, hash: absentHash, at, source, settled: true };
}

const absentHash = factsHash(absentFacts);

/** The part that needs no database: hashes of all facts, a slice at a time so that the screen stays quick. */
export async function prepare(reading: Reading): Promise<PreparedReading> {
  const { at, source } = reading;
  const sights = new Map<ServiceKey, Prepared>();
  let sliceEnd = performance.now() + 8;
  for (const { service, facts, settled } of reading.sightings) {
    const key = armKey(service);
    sights.set(key, { service, key, facts, hash: factsHash(facts), at, source, settled });
    if (performance.now() > sliceEnd) {
      await pause();
      sliceEnd = performance.now() + 8;
    }
  }
  for (const service of reading.absent ?? []) {
    const sight = absence(service, reading);
    sights.set(sight.key, sight);
  }
  return { sights, reading };
}
