import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { azureKey } from '../../azure/azure.ts';
import { serviceQuery } from '../../azure/get-service.ts';
import { subscriptionsQuery } from '../../azure/list-subscriptions.ts';
import type { FleetRead } from '../../azure/read-fleet.ts';
import { FakeNetwork } from '../../azure/testing/fake-network.ts';
import { armServiceJson } from '../../azure/testing/services.ts';
import { timelineOf } from '../../domain/timeline/merge.ts';
import { openHistory } from '../../history/open-history.ts';
import { emptyIndexedDb, partition, subscription } from '../../history/test-store.ts';
import { Recorder } from './recorder.ts';

let state: string;
let address: string;
let listed: () => void;
let network: FakeNetwork;
let queries: QueryClient;
let recorder: Recorder;
let store: ReturnType<typeof openHistory>;
let written: () => void;
let looked: () => void;

const id = armServiceJson(subscription, 'contoso').id;

beforeEach(() => {
  emptyIndexedDb();
  [state, address, listed] = ['Disabled', '203.0.113.7', () => undefined];
  network = new FakeNetwork(
    ({ url }) => {
      if (url.pathname !== '/subscriptions')
        return Response.json(
          armServiceJson(subscription, 'contoso', {
            properties: {
              provisioningState: 'Succeeded',
              virtualNetworkType: 'None',
              publicIPAddresses: [address],
            },
          }),
        );
      const value = [{ subscriptionId: subscription, displayName: 'One', state, tenantId: 't' }];
      listed();
      return Response.json({ value });
    },
    { now: Date.now },
  );
  queries = new QueryClient();
  store = openHistory(partition);
  recorder = new Recorder({
    azure: network.azure,
    queries,
    store,
    written: async () => written(),
    looked: async () => looked(),
  });
  recorder.start(azureKey(network.azure));
});
afterEach(() => {
  recorder.stop();
  store.close();
  queries.clear();
});

/** Reads the service and waits until so many readings of it were recorded. */
async function look(readings = 1): Promise<void> {
  const done = new Promise<void>(resolve => {
    let left = readings;
    written = () => {
      left -= 1;
      if (left === 0) resolve();
    };
  });
  await queries.fetchQuery({ ...serviceQuery(network.azure, id), staleTime: 0 });
  await done;
}

async function causes() {
  return timelineOf(await store.historyOf(id)).map(one => one.causes);
}

it('never explains an address by the state that a subscription had a moment before', async () => {
  await look();
  // The list is a moment old when the subscription is reinstated and the service gets another address.
  await queries.fetchQuery({ ...subscriptionsQuery(network.azure), staleTime: 0 });
  [state, address] = ['Enabled', '203.0.113.9'];
  await look(2);
  expect(await causes()).toEqual([['subscription-reinstated']]);
});

it('never takes a state for the service’s that its subscription got a moment after', async () => {
  await look();
  // Reinstated behind the service's answer and before the list: the address follows later.
  const list = await queries.fetchQuery(subscriptionsQuery(network.azure));
  queries.setQueryData(subscriptionsQuery(network.azure).queryKey, list, { updatedAt: Date.now() - 60_000 });
  state = 'Enabled';
  listed = () => {
    address = '203.0.113.9';
  };
  await look(2);
  expect(await causes()).toEqual([['subscription-reinstated']]);
});

it('asks for the list again only where something differs', async () => {
  await look();
  await look();
  const lists = () => network.sent.filter(one => one.url.pathname === '/subscriptions').length;
  expect(lists()).toBe(1);
  address = '203.0.113.9';
  await look();
  expect(lists()).toBe(2);
  expect(await causes()).toEqual([['unexplained']]);
});

it.each([
  ['kept', () => {}],
  ['that cannot be kept', () => vi.spyOn(store, 'record').mockRejectedValue(new Error('No room'))],
])(
  'says when it is through with a fleet %s, so that nobody waits for its changes',
  async (_what, prepare) => {
    prepare();
    written = () => {};
    const done = new Promise<void>(resolve => {
      looked = resolve;
    });
    const read: FleetRead = {
      services: [],
      unreadable: [],
      subscriptions: [],
      missing: [],
      incomplete: null,
      source: 'resource-graph',
      receivedAt: Date.now(),
      correlationIds: [],
    };
    queries.setQueryData([...azureKey(network.azure), 'fleet', 'all'], read);
    await done;
  },
);
