import { afterEach, expect, it, vi } from 'vitest';
import { clock } from './clock.ts';

const host = Date.parse('2026-11-22T10:14:00Z');
const minute = 60_000;

afterEach(() => {
  vi.useRealTimers();
  clock.follow(null);
});

it.each([
  ['an hour ahead', 60 * minute],
  ['an hour behind', -60 * minute],
  ['a year behind', -525_600 * minute],
  ['three minutes ahead', 3 * minute],
])('of a device that is %s tells the host’s time', (_, wrong) => {
  vi.useFakeTimers({ now: host + wrong });
  expect(clock.follow(host)).toBe(-wrong);
  expect(clock.now()).toBe(host);
  expect(clock.of(host + wrong - minute)).toBe(host - minute);
});

it.each([0, minute, -minute])('is the device’s where the two agree (%i ms apart)', apart => {
  vi.useFakeTimers({ now: host + apart });
  expect(clock.follow(host)).toBe(0);
  expect(clock.now()).toBe(host + apart);
});

it('is the device’s where the host tells no time', () => {
  vi.useFakeTimers({ now: host });
  clock.follow(host + 60 * minute);
  expect(clock.follow(null)).toBe(0);
  expect(clock.now()).toBe(host);
});
