import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FleetRead } from '../azure/read-fleet.ts';
import { sampleRegion, sampleService } from '../domain/guidance/samples.ts';
import { FleetStore, fleetDatabase } from './fleet-store.ts';
import { servicesInPart } from './kept-fleet.ts';

const key = '["azure","cloud","tenant","me","fleet","all"]';
const now = async () => {};

function fleet(count: number, part: Partial<FleetRead> = {}): FleetRead {
  const services = Array.from({ length: count }, (_, at) =>
    sampleService({ name: `service-${at}`, regions: [sampleRegion({ publicIPAddresses: ['203.0.113.7'] })] }),
  );
  return {
    services,
    unreadable: [{ id: '/x', name: 'x', problem: 'sku: expected', json: '{}' }],
    subscriptions: [{ id: 's', name: 'One', state: 'Enabled', tenantId: null }],
    missing: [],
    incomplete: null,
    source: 'resource-graph',
    receivedAt: 1_000,
    correlationIds: ['c'],
    ...part,
  };
}

async function stored(): Promise<{ heads: number; parts: number }> {
  const database = await openDB(fleetDatabase);
  const [heads, parts] = [await database.count('heads'), await database.count('parts')];
  database.close();
  return { heads, parts };
}

/** Changes one record by hand, as damage would. */
async function damage(store: 'heads' | 'parts', value: unknown): Promise<void> {
  const database = await openDB(fleetDatabase);
  const [first] = await database.getAllKeys(store);
  if (first === undefined) throw new Error('Nothing to damage.');
  await (value === undefined ? database.delete(store, first) : database.put(store, value, first));
  database.close();
}

let store: FleetStore;
beforeEach(() => {
  store = new FleetStore('1');
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await store.remove();
});

describe('the last known fleet', () => {
  it('is given back whole, and marked as known from earlier', async () => {
    const read = fleet(servicesInPart * 2 + 1);
    await store.write(key, read, now);
    expect(await stored()).toEqual({ heads: 1, parts: 3 });
    expect(await new FleetStore('1').read(key)).toEqual({ ...read, correlationIds: [], lastKnown: true });
  });

  it('stands in the order of names, so that it is soon in the order of the screen', async () => {
    const [first, second] = ['b', 'a'].map(name => sampleService({ name }));
    await store.write(key, fleet(0, { services: [first, second].flatMap(one => one ?? []) }), now);
    expect((await store.read(key))?.services.map(one => one.name)).toEqual(['a', 'b']);
  });

  it('is nobody else’s', async () => {
    await store.write(key, fleet(1), now);
    expect(await store.read(key.replace('me', 'you'))).toBeUndefined();
    expect(await store.read(key.replace('tenant', 'other'))).toBeUndefined();
  });

  it('is read ahead for whom it was prepared, and for nobody else', async () => {
    await store.write(key, fleet(1), now);
    await store.write(key.replace('all', 'chosen'), fleet(2, { receivedAt: 2_000 }), now);
    await store.prepare('["azure","cloud","tenant","me",');
    expect((await store.read(key.replace('all', 'chosen')))?.services).toHaveLength(2);
    await store.prepare('["azure","cloud","tenant","you",');
    expect(await store.read(key.replace('me', 'you'))).toBeUndefined();
    expect((await store.read(key))?.services).toHaveLength(1);
  });

  it('gives way to the next one, without leaving parts behind', async () => {
    await store.write(key, fleet(servicesInPart + 1), now);
    await store.write(key, fleet(1, { receivedAt: 2_000 }), now);
    expect((await store.read(key))?.receivedAt).toBe(2_000);
    expect(await stored()).toEqual({ heads: 1, parts: 1 });
    await store.write(key, fleet(0), now);
    expect(await stored()).toEqual({ heads: 0, parts: 0 });
  });

  it('is kept for the newest few alone', async () => {
    for (let at = 1; at <= 6; at++) await store.write(`${key}${at}`, fleet(1, { receivedAt: at }), now);
    expect(await store.read(`${key}2`)).toBeUndefined();
    expect((await store.read(`${key}3`))?.receivedAt).toBe(3);
    expect(await stored()).toEqual({ heads: 4, parts: 4 });
  });

  it.each([
    ['a part is missing', 'parts', undefined],
    ['a part is no list', 'parts', 'damaged'],
    ['a service lost a field', 'parts', [{ ...sampleService({}), hostNames: null }]],
    ['a region lost its addresses', 'parts', [{ ...sampleService({}), regions: [{ name: 'westeurope' }] }]],
    ['the head is another thing', 'heads', { build: '1' }],
  ] as const)('is nothing where %s', async (_, where, value) => {
    await store.write(key, fleet(1), now);
    await damage(where, value);
    expect(await store.read(key)).toBeUndefined();
  });

  it('is nothing to another build of the page', async () => {
    await store.write(key, fleet(1), now);
    expect(await new FleetStore('2').read(key)).toBeUndefined();
  });

  it('is nothing to a page that is older than the store', async () => {
    const newer = await openDB(fleetDatabase, 9);
    newer.close();
    await store.write(key, fleet(1), now);
    expect(await store.read(key)).toBeUndefined();
  });

  it('is gone after a sign-out, and what was being written then does not come back', async () => {
    await store.write(key, fleet(1), now);
    const second = store.write(`${key}2`, fleet(servicesInPart * 2), async () => {
      await store.clear();
    });
    await second;
    expect(await stored()).toEqual({ heads: 0, parts: 0 });
    await store.write(key, fleet(1), now);
    await store.remove();
    expect((await indexedDB.databases()).map(one => one.name)).not.toContain(fleetDatabase);
  });

  it('costs nothing where storage is denied', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
      deleteDatabase: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    await store.write(key, fleet(1), now);
    expect(await store.read(key)).toBeUndefined();
    await store.prepare('[');
    await store.clear();
    await store.remove();
  });
});
