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
import { facts, minute, observation, operation, publicIpB, service } from './test-data.ts';
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

  it('is whole: the last change, the moments oldest first, the unexplained ones newest first', () => {
    const history = [...unexplained, observation(22 * day, 23 * day, a), observation(25 * day, 26 * day, c)];
    const entries = timelineOf({ observations: history, changes: [] });
    const [first, second, last] = entries;
    const told = (entry: (typeof entries)[number] | undefined) =>
      entry && { id: entry.id, mark: markOf(entry), at: entry.at };
    expect(summarise(entries, new Map(), now)).toEqual({
      service,
      last: {
        id: last?.id,
        at: minute(25 * day),
        notBefore: minute(23 * day),
        causes: ['public-ip-resource-changed'],
        deleted: false,
      },
      changedAt: [20, 22, 25].map(count => instantOf(minute(count * day))),
      unexplained: [told(second), told(first)],
    });
  });

  it('marks a change by the addresses that differ and the service, whatever the spelling and the order', () => {
    const [entry] = timelineOf({ observations: unexplained, changes: [] });
    const address = {
      region: 'westeurope',
      field: 'publicIPAddresses',
      before: ['203.0.113.7'],
      after: ['203.0.113.9'],
    } as const;
    const other = { ...address, field: 'privateIPAddresses' } as const;
    const mark = markOf({ service, differences: [address, other] });
    expect(markOf({ service: service.toUpperCase(), differences: [other, { field: 'tier' }, address] })).toBe(
      mark,
    );
    expect(markOf({ service, differences: [address] })).toBe(entry && markOf(entry));
    expect(markOf({ service, differences: [address] })).not.toBe(mark);
    expect(markOf({ service: `${service}-2`, differences: [address, other] })).not.toBe(mark);
  });

  it.each([
    [419, 1],
    [420, 0],
  ])('on day %i has %i moments of the one on day 20', (count, moments) =>
    expect(
      summary({ observations: unexplained }, new Map(), instantOf(minute(count * day)))?.changedAt,
    ).toHaveLength(moments),
  );

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

  it('counts every change of every service on its day, and none before the first or after today', () => {
    const at = (hours: number) => Date.UTC(2026, 0, 10, hours);
    const two = one
      ? [
          { ...one, changedAt: [at(-48), at(-25), at(-24), at(-1), at(0), at(23), at(24)] },
          { ...one, changedAt: [at(12)] },
        ]
      : [];
    expect(changesPerDay(two, 1, at(12))).toEqual([
      { day: '2026-01-09', count: 2 },
      { day: '2026-01-10', count: 3 },
    ]);
    expect(changesPerDay([], 0, at(12))).toEqual([{ day: '2026-01-10', count: 0 }]);
  });

  it('counts changes by UTC day, with the days on which nothing changed', () => {
    const counts = changesPerDay(all, 14, now);
    expect(counts).toHaveLength(15);
    expect(counts.filter(({ count }) => count > 0)).toEqual([{ day: '2026-01-21', count: 1 }]);
    expect(counts.at(-1)?.day).toBe('2026-01-31');
  });
});
