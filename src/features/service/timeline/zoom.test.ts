import { describe, expect, it } from 'vitest';
import { between, limitsOf, moved, rangeInLink, scaled } from './zoom.ts';

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 22, 10);
const range = { from: now - 100 * day, to: now };
const limits = limitsOf(range, now - 400 * day, now);

describe('zooming', () => {
  it('keeps the middle where there is room', () =>
    expect(scaled({ from: now - 60 * day, to: now - 20 * day }, 0.5, limits)).toEqual({
      from: now - 50 * day,
      to: now - 30 * day,
    }));

  it('never leads past now, or before what is known', () => {
    expect(scaled(range, 2, limits)).toEqual({ from: now - 200 * day, to: now });
    expect(scaled(range, 50, limits)).toEqual(limits);
    expect(moved(range, 1, limits)).toEqual(range);
    expect(moved(range, -9, limits)).toEqual({ from: limits.from, to: limits.from + 100 * day });
  });

  it('stops at an hour', () =>
    expect(scaled({ from: now - hour, to: now }, 0.5, limits)).toEqual({ from: now - hour, to: now }));

  it('takes a drag in either direction, and a press for none', () => {
    const a = now - 30 * day;
    const b = now - 10 * day;
    expect(between(b, a, limits)).toEqual({ from: a, to: b });
    expect(between(a, a + 60_000, limits)).toBeNull();
  });
});

describe('the link of a range', () => {
  it('leaves the end out where it is now', () =>
    expect(rangeInLink(range, now)).toEqual({ from: '2026-08-14T10:00:00Z', to: null }));

  it('names both ends of a part of the past', () =>
    expect(rangeInLink({ from: now - 2 * day, to: now - day }, now)).toEqual({
      from: '2026-11-20T10:00:00Z',
      to: '2026-11-21T10:00:00Z',
    }));

  it('says nothing for the default', () => expect(rangeInLink(null, now)).toEqual({ from: null, to: null }));
});
