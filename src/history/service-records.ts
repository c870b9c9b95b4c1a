import { factsHash } from '../domain/timeline/decide.ts';
import { emptyHistory, type History, mergeHistories } from '../domain/timeline/history.ts';
import { timelineOf } from '../domain/timeline/merge.ts';
import { type Observation, observationId } from '../domain/timeline/observation.ts';
import { type SeenMarks, summarise } from '../domain/timeline/summary.ts';
import { instantOf, isoOf } from '../domain/timeline/time.ts';
import { attempt } from './attempt.ts';
import type { Ledger } from './ledger.ts';
import { ofService, type ReadTransaction, type ServiceKey, type WriteTransaction } from './schema.ts';
import { teamHistoryOf } from './team/team-records.ts';

const sources = ['arm', 'resource-graph'] as const;

export function observationKey(service: ServiceKey, observation: Observation): [ServiceKey, number, string] {
  return [service, instantOf(observation.at), observationId(observation)];
}

/** The observations of a service with their true last sights: those of its heads stand in the ledger. */
export async function observationsOf(
  transaction: ReadTransaction,
  ledger: Ledger,
  service: ServiceKey,
): Promise<Observation[]> {
  const stored = await transaction.objectStore('observations').getAll(ofService(service));
  return withHeads(stored, ledger, service);
}

export function withHeads(
  stored: readonly Observation[],
  ledger: Ledger,
  service: ServiceKey,
): Observation[] {
  if (!ledger.has(service)) return [...stored];
  const heads = sources.map(source => ledger.head(service, source)).filter(head => head.hash !== 0);
  return stored.map(observation => {
    const at = instantOf(observation.at);
    const own = heads.filter(head => head.since === at && head.hash === factsHash(observation.facts));
    const until = Math.max(instantOf(observation.until), ...own.map(head => head.until));
    return until === instantOf(observation.until) ? observation : { ...observation, until: isoOf(until) };
  });
}

/** Everything that is kept of one service, by whoever observed it. */
export async function historyOf(
  transaction: ReadTransaction,
  ledger: Ledger,
  service: ServiceKey,
): Promise<History> {
  const [observations, changes, team] = await Promise.all([
    observationsOf(transaction, ledger, service),
    attempt(() => transaction.objectStore('changes').getAll(ofService(service))),
    teamHistoryOf(transaction, service),
  ]);
  return withTeam({ observations, changes }, team);
}

function withTeam(own: History, team: History): History {
  return team === emptyHistory ? own : mergeHistories(own, team);
}

/** What the reader marked as seen of a service. */
export async function marksOf(transaction: ReadTransaction, service: ServiceKey): Promise<SeenMarks> {
  const store = transaction.objectStore('marks');
  const [keys, values] = await Promise.all([
    attempt(() => store.getAllKeys(ofService(service))),
    attempt(() => store.getAll(ofService(service))),
  ]);
  return new Map(keys.map(([, mark], index) => [mark, values[index] ?? 0]));
}

/**
 * Writes the summary of a service anew, from this browser's observations of it and what the transaction has written so far
 * of the rest.
 */
export async function writeSummary(
  transaction: WriteTransaction,
  service: ServiceKey,
  observations: readonly Observation[],
  now: number,
): Promise<void> {
  const [changes, team, marks] = await Promise.all([
    attempt(() => transaction.objectStore('changes').getAll(ofService(service))),
    teamHistoryOf(transaction, service),
    marksOf(transaction, service),
  ]);
  const summary = summarise(timelineOf(withTeam({ observations, changes }, team)), marks, now);
  const summaries = transaction.objectStore('summaries');
  await (summary ? summaries.put(summary, service) : summaries.delete(service));
}
