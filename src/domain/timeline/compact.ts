import { armKey } from '../arm-id.ts';
import { byService } from './by-service.ts';
import { factsKey } from './comparable.ts';
import { contradict } from './difference.ts';
import { type History, mergeHistories } from './history.ts';
import type { Observation } from './observation.ts';
import { instantOf } from './time.ts';

export type CompactOptions = {
  /** ISO time: what ended before it goes, except the last thing known of each service at that time. */
  readonly keepSince?: string;
};

/**
 * A smaller history that tells the same: every record once, and observations with equal facts that touch or overlap as
 * one, unless something else was seen meanwhile. Change points, gaps and Azure's records stay as they are.
 */
export function compact(history: History, options: CompactOptions = {}): History {
  const merged = mergeHistories(history);
  const since = options.keepSince === undefined ? Number.NEGATIVE_INFINITY : instantOf(options.keepSince);
  const observations = [...byService(merged.observations, one => armKey(one.service)).values()].flatMap(own =>
    retained(united(own), since),
  );
  const changes = merged.changes.filter(one => instantOf(one.at) >= since);
  return mergeHistories({ observations, changes });
}

/** Two observers of the same facts are one, if nobody saw anything else between them. `own` is in the order of time. */
function united(own: readonly Observation[]): Observation[] {
  const last = new Map<string, number>();
  const result: Observation[] = [];
  for (const next of own) {
    const key = factsKey(next.facts);
    const index = last.get(key);
    const before = index === undefined ? undefined : result[index];
    if (index !== undefined && before && mayUnite(before, next, own)) {
      if (instantOf(next.until) > instantOf(before.until)) result[index] = { ...before, until: next.until };
    } else {
      last.set(key, result.length);
      result.push(next);
    }
  }
  return result;
}

function mayUnite(before: Observation, next: Observation, all: readonly Observation[]): boolean {
  if (instantOf(next.at) > instantOf(before.until)) return false;
  const from = instantOf(before.at);
  const until = Math.max(instantOf(before.until), instantOf(next.until));
  return !all.some(
    one => instantOf(one.until) >= from && instantOf(one.at) <= until && contradict(one.facts, before.facts),
  );
}

/** What still held at `since` (milliseconds since 1970) or later, and the last thing known before it, so that the past at that time can be told. */
export function retained(own: readonly Observation[], since: number): readonly Observation[] {
  const kept = own.filter(one => instantOf(one.until) >= since);
  if (kept.length === own.length) return own;
  const gone = own.filter(one => instantOf(one.until) < since);
  const lastKnown = gone.reduce((a, b) => (instantOf(b.until) >= instantOf(a.until) ? b : a));
  return [lastKnown, ...kept];
}
