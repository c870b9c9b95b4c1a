import { armKey } from '../domain/arm-id.ts';
import { decide, factsHash, type Sight } from '../domain/timeline/decide.ts';
import { contradict } from '../domain/timeline/difference.ts';
import { absentFacts, isAbsent, type ObservationSource } from '../domain/timeline/facts.ts';
import type { Observation } from '../domain/timeline/observation.ts';
import type { Pending, Reading, RecordOutcome } from '../domain/timeline/reading.ts';
import { instantOf, isoOf } from '../domain/timeline/time.ts';
import { attempt } from './attempt.ts';
import type { Ledger } from './ledger.ts';
import { headOf, readLedger, setHeads, writeLedger } from './ledger-store.ts';
import { type Lists, listsOf, subscriptionOf } from './lists.ts';
import { absence, type Prepared, type PreparedReading } from './reading.ts';
import { ofService, type ServiceKey, type WriteTransaction } from './schema.ts';
import { observationKey, withHeads, writeSummary } from './service-records.ts';
import { readTeamIndex } from './team/team-records.ts';

type Work = {
  readonly transaction: WriteTransaction;
  readonly ledger: Ledger;
  readonly now: number;
  readonly outcome: {
    changed: string[];
    first: number;
    unchanged: number;
    held: string[];
    pending: Pending[];
  };
};

/**
 * Records a reading within one transaction. Services seen again as they were cost a comparison each and one write
 * together; only real differences read and write records of their own. Two tabs take turns, because both write.
 */
export async function recordReading(
  transaction: WriteTransaction,
  { sights, reading }: PreparedReading,
): Promise<RecordOutcome> {
  const store = transaction.objectStore('ledger');
  const [ledger, storedLists] = await Promise.all([
    readLedger(transaction),
    attempt(() => store.get('lists')),
  ]);
  const lists = listsOf(storedLists);
  const work: Work = {
    transaction,
    ledger,
    now: reading.at,
    outcome: { changed: [], first: 0, unchanged: 0, held: [], pending: [] },
  };

  const known: Prepared[] = [];
  const fresh: Prepared[] = [];
  for (const sight of [...sights.values(), ...vanished(ledger, sights, reading)]) {
    if (!ledger.has(sight.key)) fresh.push(sight);
    else if (ledger.sawAgain(sight.key, sight.source, sight.hash, sight.at)) seenAgain(work, sight);
    else known.push(sight);
  }
  const newcomers = await writeFresh(work, fresh, lists);
  for (let start = 0; start < known.length; start += 64)
    await Promise.all(known.slice(start, start + 64).map(sight => recordKnown(work, sight)));

  const listedAt = { ...lists.listedAt };
  for (const id of reading.listed ?? []) {
    const subscription = id.toLowerCase();
    listedAt[subscription] = Math.max(listedAt[subscription] ?? 0, reading.at);
  }
  await Promise.all([
    writeLedger(transaction, ledger),
    attempt(() => store.put({ listedAt, newcomers } satisfies Lists, 'lists')),
  ]);
  return work.outcome;
}

/** Services of completely read subscriptions that were not among what was read. */
function* vanished(
  ledger: Ledger,
  sights: ReadonlyMap<ServiceKey, Prepared>,
  reading: Reading,
): Generator<Prepared> {
  const subscriptions = new Set(reading.listed?.map(id => id.toLowerCase()));
  if (subscriptions.size === 0) return;
  const unreadable = new Set(reading.unreadable?.map(armKey));
  for (const key of ledger.names) {
    if (sights.has(key) || unreadable.has(key) || !subscriptions.has(subscriptionOf(key))) continue;
    yield absence(key, reading);
  }
}

function seenAgain({ ledger, outcome }: Work, sight: Prepared): void {
  if (sight.source === 'arm') ledger.refuteClaim(sight.key, sight.at);
  else ledger.dropClaim(sight.key);
  if (!isAbsent(sight.facts)) outcome.unchanged += 1;
}

/** Services that were not known. Returns since when those that are still being created were known not to be there. */
async function writeFresh(
  { transaction, ledger, outcome, now }: Work,
  fresh: readonly Prepared[],
  { listedAt, newcomers }: Lists,
): Promise<Lists['newcomers']> {
  const waiting = { ...newcomers };
  const team = await readTeamIndex(transaction);
  const observations = transaction.objectStore('observations');
  let puts: Promise<unknown>[] = [];
  for (const sight of fresh) {
    if (isAbsent(sight.facts)) continue;
    const { key, service, facts, source } = sight;
    const absentAt = waiting[key] ?? listedAt[subscriptionOf(key)];
    if (!sight.settled) {
      outcome.held.push(service);
      if (absentAt !== undefined) waiting[key] = absentAt;
      continue;
    }
    delete waiting[key];
    const observation = observationAt(sight, service);
    ledger.add(key);
    ledger.setHead(key, source, headOf(observation));
    outcome.first += 1;
    puts.push(attempt(() => observations.put(observation, observationKey(key, observation))));
    const created = typeof facts.createdAt === 'string' ? instantOf(facts.createdAt) : Number.NaN;
    if (absentAt !== undefined && created > absentAt) {
      const at = isoOf(absentAt);
      const absent: Observation = { service, at, until: at, source, facts: absentFacts };
      puts.push(
        attempt(() => observations.put(absent, observationKey(key, absent))),
        attempt(() => writeSummary(transaction, key, [absent, observation], now)),
      );
      outcome.changed.push(service);
    } else if (team.has(key) && !team.lastSaw(key, source, sight.hash))
      puts.push(attempt(() => writeSummary(transaction, key, [observation], now)));
    // Lets the page answer between slices; the transaction lives on while a request is under way.
    if (puts.length >= 100) {
      await Promise.all(puts);
      puts = [];
    }
  }
  await Promise.all(puts);
  return waiting;
}

async function recordKnown(work: Work, sight: Prepared): Promise<void> {
  const { transaction, ledger, outcome, now } = work;
  const { key, source, at } = sight;
  const store = transaction.objectStore('observations');
  const stored = await store.getAll(ofService(key));
  const known = withHeads(stored, ledger, key);
  const spelling = isAbsent(sight.facts) ? (known.at(-1)?.service ?? sight.service) : sight.service;
  const decision = decide(known, sight);

  if (decision.kind === 'hold') outcome.held.push(spelling);
  else if (decision.kind === 'ask') {
    if (ledger.claim(key, sight.hash, at))
      outcome.pending.push({ service: spelling, reason: isAbsent(sight.facts) ? 'absent' : 'differs' });
    else outcome.unchanged += 1;
  }
  if (decision.kind === 'hold' || decision.kind === 'ask') return;
  if (decision.kind === 'extend' && !decision.open) {
    outcome.unchanged += 1;
    return;
  }

  // The heads move, so the last sights that only they held are written down first.
  const lastSights = known.flatMap((one, index) =>
    one === stored[index] ? [] : attempt(() => store.put(one, observationKey(key, one))),
  );
  if (decision.kind === 'extend') {
    const head = headOf(decision.observation);
    ledger.setHead(key, source, { ...head, until: Math.max(head.until, at) });
    seenAgain(work, sight);
    await Promise.all(lastSights);
    return;
  }

  const observation = observationAt(sight, spelling);
  const all = [...known, observation];
  if (known.some(one => instantOf(one.until) > at)) setHeads(ledger, key, all);
  else {
    const other: ObservationSource = source === 'arm' ? 'resource-graph' : 'arm';
    const { hash, since } = ledger.head(key, other);
    const head = known.find(one => instantOf(one.at) === since && factsHash(one.facts) === hash);
    if (!head || contradict(head.facts, observation.facts)) ledger.setHead(key, other, null);
    ledger.setHead(key, source, headOf(observation));
  }
  ledger.dropClaim(key);
  if (decision.differs) outcome.changed.push(spelling);
  else outcome.unchanged += 1;
  await Promise.all([...lastSights, attempt(() => store.put(observation, observationKey(key, observation)))]);
  await writeSummary(transaction, key, all, now);
}

function observationAt({ at, source, facts }: Sight, service: string): Observation {
  const iso = isoOf(at);
  return { service, at: iso, until: iso, source, facts };
}
