import { describe, expect, it } from 'vitest';
import { armKey } from '../arm-id.ts';
import { known, noNetworkFacts, unread } from '../network-facts.ts';
import type { Service } from '../service.ts';
import { addressRoles, type RegionRoles } from './address-roles.ts';
import { roleHeads } from './role-words.ts';
import { sampleIds, sampleNetwork, sampleRegion, sampleService, sampleSubnet } from './samples.ts';

const inSubnet = sampleRegion({
  subnetId: sampleIds.subnet('apim'),
  privateIPAddresses: ['10.0.0.5'],
  outboundPublicIPAddresses: ['203.0.113.7'],
});
const readSubnet = sampleNetwork({ subnets: [sampleSubnet('apim')] });

function firstRow(service: Service, network = noNetworkFacts): RegionRoles {
  const [row] = addressRoles(service, network);
  if (!row) throw new Error('no row');
  return row;
}

describe('addressRoles', () => {
  it('gives a classic tier without VNet its public IP for clients and internet back ends, and nothing private', () => {
    const row = firstRow(sampleService({ tier: 'Basic' }));
    expect(row.clients).toEqual({ kind: 'addresses', values: ['203.0.113.7'], note: 'public IP' });
    expect(row.internetBackEnds).toEqual({
      kind: 'addresses',
      values: ['203.0.113.7'],
      note: 'the public IP',
    });
    expect(row.privateBackEnds).toEqual({ kind: 'none', note: 'no VNet' });
    expect(row.management).toMatchObject({ kind: 'none' });
  });

  it('prefers the outbound addresses, as prefixes where Azure reports prefixes', () => {
    const region = sampleRegion({ outboundPublicIPAddresses: ['60.0.0.0/31'], natGatewayState: 'Enabled' });
    const row = firstRow(sampleService({ regions: [region] }));
    expect(row.internetBackEnds).toEqual({ kind: 'addresses', values: ['60.0.0.0/31'], note: 'NAT gateway' });
  });

  it('shows the private VIP for clients and the whole subnet for private back ends in Internal mode', () => {
    const row = firstRow(sampleService({ vnetMode: 'Internal', regions: [inSubnet] }), readSubnet);
    expect(row.clients).toEqual({ kind: 'addresses', values: ['10.0.0.5'], note: 'private VIP' });
    expect(row.privateBackEnds).toEqual({ kind: 'addresses', values: ['10.0.0.0/27'], note: 'apim' });
    expect(row.management).toEqual({ kind: 'addresses', values: ['203.0.113.7'], note: 'not for clients' });
  });

  it('serves clients and management by one public IP in External mode', () => {
    const row = firstRow(sampleService({ vnetMode: 'External', regions: [inSubnet] }), readSubnet);
    expect(row.clients).toEqual({ kind: 'addresses', values: ['203.0.113.7'], note: 'public IP' });
    expect(row.management).toEqual({ kind: 'addresses', values: ['203.0.113.7'], note: 'port 3443' });
  });

  it('says that a subnet is still to be read, and which right is missing once it was refused', () => {
    const service = sampleService({ vnetMode: 'External', regions: [inSubnet] });
    expect(firstRow(service).privateBackEnds).toMatchObject({ kind: 'unknown', pending: true });
    const refused = {
      ...noNetworkFacts,
      subnets: {
        [armKey(sampleIds.subnet('apim'))]: unread(
          'forbidden',
          'Microsoft.Network/virtualNetworks/subnets/read',
        ),
      },
    };
    const cell = firstRow(service, refused).privateBackEnds;
    expect(cell).toMatchObject({ kind: 'unknown', code: 'subnet-not-readable', pending: false });
    expect(cell.kind === 'unknown' && cell.why).toContain('Microsoft.Network/virtualNetworks/subnets/read');
  });

  it('does not promise the reported address where a route sends internet traffic to an appliance', () => {
    const routed = sampleNetwork({
      subnets: [sampleSubnet('apim', { routeTableId: sampleIds.routeTable('rt-hub') })],
      routeTables: [
        {
          id: sampleIds.routeTable('rt-hub'),
          routes: [
            {
              name: 'default',
              addressPrefix: '0.0.0.0/0',
              nextHopType: 'VirtualAppliance',
              nextHopIp: '10.9.0.4',
            },
          ],
          disableBgpRoutePropagation: null,
        },
      ],
    });
    const row = firstRow(sampleService({ vnetMode: 'External', regions: [inSubnet] }), routed);
    expect(row.internetBackEnds).toMatchObject({
      kind: 'unknown',
      code: 'egress-routed',
      reported: ['203.0.113.7'],
    });
    expect(row.internetBackEnds.kind === 'unknown' && row.internetBackEnds.why).toContain(
      'VirtualAppliance 10.9.0.4',
    );
    expect(row.privateBackEnds).toMatchObject({ kind: 'addresses', values: ['10.0.0.0/27'] });
    expect(row.warnings.map(({ code }) => code)).toEqual(['subnet-route-table']);
  });

  it.each(['Consumption', 'BasicV2', 'StandardV2', 'PremiumV2'])(
    'never shows an address that Azure reports on %s as its own',
    tier => {
      const row = firstRow(sampleService({ tier }));
      expect(row.clients).toMatchObject({ kind: 'reported-not-dedicated', values: ['203.0.113.7'] });
      expect(row.internetBackEnds).toMatchObject({ kind: 'reported-not-dedicated' });
      const bare = firstRow(sampleService({ tier, regions: [sampleRegion({ publicIPAddresses: [] })] }));
      expect(bare.clients).toEqual({
        kind: 'host-names',
        values: ['contoso.azure-api.net'],
        note: 'no address promised',
      });
      expect(bare.internetBackEnds).toEqual({
        kind: 'shared',
        note: 'no dedicated IP; AzureCloud.westeurope',
      });
    },
  );

  it('shows the delegated subnet of an integrated v2 service and leaves its internet egress unknown', () => {
    const subnet = sampleSubnet('apim', { delegations: ['Microsoft.Web/serverFarms'] });
    const service = sampleService({ tier: 'StandardV2', vnetMode: 'External', regions: [inSubnet] });
    const row = firstRow(service, sampleNetwork({ subnets: [subnet] }));
    expect(row.privateBackEnds).toMatchObject({ kind: 'addresses', values: ['10.0.0.0/27'] });
    expect(row.internetBackEnds).toMatchObject({ kind: 'unknown', code: 'integration-egress' });
  });

  it('leaves everything that an injected v2 service sends unknown', () => {
    const service = sampleService({ tier: 'PremiumV2', vnetMode: 'Internal', regions: [inSubnet] });
    const row = firstRow(service, readSubnet);
    expect(row.clients).toMatchObject({ kind: 'addresses', values: ['10.0.0.5'] });
    expect(row.internetBackEnds).toMatchObject({ kind: 'unknown', code: 'injection-egress' });
    expect(row.privateBackEnds).toMatchObject({ kind: 'unknown', code: 'injection-egress' });
  });

  it.each([
    ['Isolated', 'None'],
    ['Basic', 'External'],
    ['Consumption', 'Internal'],
    ['BasicV2', 'External'],
    ['StandardV2', 'Internal'],
    ['Premium', 'Mesh'],
  ])('has no answer for %s with VNet mode %s', (tier, vnetMode) => {
    const row = firstRow(sampleService({ tier, vnetMode }));
    for (const cell of [row.clients, row.internetBackEnds, row.privateBackEnds, row.management]) {
      expect(cell).toMatchObject({ kind: 'unknown', code: 'unknown-combination' });
    }
  });

  it('shows no address for a region whose gateway is off, except the one it is managed through', () => {
    const row = firstRow(
      sampleService({ vnetMode: 'Internal', regions: [{ ...inSubnet, gatewayDisabled: true }] }),
      readSubnet,
    );
    expect([row.clients, row.internetBackEnds, row.privateBackEnds]).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'none', note: 'gateway off' })),
    );
    expect(row.management.kind).toBe('addresses');
    expect(row.warnings.map(({ code }) => code)).toEqual(['gateway-off']);
  });

  it('shows private endpoints instead of the public IP when public access is off', () => {
    const service = sampleService({
      publicNetworkAccess: 'Disabled',
      privateEndpoints: [
        { name: 'a', privateEndpointId: sampleIds.privateEndpoint('pe-a'), status: 'Approved' },
        { name: 'b', privateEndpointId: sampleIds.privateEndpoint('pe-b'), status: 'Pending' },
      ],
    });
    const network = sampleNetwork({
      privateEndpoints: [
        { id: sampleIds.privateEndpoint('pe-a'), subnetId: null, addresses: known(['10.3.0.4']) },
        { id: sampleIds.privateEndpoint('pe-b'), subnetId: null, addresses: known(['10.3.0.5']) },
      ],
    });
    expect(firstRow(service, network).clients).toEqual({
      kind: 'addresses',
      values: ['10.3.0.4'],
      note: 'private endpoint',
    });
  });

  it('has no answer for clients where public access is off and nothing is approved, or in another region', () => {
    const off = { publicNetworkAccess: 'Disabled' };
    const second = sampleRegion({ name: 'northeurope', displayName: 'North Europe', primary: false });
    const [first, other] = addressRoles(sampleService({ ...off, regions: [sampleRegion(), second] }));
    expect(first?.clients).toEqual({ kind: 'none', note: 'public access off, no private endpoint' });
    expect(other?.clients).toEqual({ kind: 'none', note: 'public access off' });
  });

  it('promises clients nothing under a public access that is not documented', () => {
    const { clients } = firstRow(sampleService({ publicNetworkAccess: 'SecuredByPerimeter' }));
    expect(clients).toMatchObject({
      kind: 'unknown',
      code: 'public-access-not-understood',
      reported: ['203.0.113.7'],
    });
    expect(clients.kind === 'unknown' && clients.why).toContain('"SecuredByPerimeter"');
  });

  it('names the host where an injected service reports no private address, and none where none is known', () => {
    const injected = {
      tier: 'PremiumV2',
      vnetMode: 'Internal',
      regions: [sampleRegion({ subnetId: inSubnet.subnetId })],
    };
    expect(firstRow(sampleService(injected)).clients).toMatchObject({
      kind: 'host-names',
      values: ['contoso.azure-api.net'],
    });
    expect(firstRow(sampleService({ ...injected, hostNames: [] })).clients).toMatchObject({
      kind: 'unknown',
      code: 'host-name-not-reported',
    });
  });

  it('relies on neither a subnet nor the lack of a VNet mode where Azure reports the one without the other', () => {
    const service = (tier: string) => sampleService({ tier, regions: [inSubnet] });
    const shared = firstRow(service('StandardV2'));
    expect(shared.internetBackEnds).toMatchObject({
      kind: 'unknown',
      code: 'unknown-combination',
      reported: ['203.0.113.7'],
    });
    expect(shared.privateBackEnds).toMatchObject({ kind: 'unknown', code: 'unknown-combination' });
    expect(firstRow(service('Premium')).privateBackEnds).toMatchObject({ code: 'unknown-combination' });
  });

  it('does not know what private back ends see where a VNet has no subnet that Azure reports', () => {
    const bare = sampleService({ vnetMode: 'External', regions: [sampleRegion()] });
    expect(firstRow(bare).privateBackEnds).toMatchObject({ kind: 'unknown' });
  });

  it('names no service tag for a region that is not spelled as Azure spells one', () => {
    const region = sampleRegion({ name: 'Mars (1)', publicIPAddresses: [] });
    expect(firstRow(sampleService({ tier: 'Consumption', regions: [region] })).internetBackEnds).toEqual({
      kind: 'shared',
      note: 'no dedicated IP',
    });
  });

  it('says of the addresses of a NAT gateway that they are its own', () => {
    const nat = sampleIds.natGateway('nat');
    const network = sampleNetwork({
      subnets: [sampleSubnet('apim', { natGatewayId: nat })],
      natGateways: [{ id: nat, addresses: known(['198.51.100.9']), prefixes: known([]) }],
    });
    const region = { ...inSubnet, outboundPublicIPAddresses: ['198.51.100.9'], natGatewayState: 'Disabled' };
    const row = firstRow(sampleService({ vnetMode: 'External', regions: [region] }), network);
    expect(row.internetBackEnds).toMatchObject({ kind: 'addresses', note: 'NAT gateway' });
  });

  it('heads the clients of a service without public access by its private endpoints', () => {
    const head = (publicNetworkAccess: string) =>
      roleHeads({ tier: 'Premium', vnetMode: 'Internal', publicNetworkAccess }).clients.term;
    expect([head('Enabled'), head('disabled')]).toEqual(['private VIP', 'private endpoint']);
  });
});
