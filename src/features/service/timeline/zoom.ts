import { isoOf } from '../../../domain/timeline/time.ts';
import type { ServiceQuery } from '../../../domain/url/service-url.ts';
import type { TimeRange } from './time-range.ts';

const minute = 60_000;
const year = 365 * 24 * 60 * minute;
/** Shorter than this nothing in the record can be told apart. */
const shortest = 60 * minute;

/** As far as zooming and moving may lead: from what is known (at least a year back) until now. */
export function limitsOf(range: TimeRange, knownSince: number | null, now: number): TimeRange {
  return {
    from: Math.min(range.from, knownSince ?? now, now - year),
    to: Math.max(range.to, now),
  };
}

/** A range made longer or shorter by a factor around its middle. */
export function scaled({ from, to }: TimeRange, factor: number, limits: TimeRange): TimeRange {
  const middle = (from + to) / 2;
  const half = Math.max(shortest, (to - from) * factor) / 2;
  return within({ from: middle - half, to: middle + half }, limits);
}

/** A range moved by a share of its length. */
export function moved({ from, to }: TimeRange, share: number, limits: TimeRange): TimeRange {
  const by = (to - from) * share;
  return within({ from: from + by, to: to + by }, limits);
}

/** A range between two moments in any order; null where they are too near each other to be meant. */
export function between(a: number, b: number, limits: TimeRange): TimeRange | null {
  const [from, to] = a < b ? [a, b] : [b, a];
  return to - from < shortest ? null : within({ from, to }, limits);
}

/** Keeps its length, and where that is too long is all there is. */
function within({ from, to }: TimeRange, limits: TimeRange): TimeRange {
  const length = to - from;
  if (length >= limits.to - limits.from) return limits;
  if (from < limits.from) return { from: limits.from, to: limits.from + length };
  if (to > limits.to) return { from: limits.to - length, to: limits.to };
  return { from, to };
}

/** How a link writes a range, to the minute; one that lasts until now moves on with the clock. Null: the default. */
export function rangeInLink(range: TimeRange | null, now: number): Pick<ServiceQuery, 'from' | 'to'> {
  if (range === null) return { from: null, to: null };
  const write = (instant: number) => isoOf(Math.round(instant / minute) * minute);
  return { from: write(range.from), to: range.to >= now - minute ? null : write(range.to) };
}
