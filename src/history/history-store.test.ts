import { beforeEach, describe, expect, it } from 'vitest';
import { absentFacts } from '../domain/timeline/facts.ts';
import { type History, mergeHistories } from '../domain/timeline/history.ts';
import { observedBy } from '../domain/timeline/observation.ts';
import { change, minute, observation, operation } from '../domain/timeline/test-data.ts';
import type { HistoryStore } from './history-store.ts';
import { deleteHistory, openHistory } from './open-history.ts';
import { databaseName } from './partition.ts';
import {
  at,
  emptyIndexedDb,
  observations,
  partition,
  reading,
  serviceId,
  state,
  timeline,
  wholeHistory,
} from './test-store.ts';

let store: HistoryStore;
beforeEach(() => {
  emptyIndexedDb();
  store = openHistory(partition);
});

const head = { exportedAt: minute(999), cloud: 'AzureCloud', tenant: 't-1' };

async function exported(from: HistoryStore, names = true): Promise<string> {
  return [...((await from.exportLines(head, { names })) ?? [])].join('');
}

function fromFile({ observations: told, changes }: History): History {
  return { observations: observedBy('file', told), changes };
}

const addressChange = change(5, {
  service: serviceId('a'),
  differences: [
    { region: 'westeurope', field: 'publicIPAddresses', before: ['203.0.113.1'], after: ['203.0.113.2'] },
  ],
  changedBy: 'admin@contoso.example',
});

describe('two tabs', () => {
  it('that write 1,000 events lose none and double none', async () => {
    const tabs = [store, openHistory(partition)];
    const events = Array.from({ length: 1_000 }, (_, index) => index);
    const tierOf = (event: number) => `Tier ${event}`;
    await Promise.all(
      tabs.map(async (tab, number) => {
        for (const event of events.filter(one => one % 2 === number))
          await tab.record(reading(event, { [event % 20]: state(1, { tier: tierOf(event) }) }));
      }),
    );
    const { observations: all } = await wholeHistory(store);
    expect(all.map(one => one.facts.tier).sort()).toEqual(events.map(tierOf).sort());
    for (const name of [0, 7, 19]) expect(await timeline(store, name)).toHaveLength(49);
  });

  it('that see the same difference write it once', async () => {
    const other = openHistory(partition);
    await store.record(reading(0, { a: state(1) }));
    await Promise.all([
      ...[10, 12, 14].map(minutes => store.record(reading(minutes, { a: state(2) }))),
      ...[11, 13, 15].map(minutes => other.record(reading(minutes, { a: state(2) }))),
      store.recordChanges([addressChange], at(20)),
      other.recordChanges([addressChange], at(20)),
    ]);
    expect(await timeline(store, 'a')).toHaveLength(1);
    expect(await observations(other, 'a')).toMatchObject([{}, { until: '2026-01-01T00:15:00Z' }]);
  });

  it('that record different services for the first time at once keep both', async () => {
    const other = openHistory(partition);
    await Promise.all([store.record(reading(0, { a: state(1) })), other.record(reading(0, { b: state(2) }))]);
    await Promise.all([store.record(reading(5, { a: state(1) })), other.record(reading(5, { b: state(2) }))]);
    expect(await store.usage()).toMatchObject({ services: 2, observations: 2 });
    expect((await observations(other, 'a'))[0]?.until).toBe('2026-01-01T00:05:00Z');
  });
});

describe("Azure's records", () => {
  it('are kept, completed, and never doubled', async () => {
    expect(await store.recordChanges([{ ...addressChange, changedBy: null }], at(20))).toBe(1);
    expect(await store.recordChanges([addressChange, addressChange], at(20))).toBe(1);
    expect(await store.recordChanges([addressChange, { ...addressChange, changedBy: null }], at(20))).toBe(0);
    expect((await store.historyOf(serviceId('a'))).changes).toMatchObject([
      { changedBy: 'admin@contoso.example' },
    ]);
  });

  it('stand in the summary before the service was ever observed', async () => {
    await store.recordChanges([addressChange, operation(1, 2, { service: serviceId('b') })], at(20));
    expect(await store.summaries()).toMatchObject([{ service: serviceId('a'), changedAt: [at(5)] }]);
  });

  it('join what was observed', async () => {
    await store.record(reading(0, { a: state(1) }));
    await store.record(reading(10, { a: state(2) }));
    await store.recordChanges([addressChange], at(20));
    expect(await timeline(store, 'a')).toMatchObject([
      { sources: ['observed', 'change-history'], notBefore: null },
    ]);
    expect((await store.summaries())[0]?.last?.at).toBe(minute(5));
  });

  it('do not take observed changes: those follow from observations', async () => {
    expect(await store.recordChanges([{ ...addressChange, source: 'observed' }], at(20))).toBe(0);
  });
});

describe('marking as seen', () => {
  it('takes an unexplained change out of the summary, and leaves it in the timeline', async () => {
    await store.record(reading(0, { a: state(1) }));
    await store.record(reading(10, { a: state(2) }));
    const [before] = await store.summaries();
    expect(before?.unexplained).toHaveLength(1);
    await store.markSeen(serviceId('a'), before?.unexplained.map(one => one.mark) ?? [], at(20));
    expect((await store.summaries())[0]?.unexplained).toEqual([]);
    expect((await timeline(store, 'a'))[0]?.causes).toEqual(['unexplained']);
    await store.record(reading(30, { a: state(1) }));
    expect((await store.summaries())[0]?.unexplained).toHaveLength(1);
  });
});

describe('export and import', () => {
  const inGap = { ...addressChange, at: minute(14) };
  beforeEach(async () => {
    await store.record(reading(0, { a: state(1), b: state(7) }));
    await store.record(reading(8, { a: state(1), b: state(7) }));
    await store.record(reading(20, { a: state(2), b: state(7) }));
    await store.record(reading(40, { a: state(2), b: state(7) }));
    await store.recordChanges([inGap], at(20));
  });

  it('give the same history in another browser', async () => {
    const text = await exported(store);
    const other = openHistory({ ...partition, account: 'a-2' });
    expect(await other.importFile([text], head, at(50))).toEqual({
      ok: true,
      head,
      observations: 3,
      services: 2,
    });
    expect(await wholeHistory(other)).toEqual(fromFile(await wholeHistory(store)));
    expect(await other.summaries()).toEqual(await store.summaries());
    expect(await exported(other)).toBe(text);
  });

  it('change nothing where the history is known, however often', async () => {
    const text = await exported(store);
    const before = await wholeHistory(store);
    expect(await store.importFile([text], head, at(50))).toEqual({
      ok: true,
      head,
      observations: 0,
      services: 0,
    });
    expect(await wholeHistory(store)).toEqual(before);
  });

  it('leave out names unless asked, and an import without them keeps those that are known', async () => {
    const text = await exported(store, false);
    expect(text).not.toContain('contoso.example');
    await store.importFile([text], head, at(50));
    expect((await store.historyOf(serviceId('a'))).changes[0]?.changedBy).toBe('admin@contoso.example');
  });

  it('write the last sights that only the ledger holds', async () => {
    expect(await exported(store)).toContain(`"at":"${minute(0)}","until":"${minute(40)}"`);
  });

  it('put two histories together as their merge, and recording goes on', async () => {
    const other = openHistory({ ...partition, account: 'a-2' });
    await other.record(reading(12, { a: state(1), c: state(9) }));
    await other.record(reading(15, { a: state(2), c: state(9) }));
    const both = mergeHistories(await wholeHistory(store), fromFile(await wholeHistory(other)));
    await store.importFile([await exported(other)], head, at(50));
    expect(mergeHistories(await wholeHistory(store))).toEqual(both);
    expect(await timeline(store, 'a')).toMatchObject([{ at: minute(14) }]);
    expect(await store.record(reading(60, { a: state(2), c: state(9) }))).toMatchObject({
      unchanged: 2,
      first: 0,
    });
    expect(await timeline(store, 'a')).toHaveLength(1);
  });

  it('do not claim that this browser saw what a file tells, and write down its own look as one', async () => {
    const other = openHistory({ ...partition, account: 'a-2' });
    await other.importFile([await exported(store)], head, at(50));
    const sources = async () => (await timeline(other, 'a')).map(one => one.sources);
    expect(await sources()).toEqual([['imported', 'change-history']]);
    const seen = async () => (await other.historyOf(serviceId('a'))).observations.map(one => one.observer);
    expect(await seen()).toEqual(['file', 'file']);

    expect(await other.record(reading(60, { a: state(2) }))).toMatchObject({ changed: [], first: 0 });
    expect(await seen()).toEqual(['file', 'file', undefined]);
    await other.record(reading(70, { a: state(2) }));
    expect(await seen()).toEqual(['file', 'file', undefined]);
    await other.record(reading(80, { a: state(3) }));
    expect(await sources()).toEqual([['imported', 'change-history'], ['observed']]);
  });

  it('do not stretch our own last sight over what another browser saw after it', async () => {
    const other = openHistory({ ...partition, account: 'a-2' });
    await other.record(reading(50, { a: state(3) }));
    await store.importFile([await exported(other)], head, at(55));
    await store.record(reading(60, { a: state(2) }));
    expect((await timeline(store, 'a')).map(one => [one.notBefore, one.at])).toEqual([
      [null, minute(14)],
      [minute(40), minute(50)],
      [minute(50), minute(60)],
    ]);
  });

  it('import nothing of a damaged file', async () => {
    const other = openHistory({ ...partition, account: 'a-2' });
    const text = await exported(store);
    const damaged = `${text}{"type":"observation"}\n`;
    expect(await other.importFile([damaged], head, at(50))).toMatchObject({
      ok: false,
      because: 'file',
      line: text.split('\n').length,
    });
    expect(await other.usage()).toMatchObject({ services: 0, observations: 0, changes: 0 });
  });
});

describe('retention', () => {
  it('forgets what ended long ago, and keeps the last thing known then', async () => {
    const day = 24 * 60;
    for (const [days, number] of [
      [0, 1],
      [10, 2],
      [20, 3],
      [30, 3],
      [40, 4],
    ] as const)
      await store.record(reading(days * day, { a: state(number) }));
    await store.recordChanges(
      [
        { ...addressChange, service: serviceId('z') },
        operation(35 * day, 36 * day, { service: serviceId('a') }),
      ],
      at(0),
    );
    await store.prune(15, at(40 * day));
    expect((await observations(store, 'a')).map(one => one.at)).toEqual([
      minute(10 * day),
      minute(20 * day),
      minute(40 * day),
    ]);
    expect(await store.usage()).toMatchObject({ changes: 1 });
    expect((await store.summaries()).map(one => one.service)).toEqual([serviceId('a')]);
    expect((await timeline(store, 'a')).map(one => one.sources.length)).toEqual([1, 2]);
  });

  it('keeps a service that never changed, however old', async () => {
    await store.record(reading(0, { a: state(1) }));
    await store.prune(15, at(100 * 24 * 60));
    await store.record(reading(101 * 24 * 60, { a: state(1) }));
    expect(await observations(store, 'a')).toMatchObject([{ at: minute(0), until: minute(101 * 24 * 60) }]);
  });

  it('forgets a service that was gone before, as a whole', async () => {
    await store.record(reading(0, { a: state(1), b: state(1) }));
    await store.record(reading(10, { b: state(1) }, { absent: [serviceId('a')] }));
    await store.prune(15, at(100 * 24 * 60));
    expect(await store.usage()).toMatchObject({ services: 1, observations: 1 });
    expect((await store.record(reading(200 * 24 * 60, { a: state(5), b: state(1) }))).first).toBe(1);
    expect(await timeline(store, 'a')).toEqual([]);
  });

  it('does not count on an observation that it forgot', async () => {
    const day = 24 * 60;
    const { subscriptionState: _, ...noState } = state(1);
    const { tier: __, ...noTier } = state(1);
    await store.record(reading(0, { a: noState }, { source: 'resource-graph' }));
    await store.record(reading(day, { a: noTier }));
    await store.record(reading(2 * day, { a: state(1) }));
    await store.record(reading(50 * day, { a: state(1) }));
    await store.prune(15, at(50 * day));
    await store.record(reading(51 * day, { a: noState }, { source: 'resource-graph' }));
    expect((await observations(store, 'a')).map(one => one.until)).toEqual([
      minute(day),
      minute(50 * day),
      minute(51 * day),
    ]);
  });

  it('runs once a day, unless forced', async () => {
    await store.prune(15, at(0));
    for (const number of [1, 2, 3]) await store.record(reading(-100_000 + number, { a: state(number) }));
    await store.prune(15, at(60));
    expect(await observations(store, 'a')).toHaveLength(3);
    await store.prune(15, at(60), true);
    expect(await observations(store, 'a')).toHaveLength(1);
  });
});

describe('a partition', () => {
  it('does not see that of another account, tenant or cloud', async () => {
    await store.record(reading(0, { a: state(1) }));
    for (const other of [{ account: 'a-2' }, { tenant: 't-2' }, { cloud: 'AzureChinaCloud' }])
      expect(await openHistory({ ...partition, ...other }).usage()).toMatchObject({ observations: 0 });
  });

  it('has a name of its own, whatever its parts hold', () => {
    const names = [
      { cloud: 'a', tenant: 'b/c', account: 'd' },
      { cloud: 'a/b', tenant: 'c', account: 'd' },
      { cloud: 'a', tenant: 'b', account: 'c/d' },
    ].map(databaseName);
    expect(new Set(names).size).toBe(3);
    expect(databaseName(partition)).toBe(databaseName({ ...partition, cloud: 'AZURECLOUD' }));
  });

  it('can be cleared, and records anew', async () => {
    await store.record(reading(0, { a: state(1) }));
    await store.record(reading(10, { a: state(2) }));
    await store.clear();
    expect(await store.usage()).toEqual({ services: 0, observations: 0, changes: 0, since: null });
    expect(await store.summaries()).toEqual([]);
    expect(await store.record(reading(20, { a: state(2) }))).toMatchObject({ first: 1 });
  });

  it('can be deleted while it is open', async () => {
    await store.record(reading(0, { a: state(1) }));
    expect(await deleteHistory(partition)).toBe(true);
    expect(await indexedDB.databases()).toEqual([]);
    expect(await store.record(reading(5, { a: state(2) }))).toMatchObject({ first: 1 });
    expect(store.status).toEqual({ status: 'on' });
    expect(await openHistory(partition).usage()).toMatchObject({ observations: 1 });
  });

  it('opens nothing where recording is switched off', async () => {
    await store.usage();
    const off = openHistory({ ...partition, account: 'a-3' }, { enabled: false });
    await off.record(reading(0, { a: state(1) }));
    expect(off.status).toMatchObject({ status: 'off', reason: 'switched-off' });
    expect(await off.historyOf(serviceId('a'))).toEqual({ observations: [], changes: [] });
    expect((await indexedDB.databases()).map(one => one.name)).toEqual([databaseName(partition)]);
  });
});

describe('usage', () => {
  it('counts what is stored', async () => {
    await store.record(reading(3, { a: state(1) }));
    await store.record(reading(5, { a: state(2), b: state(1) }));
    await store.recordChanges([addressChange], at(20));
    expect(await store.usage()).toEqual({ services: 2, observations: 3, changes: 1, since: at(3) });
  });
});

describe('an imported history', () => {
  it('of absent services and unknown sources is taken as it is', async () => {
    const lines = [observation(0, 10, state(1)), observation(20, 30, absentFacts)].map(one =>
      JSON.stringify({ type: 'observation', ...one }),
    );
    const text = [JSON.stringify({ format: 'apim-ip-history', version: 1, ...head }), ...lines].join('\n');
    expect(await store.importFile([text], head, at(50))).toMatchObject({ ok: true, services: 1 });
    expect((await store.summaries())[0]?.last?.causes).toEqual(['gone']);
  });
});
