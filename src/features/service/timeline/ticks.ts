import type { TimeRange } from './time-range.ts';

const day = 86_400_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

type Step = 'day' | 'week' | 'month' | 'quarter' | 'year';

function stepOf({ from, to }: TimeRange): Step {
  const days = (to - from) / day;
  if (days <= 16) return 'day';
  if (days <= 100) return 'week';
  if (days <= 400) return 'month';
  return days <= 1_500 ? 'quarter' : 'year';
}

/** Round moments within a range, UTC: days, Mondays, months or years by its length. */
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
  if (step === 'day') return midnight;
  if (step === 'week') return midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * day;
  if (step === 'year') return Date.UTC(year, 0);
  return Date.UTC(year, step === 'quarter' ? month - (month % 3) : month);
}

function nextTick(at: number, step: Step): number {
  if (step === 'day') return at + day;
  if (step === 'week') return at + 7 * day;
  const date = new Date(at);
  const count = step === 'month' ? 1 : step === 'quarter' ? 3 : 12;
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count);
}

/** `Feb`, `Jan 2026`, `3 Mar`: the year stands where it begins, and first of all. */
export function tickText(at: number, range: TimeRange): string {
  const step = stepOf(range);
  const date = new Date(at);
  const month = months[date.getUTCMonth()] ?? '';
  if (step === 'year') return String(date.getUTCFullYear());
  if (step === 'day' || step === 'week') return `${date.getUTCDate()} ${month}`;
  const isFirst = at === ticksOf(range)[0];
  return isFirst || date.getUTCMonth() === 0 ? `${month} ${date.getUTCFullYear()}` : month;
}
