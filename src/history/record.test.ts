import { beforeEach, describe, expect, it } from 'vitest';
import { isAbsent } from '../domain/timeline/facts.ts';
import { facts } from '../domain/timeline/test-data.ts';
import type { HistoryStore } from './history-store.ts';
import { openHistory } from './open-history.ts';
import {
  at,
  emptyIndexedDb,
  observations,
  partition,
  reading,
  serviceId,
  state,
  subscription,
  timeline,
} from './test-store.ts';

let store: HistoryStore;
beforeEach(() => {
  emptyIndexedDb();
  store = openHistory(partition);
});

describe('record', () => {
  it('writes a first observation and no change', async () => {
    const outcome = await store.record(reading(0, { a: state(1) }));
    expect(outcome).toEqual({ changed: [], first: 1, unchanged: 0, held: [], pending: [] });
    expect(await observations(store, 'a')).toMatchObject([
      { at: '2026-01-01T00:00:00Z', until: '2026-01-01T00:00:00Z' },
    ]);
    expect(await timeline(store, 'a')).toEqual([]);
    expect(store.status).toEqual({ status: 'on' });
  });

  it('moves the last sight on where nothing differs, whatever the order', async () => {
    await store.record(reading(0, { a: facts({}, { zones: ['1', '2'] }) }));
    const outcome = await store.record(reading(60, { a: facts({}, { zones: ['2', '1'] }) }));
    expect(outcome).toMatchObject({ unchanged: 1, first: 0, changed: [] });
    expect(await observations(store, 'a')).toMatchObject([{ until: '2026-01-01T01:00:00Z' }]);
  });

  it('writes a difference, and dates it by the last sight', async () => {
    await store.record(reading(0, { a: state(1) }));
    await store.record(reading(60, { a: state(1) }));
    const outcome = await store.record(reading(90, { a: state(2) }));
    expect(outcome.changed).toEqual([serviceId('a')]);
    expect(await timeline(store, 'a')).toMatchObject([
      { notBefore: '2026-01-01T01:00:00Z', at: '2026-01-01T01:30:00Z', causes: ['unexplained'] },
    ]);
    expect(await store.summaries()).toMatchObject([
      { service: serviceId('a'), last: { causes: ['unexplained'] } },
    ]);
  });

  it('keeps a return to former facts as a change of its own', async () => {
    for (const [minute, number] of [
      [0, 1],
      [10, 2],
      [20, 1],
      [30, 1],
    ] as const)
      await store.record(reading(minute, { a: state(number) }));
    expect(await timeline(store, 'a')).toHaveLength(2);
    expect(await observations(store, 'a')).toHaveLength(3);
  });

  it('finds a service under another spelling of its id', async () => {
    await store.record(reading(0, { a: state(1) }));
    const shouting = { service: serviceId('a').toUpperCase(), facts: state(1), settled: true };
    expect(await store.record({ at: at(5), source: 'arm', sightings: [shouting] })).toMatchObject({
      unchanged: 1,
    });
    expect(await observations(store, 'a')).toHaveLength(1);
  });

  it('keeps what one source does not read apart, and claims nothing from it', async () => {
    const { subscriptionState: _, ...unread } = state(1);
    await store.record(reading(0, { a: state(1) }));
    await store.record(reading(10, { a: unread }));
    await store.record(reading(20, { a: state(1) }));
    await store.record(reading(30, { a: unread }));
    expect(await observations(store, 'a')).toMatchObject([
      { until: '2026-01-01T00:20:00Z' },
      { at: '2026-01-01T00:10:00Z', until: '2026-01-01T00:30:00Z' },
    ]);
    expect(await timeline(store, 'a')).toEqual([]);
  });

  it('does not stretch an old observation over a newer one', async () => {
    await store.record(reading(0, { a: state(1) }));
    await store.record(reading(0, { a: state(1) }, { source: 'resource-graph' }));
    await store.record(reading(10, { a: state(2) }));
    await store.record(reading(20, { a: state(1) }));
    expect((await observations(store, 'a')).map(one => [one.at, one.until])).toEqual([
      ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
      ['2026-01-01T00:10:00Z', '2026-01-01T00:10:00Z'],
      ['2026-01-01T00:20:00Z', '2026-01-01T00:20:00Z'],
    ]);
  });

  it('takes a reading that arrives late for what it was', async () => {
    for (const [minute, number] of [
      [0, 1],
      [30, 3],
      [20, 2],
      [10, 1],
      [40, 3],
    ] as const)
      await store.record(reading(minute, { a: state(number) }));
    expect((await timeline(store, 'a')).map(one => one.at)).toEqual([
      '2026-01-01T00:20:00Z',
      '2026-01-01T00:30:00Z',
    ]);
  });

  it.each([
    [
      'that was new then',
      [0, 30, 20, 40],
      [1, 3, 2, 2],
      [
        [0, 0],
        [20, 20],
        [30, 30],
        [40, 40],
      ],
    ],
    [
      'that is older than the first',
      [10, 5, 20],
      [1, 1, 1],
      [
        [5, 5],
        [10, 20],
      ],
    ],
    [
      'that was known then',
      [0, 10, 20, 5, 30],
      [1, 1, 2, 1, 1],
      [
        [0, 10],
        [20, 20],
        [30, 30],
      ],
    ],
  ])('does not go on from a late reading %s', async (_, minutes, numbers, expected) => {
    for (const [index, minute] of minutes.entries())
      await store.record(reading(minute, { a: state(numbers[index] ?? 0) }));
    const spans = (await observations(store, 'a')).map(one =>
      [one.at, one.until].map(iso => (Date.parse(iso) - at(0)) / 60_000),
    );
    expect(spans).toEqual(expected);
  });

  it('goes on where the clock was turned back', async () => {
    await store.record(reading(0, { a: state(1) }));
    await store.record(reading(60, { a: state(1) }));
    await store.record(reading(57, { a: state(1) }));
    await store.record(reading(58, { a: state(2) }));
    await store.record(reading(59, { a: state(2) }));
    await store.record(reading(70, { a: state(2) }));
    await store.record(reading(80, { a: state(2) }));
    expect(await timeline(store, 'a')).toHaveLength(1);
  });
});

describe('a service on which Azure is at work', () => {
  const updating = { provisioningState: 'Updating' };

  it('is not recorded half done, and its reason and its addresses come together', async () => {
    await store.record(reading(0, { a: state(1, { vnetMode: 'External' }) }));
    const half = await store.record(reading(10, { a: state(1, { vnetMode: 'Internal' }) }, updating));
    expect(half).toMatchObject({ held: [serviceId('a')], changed: [] });
    await store.record(reading(40, { a: state(2, { vnetMode: 'Internal' }) }));
    expect(await timeline(store, 'a')).toMatchObject([
      { notBefore: '2026-01-01T00:00:00Z', at: '2026-01-01T00:40:00Z', causes: ['vnet-mode-switched'] },
    ]);
  });

  it('moves its last sight on while nothing differs', async () => {
    await store.record(reading(0, { a: state(1) }));
    expect(await store.record(reading(10, { a: state(1) }, updating))).toMatchObject({
      unchanged: 1,
      held: [],
    });
  });

  it('is recorded for the first time when it is done', async () => {
    expect(await store.record(reading(0, { a: state(1) }, updating))).toMatchObject({
      first: 0,
      held: [serviceId('a')],
    });
    expect(await store.record(reading(5, { a: state(2) }))).toMatchObject({ first: 1 });
    expect(await timeline(store, 'a')).toEqual([]);
  });
});

describe('a difference that only Resource Graph sees', () => {
  const graph = { source: 'resource-graph' } as const;
  beforeEach(() => store.record(reading(0, { a: state(1) })));

  it('is asked for, and written only when ARM confirms', async () => {
    const outcome = await store.record(reading(10, { a: state(2) }, graph));
    expect(outcome).toMatchObject({ changed: [], pending: [{ service: serviceId('a'), reason: 'differs' }] });
    expect(await timeline(store, 'a')).toEqual([]);
    await store.record(reading(11, { a: state(2) }));
    expect(await timeline(store, 'a')).toMatchObject([{ at: '2026-01-01T00:11:00Z' }]);
    expect(await store.record(reading(20, { a: state(2) }, graph))).toMatchObject({
      pending: [],
      unchanged: 1,
    });
  });

  it('is not written where ARM refutes it, and not asked for again at once', async () => {
    const ask = (minutes: number) => store.record(reading(minutes, { a: state(2) }, graph));
    expect((await ask(10)).pending).toHaveLength(1);
    await store.record(reading(11, { a: state(1) }));
    expect((await ask(12)).pending).toHaveLength(0);
    expect((await ask(70)).pending).toHaveLength(0);
    expect((await ask(72)).pending).toHaveLength(1);
    await store.record(reading(73, { a: state(1) }));
    expect((await ask(150)).pending).toHaveLength(0);
    expect((await ask(194)).pending).toHaveLength(1);
    expect(await timeline(store, 'a')).toEqual([]);
  });

  it('is asked for again while nobody answered', async () => {
    for (const minutes of [10, 11, 12])
      expect((await store.record(reading(minutes, { a: state(2) }, graph))).pending).toHaveLength(1);
  });

  it('is asked for at once where it is another one', async () => {
    await store.record(reading(10, { a: state(2) }, graph));
    await store.record(reading(11, { a: state(1) }));
    expect((await store.record(reading(12, { a: state(3) }, graph))).pending).toHaveLength(1);
  });

  it('is not a change where Resource Graph still tells the past', async () => {
    await store.record(reading(10, { a: state(2) }));
    expect((await store.record(reading(11, { a: state(1) }, graph))).pending).toHaveLength(1);
    await store.record(reading(12, { a: state(2) }));
    expect(await timeline(store, 'a')).toHaveLength(1);
    expect((await store.record(reading(13, { a: state(2) }, graph))).unchanged).toBe(1);
  });
});

describe('services that come and go', () => {
  const listed = [subscription.toUpperCase()];

  it('are gone where ARM lists their subscription without them, once', async () => {
    await store.record(reading(0, { a: state(1), b: state(2) }, { listed }));
    expect(await store.record(reading(10, { b: state(2) }, { listed }))).toMatchObject({
      changed: [serviceId('a')],
    });
    await store.record(reading(20, { b: state(2) }, { listed }));
    expect(await timeline(store, 'a')).toMatchObject([
      { causes: ['gone'], deleted: false, at: '2026-01-01T00:10:00Z' },
    ]);
    expect((await observations(store, 'a')).at(-1)?.until).toBe('2026-01-01T00:20:00Z');
  });

  it('are not gone where their subscription was not read, or their row could not be', async () => {
    await store.record(reading(0, { a: state(1), b: state(2) }, { listed }));
    await store.record(reading(10, { b: state(2) }));
    await store.record(reading(20, { b: state(2) }, { listed: ['22222222-2222-2222-2222-222222222222'] }));
    await store.record(reading(30, { b: state(2) }, { listed, unreadable: [serviceId('a').toLowerCase()] }));
    expect(await timeline(store, 'a')).toEqual([]);
  });

  it('are asked for where only Resource Graph misses them', async () => {
    await store.record(reading(0, { a: state(1) }, { listed }));
    const outcome = await store.record(reading(10, {}, { listed, source: 'resource-graph' }));
    expect(outcome.pending).toEqual([{ service: serviceId('a'), reason: 'absent' }]);
    await store.record(reading(11, {}, { absent: [serviceId('a')] }));
    expect(await timeline(store, 'a')).toMatchObject([{ causes: ['gone'] }]);
    expect((await store.record(reading(20, {}, { listed, source: 'resource-graph' }))).pending).toEqual([]);
  });

  it('come back as hidden or as recreated', async () => {
    await store.record(reading(0, { a: state(1), b: state(2) }, { listed }));
    await store.record(reading(10, {}, { listed }));
    const anew = state(3, { createdAt: '2026-01-01T00:15:00Z' });
    await store.record(reading(20, { a: state(1), b: anew }, { listed }));
    expect((await timeline(store, 'a')).map(one => one.causes)).toEqual([['gone'], []]);
    expect((await timeline(store, 'b')).map(one => one.causes)).toEqual([['gone'], ['recreated']]);
  });

  it('are created where their subscription had been read without them', async () => {
    await store.record(reading(0, { a: state(1) }, { listed }));
    const young = state(2, { createdAt: '2026-01-01T00:05:00Z' });
    expect(await store.record(reading(10, { a: state(1), b: young }, { listed }))).toMatchObject({
      changed: [serviceId('b')],
    });
    expect(await timeline(store, 'b')).toMatchObject([
      { causes: ['created'], notBefore: '2026-01-01T00:00:00Z', at: '2026-01-01T00:10:00Z' },
    ]);
  });

  it('are created also where their creation took longer than a reading', async () => {
    await store.record(reading(0, { a: state(1) }, { listed }));
    const young = state(2, { createdAt: '2026-01-01T00:05:00Z' });
    await store.record(reading(10, { a: state(1), b: young }, { listed, provisioningState: 'Activating' }));
    await store.record(reading(20, { a: state(1), b: young }, { listed }));
    expect(await timeline(store, 'b')).toMatchObject([
      { causes: ['created'], notBefore: '2026-01-01T00:00:00Z' },
    ]);
  });

  it('are not created where they only became visible', async () => {
    await store.record(reading(0, { a: state(1) }, { listed }));
    await store.record(reading(10, { a: state(1), b: state(2) }, { listed }));
    expect(await timeline(store, 'b')).toEqual([]);
    expect((await observations(store, 'b')).some(one => isAbsent(one.facts))).toBe(false);
  });

  it('that were never known leave no trace of their absence', async () => {
    await store.record(reading(0, {}, { absent: [serviceId('a')], listed }));
    expect(await store.usage()).toMatchObject({ services: 0, observations: 0 });
  });
});

describe('a fleet', () => {
  it('of 2,000 services that did not change costs two writes and no reading of observations', async () => {
    const fleet = Object.fromEntries(
      Array.from({ length: 2_000 }, (_, index) => [index, state(index % 200)]),
    );
    await store.record(reading(0, fleet));
    const puts: string[] = [];
    const gets: string[] = [];
    const prototype = IDBObjectStore.prototype;
    const { put, getAll } = prototype;
    prototype.put = function (value, key) {
      puts.push(this.name);
      return put.call(this, value, key);
    };
    prototype.getAll = function (...asked) {
      gets.push(this.name);
      return getAll.apply(this, asked);
    };
    try {
      expect(await store.record(reading(10, fleet))).toMatchObject({ unchanged: 2_000 });
    } finally {
      Object.assign(prototype, { put, getAll });
    }
    expect(puts).toEqual(['ledger', 'ledger']);
    expect(gets).toEqual([]);
    expect((await observations(store, 77))[0]?.until).toBe('2026-01-01T00:10:00Z');
  });
});
