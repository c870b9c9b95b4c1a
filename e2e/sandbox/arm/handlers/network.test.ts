import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRange } from '../../../../src/domain/address.ts';
import { ids } from '../../world/fleet/subscriptions.ts';
import { startTestArm, type TestArm } from '../test-arm.ts';

let sandbox: TestArm;
beforeAll(async () => {
  sandbox = await startTestArm();
});
afterAll(() => sandbox.close());

const network = (subscription: keyof typeof ids, group: string, rest: string) =>
  `/subscriptions/${ids[subscription]}/resourceGroups/${group}/providers/Microsoft.Network/${rest}?api-version=2024-05-01`;

describe('a subnet', () => {
  it('tells its range, its security group, its route table and its NAT gateway', async () => {
    const { body } = await sandbox.ask(
      network('production', 'rg-network-hub', 'virtualNetworks/vnet-hub-eus/subnets/snet-apim-eus'),
    );
    expect(body.properties.addressPrefix).toBe('10.40.1.0/28');
    expect(body.properties.networkSecurityGroup.id).toMatch(/networkSecurityGroups\/nsg-snet-apim-eus$/);
    expect(body.properties.routeTable.id).toMatch(/routeTables\/rt-hub-eus$/);
    expect(body.properties.natGateway.id).toMatch(/natGateways\/nat-hub-eus$/);
  });

  it('has addressPrefixes in the place of addressPrefix where it has several', async () => {
    const { body } = await sandbox.ask(
      network('platform', 'rg-bulk', 'virtualNetworks/vnet-bulk/subnets/snet-apim'),
    );
    expect(body.properties.addressPrefixes).toEqual(['10.65.0.0/28', 'fd00:65::/64']);
    expect(body.properties).not.toHaveProperty('addressPrefix');
    expect(body.properties.serviceEndpoints.map((one: { service: string }) => one.service)).toContain(
      'Microsoft.Storage',
    );
  });

  it.each([
    ['vnet-catalog', 'rg-catalog', 'snet-apim-out', 'Microsoft.Web/serverFarms'],
    ['vnet-partner', 'rg-partner-hub', 'snet-apim-injected', 'Microsoft.Web/hostingEnvironments'],
  ])('of %s is delegated as its tier wants it', async (vnet, group, subnet, serviceName) => {
    const { body } = await sandbox.ask(
      network('production', group, `virtualNetworks/${vnet}/subnets/${subnet}`),
    );
    expect(body.properties.delegations[0].properties.serviceName).toBe(serviceName);
  });

  it.each([
    [
      'whose subscription the caller cannot read',
      'lab',
      'rg-lab-network',
      'virtualNetworks/vnet-lab-kc/subnets/snet-vault',
      403,
    ],
    [
      'whose subscription lets the caller read services alone',
      'fabrikamEu',
      'rg-hub',
      'virtualNetworks/vnet-fab-frc/subnets/snet-apim',
      403,
    ],
    ['that is not there', 'production', 'rg-network-hub', 'virtualNetworks/vnet-hub-eus/subnets/none', 404],
    ['of a VNet that is not there', 'production', 'rg-network-hub', 'virtualNetworks/none/subnets/none', 404],
  ] as const)('%s is refused', async (_, subscription, group, rest, status) => {
    expect((await sandbox.ask(network(subscription, group, rest))).status).toBe(status);
  });
});

describe('what stands around a subnet', () => {
  it.each([
    ['routeTables/rt-hub-eus', 'rg-network-hub', 'routes', 'VirtualAppliance'],
    ['routeTables/rt-norway-east', 'rg-hybrid', 'routes', 'VirtualNetworkGateway'],
    ['natGateways/nat-retail', 'rg-retail', 'publicIpPrefixes', 'ippre-retail'],
    ['publicIPPrefixes/ippre-retail', 'rg-retail', 'ipPrefix', '203.0.113.24/30'],
    ['publicIPAddresses/pip-apim-weu-2', 'rg-apim-prod', 'ipAddress', '203.0.113.18'],
    ['privateEndpoints/pe-health-clinics', 'rg-health', 'networkInterfaces', 'pe-health-clinics.nic'],
    ['networkInterfaces/pe-health-clinics.nic', 'rg-health', 'ipConfigurations', '10.28.0.5'],
    ['virtualNetworks/vnet-hub-weu', 'rg-network-hub', 'subnets', '10.20.1.0/27'],
  ])('%s can be read', async (rest, group, field, words) => {
    const { body } = await sandbox.ask(network('production', group, rest));
    expect(JSON.stringify(body.properties[field])).toContain(words);
    expect(body.type).toBe(`Microsoft.Network/${rest.split('/')[0]}`);
  });

  it('holds a dynamic address that has no value yet', async () => {
    const { body } = await sandbox.ask(network('devTest', 'rg-loadtest', 'publicIPAddresses/pip-loadtest'));
    expect(body.properties.publicIPAllocationMethod).toBe('Dynamic');
    expect(body.properties).not.toHaveProperty('ipAddress');
  });
});

describe('service tags', () => {
  const details = (query: string, location = 'westeurope') =>
    `/subscriptions/${ids.production}/providers/Microsoft.Network/locations/${location}/serviceTagDetails?api-version=2024-05-01${query}`;

  it.each([
    'AzureCloud.westeurope',
    'AzureCloud.centralfrance',
    'AzureCloud.southfrance',
    'AzureCloud.germanywc',
    'AzureCloud.germanyn',
    'AzureCloud.norwaye',
    'AzureCloud.norwayw',
    'AzureCloud.switzerlandn',
    'AzureCloud.switzerlandw',
    'ApiManagement',
    'ApiManagement.WestEurope',
    'AzureTrafficManager',
  ])('%s has prefixes of both families and a change number in text', async tag => {
    const { body } = await sandbox.ask(details(`&tagName=${tag}`));
    expect(body.value).toHaveLength(1);
    const [{ name, properties }] = body.value;
    expect(name).toBe(tag);
    expect(properties.changeNumber).toMatch(/^\d+$/);
    const families = properties.addressPrefixes.map((prefix: string) => parseRange(prefix)?.family);
    expect(new Set(families)).toEqual(new Set(['ipv4', 'ipv6']));
  });

  it.each(['AzureCloud.francecentral', 'AzureCloud.norwayeast', 'Nonsense'])(
    '%s is not known: an empty list, not a refusal',
    async tag => {
      const { status, body } = await sandbox.ask(details(`&tagName=${tag}`));
      expect({ status, value: body.value }).toEqual({ status: 200, value: [] });
    },
  );

  it('of a region hold the addresses of the services there', async () => {
    const { body } = await sandbox.ask(details('&tagName=AzureCloud.northeurope'));
    expect(body.value[0].properties.addressPrefixes).toContain('203.0.113.74/32');
    expect(body.value[0].properties.changeNumber).toBe('218');
  });

  it('leave out their prefixes where they are not wanted', async () => {
    const { body } = await sandbox.ask(details('&tagName=ApiManagement&noAddressPrefixes=true'));
    expect(body.value[0].properties).not.toHaveProperty('addressPrefixes');
  });

  it('are listed whole, the same from every location', async () => {
    const path = (location: string) => details('', location).replace('serviceTagDetails', 'serviceTags');
    const [west, east] = [await sandbox.ask(path('westeurope')), await sandbox.ask(path('eastus'))];
    expect(west.body).toMatchObject({ cloud: 'Public', changeNumber: '342' });
    expect(west.body.values).toEqual(east.body.values);
    expect(new Set(west.body.values.map((tag: { name: string }) => tag.name)).size).toBe(
      west.body.values.length,
    );
  });
});
