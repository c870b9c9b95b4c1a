import type { Entry, ServiceGuidance } from '../src/domain/guidance/contract.ts';
import { type GuidanceInput, guidanceFor } from '../src/domain/guidance/guidance.ts';
import {
  sampleHostName,
  sampleIds,
  sampleNetwork,
  sampleRegion,
  sampleService,
  sampleSubnet,
} from '../src/domain/guidance/samples.ts';
import { known, type NetworkFacts, type Route, unread } from '../src/domain/network-facts.ts';
import type { Service } from '../src/domain/service.ts';

/** Prints, as Markdown, what the guidance says for every tier and VNet mode, to be read against Microsoft's text. */
const tiers = [
  'Developer',
  'Basic',
  'Standard',
  'Premium',
  'Consumption',
  'BasicV2',
  'StandardV2',
  'PremiumV2',
  'Isolated',
];
const modes = ['None', 'External', 'Internal'];

function service(tier: string, vnetMode: string, parts: Partial<Service> = {}): Service {
  const inVnet = vnetMode !== 'None';
  const internal = vnetMode === 'Internal';
  const shared = /v2$|^Consumption$/i.test(tier);
  const first = sampleRegion({
    publicIPAddresses: shared ? [] : ['203.0.113.18'],
    privateIPAddresses: internal ? ['10.20.1.5'] : [],
    subnetId: inVnet ? sampleIds.subnet('weu') : null,
    gatewayRegionalUrl: shared ? null : 'https://contoso-westeurope-01.regional.azure-api.net',
  });
  const second = sampleRegion({
    name: 'francecentral',
    displayName: 'France Central',
    primary: false,
    publicIPAddresses: ['203.0.113.74'],
    privateIPAddresses: internal ? ['10.21.1.6'] : [],
    subnetId: inVnet ? sampleIds.subnet('fra') : null,
    gatewayRegionalUrl: 'https://contoso-francecentral-01.regional.azure-api.net',
  });
  return sampleService({
    tier,
    vnetMode,
    regions: tier === 'Premium' ? [first, second] : [first],
    hostNames: [
      sampleHostName('Proxy', 'contoso.azure-api.net'),
      ...(shared ? [] : [sampleHostName('DeveloperPortal', 'contoso.developer.azure-api.net')]),
    ],
    ...parts,
  });
}

function network(tier: string, parts: { natGatewayId?: string; routeTableId?: string } = {}): NetworkFacts {
  const delegations = tier.endsWith('V2') ? ['Microsoft.Web/serverFarms'] : [];
  return sampleNetwork({
    subnets: [
      sampleSubnet('weu', { addressPrefixes: ['10.20.1.0/27'], delegations, ...parts }),
      sampleSubnet('fra', { addressPrefixes: ['10.21.1.0/27'], delegations }),
    ],
    serviceTags: [
      {
        name: 'AzureCloud.westeurope',
        changeNumber: '218',
        prefixes: ['13.69.0.0/17', '2603:1020:200::/46'],
      },
    ],
  });
}

function answer(input: Partial<GuidanceInput> & Pick<GuidanceInput, 'service' | 'network'>): ServiceGuidance {
  return guidanceFor({
    subscriptionState: 'Enabled',
    asOf: '2026-11-22T09:59:58Z',
    dnsGatewayRegion: 'westeurope',
    ...input,
  });
}

const isIn =
  (...purposes: readonly string[]) =>
  (entry: Entry) =>
    purposes.includes(entry.purpose);

function cell(guidance: ServiceGuidance, ...purposes: readonly string[]): string {
  const entries = guidance.entries
    .filter(isIn(...purposes))
    .map(({ name, value, ports, required, region, stability }) => {
      const port = ports.length > 0 ? ` :${ports.join(',')}` : '';
      const where = region ? ` (${region})` : '';
      return `${name ? `${name} → ` : ''}\`${value}\`${port}${where}, ${stability}${required ? '' : ', optional'}`;
    });
  const unknown = guidance.unknown
    .filter(({ purpose }) => purposes.includes(purpose))
    .map(({ code, region }) => `**unknown** ${code}${region ? ` (${region})` : ''}`);
  return [...entries, ...unknown].join('<br>') || '—';
}

const head = '| clients | internet back ends | private back ends | subnet NSG | DNS | warnings |';

function row(first: readonly string[], guidance: ServiceGuidance): string {
  const warnings = guidance.warnings.map(({ code, region }) => (region ? `${code} (${region})` : code));
  return `| ${[
    ...first,
    cell(guidance, 'clients'),
    cell(guidance, 'internet-back-ends'),
    cell(guidance, 'private-back-ends'),
    cell(guidance, 'management', 'load-balancer', 'traffic-manager'),
    cell(guidance, 'dns'),
    warnings.join('<br>') || '—',
  ].join(' | ')} |`;
}

const byTier = tiers.flatMap(tier =>
  modes.map(mode => row([tier, mode], answer({ service: service(tier, mode), network: network(tier) }))),
);

const external = service('Premium', 'External');
const routed = (...routes: readonly (readonly [string, string])[]): NetworkFacts => {
  const id = sampleIds.routeTable('rt-hub');
  const table = {
    id,
    disableBgpRoutePropagation: null,
    routes: routes.map(
      ([addressPrefix, nextHopType]): Route => ({ name: 'r', addressPrefix, nextHopType, nextHopIp: null }),
    ),
  };
  return {
    ...network('Premium', { routeTableId: id }),
    routeTables: sampleNetwork({ routeTables: [table] }).routeTables,
  };
};
const nat = (address: string): NetworkFacts => {
  const id = sampleIds.natGateway('nat');
  return {
    ...network('Premium', { natGatewayId: id }),
    natGateways: sampleNetwork({ natGateways: [{ id, addresses: known([address]), prefixes: known([]) }] })
      .natGateways,
  };
};
const outbound = (address: string) => ({
  ...external,
  regions: external.regions.map(region =>
    region.primary ? { ...region, outboundPublicIPAddresses: [address] } : region,
  ),
});
const off = {
  publicNetworkAccess: 'Disabled',
  privateEndpoints: [{ name: 'pe', privateEndpointId: sampleIds.privateEndpoint('pe'), status: 'Approved' }],
};
const endpoint = sampleNetwork({
  privateEndpoints: [{ id: sampleIds.privateEndpoint('pe'), subnetId: null, addresses: known(['10.3.0.4']) }],
}).privateEndpoints;
const forbidden = unread('forbidden', 'Microsoft.Network/virtualNetworks/subnets/read');

const situations: readonly (readonly [
  string,
  Partial<GuidanceInput> & Pick<GuidanceInput, 'service' | 'network'>,
])[] = [
  [
    'subnets not readable',
    {
      service: external,
      network: {
        ...network('Premium'),
        subnets: Object.fromEntries(Object.keys(network('Premium').subnets).map(id => [id, forbidden])),
      },
    },
  ],
  [
    'route table: ApiManagement to Internet',
    { service: external, network: routed(['ApiManagement', 'Internet']) },
  ],
  [
    'route table: 0.0.0.0/0 to VirtualAppliance',
    { service: external, network: routed(['0.0.0.0/0', 'VirtualAppliance']) },
  ],
  [
    'route table: two halves to VirtualNetworkGateway',
    {
      service: external,
      network: routed(['0.0.0.0/1', 'VirtualNetworkGateway'], ['128.0.0.0/1', 'VirtualNetworkGateway']),
    },
  ],
  [
    'route table: 198.51.100.0/24 to VirtualAppliance',
    { service: external, network: routed(['198.51.100.0/24', 'VirtualAppliance']) },
  ],
  [
    'route table: 10.0.0.0/8 to VirtualAppliance',
    { service: external, network: routed(['10.0.0.0/8', 'VirtualAppliance']) },
  ],
  [
    'route table not read',
    { service: external, network: network('Premium', { routeTableId: sampleIds.routeTable('rt-hub') }) },
  ],
  [
    'NAT gateway equals the reported outbound IP',
    { service: outbound('198.51.100.9'), network: nat('198.51.100.9') },
  ],
  [
    'NAT gateway differs from the reported outbound IP',
    { service: outbound('203.0.113.18'), network: nat('198.51.100.9') },
  ],
  ['NAT gateway, no outbound IP reported', { service: external, network: nat('198.51.100.9') }],
  [
    'gateway off in westeurope',
    {
      service: {
        ...external,
        regions: external.regions.map(region => ({ ...region, gatewayDisabled: region.primary })),
      },
      network: network('Premium'),
    },
  ],
  ['subscription PastDue', { service: external, network: network('Premium'), subscriptionState: 'PastDue' }],
  [
    'Standard, public access off, endpoint read',
    {
      service: service('Standard', 'None', off),
      network: { ...network('Standard'), privateEndpoints: endpoint },
    },
  ],
  [
    'Standard, public access off, endpoint not read',
    { service: service('Standard', 'None', off), network: network('Standard') },
  ],
  [
    'Premium Internal, gateway region not chosen',
    { service: service('Premium', 'Internal'), network: network('Premium'), dnsGatewayRegion: null },
  ],
  [
    'Consumption, tag not returned',
    {
      service: service('Consumption', 'None'),
      network: { ...network('Consumption'), serviceTags: { 'azurecloud.westeurope': unread('not-found') } },
    },
  ],
];

console.log(
  [
    '# Guidance by tier and VNet mode',
    '',
    'One region (West Europe), Premium two; subnets read, without route table and NAT gateway; subscription enabled; DNS gateway region West Europe.',
    '',
    head.replace('|', '| tier | mode |'),
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...byTier,
    '',
    '# Guidance by situation (Premium External in two regions unless said otherwise)',
    '',
    head.replace('|', '| situation |'),
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...situations.map(([name, input]) => row([name], answer(input))),
  ].join('\n'),
);
