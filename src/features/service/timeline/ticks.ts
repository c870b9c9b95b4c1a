import type { TimeRange } from './time-range.ts';

const hour = 3_600_000;
const day = 24 * hour;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Step = 'hour' | 'quarter-day' | 'day' | 'week' | 'month' | 'quarter' | 'year';

function stepOf({ from, to }: TimeRange): Step {
  const days = (to - from) / day;
  if (days <= 0.6) return 'hour';
  if (days <= 3) return 'quarter-day';
  if (days <= 16) return 'day';
  if (days <= 100) return 'week';
  if (days <= 400) return 'month';
  return days <= 1_500 ? 'quarter' : 'year';
}

/** Round moments within a range, UTC: hours, days, Mondays, months or years by its length. */
export function ticksOf(range: TimeRange): readonly number[] {
  const step = stepOf(range);
  const ticks: number[] = [];
  for (let at = firstTick(range.from, step); at < range.to; at = nextTick(at, step)) {
    if (at >= range.from) ticks.push(at);
    if (ticks.length > 60) break;
  }
  return ticks;
}

function firstTick(from: number, step: Step): number {
  const date = new Date(from);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const midnight = Math.floor(from / day) * day;
  if (step === 'hour' || step === 'quarter-day' || step === 'day') return midnight;
  if (step === 'week') return midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * day;
  if (step === 'year') return Date.UTC(year, 0);
  return Date.UTC(year, step === 'quarter' ? month - (month % 3) : month);
}

function nextTick(at: number, step: Step): number {
  if (step === 'hour') return at + hour;
  if (step === 'quarter-day') return at + 6 * hour;
  if (step === 'day') return at + day;
  if (step === 'week') return at + 7 * day;
  const date = new Date(at);
  const count = step === 'month' ? 1 : step === 'quarter' ? 3 : 12;
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count);
}

/** `Feb`, `Jan 2026`, `3 Mar`, `06:00`: the year stands where it begins, and first of all. */
export function tickText(at: number, range: TimeRange): string {
  const step = stepOf(range);
  const date = new Date(at);
  const month = months[date.getUTCMonth()] ?? '';
  if (step === 'year') return String(date.getUTCFullYear());
  if ((step === 'hour' || step === 'quarter-day') && at % day !== 0) return date.toISOString().slice(11, 16);
  if (step !== 'month' && step !== 'quarter') return `${date.getUTCDate()} ${month}`;
  const isFirst = at === ticksOf(range)[0];
  return isFirst || date.getUTCMonth() === 0 ? `${month} ${date.getUTCFullYear()}` : month;
}
