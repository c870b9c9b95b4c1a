import { forceCloseDatabase } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { change } from '../domain/timeline/test-data.ts';
import { Connection } from './connection.ts';
import { HistoryStore } from './history-store.ts';
import { openHistory } from './open-history.ts';
import { databaseName } from './partition.ts';
import { type Database, migrations } from './schema.ts';
import {
  emptyIndexedDb,
  observations,
  partition,
  reading,
  serviceId,
  state,
  timeline,
} from './test-store.ts';

const name = databaseName(partition);
const head = { exportedAt: '2026-11-22T10:00:00Z', cloud: 'AzureCloud', tenant: 't-1' };

beforeEach(emptyIndexedDb);
afterEach(() => vi.restoreAllMocks());

/** A version of the page that has one more step. */
const nextSteps = [
  ...migrations,
  (database: Database) => void database.createObjectStore('later' as 'ledger'),
];

function openWith(steps: typeof migrations): HistoryStore {
  return new HistoryStore(new Connection(name, { enabled: true, steps }));
}

async function everything(store: HistoryStore): Promise<void> {
  expect(await store.record(reading(5, { a: state(5) }))).toMatchObject({ changed: [], first: 0 });
  expect(await store.recordChanges([change(5)], 0)).toBe(0);
  expect(
    await store.importFile(
      [`${JSON.stringify({ format: 'apim-ip-history', version: 1, ...head })}\n`],
      head,
      0,
    ),
  ).toMatchObject({ ok: false, because: 'storage' });
  await store.markSeen(serviceId('a'), ['x'], 0);
  await store.prune(1, 0, true);
}

async function settle(store: HistoryStore, status: string): Promise<void> {
  await vi.waitFor(() => expect(store.status.status).toBe(status));
}

describe('a full disk', () => {
  async function filled(): Promise<HistoryStore> {
    const store = openHistory(partition);
    await store.record(reading(0, { a: state(1) }));
    await store.record(reading(1, { a: state(1) }));
    return store;
  }

  it.each([
    ['when a record is written', false],
    ['when the transaction is committed', true],
  ])('turns recording off %s, loses nothing, and leaves nothing half written', async (_, atCommit) => {
    const store = await filled();
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (!atCommit && this.name === 'ledger') throw new DOMException('No room', 'QuotaExceededError');
      const request = put.call(this, value, key);
      if (atCommit && this.name === 'ledger')
        queueMicrotask(() =>
          Reflect.apply(Reflect.get(this.transaction, '_abort'), this.transaction, ['QuotaExceededError']),
        );
      return request;
    });
    expect(await store.record(reading(2, { a: state(2), b: state(3) }))).toMatchObject({
      changed: [],
      first: 0,
    });
    expect(store.status).toMatchObject({ status: 'off', reason: 'quota' });
    vi.restoreAllMocks();
    await everything(store);
    expect(await observations(store, 'a')).toMatchObject([{ until: '2026-01-01T00:01:00Z' }]);
    expect(await observations(store, 'b')).toEqual([]);
  });

  it('records again after the reader made room', async () => {
    const store = await filled();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    await store.record(reading(2, { a: state(2) }));
    vi.restoreAllMocks();
    await store.retry();
    expect(store.status).toEqual({ status: 'on' });
    await store.record(reading(3, { a: state(2) }));
    expect(await timeline(store, 'a')).toHaveLength(1);
  });

  it('tells whoever watches', async () => {
    const store = await filled();
    const seen: string[] = [];
    store.subscribe(() => seen.push(store.status.status));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    await store.record(reading(2, { a: state(2) }));
    await store.record(reading(3, { a: state(2) }));
    expect(seen).toEqual(['off']);
  });
});

describe('an upgrade', () => {
  it('while an older tab is open takes its place, and keeps everything', async () => {
    const old = openHistory(partition);
    await old.record(reading(0, { a: state(1) }));
    await old.record(reading(9, { a: state(1) }));
    const next = openWith(nextSteps);
    await next.record(reading(10, { a: state(2) }));
    expect(next.status).toEqual({ status: 'on' });
    expect(await timeline(next, 'a')).toMatchObject([{ notBefore: '2026-01-01T00:09:00Z' }]);
    expect(old.status).toMatchObject({ status: 'off', reason: 'replaced' });
    await everything(old);
    expect(await timeline(next, 'a')).toHaveLength(1);
  });

  it('that another tab blocks leaves the page without a history until that tab lets go', async () => {
    const blocker = await openDB(name, 1, {
      upgrade: database => migrations[0]?.(database as unknown as Database),
    });
    const next = openWith(nextSteps);
    const waiting = next.summaries();
    await settle(next, 'off');
    expect(next.status).toMatchObject({ status: 'off', reason: 'blocked' });
    expect(await waiting).toEqual([]);
    await everything(next);
    blocker.close();
    await settle(next, 'on');
    expect(await next.record(reading(10, { a: state(2) }))).toMatchObject({ first: 1 });
  });

  it('that this page has not seen yet is respected: an older page does not touch the newer database', async () => {
    const next = openWith(nextSteps);
    await next.record(reading(0, { a: state(1) }));
    next.close();
    const old = openHistory(partition);
    await settle(old, 'off');
    expect(old.status).toMatchObject({ status: 'off', reason: 'newer' });
    await everything(old);
    expect(await observations(openWith(nextSteps), 'a')).toHaveLength(1);
  });
});

describe('a damaged database', () => {
  it('that cannot be opened is said, left alone, and deleted only when the reader clears it', async () => {
    const intact = openHistory(partition);
    await intact.record(reading(0, { a: state(1) }));
    intact.close();
    const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const store = openHistory(partition);
    await settle(store, 'off');
    expect(store.status).toMatchObject({ status: 'off', reason: 'damaged' });
    await everything(store);
    expect(await store.summaries()).toEqual([]);
    open.mockRestore();
    expect(await observations(openHistory(partition), 'a')).toHaveLength(1);
    await store.clear();
    expect(store.status).toEqual({ status: 'on' });
    expect(await store.usage()).toMatchObject({ observations: 0 });
  });

  it('that cannot be read gives nothing and goes on without', async () => {
    const store = openHistory(partition);
    await store.record(reading(0, { a: state(1) }));
    vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
      throw new DOMException('Failed to read', 'NotReadableError');
    });
    expect(await store.summaries()).toEqual([]);
    expect(await store.usage()).toMatchObject({ observations: 1 });
    expect(await store.historyOf(serviceId('a'))).toEqual({ observations: [], changes: [] });
    expect(store.status).toMatchObject({ status: 'off', reason: 'damaged' });
  });

  it.each([
    ['missing', (database: Database) => database.clear('ledger')],
    ['of another form', (database: Database) => database.put('ledger', 'rubbish', 'numbers')],
    ['of another length', (database: Database) => database.put('ledger', new Float64Array(3), 'numbers')],
  ])('whose ledger is %s builds it anew from the observations', async (_, harm) => {
    const store = openHistory(partition);
    await store.record(reading(0, { a: state(1), b: state(2) }));
    await store.record(reading(10, { a: state(3), b: state(2) }));
    const raw: Database = await openDB(name);
    await harm(raw);
    raw.close();
    expect(await store.record(reading(20, { a: state(3), b: state(2) }))).toMatchObject({
      unchanged: 2,
      first: 0,
    });
    expect(await timeline(store, 'a')).toHaveLength(1);
    expect(await observations(store, 'b')).toMatchObject([{ until: '2026-01-01T00:20:00Z' }]);
  });

  it('that the browser closes is said, and opened again when asked', async () => {
    const databases: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((...asked) => {
      const request = open(...asked);
      request.addEventListener('success', () => databases.push(request.result));
      return request;
    });
    const store = openHistory(partition);
    await store.record(reading(0, { a: state(1) }));
    for (const database of databases) Reflect.apply(forceCloseDatabase, undefined, [database]);
    await settle(store, 'off');
    await everything(store);
    await store.retry();
    expect(await observations(store, 'a')).toHaveLength(1);
  });
});

describe('a browser without IndexedDB', () => {
  it.each([
    ['where there is none', () => undefined],
    [
      'where it may not be touched',
      () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    ],
  ])('works on %s', async (_, get) => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
    Object.defineProperty(globalThis, 'indexedDB', { get, configurable: true });
    try {
      const store = openHistory(partition);
      expect(store.status).toMatchObject({ status: 'off', reason: 'unavailable' });
      await everything(store);
      expect(await store.summaries()).toEqual([]);
      expect(await store.exportLines(head, { names: false })).toBeNull();
      await store.clear();
      await store.retry();
    } finally {
      if (before) Object.defineProperty(globalThis, 'indexedDB', before);
    }
  });
});

describe('a fault in the middle of a transaction', () => {
  it('leaves nothing half written', async () => {
    const store = openHistory(partition);
    await store.record(reading(0, { a: state(1), b: state(2) }));
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      if (this.name === 'summaries') throw new TypeError('A fault of our own');
      return put.call(this, value, key);
    });
    await store.record(reading(10, { a: state(3), b: state(4) }));
    expect(store.status).toMatchObject({ status: 'off', reason: 'failed', detail: 'A fault of our own' });
    vi.restoreAllMocks();
    expect(await observations(store, 'a')).toHaveLength(1);
    expect(await observations(store, 'b')).toHaveLength(1);
  });
});
