import { utcDateText } from './time-text.ts';

/** `10:14:32 UTC`, with the date before it once that is not today's in UTC; epoch ms. */
export function asOfText(at: number, now: number): string {
  const time = `${new Date(at).toISOString().slice(11, 19)} UTC`;
  return utcDateText(at) === utcDateText(now) ? time : `${utcDateText(at)}, ${time}`;
}
