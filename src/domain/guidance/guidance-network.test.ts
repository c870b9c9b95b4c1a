import { describe, expect, it } from 'vitest';
import { armKey } from '../arm-id.ts';
import { known, noNetworkFacts, unread } from '../network-facts.ts';
import type { ServiceGuidance } from './contract.ts';
import { guidanceDocument } from './guidance.ts';
import { guide, internal, lines, neu, notKnown, readable, warned, weu } from './sample-answers.ts';
import { sampleIds, sampleNetwork, sampleRegion, sampleSubnet } from './samples.ts';

describe('public network access off', () => {
  const id = sampleIds.privateEndpoint('pe');
  const connection = { name: 'pe', privateEndpointId: id, status: 'Approved' };
  const off = { publicNetworkAccess: 'Disabled', privateEndpoints: [connection] };
  const endpoint = (addresses: readonly string[]) =>
    sampleNetwork({ privateEndpoints: [{ id, subnetId: null, addresses: known(addresses) }] });

  it.each([
    ['Standard', 'internet-back-ends westeurope 203.0.113.7/32 -'],
    ['StandardV2', 'internet-back-ends westeurope AzureCloud.westeurope -'],
  ])('%s: clients take the approved private endpoint; out as by tier', (tier, out) => {
    expect(lines(guide({ tier, ...off }, endpoint(['10.3.0.4'])))).toEqual([
      'clients - 10.3.0.4/32 443',
      out,
    ]);
  });

  it('leaves clients unknown where the endpoint cannot be read, and never prints the public IP for them', () => {
    const refused = {
      ...noNetworkFacts,
      privateEndpoints: { [armKey(id)]: unread('forbidden', 'Microsoft.Network/privateEndpoints/read') },
    };
    for (const network of [noNetworkFacts, refused, endpoint([]), endpoint(['10.3.0.0/24'])]) {
      const answer = guide(off, network);
      expect(lines(answer).filter(line => line.startsWith('clients'))).toEqual([]);
      expect(answer.unknown.some(({ purpose }) => purpose === 'clients')).toBe(true);
    }
  });

  it('counts approved endpoints alone, and says when there is none', () => {
    const answer = guide(
      { ...off, privateEndpoints: [{ ...connection, status: 'Pending' }] },
      endpoint(['10.3.0.4']),
    );
    expect(lines(answer).some(line => line.startsWith('clients'))).toBe(false);
    expect(warned(answer)).toContain('no-approved-private-endpoint');
  });

  it('does not promise the private VIP of an Internal service', () => {
    const answer = guide({ ...off, vnetMode: 'Internal', regions: [internal] }, readable);
    expect(lines(answer).filter(line => /^(clients|dns)/.test(line))).toEqual([]);
    expect(notKnown(answer)).toContain('private-vip-with-public-access-off clients');
  });

  it('has no client rule for a value that nobody documented', () => {
    const answer = guide({ publicNetworkAccess: 'SecuredByPerimeter' });
    expect(notKnown(answer)).toEqual(['public-access-not-understood clients']);
  });

  it('mentions approved endpoints beside an open service', () => {
    expect(warned(guide({ privateEndpoints: [connection] }))).toContain('private-endpoint-as-well');
  });
});

describe('a region with its gateway off', () => {
  it('has no entry and a warning; the other region keeps its own', () => {
    const answer = guide(
      { vnetMode: 'External', regions: [{ ...weu, gatewayDisabled: true }, neu] },
      readable,
    );
    expect(answer.entries.filter(({ region }) => region === 'westeurope')).toEqual([]);
    expect(lines(answer)).toContain('clients northeurope 203.0.113.9/32 443');
    expect(warned(answer)).toContain('gateway-off westeurope');
  });

  it('leaves a shared tier without any gateway no host name either', () => {
    const answer = guide({ tier: 'StandardV2', regions: [sampleRegion({ gatewayDisabled: true })] });
    expect(lines(answer)).toEqual([]);
    expect(warned(answer)).toEqual(['gateway-off westeurope']);
  });
});

describe('a NAT gateway on the subnet', () => {
  const natId = sampleIds.natGateway('nat');
  const withNat = (addresses: readonly string[], prefixes: readonly string[]) =>
    sampleNetwork({
      subnets: [sampleSubnet('weu', { natGatewayId: natId })],
      natGateways: [{ id: natId, addresses: known(addresses), prefixes: known(prefixes) }],
    });
  const service = (outbound: readonly string[]) => ({
    vnetMode: 'External',
    regions: [{ ...weu, outboundPublicIPAddresses: outbound }],
  });
  const internet = (answer: ServiceGuidance) => lines(answer).filter(line => line.startsWith('internet'));

  it('gives its addresses and prefixes where the service reports the same, however cut', () => {
    const answer = guide(
      service(['198.51.100.0/31', '60.0.0.8']),
      withNat(['198.51.100.0', '198.51.100.1'], ['60.0.0.8/32']),
    );
    expect(internet(answer)).toEqual([
      'internet-back-ends westeurope 198.51.100.0/32 -',
      'internet-back-ends westeurope 198.51.100.1/32 -',
      'internet-back-ends westeurope 60.0.0.8/32 -',
    ]);
    expect(answer.entries.find(({ purpose }) => purpose === 'internet-back-ends')?.from).toBe('natGateway');
  });

  it.each([
    ['nat-gateway-differs', ['203.0.113.7'], withNat(['198.51.100.0'], [])],
    ['nat-gateway-differs', ['203.0.113.7'], withNat([], [])],
    ['nat-gateway-not-confirmed', [], withNat(['198.51.100.0'], [])],
    [
      'nat-gateway-not-readable',
      ['203.0.113.7'],
      sampleNetwork({ subnets: [sampleSubnet('weu', { natGatewayId: natId })] }),
    ],
    [
      'nat-gateway-not-readable',
      ['203.0.113.7'],
      sampleNetwork({
        subnets: [sampleSubnet('weu', { natGatewayId: natId })],
        natGateways: [{ id: natId, addresses: known(['203.0.113.7']), prefixes: unread('forbidden') }],
      }),
    ],
  ] as const)('%s: no rule where the service reports %j', (code, outbound, network) => {
    const answer = guide(service(outbound), network);
    expect(internet(answer)).toEqual([]);
    expect(notKnown(answer)).toEqual([`${code} internet-back-ends westeurope`]);
  });
});

describe('a route table on the subnet', () => {
  const tableId = sampleIds.routeTable('rt-hub');
  const routed = (...routes: readonly (readonly [prefix: string, hop: string, ip?: string])[]) =>
    sampleNetwork({
      subnets: [sampleSubnet('weu', { routeTableId: tableId })],
      routeTables: [
        {
          id: tableId,
          disableBgpRoutePropagation: null,
          routes: routes.map(([addressPrefix, nextHopType, nextHopIp = null], index) => ({
            name: `route-${index}`,
            addressPrefix,
            nextHopType,
            nextHopIp,
          })),
        },
      ],
    });
  const service = { vnetMode: 'External', regions: [weu] };

  it.each([
    [
      'a default route to an appliance',
      routed(['0.0.0.0/0', 'VirtualAppliance', '10.9.0.4']),
      'VirtualAppliance 10.9.0.4',
    ],
    ['a default route to a gateway', routed(['0.0.0.0/0', 'VirtualNetworkGateway']), 'VirtualNetworkGateway'],
    ['a default route to nowhere', routed(['0.0.0.0/0', 'None']), 'nowhere'],
    [
      'two halves',
      routed(['0.0.0.0/1', 'VirtualAppliance'], ['128.0.0.0/1', 'VirtualAppliance']),
      '128.0.0.0/1',
    ],
    ['one public prefix', routed(['198.51.100.0/24', 'VirtualAppliance', '10.9.0.4']), '198.51.100.0/24'],
    [
      'a service tag to an appliance',
      routed(['Storage.WestEurope', 'VirtualAppliance', '10.9.0.4']),
      'Storage',
    ],
    ['a next hop that nobody documented', routed(['0.0.0.0/0', 'Mesh']), 'Mesh'],
    [
      'a table that was not read',
      sampleNetwork({ subnets: [sampleSubnet('weu', { routeTableId: tableId })] }),
      'rt-hub',
    ],
  ])('%s: internet back ends unknown with the next hop, private ones with a warning', (_, network, shown) => {
    const answer = guide(service, network);
    expect(lines(answer).filter(line => line.startsWith('internet'))).toEqual([]);
    expect(notKnown(answer)).toEqual(['egress-routed internet-back-ends westeurope']);
    expect(answer.unknown[0]?.text).toContain(shown);
    expect(lines(answer)).toContain('private-back-ends westeurope 10.0.0.0/27 -');
    expect(warned(answer)).toContain('subnet-route-table westeurope');
    expect(warned(answer)).not.toContain('same-region-storage');
  });

  it.each([
    ['management alone', routed(['ApiManagement', 'Internet'])],
    ['everything to the internet', routed(['0.0.0.0/0', 'Internet'])],
    ['no route', routed()],
  ])('%s: as without a route table', (_, network) => {
    const answer = guide(service, network);
    expect(lines(answer)).toEqual(lines(guide(service, readable)));
    expect(warned(answer)).toEqual(warned(guide(service, readable)));
  });

  it('keeps the internet answer where more specific routes lead back to the internet', () => {
    const back = routed(
      ['0.0.0.0/0', 'VirtualAppliance', '10.9.0.4'],
      ['0.0.0.0/1', 'Internet'],
      ['128.0.0.0/1', 'Internet'],
    );
    expect(lines(guide(service, back))).toContain('internet-back-ends westeurope 203.0.113.7/32 -');
  });

  it('keeps the internet answer where only private space is diverted, and warns for private back ends', () => {
    const answer = guide(service, routed(['10.0.0.0/8', 'VirtualAppliance', '10.9.0.4']));
    expect(lines(answer)).toContain('internet-back-ends westeurope 203.0.113.7/32 -');
    expect(warned(answer)).toContain('subnet-route-table westeurope');
    expect(notKnown(answer)).toEqual([]);
  });
});

describe('a route table that takes internet traffic elsewhere', () => {
  const tableId = sampleIds.routeTable('rt-hub');
  const withRoutes = (...routes: readonly (readonly [prefix: string, hop: string])[]) =>
    sampleNetwork({
      subnets: [sampleSubnet('weu', { routeTableId: tableId })],
      routeTables: [
        {
          id: tableId,
          disableBgpRoutePropagation: null,
          routes: routes.map(([addressPrefix, nextHopType]) => ({
            name: addressPrefix,
            addressPrefix,
            nextHopType,
            nextHopIp: null,
          })),
        },
      ],
    });
  const tunnel = ['0.0.0.0/0', 'VirtualAppliance'] as const;
  const codes = (vnetMode: string, network: ReturnType<typeof withRoutes>) =>
    warned(guide({ vnetMode, regions: [vnetMode === 'Internal' ? internal : weu] }, network)).filter(code =>
      code.includes('route-missing'),
    );

  it('lacks a way back for management, and for clients in External mode', () => {
    expect(codes('External', withRoutes(tunnel))).toEqual([
      'management-route-missing westeurope',
      'client-route-missing westeurope',
    ]);
    expect(codes('Internal', withRoutes(tunnel))).toEqual(['management-route-missing westeurope']);
  });

  it('has the way back for management where the route that Microsoft asks for is there', () => {
    expect(codes('Internal', withRoutes(tunnel, ['ApiManagement', 'Internet']))).toEqual([]);
    expect(codes('Internal', withRoutes(['10.0.0.0/8', 'VirtualAppliance']))).toEqual([]);
  });
});

describe('what stands beside every answer', () => {
  it('names the services whose service endpoints see the subnet', () => {
    const network = sampleNetwork({
      subnets: [sampleSubnet('weu', { serviceEndpoints: ['Microsoft.Storage', 'Microsoft.Sql'] })],
    });
    const answer = guide({ vnetMode: 'External', regions: [weu] }, network);
    const warning = answer.warnings.find(({ code }) => code === 'subnet-service-endpoints');
    expect(warning).toMatchObject({ region: 'westeurope' });
    expect(warning?.text).toContain('Microsoft.Sql, Microsoft.Storage');
  });

  it.each(['Warned', 'PastDue', 'Disabled', 'Deleted'])(
    'a subscription that is %s is a reason to doubt',
    state => {
      expect(warned(guide({}, noNetworkFacts, { subscriptionState: state }))[0]).toBe('subscription-state');
      expect(warned(guide({ tier: 'Isolated' }, noNetworkFacts, { subscriptionState: state }))).toEqual([
        'subscription-state',
      ]);
    },
  );

  it('claims nothing about a subscription whose state was not read', () => {
    const answer = guide({}, noNetworkFacts, { subscriptionState: null });
    expect(warned(answer)).not.toContain('subscription-state');
    expect(answer.subscriptionState).toBeNull();
  });
});

describe('values that are none', () => {
  it.each(['137.XXX.11.74', '10.0.0.1', '0.0.0.0/0', '203.0.113.7; rm -rf /', ''])(
    '%j in the outbound addresses is an unknown and no entry; the others stay',
    value => {
      const region = sampleRegion({ outboundPublicIPAddresses: [value, '198.51.100.4'] });
      const answer = guide({ regions: [region] });
      expect(lines(answer).filter(line => line.startsWith('internet'))).toEqual([
        'internet-back-ends westeurope 198.51.100.4/32 -',
      ]);
      expect(notKnown(answer)).toEqual(['value-not-readable internet-back-ends westeurope']);
    },
  );

  it.each(['10.0.0.5', '10.0.0.5/32', '0.0.0.0/0', 'subnet'])('%j is no subnet range', value => {
    const network = sampleNetwork({ subnets: [sampleSubnet('weu', { addressPrefixes: [value] })] });
    const answer = guide({ vnetMode: 'External', regions: [weu] }, network);
    expect(lines(answer).filter(line => line.startsWith('private'))).toEqual([]);
    expect(notKnown(answer)).toEqual(['value-not-readable private-back-ends westeurope']);
  });

  it('a service that reports no address or no region has none to allow', () => {
    expect(notKnown(guide({ regions: [sampleRegion({ publicIPAddresses: [] })] }))).toEqual([
      'address-not-reported clients westeurope',
      'address-not-reported internet-back-ends westeurope',
    ]);
    expect(lines(guide({ regions: [] }))).toEqual([]);
    expect(guide({ regions: [] }).unknown.length).toBeGreaterThan(0);
  });
});

describe('guidanceDocument', () => {
  it('orders services by id, and keeps the newest of two spellings of one id', () => {
    const a = guide({ id: '/subscriptions/s/a' });
    const old = { ...guide({ id: '/SUBSCRIPTIONS/S/B' }), asOf: '2026-11-21T00:00:00Z' };
    const b = guide({ id: '/subscriptions/s/b' });
    const document = guidanceDocument([old, b, a], '2026-11-22T10:00:00Z');
    expect(document).toEqual({ schemaVersion: 1, generatedAt: '2026-11-22T10:00:00Z', services: [a, b] });
    expect(guidanceDocument([a, b, old], '2026-11-22T10:00:00Z')).toEqual(document);
  });
});
