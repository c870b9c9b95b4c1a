import { armKey } from '../domain/arm-id.ts';
import { factsHash, type Sight } from '../domain/timeline/decide.ts';
import { absentFacts } from '../domain/timeline/facts.ts';
import type { Reading } from '../domain/timeline/reading.ts';
import { pause } from './pause.ts';
import type { ServiceKey } from './schema.ts';

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
