import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { azureKey } from './azure.ts';
import { fleetQuery } from './fleet-read-query.ts';
import { natGatewayQuery } from './get-nat-gateway.ts';
import { networkStatusQuery } from './get-network-status.ts';
import { outboundDependenciesQuery } from './get-outbound-dependencies.ts';
import { privateEndpointQuery } from './get-private-endpoint.ts';
import { publicIpQuery } from './get-public-ip.ts';
import { routeTableQuery } from './get-route-table.ts';
import { serviceQuery } from './get-service.ts';
import { serviceTagQuery } from './get-service-tag.ts';
import { subnetQuery } from './get-subnet.ts';
import { tenantsQuery } from './get-tenants.ts';
import { activityQuery } from './list-activity.ts';
import { servicesQuery } from './list-services.ts';
import { skusQuery } from './list-skus.ts';
import { subscriptionsQuery } from './list-subscriptions.ts';
import { changesOfQuery, changesQuery } from './query-changes.ts';
import { networkFactsQuery } from './read-network-facts.ts';
import { FakeNetwork, refused } from './testing/fake-network.ts';
import { armServiceJson } from './testing/services.ts';

const { id } = armServiceJson('s1', 'contoso');
const network = new FakeNetwork(() => refused(403, 'AuthorizationFailed'));
const { azure } = network;
const place = { subscriptionId: 's1', region: 'westeurope' };

/** Every query of this folder, for one id in two spellings. */
const queries = (spelled: string) => [
  fleetQuery(azure, [spelled]),
  changesQuery(azure, [spelled]),
  servicesQuery(azure, spelled),
  serviceTagQuery(azure, place, spelled),
  ...[serviceQuery, changesOfQuery, activityQuery].map(query => query(azure, spelled)),
  ...[networkStatusQuery, outboundDependenciesQuery, skusQuery].map(query => query(azure, spelled)),
  ...[subnetQuery, routeTableQuery, natGatewayQuery].map(query => query(azure, spelled)),
  ...[publicIpQuery, privateEndpointQuery].map(query => query(azure, spelled)),
  tenantsQuery(azure),
  subscriptionsQuery(azure),
  networkFactsQuery(azure, [], [spelled]),
];

describe('every query', () => {
  it('has a key of its own, under whose data it reads, the same for every spelling of an id', () => {
    const all = queries(id);
    const keys = all.map(query => JSON.stringify(query.queryKey));
    expect(new Set(keys).size).toBe(all.length);
    expect(queries(id.toUpperCase()).map(query => JSON.stringify(query.queryKey))).toEqual(keys);
    for (const query of all) expect(query.queryKey.slice(0, 4)).toEqual(azureKey(azure));
  });

  it('has a freshness, and leaves asking again to the transport', () => {
    for (const query of queries(id))
      expect([query.retry, Number(query.staleTime) > 0]).toEqual([false, true]);
  });

  it('asks for no token before it is read, and keeps none in its key', async () => {
    expect(network.tokens).toEqual([]);
    const client = new QueryClient();
    await network.run(client.fetchQuery(subnetQuery(azure, id))).catch(() => undefined);
    await network.run(client.fetchQuery(networkStatusQuery(azure, id))).catch(() => undefined);
    expect(network.tokens).toHaveLength(2);
    expect(
      JSON.stringify(
        client
          .getQueryCache()
          .getAll()
          .map(query => query.queryKey),
      ),
    ).not.toContain('token');
  });

  it.each<readonly [operation: string, read: (client: QueryClient) => Promise<unknown>]>([
    ['query the change history', client => client.fetchQuery(changesQuery(azure, ['s1']))],
    ['query the change history', client => client.fetchQuery(changesQuery(azure, 'all'))],
    ['query the change history', client => client.fetchQuery(changesOfQuery(azure, id))],
    ['list services', client => client.fetchQuery(servicesQuery(azure, 's1'))],
    ['list the tiers of a service', client => client.fetchQuery(skusQuery(azure, id))],
    ['read a service tag', client => client.fetchQuery(serviceTagQuery(azure, place, 'Storage'))],
    ['read the network status', client => client.fetchQuery(networkStatusQuery(azure, id))],
    ['read the outbound dependencies', client => client.fetchQuery(outboundDependenciesQuery(azure, id))],
    ['read a subnet', client => client.fetchQuery(subnetQuery(azure, id))],
    ['read a route table', client => client.fetchQuery(routeTableQuery(azure, id))],
    ['read a NAT gateway', client => client.fetchQuery(natGatewayQuery(azure, id))],
    ['read a public IP address', client => client.fetchQuery(publicIpQuery(azure, id))],
    ['read a private endpoint', client => client.fetchQuery(privateEndpointQuery(azure, id))],
    ['list tenants', client => client.fetchQuery(tenantsQuery(azure))],
    ['list subscriptions', client => client.fetchQuery(subscriptionsQuery(azure))],
  ])('of those that Azure refuses says that it was to %s', async (operation, read) => {
    await expect(network.run(read(new QueryClient()))).rejects.toMatchObject({
      kind: 'forbidden',
      scope: { operation },
    });
  });
});
