import { armKey } from '../domain/arm-id.ts';
import { byService } from '../domain/timeline/by-service.ts';
import type { Change } from '../domain/timeline/change.ts';
import type { History } from '../domain/timeline/history.ts';
import {
  joinObservations,
  type Observation,
  observationId,
  observedBy,
} from '../domain/timeline/observation.ts';
import { attempt } from './attempt.ts';
import type { Ledger } from './ledger.ts';
import { readLedger, setHeads, writeLedger } from './ledger-store.ts';
import { putChanges } from './record-changes.ts';
import type { ReadTransaction, ServiceKey, WriteTransaction } from './schema.ts';
import { observationKey, observationsOf, withHeads, writeSummary } from './service-records.ts';

/** A whole history as it stood at one moment. */
export async function readWholeHistory(transaction: ReadTransaction): Promise<History> {
  const [ledger, stored, changes] = await Promise.all([
    readLedger(transaction),
    attempt(() => transaction.objectStore('observations').getAll()),
    attempt(() => transaction.objectStore('changes').getAll()),
  ]);
  const observations = [...byService(stored, one => armKey(one.service))].flatMap(([service, own]) =>
    withHeads(own, ledger, service),
  );
  return { observations, changes };
}

export type Imported = {
  /** Records that were not there before. */
  readonly observations: number;
  /** Services of which something was new. */
  readonly services: number;
};

/** Puts another history into this one, in one transaction: all of it or nothing. `now` in milliseconds since 1970. */
export async function importInto(
  transaction: WriteTransaction,
  history: History,
  now: number,
): Promise<Imported> {
  const ledger = await readLedger(transaction);
  const observations = byService(history.observations, one => armKey(one.service));
  const changes = byService(history.changes, one => armKey(one.service));
  const services = [...new Set([...observations.keys(), ...changes.keys()])];
  const imported = { observations: 0, services: 0 };
  for (let start = 0; start < services.length; start += 64) {
    const news = await Promise.all(
      services
        .slice(start, start + 64)
        .map(service =>
          importService(
            transaction,
            ledger,
            service,
            observations.get(service) ?? [],
            changes.get(service) ?? [],
            now,
          ),
        ),
    );
    for (const { added, changed } of news) {
      imported.observations += added;
      if (changed) imported.services += 1;
    }
  }
  await writeLedger(transaction, ledger);
  return imported;
}

async function importService(
  transaction: WriteTransaction,
  ledger: Ledger,
  service: ServiceKey,
  observations: readonly Observation[],
  changes: readonly Change[],
  now: number,
): Promise<{ readonly added: number; readonly changed: boolean }> {
  const [known, changesNew] = await Promise.all([
    observationsOf(transaction, ledger, service),
    putChanges(transaction, service, changes),
  ]);
  const all = new Map(known.map(one => [observationId(one), one]));
  const written = new Set<string>();
  let added = 0;
  for (const observation of observedBy('file', observations)) {
    const id = observationId(observation);
    const before = all.get(id);
    const after = before ? joinObservations(before, observation) : observation;
    if (!before) added += 1;
    if (before !== after) written.add(id);
    all.set(id, after);
  }
  if (written.size === 0 && !changesNew) return { added, changed: false };

  const merged = [...all.values()];
  if (written.size > 0) {
    ledger.add(service);
    setHeads(ledger, service, merged);
    // Last sights that only the ledger held are written down with the rest: its heads may stand elsewhere now.
    const store = transaction.objectStore('observations');
    await Promise.all(merged.map(one => attempt(() => store.put(one, observationKey(service, one)))));
  }
  await writeSummary(transaction, service, merged, now);
  return { added, changed: true };
}
