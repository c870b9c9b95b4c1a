import fc from 'fast-check';
import { armKey } from '../arm-id.ts';
import { type Fact, known, type NetworkFacts, unread } from '../network-facts.ts';
import type { Service, ServiceRegion } from '../service.ts';
import type { GuidanceInput } from './guidance.ts';
import { sampleIds, sampleService } from './samples.ts';

/** Services and networks of every shape for property tests: plausible values mostly, wrong and hostile ones too. */
const address = fc.oneof(
  { weight: 6, arbitrary: fc.nat(255).map(n => `203.0.113.${n}`) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(3), fc.nat(255)).map(([a, b]) => `10.${a}.0.${b}`) },
  { weight: 2, arbitrary: fc.constantFrom('60.0.0.0/31', '198.51.100.0/30', '2001:db8::7', 'fd00::/64') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '137.XXX.11.74',
      '',
      '0.0.0.0/0',
      '1.2.3',
      '$(reboot)',
      '"; az group delete',
      '*',
    ),
  },
);
const addresses = fc.array(address, { maxLength: 3 });
const subnetRange = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(fc.nat(9), fc.integer({ min: 24, max: 29 })).map(([a, p]) => `10.${a}.0.0/${p}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('fd00:7::/64', '10.0.0.5', 'x', '0.0.0.0/0', '10.1.0.9/32') },
);
const locations = ['westeurope', 'northeurope', 'eastus', 'francecentral', 'norwayeast'];
const names = fc.constantFrom('a', 'b', 'c');
const factOf = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> =>
  fc.oneof(
    { weight: 3, arbitrary: value.map(known) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('forbidden', 'not-found', 'not-read', 'failed')
        .map(reason => unread(reason, 'Microsoft.Network/any/read')),
    },
  );

const region: fc.Arbitrary<ServiceRegion> = fc.record({
  name: fc.constantFrom(...locations),
  displayName: fc.constantFrom('West Europe', 'North Europe'),
  primary: fc.boolean(),
  units: fc.option(fc.nat(31)),
  zones: fc.subarray(['1', '2', '3']),
  publicIPAddresses: addresses,
  privateIPAddresses: addresses,
  outboundPublicIPAddresses: addresses,
  subnetId: fc.option(names.map(sampleIds.subnet)),
  publicIpAddressId: fc.option(names.map(sampleIds.publicIp)),
  natGatewayState: fc.option(fc.constantFrom('Enabled', 'Disabled', 'Unsupported')),
  platformVersion: fc.option(fc.constantFrom('stv1', 'stv2', 'stv2.1', 'mtv1')),
  gatewayDisabled: fc.boolean(),
  gatewayRegionalUrl: fc.option(
    fc.constantFrom(
      'https://contoso-weu-01.regional.azure-api.net',
      'no url',
      'https://contoso.azure-api.net/',
    ),
  ),
});

export const arbitraryService: fc.Arbitrary<Service> = fc
  .record({
    tier: fc.constantFrom(
      'Developer',
      'Basic',
      'Standard',
      'Premium',
      'Consumption',
      'BasicV2',
      'StandardV2',
      'PremiumV2',
      'Isolated',
      'premium',
    ),
    vnetMode: fc.constantFrom('None', 'External', 'Internal', 'internal', 'Mesh'),
    publicNetworkAccess: fc.constantFrom(
      'Enabled',
      'Enabled',
      'Enabled',
      'Disabled',
      null,
      'SecuredByPerimeter',
    ),
    regions: fc.uniqueArray(region, { maxLength: 3, selector: ({ name }) => name }),
    hostNames: fc.array(
      fc.record({
        type: fc.constantFrom('Proxy', 'Portal', 'DeveloperPortal', 'Management', 'Scm', 'ConfigurationApi'),
        hostName: fc.constantFrom(
          'contoso.azure-api.net',
          'api.contoso.example',
          '*.x',
          "a'b.example",
          'a b',
        ),
        certificateSource: fc.constant(null),
        certificateExpiry: fc.constant(null),
      }),
      { maxLength: 4 },
    ),
    privateEndpoints: fc.array(
      fc.record({
        name: names,
        privateEndpointId: fc.option(names.map(sampleIds.privateEndpoint)),
        status: fc.constantFrom('Approved', 'approved', 'Pending', 'Rejected'),
      }),
      { maxLength: 3 },
    ),
  })
  .map(sampleService);

const route = fc.record({
  name: names,
  addressPrefix: fc.constantFrom(
    '0.0.0.0/0',
    '0.0.0.0/1',
    '128.0.0.0/1',
    '10.0.0.0/8',
    '198.51.100.0/24',
    'ApiManagement',
    'Storage',
    '::/0',
    'nonsense/0',
  ),
  nextHopType: fc.constantFrom(
    'VirtualAppliance',
    'VirtualNetworkGateway',
    'Internet',
    'None',
    'VnetLocal',
    'Mesh',
  ),
  nextHopIp: fc.option(fc.constant('10.9.0.4')),
});

function byName<T>(id: (name: string) => string, one: (id: string) => fc.Arbitrary<Fact<T>>) {
  return fc
    .record({ a: one(id('a')), b: one(id('b')), c: one(id('c')) })
    .map(facts => Object.fromEntries(Object.entries(facts).map(([name, fact]) => [armKey(id(name)), fact])));
}

export const arbitraryNetwork: fc.Arbitrary<NetworkFacts> = fc.record({
  subnets: byName(sampleIds.subnet, id =>
    factOf(
      fc.record({
        id: fc.constant(id),
        addressPrefixes: fc.array(subnetRange, { maxLength: 3 }),
        routeTableId: fc.option(names.map(sampleIds.routeTable)),
        natGatewayId: fc.option(names.map(sampleIds.natGateway)),
        networkSecurityGroupId: fc.constant(null),
        delegations: fc.subarray(['Microsoft.Web/serverFarms', 'Microsoft.Web/hostingEnvironments']),
        serviceEndpoints: fc.subarray(['Microsoft.Storage', 'Microsoft.Sql']),
      }),
    ),
  ),
  routeTables: byName(sampleIds.routeTable, id =>
    factOf(
      fc.record({
        id: fc.constant(id),
        routes: fc.array(route, { maxLength: 4 }),
        disableBgpRoutePropagation: fc.option(fc.boolean()),
      }),
    ),
  ),
  natGateways: byName(sampleIds.natGateway, id =>
    factOf(fc.record({ id: fc.constant(id), addresses: factOf(addresses), prefixes: factOf(addresses) })),
  ),
  publicIps: fc.constant({}),
  privateEndpoints: byName(sampleIds.privateEndpoint, id =>
    factOf(fc.record({ id: fc.constant(id), subnetId: fc.constant(null), addresses: factOf(addresses) })),
  ),
  serviceTags: fc
    .subarray(['AzureCloud.westeurope', 'AzureCloud.centralfrance', 'ApiManagement', 'AzureLoadBalancer'])
    .chain(tags =>
      fc.tuple(
        ...tags.map(name =>
          factOf(
            fc.record({
              name: fc.constant(name),
              changeNumber: fc.option(fc.nat(300).map(String)),
              prefixes: addresses,
            }),
          ).map(fact => [name.toLowerCase(), fact] as const),
        ),
      ),
    )
    .map(facts => Object.fromEntries(facts)),
});

export const arbitraryInput: fc.Arbitrary<GuidanceInput> = fc.record({
  service: arbitraryService,
  network: arbitraryNetwork,
  subscriptionState: fc.constantFrom('Enabled', 'Warned', 'PastDue', 'Disabled', null),
  asOf: fc.constant('2026-11-22T09:59:58Z'),
  dnsGatewayRegion: fc.constantFrom(null, 'westeurope', 'northeurope'),
});
