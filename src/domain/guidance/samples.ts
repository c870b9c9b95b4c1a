import { armKey } from '../arm-id.ts';
import { known, type NetworkFacts, noNetworkFacts, type SubnetFacts } from '../network-facts.ts';
import type { Service, ServiceRegion } from '../service.ts';

/** Services and networks for tests of this folder: plausible by default, every field replaceable. */
export function sampleService(parts: Partial<Service> = {}): Service {
  return {
    id: '/subscriptions/6f2b0000-0000-4000-8000-000000000001/resourceGroups/rg-apim/providers/Microsoft.ApiManagement/service/contoso',
    name: 'contoso',
    resourceGroup: 'rg-apim',
    subscriptionId: '6f2b0000-0000-4000-8000-000000000001',
    tier: 'Premium',
    units: 1,
    vnetMode: 'None',
    provisioningState: 'Succeeded',
    targetProvisioningState: '',
    publicNetworkAccess: 'Enabled',
    createdAt: '2024-01-01T00:00:00Z',
    regions: [sampleRegion()],
    hostNames: [sampleHostName('Proxy', 'contoso.azure-api.net')],
    privateEndpoints: [],
    precreatedIps: [],
    tags: {},
    ...parts,
  };
}

export function sampleRegion(parts: Partial<ServiceRegion> = {}): ServiceRegion {
  return {
    name: 'westeurope',
    displayName: 'West Europe',
    primary: true,
    units: 1,
    zones: [],
    publicIPAddresses: ['203.0.113.7'],
    privateIPAddresses: [],
    outboundPublicIPAddresses: [],
    subnetId: null,
    publicIpAddressId: null,
    natGatewayState: 'Disabled',
    platformVersion: 'stv2',
    gatewayDisabled: false,
    gatewayRegionalUrl: null,
    ...parts,
  };
}

export function sampleHostName(type: string, hostName: string): Service['hostNames'][number] {
  return { type, hostName, certificateSource: 'BuiltIn', certificateExpiry: null };
}

const network =
  '/subscriptions/6f2b0000-0000-4000-8000-000000000001/resourceGroups/rg-net/providers/Microsoft.Network';

/** Ids of network resources by kind and name. */
export const sampleIds = {
  subnet: (name: string) => `${network}/virtualNetworks/vnet/subnets/${name}`,
  routeTable: (name: string) => `${network}/routeTables/${name}`,
  natGateway: (name: string) => `${network}/natGateways/${name}`,
  privateEndpoint: (name: string) => `${network}/privateEndpoints/${name}`,
  publicIp: (name: string) => `${network}/publicIPAddresses/${name}`,
};

export function sampleSubnet(name: string, parts: Partial<SubnetFacts> = {}): SubnetFacts {
  return {
    id: sampleIds.subnet(name),
    addressPrefixes: ['10.0.0.0/27'],
    routeTableId: null,
    natGatewayId: null,
    networkSecurityGroupId: null,
    delegations: [],
    serviceEndpoints: [],
    ...parts,
  };
}

/** Network facts in which every given record was read. */
export function sampleNetwork(
  parts: {
    readonly [K in keyof NetworkFacts]?: readonly KnownRecord<K>[];
  },
): NetworkFacts {
  const byId = <T extends { readonly id: string }>(records: readonly T[] | undefined) =>
    Object.fromEntries((records ?? []).map(record => [armKey(record.id), known(record)]));
  return {
    ...noNetworkFacts,
    subnets: byId(parts.subnets),
    routeTables: byId(parts.routeTables),
    natGateways: byId(parts.natGateways),
    publicIps: byId(parts.publicIps),
    privateEndpoints: byId(parts.privateEndpoints),
    serviceTags: Object.fromEntries(
      (parts.serviceTags ?? []).map(tag => [tag.name.toLowerCase(), known(tag)]),
    ),
  };
}

type KnownRecord<K extends keyof NetworkFacts> = Extract<
  NetworkFacts[K][string],
  { state: 'known' }
>['value'];
