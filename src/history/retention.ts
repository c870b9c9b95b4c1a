import { retained } from '../domain/timeline/compact.ts';
import { isAbsent } from '../domain/timeline/facts.ts';
import type { Observation } from '../domain/timeline/observation.ts';
import { instantOf } from '../domain/timeline/time.ts';
import { attempt } from './attempt.ts';
import type { Ledger } from './ledger.ts';
import { setHeads } from './ledger-store.ts';
import { ofService, type ServiceKey, type WriteTransaction } from './schema.ts';
import { observationKey, withHeads, writeSummary } from './service-records.ts';

/**
 * Forgets what ended before `since` (milliseconds since 1970) of some services, except the last thing known at that
 * time. Returns the services of which nothing is left: they were gone before.
 */
export async function pruneServices(
  transaction: WriteTransaction,
  ledger: Ledger,
  services: readonly ServiceKey[],
  since: number,
  now: number,
): Promise<readonly ServiceKey[]> {
  const left = await Promise.all(
    services.map(service => pruneService(transaction, ledger, service, since, now)),
  );
  return services.filter((_, index) => left[index] === 0);
}

async function pruneService(
  transaction: WriteTransaction,
  ledger: Ledger,
  service: ServiceKey,
  since: number,
  now: number,
): Promise<number> {
  const observations = transaction.objectStore('observations');
  const changes = transaction.objectStore('changes');
  const [stored, azure] = await Promise.all([
    attempt(() => observations.getAll(ofService(service))),
    attempt(() => changes.getAll(ofService(service))),
  ]);
  const known = withHeads(stored, ledger, service);
  const kept = stillOfUse(known, since);
  const old = azure.filter(one => instantOf(one.at) < since);
  if (kept.length < known.length || old.length > 0) {
    const dropped = known.filter(one => !kept.includes(one));
    const lastSights = kept.filter(one => !stored.includes(one));
    if (ledger.has(service)) setHeads(ledger, service, kept);
    await Promise.all([
      ...dropped.map(one => attempt(() => observations.delete(observationKey(service, one)))),
      ...lastSights.map(one => attempt(() => observations.put(one, observationKey(service, one)))),
      ...old.map(one => attempt(() => changes.delete([service, one.id]))),
    ]);
    await writeSummary(transaction, service, kept, now);
  }
  return kept.length + azure.length - old.length;
}

function stillOfUse(known: readonly Observation[], since: number): readonly Observation[] {
  const kept = retained(known, since);
  return kept.every(one => isAbsent(one.facts) && instantOf(one.until) < since) ? [] : kept;
}
