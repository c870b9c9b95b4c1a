import { armKey } from '../arm-id.ts';
import type { CauseCode } from './causes.ts';
import { differenceKey, isAddressDifference } from './difference.ts';
import { isChange, type TimelineEntry } from './entry.ts';
import { hashId } from './hash.ts';
import { instantOf } from './time.ts';

const day = 86_400_000;

/** How far back the moments of a service's changes are kept in its summary. */
export const summaryDays = 400;

/** What the fleet shows of one service's history. Plain data, small enough to be read for every service before the first paint. */
export type ServiceSummary = {
  /** ARM id. */
  readonly service: string;
  readonly last: LastChange | null;
  /** Moments of the changes of the last {@link summaryDays} days, oldest first: milliseconds since 1970. */
  readonly changedAt: readonly number[];
  /** Unexplained changes that the reader has not marked as seen, newest first. */
  readonly unexplained: readonly Unexplained[];
};

export type LastChange = {
  readonly id: string;
  /** ISO times; the change lies after `notBefore` where it is not null. */
  readonly at: string;
  readonly notBefore: string | null;
  readonly causes: readonly CauseCode[];
  /** Azure recorded a deletion; otherwise `gone` may also be a lost right. */
  readonly deleted: boolean;
};

export type Unexplained = { readonly id: string; readonly mark: string; readonly at: string };

/** Marks of what the reader has seen: by {@link markOf}, until when (milliseconds since 1970). */
export type SeenMarks = ReadonlyMap<string, number>;

/**
 * Names an unexplained change by what differed, not by its record: an import that dates it better does not raise it
 * again. A later change of the same kind does, because a mark holds up to the moment at which it was set.
 */
export function markOf(entry: Pick<TimelineEntry, 'service' | 'differences'>): string {
  const what = entry.differences.filter(isAddressDifference).map(differenceKey).sort();
  return hashId(`${armKey(entry.service)}|${what.join('\n')}`);
}

/** Sums up the timeline of one service. `now` in milliseconds since 1970. Null where nothing ever changed. */
export function summarise(
  entries: readonly TimelineEntry[],
  seen: SeenMarks,
  now: number,
): ServiceSummary | null {
  const changes = entries.filter(isChange);
  const last = changes.at(-1);
  if (!last) return null;
  const { service, id, at, notBefore, causes, deleted } = last;
  const unexplained = changes
    .filter(entry => entry.causes.includes('unexplained'))
    .map(entry => ({ id: entry.id, mark: markOf(entry), at: entry.at }))
    .filter(one => instantOf(one.at) > (seen.get(one.mark) ?? Number.NEGATIVE_INFINITY))
    .reverse();
  return {
    service,
    last: { id, at, notBefore, causes, deleted },
    changedAt: changes.map(entry => instantOf(entry.at)).filter(moment => moment > now - summaryDays * day),
    unexplained,
  };
}

/** The figures above the fleet. */
export type FleetFigures = {
  /** Services with at least one change in the last 14 days. */
  readonly changedServices: number;
  /** Services with an unexplained change that is not marked as seen. */
  readonly unexplainedServices: number;
};

/** True if the service changed within the last `days` days. */
export function changedWithin(summary: ServiceSummary | undefined, days: number, now: number): boolean {
  return changedSince(summary, now - days * day);
}

/** True if the service changed after an instant: the filter `changed` and "since your last visit". */
export function changedSince(summary: ServiceSummary | undefined, since: number): boolean {
  const last = summary?.changedAt.at(-1);
  return last !== undefined && last > since;
}

export function fleetFigures(summaries: readonly ServiceSummary[], now: number): FleetFigures {
  return {
    changedServices: summaries.filter(one => changedWithin(one, 14, now)).length,
    unexplainedServices: summaries.filter(one => one.unexplained.length > 0).length,
  };
}

export type DayCount = { /** UTC date, `2026-11-22`. */ readonly day: string; readonly count: number };

/** Changes of the whole fleet by UTC day, for the last `days` days and today; days without a change count 0. */
export function changesPerDay(
  summaries: readonly ServiceSummary[],
  days: number,
  now: number,
): readonly DayCount[] {
  const today = Math.floor(now / day);
  const counts = new Array<number>(days + 1).fill(0);
  for (const { changedAt } of summaries) {
    for (const moment of changedAt) {
      const index = Math.floor(moment / day) - (today - days);
      if (index >= 0 && index <= days) counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  return counts.map((count, index) => ({
    day: new Date((today - days + index) * day).toISOString().slice(0, 10),
    count,
  }));
}
