import { armKey } from '../domain/arm-id.ts';
import { byService } from '../domain/timeline/by-service.ts';
import { type Change, joinChanges } from '../domain/timeline/change.ts';
import { attempt } from './attempt.ts';
import { readLedger } from './ledger-store.ts';
import { ofService, type ServiceKey, type WriteTransaction } from './schema.ts';
import { observationsOf, writeSummary } from './service-records.ts';

/**
 * Keeps records of Azure's (change history, activity log), so that they outlive Azure's retention. What is known already
 * is completed, never doubled. Returns the services of which something was new. `now` in milliseconds since 1970.
 */
export async function recordChanges(
  transaction: WriteTransaction,
  changes: readonly Change[],
  now: number,
): Promise<readonly ServiceKey[]> {
  const groups = [
    ...byService(
      changes.filter(one => one.source !== 'observed'),
      one => armKey(one.service),
    ),
  ];
  const written: ServiceKey[] = [];
  for (let start = 0; start < groups.length; start += 64) {
    const slice = groups.slice(start, start + 64);
    const news = await Promise.all(slice.map(([service, own]) => putChanges(transaction, service, own)));
    written.push(...slice.flatMap(([service], index) => (news[index] ? [service] : [])));
  }
  if (written.length === 0) return written;
  const ledger = await readLedger(transaction);
  for (let start = 0; start < written.length; start += 64)
    await Promise.all(
      written.slice(start, start + 64).map(async service => {
        const observations = await observationsOf(transaction, ledger, service);
        await writeSummary(transaction, service, observations, now);
      }),
    );
  return written;
}

/** True if a record was new or could be completed. */
export async function putChanges(
  transaction: WriteTransaction,
  service: ServiceKey,
  changes: readonly Change[],
): Promise<boolean> {
  const store = transaction.objectStore('changes');
  const known = new Map((await store.getAll(ofService(service))).map(one => [one.id, one]));
  const news = new Map<string, Change>();
  for (const change of changes) {
    const before = news.get(change.id) ?? known.get(change.id);
    const after = joinChanges(before ?? change, change);
    if (!before || JSON.stringify(after) !== JSON.stringify(joinChanges(before, before)))
      news.set(change.id, after);
  }
  await Promise.all([...news.values()].map(change => attempt(() => store.put(change, [service, change.id]))));
  return news.size > 0;
}
