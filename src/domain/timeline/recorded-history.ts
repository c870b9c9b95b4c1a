import { armKey, parseServiceId } from '../arm-id.ts';
import { byService } from './by-service.ts';
import { type Change, joinChanges } from './change.ts';
import { decide, factsHash, type Sight } from './decide.ts';
import { absentFacts, createdInstant, isAbsent, type ServiceFacts } from './facts.ts';
import type { FileRecord } from './file.ts';
import type { History } from './history.ts';
import { joinObservations, type Observation, observationId } from './observation.ts';
import type { Pending, Reading, RecordOutcome } from './reading.ts';
import { instantOf, isoOf } from './time.ts';

type Own = { observations: Observation[]; changes: Change[] };
type Outcome = {
  readonly changed: string[];
  first: number;
  unchanged: number;
  readonly held: string[];
  readonly pending: Pending[];
};

const nothing: Own = { observations: [], changes: [] };

/**
 * A history in memory, by service, that readings of Azure are recorded into: what the browser's database does, for a
 * program that reads a file, records once and writes the file. Both let `decide` say what a look at a service means.
 */
export class RecordedHistory {
  private readonly services = new Map<string, Own>();
  /** Ids and facts of a long file repeat by the thousand; each is kept once. */
  private readonly ids = new Map<string, string>();
  private readonly facts = new Map<string, ServiceFacts>();

  /** Keys (`armKey`) of every service that anything is known of. */
  get keys(): Iterable<string> {
    return this.services.keys();
  }

  /** Everything known of a service at this moment, by its key; later records do not change it. */
  of(key: string): History {
    const { observations, changes } = this.services.get(key) ?? nothing;
    return { observations, changes };
  }

  /** Adds records of a file. A record that is there already is joined, never doubled; observed changes follow anew. */
  add(records: readonly FileRecord[]): void {
    for (const record of records) {
      if (record.type === 'observation')
        this.own(record.observation.service).observations.push(this.shared(record.observation));
      else if (record.change.source !== 'observed')
        this.own(record.change.service).changes.push(record.change);
    }
  }

  /** Joins records that stand twice, once all of a file was added. */
  settle(): void {
    for (const own of this.services.values()) {
      own.observations = joined(own.observations, observationId, joinObservations);
      own.changes = joined(own.changes, one => one.id, joinChanges);
    }
  }

  /** Records a reading. Services in `pending` of the outcome are to be read from ARM one by one and recorded as well. */
  record(reading: Reading): RecordOutcome {
    const outcome: Outcome = { changed: [], first: 0, unchanged: 0, held: [], pending: [] };
    const lastLooks = this.lastLooks(reading.at);
    const seen = new Set<string>();
    for (const { service, facts, settled } of reading.sightings) {
      const key = armKey(service);
      seen.add(key);
      this.see(service, sightOf(reading, facts, settled), lastLooks, outcome);
    }
    for (const service of [...(reading.absent ?? []), ...this.vanished(reading, seen)])
      this.see(service, sightOf(reading, absentFacts, true), lastLooks, outcome);
    return outcome;
  }

  /** Keeps records of Azure's; returns the keys of services of which something was new. */
  keep(changes: readonly Change[]): readonly string[] {
    const news: string[] = [];
    const azure = changes.filter(one => one.source !== 'observed');
    for (const [key, group] of byService(azure, one => armKey(one.service))) {
      const own = this.own(key);
      const all = joined([...own.changes, ...group], one => one.id, joinChanges);
      if (JSON.stringify(all) !== JSON.stringify(own.changes)) news.push(key);
      own.changes = all;
    }
    return news;
  }

  private own(service: string): Own {
    const key = armKey(service);
    const found = this.services.get(key);
    if (found) return found;
    const own: Own = { observations: [], changes: [] };
    this.services.set(key, own);
    return own;
  }

  private see(service: string, sight: Sight, lastLooks: ReadonlyMap<string, number>, outcome: Outcome): void {
    const key = armKey(service);
    const known = this.services.get(key)?.observations ?? [];
    const last = known.at(-1);
    if (!last) {
      this.meet(service, sight, lastLooks, outcome);
      return;
    }
    const own = this.own(key);
    const spelling = isAbsent(sight.facts) ? last.service : service;
    const decision = decide(known, sight);
    if (decision.kind === 'hold') outcome.held.push(spelling);
    else if (decision.kind === 'ask')
      outcome.pending.push({ service: spelling, reason: isAbsent(sight.facts) ? 'absent' : 'differs' });
    else if (decision.kind === 'extend') {
      if (!isAbsent(sight.facts)) outcome.unchanged += 1;
      if (decision.open)
        own.observations = known.map(one => (one === decision.observation ? extended(one, sight.at) : one));
    } else {
      own.observations = [...known, observationAt(spelling, sight)];
      if (decision.differs) outcome.changed.push(spelling);
      else outcome.unchanged += 1;
    }
  }

  /** A service that was not known. Where its subscription had been read before it was made, it is known not to have been there. */
  private meet(
    service: string,
    sight: Sight,
    lastLooks: ReadonlyMap<string, number>,
    outcome: Outcome,
  ): void {
    if (isAbsent(sight.facts)) return;
    const created = createdInstant(sight.facts);
    const looked = lastLooks.get(subscriptionOf(service));
    const wasAbsent = looked !== undefined && created > looked;
    const own = this.own(service);
    if (wasAbsent) own.observations = [observationAt(service, { ...sight, at: looked, facts: absentFacts })];
    if (!sight.settled) {
      outcome.held.push(service);
      return;
    }
    own.observations = [...own.observations, observationAt(service, sight)];
    outcome.first += 1;
    if (wasAbsent) outcome.changed.push(service);
  }

  /** When each subscription was last read before `at`: the last sight of any of its services. */
  private lastLooks(at: number): ReadonlyMap<string, number> {
    const looks = new Map<string, number>();
    for (const [key, { observations }] of this.services) {
      const subscription = subscriptionOf(key);
      for (const one of observations) {
        const until = instantOf(one.until);
        if (until < at && until > (looks.get(subscription) ?? Number.NEGATIVE_INFINITY))
          looks.set(subscription, until);
      }
    }
    return looks;
  }

  /** Known services of subscriptions that were read whole, which were not among what was read. */
  private vanished({ listed, unreadable }: Reading, seen: ReadonlySet<string>): string[] {
    const subscriptions = new Set(listed?.map(id => id.toLowerCase()));
    if (subscriptions.size === 0) return [];
    const hidden = new Set(unreadable?.map(armKey));
    return [...this.services].flatMap(([key, { observations }]) => {
      const [first] = observations;
      const stays = !first || seen.has(key) || hidden.has(key) || !subscriptions.has(subscriptionOf(key));
      return stays ? [] : [first.service];
    });
  }

  private shared(observation: Observation): Observation {
    const { service, facts } = observation;
    return {
      ...observation,
      service: once(this.ids, service, service),
      facts: once(this.facts, JSON.stringify(facts), facts),
    };
  }
}

function once<T>(known: Map<string, T>, key: string, value: T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  known.set(key, value);
  return value;
}

function sightOf({ at, source }: Reading, facts: ServiceFacts, settled: boolean): Sight {
  return { facts, hash: factsHash(facts), at, source, settled };
}

function observationAt(service: string, { at, source, facts }: Sight): Observation {
  const iso = isoOf(at);
  return { service, at: iso, until: iso, source, facts };
}

function extended(observation: Observation, at: number): Observation {
  return instantOf(observation.until) >= at ? observation : { ...observation, until: isoOf(at) };
}

function subscriptionOf(service: string): string {
  return parseServiceId(service)?.subscriptionId.toLowerCase() ?? '';
}

function joined<T>(records: readonly T[], idOf: (record: T) => string, join: (a: T, b: T) => T): T[] {
  if (records.length < 2) return [...records];
  const found = new Map<string, T>();
  for (const one of records) {
    const id = idOf(one);
    const known = found.get(id);
    found.set(id, known === undefined ? one : join(known, one));
  }
  return [...found.values()];
}
