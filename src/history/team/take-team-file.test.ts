import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { headLine, observationLine } from '../../domain/timeline/file-write.ts';
import { timelineOf } from '../../domain/timeline/merge.ts';
import { type Observation, observedBy } from '../../domain/timeline/observation.ts';
import { minute } from '../../domain/timeline/test-data.ts';
import { Connection } from '../connection.ts';
import { HistoryStore } from '../history-store.ts';
import { databaseName } from '../partition.ts';
import { migrations } from '../schema.ts';
import type { TeamFile } from '../team-file.ts';
import { at, emptyIndexedDb, partition, reading, serviceId, state, wholeHistory } from '../test-store.ts';
import { takeTeamFile } from './take-team-file.ts';
import type { FromTeamWorker } from './team-messages.ts';

const name = databaseName(partition);
const owner = { cloud: 'AzureCloud', tenant: 't-1' };
let connection: Connection;
let store: HistoryStore;

beforeEach(() => {
  emptyIndexedDb();
  connection = new Connection(name, { enabled: true });
  store = new HistoryStore(connection);
});
afterEach(() => {
  store.close();
  vi.restoreAllMocks();
});

/** Seen by the recorder from one minute to another, with the facts of a number. */
function seen(service: string, from: number, to: number, facts: number): Observation {
  return {
    service: serviceId(service),
    at: minute(from),
    until: minute(to),
    source: 'arm',
    facts: state(facts),
  };
}

function fileOf(observations: readonly Observation[]): string {
  return [headLine({ exportedAt: minute(500), ...owner }), ...observations.map(observationLine)].join('');
}

const first = [seen('a', 0, 10, 1), seen('a', 20, 100, 2), seen('b', 0, 100, 5)];

/** Serves a text and takes it; returns what the page was told. */
async function take(text: string, how: { tag?: string; device?: boolean; keep?: boolean } = {}) {
  const { tag, device = true, keep = true } = how;
  vi.spyOn(globalThis, 'fetch').mockImplementation(
    async () => new Response(text, { headers: tag ? { etag: tag } : {} }),
  );
  const told: FromTeamWorker[] = [];
  const holder = await takeTeamFile({
    kind: 'read',
    url: '/history.jsonl',
    owner,
    partition,
    device,
    keep,
    connection: device ? connection : new Connection(name, { enabled: false }),
    host: 'ip.contoso.example',
    tell: message => told.push(message),
    now: () => at(600),
  });
  const states = told.flatMap(one => (one.kind === 'team' ? [one.team] : []));
  return { told, holder, last: states.at(-1) };
}

const read: TeamFile = {
  host: 'ip.contoso.example',
  state: 'read',
  exportedAt: minute(500),
  kept: true,
};

/** Keys of what is put into the store of parts from now on. */
function watchParts(): string[] {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  const names: string[] = [];
  const { put: real } = IDBObjectStore.prototype;
  put.mockRestore();
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
    if (this.name === 'teamParts') names.push(JSON.stringify(key).replace(/^\["[^"]*contoso-|",.*/g, ''));
    return real.call(this, value, key);
  });
  return names;
}

async function storedParts(): Promise<number> {
  const database = await openDB(name);
  const count = await database.count('teamParts');
  database.close();
  return count;
}

describe('a file of the team', () => {
  it('is shown as the team’s, beside what this browser observed, and is no part of an export', async () => {
    await store.record(reading(120, { a: state(2) }));
    const { last } = await take(fileOf(first));
    expect(last).toEqual(read);
    const history = await store.historyOf(serviceId('a'));
    expect(timelineOf(history)).toMatchObject([
      { notBefore: minute(10), at: minute(20), sources: ['recorded'] },
    ]);
    expect(history.observations.map(one => one.observer)).toEqual(['team', 'team', undefined]);
    expect(await store.summaries()).toMatchObject([{ service: serviceId('a'), changedAt: [at(20)] }]);
    const lines = await store.exportLines({ exportedAt: minute(600), ...owner }, { names: false });
    expect([...(lines ?? [])].join('')).not.toContain(minute(20));
  });

  it('writes nothing of services of which only the last sight moved on', async () => {
    await take(fileOf(first));
    const parts = watchParts();
    await take(fileOf(first.map(one => (one.until === minute(100) ? { ...one, until: minute(160) } : one))));
    expect(parts).toEqual([]);
    const [, newest] = (await store.historyOf(serviceId('a'))).observations;
    expect(newest?.until).toBe(minute(160));
  });

  it('writes the services alone of which something is new, and forgets those that the team forgot', async () => {
    await take(fileOf([...first, seen('c', 0, 100, 7), seen('c', 120, 130, 8)]));
    const parts = watchParts();
    await take(fileOf([...first, seen('b', 110, 140, 6)]));
    expect(parts).toEqual(['b']);
    expect(await storedParts()).toBe(2);
    expect((await store.summaries()).map(one => one.service)).toEqual([serviceId('a'), serviceId('b')]);
    expect((await store.historyOf(serviceId('c'))).observations).toEqual([]);
  });

  it('is not read where the host says that it is the same', async () => {
    await take(fileOf(first), { tag: '"1"' });
    const { last } = await take('not read', { tag: '"1"' });
    expect(last).toEqual(read);
    expect((await take('is read', { tag: '"2"' })).last).toMatchObject({ state: 'refused' });
    expect((await take('is read')).last).toMatchObject({ state: 'refused' });
  });

  it('is refused whole where it is damaged, and the one before it stays', async () => {
    await take(fileOf(first));
    const before = await wholeHistory(store);
    const { last } = await take(`${fileOf([...first, seen('d', 0, 5, 1), seen('e', 0, 5, 1)])}{"type":`);
    expect(last).toMatchObject({ state: 'refused', reason: 'line 7: is not JSON' });
    expect(await wholeHistory(store)).toEqual(before);
    expect(await storedParts()).toBe(2);
  });

  it('tells the same in whatever order its lines stand', async () => {
    const mixed = [...first, ...first.map(one => ({ ...one, at: minute(200), until: minute(210) }))];
    await take(fileOf(mixed));
    const { observations } = await wholeHistory(store);
    const inOrder = (all: readonly Observation[]) => all.map(one => JSON.stringify(one)).sort();
    expect(inOrder(observations)).toEqual(inOrder(observedBy('team', mixed)));
    await take(fileOf([...mixed].reverse()));
    expect(inOrder((await wholeHistory(store)).observations)).toEqual(inOrder(observedBy('team', mixed)));
  });

  it('leaves summaries that a closed page did not come to for the next one', async () => {
    const summarise = vi
      .spyOn(HistoryStore.prototype, 'summarise')
      .mockRejectedValueOnce(new Error('closed'));
    await take(fileOf(first), { tag: '"1"' });
    expect(await store.summaries()).toEqual([]);
    summarise.mockRestore();
    await take('not read', { tag: '"1"' });
    expect(await store.summaries()).toMatchObject([{ service: serviceId('a') }]);
  });

  it('makes a change known that lies between it and the first look of this browser', async () => {
    await take(fileOf(first));
    await store.record(reading(200, { a: state(2), b: state(6) }));
    expect(await store.summaries()).toMatchObject([{ service: serviceId('a') }, { service: serviceId('b') }]);
    expect(timelineOf(await store.historyOf(serviceId('b')))).toMatchObject([
      { notBefore: minute(100), at: minute(200), sources: ['observed', 'recorded'] },
    ]);
  });

  it('is held in memory where the reader or the installation lets nothing be kept', async () => {
    await store.record(reading(120, { a: state(3) }));
    const { holder, told, last } = await take(fileOf(first), { keep: false });
    expect(last).toEqual({ ...read, kept: false });
    expect(await storedParts()).toBe(0);
    expect(holder?.historyOf(serviceId('a').toLowerCase()).observations).toHaveLength(2);
    // The summary knows what this browser saw as well.
    expect(told).toContainEqual({
      kind: 'held',
      services: [
        [serviceId('a').toLowerCase(), expect.objectContaining({ changedAt: [at(20), at(120)] })],
        [serviceId('b').toLowerCase(), null],
      ],
    });

    emptyIndexedDb();
    const off = await take(fileOf(first), { device: false, keep: false });
    expect(off.last).toEqual({ ...read, kept: false });
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('is held in memory where the disk is full', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('No room', 'QuotaExceededError');
    });
    expect((await take(fileOf(first))).last).toEqual({ ...read, kept: false });
  });

  it('is said to be missing where the host has none', async () => {
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status: 404 }));
    const told: FromTeamWorker[] = [];
    await takeTeamFile({
      kind: 'read',
      url: '/history.jsonl',
      owner,
      partition,
      device: true,
      keep: true,
      connection,
      host: 'ip.contoso.example',
      tell: message => told.push(message),
      now: () => at(600),
    });
    expect(told.at(-1)).toMatchObject({
      team: { state: 'missing', reason: 'ip.contoso.example answered 404 for /history.jsonl' },
    });
  });
});

describe('a database of the page before', () => {
  it('is brought up to date with everything in it, also with what it had put there of the team’s', async () => {
    store.close();
    emptyIndexedDb();
    const old = new HistoryStore(new Connection(name, { enabled: true, steps: migrations.slice(0, 1) }));
    await old.summaries();
    old.close();
    const database = await openDB(name, 1);
    await database.put('observations', { ...seen('a', 20, 90, 2), until: minute(150) }, [
      serviceId('a').toLowerCase(),
      at(20),
      'x',
    ]);
    database.close();
    connection = new Connection(name, { enabled: true });
    store = new HistoryStore(connection);
    await take(fileOf(first));
    const { observations } = await store.historyOf(serviceId('a'));
    expect(observations.map(one => [one.at, one.until, one.observer])).toEqual([
      [minute(0), minute(10), 'team'],
      [minute(20), minute(150), 'team'],
    ]);
    expect(store.status).toEqual({ status: 'on' });
  });
});
