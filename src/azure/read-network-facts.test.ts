import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { known, unread } from '../domain/network-facts.ts';
import type { Service } from '../domain/service.ts';
import { networkFactsQuery, readNetworkFacts } from './read-network-facts.ts';
import { readRow } from './read-rows.ts';
import { armServiceReader } from './service-reader.ts';
import { FakeNetwork, json, refused } from './testing/fake-network.ts';
import { armServiceJson } from './testing/services.ts';

const net = '/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Network';
const ids = {
  subnet: `${net}/virtualNetworks/v/subnets/Apim`,
  routes: `${net}/routeTables/rt`,
  nat: `${net}/natGateways/nat`,
  ip: `${net}/publicIPAddresses/ip`,
  endpoint: `${net}/privateEndpoints/pe`,
};

function service(name: string, changed: Record<string, unknown> = {}): Service {
  const properties = {
    virtualNetworkConfiguration: { subnetResourceId: ids.subnet },
    publicIpAddressId: ids.ip,
    privateEndpointConnections: [
      {
        name: 'one',
        properties: {
          privateEndpoint: { id: ids.endpoint },
          privateLinkServiceConnectionState: { status: 'approved' },
        },
      },
      {
        name: 'two',
        properties: {
          privateEndpoint: { id: '/pending' },
          privateLinkServiceConnectionState: { status: 'Pending' },
        },
      },
    ],
    ...changed,
  };
  const { row } = readRow(armServiceReader, armServiceJson('s1', name, { properties }));
  if (!row) throw new Error('Not readable.');
  return row;
}

const bodies: Readonly<Record<string, unknown>> = {
  [ids.subnet]: {
    properties: { addressPrefix: '10.0.0.0/27', routeTable: { id: ids.routes }, natGateway: { id: ids.nat } },
  },
  [ids.routes]: { properties: { routes: [] } },
  [ids.nat]: { properties: {} },
  [ids.ip]: { properties: { ipAddress: '203.0.113.7' } },
  [ids.endpoint]: { properties: { customDnsConfigs: [{ ipAddresses: ['10.0.0.9'] }] } },
};

function holding(changed: Readonly<Record<string, unknown>> = {}): FakeNetwork {
  return new FakeNetwork(({ url }) => {
    if (url.pathname.endsWith('/serviceTagDetails')) {
      const name = url.searchParams.get('tagName') ?? '';
      return json({
        value: name === 'Nowhere' ? [] : [{ name, properties: { addressPrefixes: ['20.0.0.0/16'] } }],
      });
    }
    const body = { ...bodies, ...changed }[url.pathname];
    if (typeof body === 'number') return refused(body, `Code${body}`);
    return json(body);
  });
}

describe('the network around services', () => {
  it('is read with everything that hangs on it, each thing once', async () => {
    const network = holding();
    const other = service('other', {
      virtualNetworkConfiguration: { subnetResourceId: ids.subnet.toUpperCase() },
    });
    const { facts, failures } = await network.run(
      readNetworkFacts(network.azure, {
        services: [service('one'), other],
        serviceTags: ['AzureCloud.westeurope', 'Nowhere'],
      }),
    );
    const read = Object.values(facts).flatMap(kind =>
      Object.entries(kind).map(([key, fact]) => `${key} ${fact.state === 'known' ? 'known' : fact.reason}`),
    );
    expect(read.sort()).toEqual(
      [
        ...Object.values(ids).map(id => `${id.toLowerCase()} known`),
        'azurecloud.westeurope known',
        'nowhere not-found',
      ].sort(),
    );
    expect(failures).toEqual([]);
    expect(network.sent).toHaveLength(7);
  });

  it('says of what it may not read why, and reads the rest', async () => {
    const network = holding({ [ids.subnet]: 403, [ids.ip]: 404 });
    const { facts, failures } = await network.run(
      readNetworkFacts(network.azure, { services: [service('one')] }),
    );
    expect(facts.subnets[ids.subnet.toLowerCase()]).toEqual({
      state: 'unknown',
      reason: 'forbidden',
      action: 'Microsoft.Network/virtualNetworks/subnets/read',
    });
    expect(facts.publicIps[ids.ip.toLowerCase()]).toMatchObject({ state: 'unknown', reason: 'not-found' });
    expect(facts.privateEndpoints[ids.endpoint.toLowerCase()]).toMatchObject({ state: 'known' });
    expect(facts.routeTables).toEqual({});
    expect(failures.map(({ of, error }) => [of, error.status])).toEqual([
      [ids.subnet, 403],
      [ids.ip, 404],
    ]);
  });

  it('is an answer where everything is forbidden, and an error where nothing is known', async () => {
    const forbidden = holding(Object.fromEntries(Object.values(ids).map(id => [id, 403])));
    const request = { services: [service('one')] };
    await expect(forbidden.run(readNetworkFacts(forbidden.azure, request))).resolves.toMatchObject({
      failures: [{ of: ids.subnet }, { of: ids.ip }, { of: ids.endpoint }],
    });
    const broken = holding(Object.fromEntries(Object.values(ids).map(id => [id, 503])));
    await expect(broken.run(readNetworkFacts(broken.azure, request))).rejects.toMatchObject({
      kind: 'server',
    });
  });

  it('is an error only where nothing at all is known, and asking again may help', async () => {
    const request = { services: [service('one')] };
    const mixed = holding({ [ids.subnet]: 403, [ids.ip]: 503, [ids.endpoint]: 404 });
    await expect(mixed.run(readNetworkFacts(mixed.azure, request))).rejects.toMatchObject({ kind: 'server' });
    const some = holding({ [ids.subnet]: 403, [ids.ip]: 503 });
    const { facts } = await some.run(readNetworkFacts(some.azure, request));
    expect(facts.publicIps[ids.ip.toLowerCase()]).toEqual(
      unread('failed', 'Microsoft.Network/publicIPAddresses/read'),
    );
  });

  it('asks for each service tag once, in the subscription and the region of the first service', async () => {
    const network = new FakeNetwork(({ url }) => {
      const name = url.searchParams.get('tagName');
      if (name === 'Storage') return refused(403, 'AuthorizationFailed');
      return json({
        value: name === 'Nowhere' ? [] : [{ name: 'Sql', properties: { addressPrefixes: ['20.0.0.0/16'] } }],
      });
    });
    const plain = {
      virtualNetworkConfiguration: null,
      publicIpAddressId: null,
      privateEndpointConnections: null,
    };
    const { facts, failures } = await network.run(
      readNetworkFacts(network.azure, {
        services: [service('one', plain), service('two', plain)],
        serviceTags: ['SQL', 'Nowhere', 'Storage', 'sql'],
      }),
    );
    expect(facts.serviceTags).toEqual({
      sql: known({ name: 'Sql', changeNumber: null, prefixes: ['20.0.0.0/16'] }),
      nowhere: unread('not-found'),
      storage: unread('forbidden'),
    });
    expect(failures.map(({ of, error }) => [of, error.kind])).toEqual([['Storage', 'forbidden']]);
    expect(network.sent.map(({ url }) => url.pathname)).toEqual(
      Array(3).fill('/subscriptions/s1/providers/Microsoft.Network/locations/westeurope/serviceTagDetails'),
    );
  });

  it('is what its query reads, and stays fresh for five minutes', async () => {
    const network = holding();
    const query = networkFactsQuery(network.azure, [service('one')], ['AzureCloud']);
    expect(query).toMatchObject({ staleTime: 300_000, retry: false });
    expect(query.queryKey).toEqual([
      'azure',
      'AzureCloud',
      'tenant',
      'account',
      'network-facts',
      [...[ids.subnet, ids.ip, ids.endpoint].map(id => id.toLowerCase()), 'azurecloud'].sort(),
    ]);
    const { facts } = await network.run(new QueryClient().fetchQuery(query));
    expect(Object.keys(facts.subnets)).toEqual([ids.subnet.toLowerCase()]);
    expect(Object.keys(facts.serviceTags)).toEqual(['azurecloud']);
  });

  it('ends with the reader’s reason where the reader goes away', async () => {
    const gone = new Error('The reader went away.');
    const network = holding();
    const request = { services: [service('one')], serviceTags: ['Sql'], signal: AbortSignal.abort(gone) };
    await expect(network.run(readNetworkFacts(network.azure, request))).rejects.toBe(gone);
    expect(network.sent).toEqual([]);
  });

  it('has one key for one set of questions, whatever the order', () => {
    const { azure } = holding();
    const [a, b] = [service('a'), service('b', { publicIpAddressId: '/other' })];
    expect(networkFactsQuery(azure, [a, b], ['X']).queryKey).toEqual(
      networkFactsQuery(azure, [b, a], ['x']).queryKey,
    );
    expect(networkFactsQuery(azure, [a]).queryKey).not.toEqual(networkFactsQuery(azure, [b]).queryKey);
  });

  it('of services without a network asks nothing', async () => {
    const network = holding();
    const plain = service('plain', {
      virtualNetworkConfiguration: null,
      publicIpAddressId: null,
      privateEndpointConnections: null,
    });
    await readNetworkFacts(network.azure, { services: [plain] });
    await readNetworkFacts(network.azure, { services: [], serviceTags: ['AzureCloud'] });
    expect(network.sent).toEqual([]);
  });
});
