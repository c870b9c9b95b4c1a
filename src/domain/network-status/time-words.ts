import { utcDateText, utcTimeText } from '../time/time-text.ts';

const minute = 60_000;

/** `today, 10:02`, `19 Nov, 22:47`; with the year where it is another one. In UTC; a text that is no time as it is. */
export function sinceText(at: string, now: number): string {
  const text = utcTimeText(at);
  const date = utcDateText(at);
  if (date === utcDateText(now)) return text.replace(date, 'today');
  return text.replace(` ${new Date(now).getUTCFullYear()},`, ',');
}

/** How old the last results are: `12 minutes old`. A time ahead of the clock (two clocks differ) is not old. */
export function oldText(ageMs: number): string {
  const minutes = Math.floor(ageMs / minute);
  if (minutes < 1) return 'less than a minute old';
  if (minutes < 60) return counted(minutes, 'minute');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? counted(hours, 'hour') : counted(Math.floor(hours / 24), 'day');
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} old`;
}
