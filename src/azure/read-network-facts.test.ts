import { describe, expect, it } from 'vitest';
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
    const known = Object.values(facts).flatMap(kind =>
      Object.entries(kind).map(([key, fact]) => `${key} ${fact.state === 'known' ? 'known' : fact.reason}`),
    );
    expect(known.sort()).toEqual(
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
