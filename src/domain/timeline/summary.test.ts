import { describe, expect, it } from 'vitest';
import type { History } from './history.ts';
import { timelineOf } from './merge.ts';
import {
  changedSince,
  changedWithin,
  changesPerDay,
  fleetFigures,
  markOf,
  type SeenMarks,
  summarise,
} from './summary.ts';
import { facts, minute, observation, operation, publicIpB } from './test-data.ts';
import { instantOf } from './time.ts';

const day = 24 * 60;
const a = facts();
const b = facts({}, { publicIPAddresses: ['203.0.113.9'] });
const c = facts({}, { publicIPAddresses: ['203.0.113.11'], publicIpAddressId: publicIpB });
const now = instantOf(minute(30 * day));

function summary(history: Partial<History>, seen: SeenMarks = new Map(), at = now) {
  return summarise(timelineOf({ observations: [], changes: [], ...history }), seen, at);
}

const unexplained = [observation(0, 10 * day, a), observation(20 * day, 21 * day, b)];

describe('summarise', () => {
  it('has nothing to say where nothing changed', () => {
    expect(summary({ observations: [observation(0, 10, a)] })).toBeNull();
  });

  it('leaves out operations of the log that changed nothing that is known', () => {
    expect(summary({ changes: [operation(1, 2)] })).toBeNull();
  });

  it('names the last change, and every unexplained one', () => {
    const found = summary({ observations: [...unexplained, observation(25 * day, 26 * day, c)] });
    expect(found?.last).toMatchObject({ at: minute(25 * day), causes: ['public-ip-resource-changed'] });
    expect(found?.unexplained).toMatchObject([{ at: minute(20 * day) }]);
    expect(found?.changedAt).toHaveLength(2);
  });

  it('keeps moments of 400 days', () => {
    const later = instantOf(minute(421 * day));
    expect(summary({ observations: unexplained }, new Map(), later)?.changedAt).toEqual([]);
  });

  const [entry] = timelineOf({ observations: unexplained, changes: [] });
  const mark = entry ? markOf(entry) : '';

  it('does not raise an unexplained change that was marked as seen', () => {
    expect(summary({ observations: unexplained }, new Map([[mark, now]]))?.unexplained).toEqual([]);
  });

  it('does not raise it again when an import dates it better', () => {
    const better = [...unexplained, observation(12 * day, 19 * day, a)];
    expect(summary({ observations: better }, new Map([[mark, now]]))?.unexplained).toEqual([]);
  });

  it('raises the same difference when it happens again', () => {
    const again = [...unexplained, observation(22 * day, 23 * day, a), observation(24 * day, 25 * day, b)];
    const seen = new Map([[mark, instantOf(minute(21 * day))]]);
    expect(summary({ observations: again }, seen)?.unexplained.map(one => one.at)).toEqual([
      minute(24 * day),
      minute(22 * day),
    ]);
  });
});

describe('the fleet', () => {
  const one = summary({ observations: unexplained });
  const all = one
    ? [one, { ...one, service: 'other', unexplained: [], changedAt: [now - 20 * day * 60_000] }]
    : [];

  it('counts services that changed in 14 days, and those with an unexplained change', () => {
    expect(fleetFigures(all, now)).toEqual({ changedServices: 1, unexplainedServices: 1 });
  });

  it('tells what changed since an instant', () => {
    expect(changedSince(all[0], instantOf(minute(19 * day)))).toBe(true);
    expect(changedSince(all[0], instantOf(minute(20 * day)))).toBe(false);
    expect(changedWithin(undefined, 14, now)).toBe(false);
  });

  it('counts changes by UTC day, with the days on which nothing changed', () => {
    const counts = changesPerDay(all, 14, now);
    expect(counts).toHaveLength(15);
    expect(counts.filter(({ count }) => count > 0)).toEqual([{ day: '2026-01-21', count: 1 }]);
    expect(counts.at(-1)?.day).toBe('2026-01-31');
  });
});
