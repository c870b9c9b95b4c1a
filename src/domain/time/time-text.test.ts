import { describe, expect, it } from 'vitest';
import { ageOrDateText, ageText, utcDateText, utcTimeText } from './time-text.ts';

const second = 1_000;
const day = 86_400 * second;
const now = Date.parse('2026-11-22T10:14:00Z');

describe('ages', () => {
  it.each([
    [-5 * second, 'just now'],
    [999, 'just now'],
    [14 * second, '14 s ago'],
    [59_999, '59 s ago'],
    [60 * second, '1 min ago'],
    [3_599 * second, '59 min ago'],
    [3_600 * second, '1 h ago'],
    [day - 1, '23 h ago'],
    [6 * day + 5, '6 d ago'],
  ])('%i ms are %j', (ms, text) => expect(ageText(ms)).toBe(text));

  it.each([
    [14 * day, '14 d ago'],
    [15 * day - 1, '14 d ago'],
    [15 * day, '7 Nov 2026'],
  ])('%i ms back is written as %j', (ms, text) => expect(ageOrDateText(now - ms, now)).toBe(text));
});

describe('times of the screen are UTC', () => {
  it('a date', () => expect(utcDateText('2026-03-03T23:59:59Z')).toBe('3 Mar 2026'));
  it('a date and time', () => expect(utcTimeText('2026-03-03T01:05:00+02:00')).toBe('2 Mar 2026, 23:05'));
  it('reads seven digits of a second as ARM writes them', () =>
    expect(utcTimeText('2026-03-03T09:05:00.1234567Z')).toBe('3 Mar 2026, 09:05'));
  it('leaves a text that is no time as it is', () => {
    expect(utcDateText('soon')).toBe('soon');
    expect(utcTimeText('soon')).toBe('soon');
    expect(ageOrDateText('soon', now)).toBe('soon');
  });
});
