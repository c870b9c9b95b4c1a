import { describe, expect, it } from 'vitest';
import type { Azure } from './azure.ts';
import { getNatGateway } from './get-nat-gateway.ts';
import { getPrivateEndpoint } from './get-private-endpoint.ts';
import { getPublicIp } from './get-public-ip.ts';
import type { ById } from './get-resource.ts';
import { getRouteTable } from './get-route-table.ts';
import { getServiceTag } from './get-service-tag.ts';
import { getSubnet } from './get-subnet.ts';
import { exampleBody, hasExamples } from './testing/arm-examples.ts';
import { FakeNetwork, json, origin, refused } from './testing/fake-network.ts';

const networkPath = '/subscriptions/s9/resourceGroups/rg-net/providers/Microsoft.Network';

/** A network that answers each path by what is given for it, and 404 for any other. */
function holding(resources: Readonly<Record<string, unknown>>): FakeNetwork {
  return new FakeNetwork(({ url }) => {
    const body = resources[url.pathname];
    if (body instanceof Response) return body;
    return body === undefined ? refused(404, 'ResourceNotFound') : json(body);
  });
}

function read<T>(get: (azure: Azure, byId: ById) => Promise<T>, body: unknown): Promise<T> {
  const network = new FakeNetwork(() => json(body));
  return network.run(get(network.azure, { id: `${networkPath}/things/one` }));
}

describe('a subnet', () => {
  it('is read with its ranges, routes, gateway, rules and delegations', async () => {
    const body = {
      id: `${networkPath}/virtualNetworks/v/subnets/apim`,
      properties: {
        addressPrefixes: ['10.0.0.0/27', '2001:db8::/64'],
        routeTable: { id: '/rt' },
        natGateway: { id: '/nat' },
        networkSecurityGroup: { id: '/nsg' },
        delegations: [{ name: 'd', properties: { serviceName: 'Microsoft.Web/serverFarms' } }, 7],
        serviceEndpoints: [{ service: 'Microsoft.Storage', locations: ['*'] }],
      },
    };
    await expect(read(getSubnet, body)).resolves.toEqual({
      id: body.id,
      addressPrefixes: ['10.0.0.0/27', '2001:db8::/64'],
      routeTableId: '/rt',
      natGatewayId: '/nat',
      networkSecurityGroupId: '/nsg',
      delegations: ['Microsoft.Web/serverFarms'],
      serviceEndpoints: ['Microsoft.Storage'],
    });
  });

  it.each([
    [{ addressPrefix: '10.0.0.0/27' }, ['10.0.0.0/27']],
    [{ addressPrefix: '10.0.0.0/27', addressPrefixes: ['10.0.0.0/27'] }, ['10.0.0.0/27']],
    [
      { addressPrefix: null, addressPrefixes: ['10.0.0.0/27', '10.1.0.0/27'] },
      ['10.0.0.0/27', '10.1.0.0/27'],
    ],
    [{}, []],
  ])('has each of its ranges once: %j', async (properties, addressPrefixes) => {
    await expect(read(getSubnet, { properties })).resolves.toMatchObject({ addressPrefixes });
  });

  it.each([{ addressPrefixes: [7] }, { routeTable: 'x' }, { natGateway: { id: 7 } }])(
    'that cannot be read for a fact is an error, not a subnet without it: %j',
    async properties => {
      await expect(read(getSubnet, { properties })).rejects.toMatchObject({ kind: 'malformed' });
    },
  );

  it('names its subscription in a failure', async () => {
    const network = new FakeNetwork(() => refused(403, 'AuthorizationFailed'));
    await expect(getSubnet(network.azure, { id: `${networkPath}/x` })).rejects.toMatchObject({
      kind: 'forbidden',
      scope: { operation: 'read a subnet', subscriptionId: 's9' },
    });
  });

  it.skipIf(!hasExamples)('is read from Microsoft’s published payload', async () => {
    await expect(read(getSubnet, exampleBody('network', 'SubnetGet'))).resolves.toMatchObject({
      addressPrefixes: ['10.0.0.0/16'],
      routeTableId: null,
      natGatewayId: null,
    });
  });
});

describe('a route table', () => {
  const route = {
    name: 'out',
    properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIpAddress: '10.0.0.4' },
  };

  it('is read with every route', async () => {
    const properties = {
      disableBgpRoutePropagation: true,
      routes: [route, { properties: { addressPrefix: 'ApiManagement', nextHopType: 'Teleport' } }],
    };
    await expect(read(getRouteTable, { id: '/rt', properties })).resolves.toEqual({
      id: '/rt',
      disableBgpRoutePropagation: true,
      routes: [
        { name: 'out', addressPrefix: '0.0.0.0/0', nextHopType: 'VirtualAppliance', nextHopIp: '10.0.0.4' },
        { name: '', addressPrefix: 'ApiManagement', nextHopType: 'Teleport', nextHopIp: null },
      ],
    });
  });

  it('without routes has none', async () => {
    await expect(read(getRouteTable, { properties: { routes: null } })).resolves.toMatchObject({
      routes: [],
      disableBgpRoutePropagation: null,
    });
  });

  it.each([7, {}, { properties: { addressPrefix: '0.0.0.0/0' } }])(
    'with a route that cannot be read is an error, not a table without it: %j',
    async odd => {
      const properties = { routes: [route, odd] };
      await expect(read(getRouteTable, { properties })).rejects.toMatchObject({ kind: 'malformed' });
    },
  );
});

describe('a public IP address', () => {
  it('is read with its kind, zones and name', async () => {
    const body = {
      id: '/ip',
      sku: { name: 'Standard', tier: 'Regional' },
      zones: ['1', '2'],
      properties: {
        ipAddress: '203.0.113.7',
        publicIPAllocationMethod: 'Static',
        dnsSettings: { domainNameLabel: 'apim', fqdn: 'apim.westeurope.cloudapp.azure.com' },
      },
    };
    await expect(read(getPublicIp, body)).resolves.toEqual({
      id: '/ip',
      address: '203.0.113.7',
      allocation: 'Static',
      sku: 'Standard',
      zones: ['1', '2'],
      fqdn: 'apim.westeurope.cloudapp.azure.com',
    });
  });

  it.skipIf(!hasExamples)('without an address is read from Microsoft’s published payload', async () => {
    await expect(read(getPublicIp, exampleBody('network', 'PublicIpAddressGet'))).resolves.toMatchObject({
      address: null,
      allocation: 'Dynamic',
      sku: null,
      zones: [],
    });
  });
});

describe('a NAT gateway', () => {
  const nat = `${networkPath}/natGateways/nat`;
  const ip = `${networkPath}/publicIPAddresses/ip`;
  const prefix = `${networkPath}/publicIPPrefixes/prefix`;
  const gateway = {
    id: nat,
    properties: { publicIpAddresses: [{ id: ip }], publicIpPrefixes: [{ id: prefix }] },
  };

  it('is read with the addresses and prefixes that it sends from', async () => {
    const network = holding({
      [nat]: gateway,
      [ip]: { properties: { ipAddress: '203.0.113.7' } },
      [prefix]: { properties: { ipPrefix: '60.0.0.0/31' } },
    });
    await expect(getNatGateway(network.azure, { id: nat })).resolves.toEqual({
      id: nat,
      addresses: { state: 'known', value: ['203.0.113.7'] },
      prefixes: { state: 'known', value: ['60.0.0.0/31'] },
    });
  });

  it.each([
    ['forbidden', refused(403, 'AuthorizationFailed'), 'forbidden'],
    ['gone', undefined, 'not-found'],
    ['without an address', { properties: {} }, 'not-found'],
    ['of another shape', { properties: { ipAddress: 7 } }, 'failed'],
  ])('does not know its addresses where one of them is %s', async (_, body, reason) => {
    const network = holding({
      [nat]: gateway,
      [ip]: body,
      [prefix]: { properties: { ipPrefix: '60.0.0.0/31' } },
    });
    await expect(network.run(getNatGateway(network.azure, { id: nat }))).resolves.toMatchObject({
      addresses: { state: 'unknown', reason },
      prefixes: { state: 'known' },
    });
  });

  it('without any has none', async () => {
    const network = holding({ [nat]: { properties: { publicIpAddresses: null } } });
    await expect(getNatGateway(network.azure, { id: nat })).resolves.toMatchObject({
      addresses: { state: 'known', value: [] },
      prefixes: { state: 'known', value: [] },
    });
  });
});

describe('a private endpoint', () => {
  const endpoint = `${networkPath}/privateEndpoints/pe`;
  const nic = `${networkPath}/networkInterfaces/nic`;
  const body = {
    id: endpoint,
    properties: {
      subnet: { id: '/subnet' },
      networkInterfaces: [{ id: nic }],
      customDnsConfigs: [{ fqdn: 'contoso.azure-api.net', ipAddresses: ['10.0.0.9'] }],
    },
  };
  const card = {
    properties: { ipConfigurations: [{ properties: { privateIPAddress: '10.0.0.8' } }, { properties: {} }] },
  };

  it('has the addresses of its network interface', async () => {
    const network = holding({ [endpoint]: body, [nic]: card });
    await expect(getPrivateEndpoint(network.azure, { id: endpoint })).resolves.toEqual({
      id: endpoint,
      subnetId: '/subnet',
      addresses: { state: 'known', value: ['10.0.0.8'] },
    });
  });

  it('has those that it names itself where the interface may not be read', async () => {
    const network = holding({ [endpoint]: body, [nic]: refused(403, 'AuthorizationFailed') });
    await expect(getPrivateEndpoint(network.azure, { id: endpoint })).resolves.toMatchObject({
      addresses: { state: 'known', value: ['10.0.0.9'] },
    });
  });

  it('does not know them where neither tells', async () => {
    const properties = { ...body.properties, customDnsConfigs: null };
    const network = holding({ [endpoint]: { properties }, [nic]: refused(403, 'AuthorizationFailed') });
    await expect(getPrivateEndpoint(network.azure, { id: endpoint })).resolves.toMatchObject({
      addresses: {
        state: 'unknown',
        reason: 'forbidden',
        action: 'Microsoft.Network/networkInterfaces/read',
      },
    });
  });
});

describe('a service tag', () => {
  const place = { subscriptionId: 's1', region: 'West Europe' };

  it('is asked for by its name, in the short form of a region, and found whatever its case', async () => {
    const network = new FakeNetwork(() =>
      json({
        value: [
          { name: 'AzureCloud', properties: { changeNumber: '1', addressPrefixes: ['10.0.0.0/8'] } },
          {
            name: 'AzureCloud.westeurope',
            properties: { changeNumber: '27', addressPrefixes: ['20.0.0.0/16', '2603:1020::/40'] },
          },
        ],
      }),
    );
    await expect(getServiceTag(network.azure, { ...place, name: 'azurecloud.WestEurope' })).resolves.toEqual({
      name: 'AzureCloud.westeurope',
      changeNumber: '27',
      prefixes: ['20.0.0.0/16', '2603:1020::/40'],
    });
    expect(network.sent.map(sent => sent.url.href)).toEqual([
      `${origin}/subscriptions/s1/providers/Microsoft.Network/locations/westeurope/serviceTagDetails?tagName=azurecloud.WestEurope&api-version=2024-05-01`,
    ]);
  });

  it('that Azure does not return is none', async () => {
    const network = new FakeNetwork(() => json({ value: [] }));
    await expect(getServiceTag(network.azure, { ...place, name: 'AzureCloud.mars' })).resolves.toBeNull();
  });

  it('is not said to be none where the list breaks off', async () => {
    const network = new FakeNetwork(() => json({ value: [], nextLink: '...' }));
    const work = getServiceTag(network.azure, { ...place, name: 'AzureCloud.westeurope' });
    await expect(work).rejects.toMatchObject({ code: 'PageRefused' });
  });

  it.skipIf(!hasExamples)('is read from Microsoft’s published list', async () => {
    const list = Object(exampleBody('network', 'ServiceTagsList'));
    const network = new FakeNetwork(() => json({ value: list.values }));
    const tag = await getServiceTag(network.azure, { ...place, name: 'ApiManagement.AustraliaCentral' });
    expect(tag).toEqual({
      name: 'ApiManagement.AustraliaCentral',
      changeNumber: '2',
      prefixes: ['20.36.106.68/31', '20.36.107.176/28'],
    });
  });
});

it('a reader who goes away ends a read in the middle of its parts', async () => {
  const gone = new Error('The reader went away.');
  const controller = new AbortController();
  const nat = `${networkPath}/natGateways/nat`;
  const network = new FakeNetwork(({ url }) => {
    if (url.pathname === nat)
      return json({ properties: { publicIpAddresses: [{ id: `${networkPath}/publicIPAddresses/ip` }] } });
    controller.abort(gone);
    return new Promise(() => {});
  });
  await expect(getNatGateway(network.azure, { id: nat, signal: controller.signal })).rejects.toBe(gone);
});
