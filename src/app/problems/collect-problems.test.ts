import { onlineManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { ArmActivity } from '../../azure/arm-activity.ts';
import { ArmError, type ArmErrorKind } from '../../azure/arm-error.ts';
import { azureKey } from '../../azure/azure.ts';
import { networkStatusQuery } from '../../azure/get-network-status.ts';
import { serviceQuery } from '../../azure/get-service.ts';
import type { FleetRead } from '../../azure/read-fleet.ts';
import { networkFactsQuery } from '../../azure/read-network-facts.ts';
import { subnetRangesQuery } from '../../azure/read-subnet-ranges.ts';
import { FakeNetwork, refused } from '../../azure/testing/fake-network.ts';
import { noNetworkFacts } from '../../domain/network-facts.ts';
import { collectProblems } from './collect-problems.ts';
import { lastFleet, retryFailed } from './failed-reads.ts';

const subscriptionId = '6f2b0c1e-47aa-4d0b-9c58-2a1d7e905b13';
const id = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.ApiManagement/service/contoso`;

function errorOf(kind: ArmErrorKind, status = 403): ArmError {
  const scope = { operation: 'list services', subscriptionId };
  return new ArmError({ kind, scope, status, code: 'Code', message: '', correlationId: null });
}

function fleetWith(changed: Partial<FleetRead>): FleetRead {
  return {
    services: [],
    unreadable: [],
    subscriptions: [],
    missing: [],
    incomplete: null,
    source: 'arm',
    receivedAt: 5,
    correlationIds: [],
    ...changed,
  };
}

/** An account's reads, with a network that refuses each with this answer. */
function reads(status: number, code: string) {
  const network = new FakeNetwork(() => refused(status, code, { 'x-ms-correlation-request-id': 'c-1' }));
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { azure, clock } = network;
  return { network, queries, azure, clock, problems: () => collectProblems(queries, azure, []) };
}

describe('collectProblems', () => {
  it('tells a failed read with its resource, subscription, answer and time', async () => {
    const { queries, azure, clock, problems } = reads(403, 'AuthorizationFailed');
    await expect(clock.run(queries.fetchQuery(serviceQuery(azure, id)))).rejects.toThrow();
    expect(problems()).toMatchObject([
      {
        operation: 'read the service',
        about: 'contoso',
        subscriptionId,
        reason: { status: 403, code: 'AuthorizationFailed', correlationId: 'c-1' },
        at: expect.any(Number),
        retry: { by: 'right' },
        isFault: false,
        isShown: false,
      },
    ]);
  });

  it('knows what the screen shows from what it showed before', async () => {
    const { queries, azure, clock, problems } = reads(400, 'BadRequest');
    await expect(clock.run(queries.fetchQuery(serviceQuery(azure, id)))).rejects.toThrow();
    expect(problems()).toMatchObject([{ isShown: false, retry: { by: 'reader' }, isFault: true }]);
    const screen = new QueryObserver(queries, { ...serviceQuery(azure, id), retryOnMount: false });
    const leave = screen.subscribe(() => {});
    expect(problems()).toMatchObject([{ isShown: true }]);
    leave();
  });

  it('is silent about a network status that a tier does not have', async () => {
    const { queries, azure, clock, problems } = reads(400, 'NotSupported');
    await expect(clock.run(queries.fetchQuery(networkStatusQuery(azure, id)))).rejects.toThrow();
    expect(problems()).toEqual([]);
  });

  it('tells what is missing of the fleet, faults first', () => {
    const { queries, azure, problems } = reads(403, '');
    const missing = [
      { subscriptionId: 's1', name: null, reason: 'not-listed' },
      { subscriptionId: 's2', name: null, reason: errorOf('forbidden') },
      { subscriptionId: 's3', name: null, reason: errorOf('server', 500) },
    ] as const;
    const incomplete = errorOf('throttled', 429);
    queries.setQueryData([...azureKey(azure), 'fleet', 'all'], fleetWith({ missing, incomplete }));
    expect(problems().map(one => [one.subscriptionId, one.isFault, one.retry.by])).toEqual([
      [subscriptionId, true, 'reader'],
      ['s3', true, 'reader'],
      ['s1', false, 'right'],
      ['s2', false, 'right'],
    ]);
  });

  it('tells the gaps that other answers name themselves', () => {
    const { queries, azure, problems } = reads(403, '');
    const head = azureKey(azure);
    const error = errorOf('server', 500);
    queries.setQueryData(networkFactsQuery(azure, []).queryKey, {
      facts: noNetworkFacts,
      failures: [{ of: `${id}/subnets/front`, error }],
    });
    queries.setQueryData([...head, 'changes', 'all'], { incomplete: errorOf('offline', 0) });
    queries.setQueryData([...head, 'check-guidance', id, 'Enabled'], { error });
    queries.setQueryData([...head, 'activity', id], { failure: null });
    expect(problems().map(one => one.about)).toEqual(['front', null, 'contoso']);
  });

  it('tells each subnet that was not read, also one that Resource Graph left out', () => {
    const { queries, azure, problems } = reads(403, '');
    const subnet = (name: string) =>
      `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v/subnets/${name}`;
    queries.setQueryData(subnetRangesQuery(azure, [subnet('a')]).queryKey, {
      facts: {},
      failures: [
        { of: subnet('a'), error: errorOf('forbidden') },
        { of: subnet('b'), error: 'not-listed' },
      ],
    });
    expect(problems()).toMatchObject([
      { operation: 'list services', about: 'a', subscriptionId, retry: { by: 'right' } },
      {
        operation: 'query a subnet',
        about: 'b',
        subscriptionId,
        reason: 'not-listed',
        retry: { by: 'right' },
      },
    ]);
  });

  it('tells a sign-in from what may be tried again', () => {
    const { queries, azure, problems } = reads(403, '');
    const incomplete = errorOf('sign-in', 401);
    queries.setQueryData([...azureKey(azure), 'fleet', 'all'], fleetWith({ incomplete }));
    expect(problems()).toMatchObject([{ retry: { by: 'sign-in', claims: null } }]);
  });

  it('says when something is being asked again, or waits for the connection', () => {
    const { queries, azure, problems } = reads(403, '');
    const queryKey = [...azureKey(azure), 'fleet', 'all'];
    queries.setQueryData(queryKey, fleetWith({ incomplete: errorOf('server', 500) }), { updatedAt: 1 });
    void queries.prefetchQuery({ queryKey, queryFn: () => new Promise(() => {}), staleTime: 0 });
    expect(problems()).toMatchObject([{ retry: { by: 'itself-now' } }]);
    onlineManager.setOnline(false);
    const other = [...azureKey(azure), 'fleet', ['s1']];
    queries.setQueryData(other, fleetWith({ incomplete: errorOf('throttled', 429) }), { updatedAt: 1 });
    void queries.prefetchQuery({ queryKey: other, queryFn: () => new Promise(() => {}), staleTime: 0 });
    expect(problems()).toMatchObject([{ retry: { by: 'connection' } }]);
    onlineManager.setOnline(true);
    queries.clear();
  });

  it('puts what waits first, with the moment at which it goes on', () => {
    const { queries, azure } = reads(403, '');
    queries.setQueryData([...azureKey(azure), 'fleet', 'all'], fleetWith({ incomplete: errorOf('server') }));
    const activity = new ArmActivity();
    const error = errorOf('throttled', 429);
    activity.begin({ scope: error.scope, reason: 'throttled', error, until: 99 });
    expect(collectProblems(queries, azure, activity.waits())).toMatchObject([
      { operation: 'list services', subscriptionId, at: null, retry: { by: 'itself', until: 99 } },
      { retry: { by: 'reader' } },
    ]);
  });

  it('tells nothing of another account', () => {
    const { queries, azure, problems } = reads(403, '');
    const other = { ...azure, scope: { ...azure.scope, accountId: 'another' } };
    queries.setQueryData([...azureKey(other), 'fleet', 'all'], fleetWith({ incomplete: errorOf('server') }));
    expect(problems()).toEqual([]);
    expect(lastFleet(queries, azure)).toBeUndefined();
  });
});

describe('retryFailed', () => {
  it('asks again for what may come now, and not for what lacks a right', async () => {
    const { network, queries, azure, clock } = reads(403, 'AuthorizationFailed');
    const failing = new FakeNetwork(() => refused(409, 'Conflict'));
    await expect(clock.run(queries.fetchQuery(serviceQuery(azure, id)))).rejects.toThrow();
    const other = serviceQuery(failing.azure, `${id}2`);
    await expect(failing.run(queries.fetchQuery(other))).rejects.toThrow();
    retryFailed(queries, azure);
    expect(queries.getQueryState(serviceQuery(azure, id).queryKey)?.fetchStatus).toBe('idle');
    expect(queries.getQueryState(other.queryKey)?.fetchStatus).toBe('fetching');
    expect(network.sent).toHaveLength(1);
  });
});

describe('lastFleet', () => {
  it('is the newest of all selections', () => {
    const { queries, azure } = reads(403, '');
    const head = [...azureKey(azure), 'fleet'];
    queries.setQueryData([...head, 'all'], fleetWith({ receivedAt: 7 }));
    queries.setQueryData([...head, ['s1']], fleetWith({ receivedAt: 9 }));
    expect(lastFleet(queries, azure)?.receivedAt).toBe(9);
  });
});
