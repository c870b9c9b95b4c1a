import { utcDateText, utcTimeText } from '../../../domain/time/time-text.ts';
import type { ServiceQuery } from '../../../domain/url/service-url.ts';

/** What the chart and the list show, in milliseconds since 1970. */
export type TimeRange = { readonly from: number; readonly to: number };

const day = 86_400_000;

export const presets = [
  { key: '14', label: 'Last 14 days', days: 14 },
  { key: '90', label: 'Last 90 days', days: 90 },
  { key: '365', label: 'Last 12 months', days: 365 },
] as const;

export type RangeKey = (typeof presets)[number]['key'] | 'all' | 'link';

/** The shortest preset that holds all that is known, else a year: a chart of nothing but hatching says little. */
export function defaultDays(knownSince: number | null, now: number): number {
  const age = knownSince === null ? 0 : now - knownSince;
  return presets.find(one => one.days * day >= age)?.days ?? 365;
}

type Asked = Pick<ServiceQuery, 'from' | 'to'>;

/** The range that the link asks for, else the default. */
export function rangeOf({ from, to }: Asked, knownSince: number | null, now: number): TimeRange {
  const end = to === null ? now : Math.max(Date.parse(to), 0);
  const start = from === null ? now - defaultDays(knownSince, now) * day : Date.parse(from);
  return start < end ? { from: start, to: end } : { from: end - day, to: end };
}

/** Which choice of the list a range is. */
export function rangeKey(asked: Asked, knownSince: number | null, now: number): RangeKey {
  if (asked.to !== null) return 'link';
  const days = defaultDays(knownSince, now);
  if (asked.from === null) return presets.find(one => one.days === days)?.key ?? '365';
  const preset = presets.find(one => startDay(one.days, now) === asked.from);
  if (preset) return preset.key;
  return knownSince !== null && asked.from === dayOf(knownSince) ? 'all' : 'link';
}

/** What the link says for a choice; null for the default. */
export function fromOf(key: string, knownSince: number | null, now: number): string | null {
  if (key === 'all') return knownSince === null ? null : dayOf(knownSince);
  const preset = presets.find(one => one.key === key);
  if (!preset || preset.days === defaultDays(knownSince, now)) return null;
  return startDay(preset.days, now);
}

/** A range that no preset is; to the minute where it is short. */
export function linkRangeLabel({ from, to }: TimeRange): string {
  const text = to - from < 3 * day ? utcTimeText : utcDateText;
  return `${text(from)} to ${text(to)}`;
}

function startDay(days: number, now: number): string {
  return dayOf(now - days * day);
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
