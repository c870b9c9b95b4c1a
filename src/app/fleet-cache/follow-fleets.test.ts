import 'fake-indexeddb/auto';
import { QueryClient, QueryObserver, skipToken } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lastFleetKey } from '../../azure/last-fleet.ts';
import type { FleetRead } from '../../azure/read-fleet.ts';
import { sampleService } from '../../domain/guidance/samples.ts';
import { FleetStore } from '../../fleet-cache/fleet-store.ts';
import { followFleets, storeKey } from './follow-fleets.ts';

const scope = { cloud: 'AzureCloud', tenantId: 'tenant', accountId: 'me' };
const fleetKey = ['azure', 'AzureCloud', 'tenant', 'me', 'fleet', 'all'];
const lastKey = lastFleetKey({ scope }, 'all');

function fleet(name: string, part: Partial<FleetRead> = {}): FleetRead {
  return {
    services: [sampleService({ name })],
    unreadable: [],
    subscriptions: [],
    missing: [],
    incomplete: null,
    source: 'arm',
    receivedAt: 1_000,
    correlationIds: [],
    ...part,
  };
}
const namesOf = (read: FleetRead | null | undefined) => read?.services.map(service => service.name);

let store: FleetStore;
let queries: QueryClient;
beforeEach(() => {
  store = new FleetStore('1');
  queries = new QueryClient();
});
afterEach(async () => {
  queries.clear();
  await store.remove();
});
const follow = () => followFleets(queries, store, async () => {});
/** The fleet screen: it asks for what was kept. */
const open = (key = lastKey) =>
  new QueryObserver<FleetRead | null>(queries, { queryKey: key, queryFn: skipToken });
const shown = () => namesOf(queries.getQueryData<FleetRead | null>(lastKey));

describe('fleets that the device keeps', () => {
  it('stand on the screen of whoever they were kept for, until Azure has answered', async () => {
    await store.write(storeKey(fleetKey), fleet('kept'), async () => {});
    follow();
    open();
    open(lastFleetKey({ scope: { ...scope, accountId: 'you' } }, 'all'));
    open(lastFleetKey({ scope: { ...scope, tenantId: 'other' } }, 'all'));
    open(lastFleetKey({ scope }, ['a']));
    await vi.waitFor(() => expect(shown()).toEqual(['kept']));
    const filled = queries.getQueriesData({ queryKey: ['azure'] }).filter(([, data]) => data !== undefined);
    expect(filled.map(([key]) => key)).toEqual([lastKey]);
    queries.setQueryData(fleetKey, fleet('fresh', { underWay: { total: 2 } }));
    expect(shown()).toEqual(['kept']);
    queries.setQueryData(fleetKey, fleet('fresh'));
    expect(queries.getQueryData(lastKey)).toBeNull();
  });

  it('are found by a screen that asked before there was anybody to answer', async () => {
    await store.write(storeKey(fleetKey), fleet('kept'), async () => {});
    open();
    follow();
    await vi.waitFor(() => expect(shown()).toEqual(['kept']));
  });

  it('come too late once Azure has answered', async () => {
    await store.write(storeKey(fleetKey), fleet('kept'), async () => {});
    const read = vi.spyOn(store, 'read');
    follow();
    queries.setQueryData(fleetKey, fleet('fresh'));
    open();
    await read.mock.results[0]?.value;
    expect(shown()).toBeUndefined();
  });

  it('are whole reads alone', async () => {
    const write = vi.spyOn(store, 'write');
    follow();
    queries.setQueryData(fleetKey, fleet('part', { underWay: { total: 2 } }));
    queries.setQueryData(['azure', 'AzureCloud', 'tenant', 'me', 'service', 'x'], fleet('other'));
    expect(write).not.toHaveBeenCalled();
    queries.setQueryData(fleetKey, fleet('whole'));
    await Promise.all(write.mock.results.map(one => one.value));
    expect(namesOf(await store.read(storeKey(fleetKey)))).toEqual(['whole']);
  });

  it('are kept also where Azure answered before there was anybody to keep them', async () => {
    const write = vi.spyOn(store, 'write');
    queries.setQueryData(fleetKey, fleet('early'));
    follow();
    await Promise.all(write.mock.results.map(one => one.value));
    expect(namesOf(await store.read(storeKey(fleetKey)))).toEqual(['early']);
  });
});
