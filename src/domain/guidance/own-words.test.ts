import { describe, expect, it } from 'vitest';
import { armKey } from '../arm-id.ts';
import { known, type NetworkFacts, noNetworkFacts, type Route, unread } from '../network-facts.ts';
import type { Service } from '../service.ts';
import type { ServiceGuidance } from './contract.ts';
import { noticeOf } from './notices.ts';
import { guide, internal, internalNeu, neu, weu } from './sample-answers.ts';
import { sampleHostName, sampleIds, sampleNetwork, sampleRegion, sampleSubnet } from './samples.ts';

/** What an answer says of this case alone, before the words that hold for every one of its kind. */
function ownWords({ warnings, unknown }: ServiceGuidance, code: string): readonly string[] {
  return [...warnings, ...unknown]
    .filter(one => one.code === code)
    .map(one => one.text.replace(noticeOf(one.code).text, '').trim());
}

type Row = readonly [code: string, words: string, service: Partial<Service>, network?: NetworkFacts];

const natId = sampleIds.natGateway('nat');
const tableId = sampleIds.routeTable('rt');
const endpointId = sampleIds.privateEndpoint('pe');
const external = { vnetMode: 'External', regions: [weu] };
const behindNat = (nat: NetworkFacts['natGateways'][string]) => ({
  ...sampleNetwork({ subnets: [sampleSubnet('weu', { natGatewayId: natId })] }),
  natGateways: { [armKey(natId)]: nat },
});
const routed = (...routes: readonly Partial<Route>[]) =>
  sampleNetwork({
    subnets: [sampleSubnet('weu', { routeTableId: tableId })],
    routeTables: [
      {
        id: tableId,
        disableBgpRoutePropagation: null,
        routes: routes.map(one => ({
          name: 'route',
          addressPrefix: '0.0.0.0/0',
          nextHopType: 'VirtualAppliance',
          nextHopIp: null,
          ...one,
        })),
      },
    ],
  });
const off = (privateEndpointId: string | null) => ({
  publicNetworkAccess: 'Disabled',
  privateEndpoints: [{ name: 'from-hub', privateEndpointId, status: 'Approved' }],
});
const endpoint = (addresses: Parameters<typeof known<readonly string[]>>[0]) =>
  sampleNetwork({ privateEndpoints: [{ id: endpointId, subnetId: null, addresses: known(addresses) }] });
const six = ['1', '2', '3', '4', '5', '6'].map(last => `198.51.100.${last}`);

const rows: Readonly<Record<string, readonly Row[]>> = {
  'a subnet': [
    ['subnet-not-readable', 'Subnet weu was not read.', external],
    [
      'subnet-not-readable',
      'Subnet weu could not be read: the right Microsoft.Network/virtualNetworks/subnets/read is missing.',
      external,
      {
        ...noNetworkFacts,
        subnets: {
          [armKey(sampleIds.subnet('weu'))]: unread(
            'forbidden',
            'Microsoft.Network/virtualNetworks/subnets/read',
          ),
        },
      },
    ],
    [
      'subnet-not-readable',
      'Subnet weu could not be read: a right is missing.',
      external,
      { ...noNetworkFacts, subnets: { [armKey(sampleIds.subnet('weu'))]: unread('forbidden') } },
    ],
    [
      'subnet-not-readable',
      'Subnet weu was not found, or you have no right to see it.',
      external,
      { ...noNetworkFacts, subnets: { [armKey(sampleIds.subnet('weu'))]: unread('not-found') } },
    ],
    [
      'subnet-not-readable',
      'Subnet weu could not be read: the call failed.',
      external,
      { ...noNetworkFacts, subnets: { [armKey(sampleIds.subnet('weu'))]: unread('failed') } },
    ],
    [
      'value-not-readable',
      'Subnet weu has "10.0.0.5".',
      external,
      sampleNetwork({ subnets: [sampleSubnet('weu', { addressPrefixes: ['10.0.0.5', '10.0.1.0/24'] })] }),
    ],
    [
      'address-not-reported',
      'Subnet weu has no range.',
      external,
      sampleNetwork({ subnets: [sampleSubnet('weu', { addressPrefixes: [] })] }),
    ],
    ['subnet-not-reported', '', { vnetMode: 'External' }],
    [
      'delegation-not-documented',
      'Subnet weu is delegated to nothing.',
      { ...external, tier: 'StandardV2' },
      sampleNetwork({ subnets: [sampleSubnet('weu')] }),
    ],
    [
      'delegation-not-documented',
      'Subnet weu is delegated to Microsoft.Web/serverFarmsX, X.Microsoft.Web/serverFarms.',
      { ...external, tier: 'StandardV2' },
      sampleNetwork({
        subnets: [
          sampleSubnet('weu', {
            delegations: ['Microsoft.Web/serverFarmsX', 'X.Microsoft.Web/serverFarms'],
          }),
        ],
      }),
    ],
    ['unknown-combination', 'Azure reports no VNet mode, but subnet weu.', { regions: [weu] }],
  ],
  'a NAT gateway': [
    ['nat-gateway-not-readable', 'NAT gateway nat was not read.', external, behindNat(unread('not-read'))],
    [
      'nat-gateway-not-readable',
      'NAT gateway nat: one of its public IPs could not be read: the call failed.',
      external,
      behindNat(known({ id: natId, addresses: unread('failed'), prefixes: known([]) })),
    ],
    [
      'nat-gateway-not-readable',
      'NAT gateway nat: one of its public IP prefixes was not read.',
      external,
      behindNat(known({ id: natId, addresses: known([]), prefixes: unread('not-read') })),
    ],
    [
      'nat-gateway-differs',
      'NAT gateway nat has 198.51.100.1, 198.51.100.2, 198.51.100.3, 198.51.100.4, 198.51.100.5 and 1 more, the service reports 203.0.113.7.',
      external,
      behindNat(known({ id: natId, addresses: known(six), prefixes: known([]) })),
    ],
    [
      'nat-gateway-differs',
      'NAT gateway nat has 198.51.100.1, 198.51.100.2, 198.51.100.3, 198.51.100.4, 198.51.100.5, the service reports 203.0.113.7.',
      external,
      behindNat(known({ id: natId, addresses: known(six.slice(0, 5)), prefixes: known([]) })),
    ],
    [
      'nat-gateway-differs',
      'NAT gateway nat has no address, the service reports 203.0.113.7.',
      external,
      behindNat(known({ id: natId, addresses: known([]), prefixes: known([]) })),
    ],
    [
      'nat-gateway-differs',
      'NAT gateway nat has 203.0.113.7, none, the service reports 203.0.113.7.',
      external,
      behindNat(known({ id: natId, addresses: known(['203.0.113.7', 'none']), prefixes: known([]) })),
    ],
    [
      'nat-gateway-not-confirmed',
      'NAT gateway nat has 198.51.100.1.',
      { vnetMode: 'External', regions: [{ ...weu, outboundPublicIPAddresses: [] }] },
      behindNat(known({ id: natId, addresses: known(['198.51.100.1']), prefixes: known([]) })),
    ],
  ],
  'a route table': [
    [
      'egress-routed',
      'Route table rt was not read.',
      external,
      sampleNetwork({ subnets: [sampleSubnet('weu', { routeTableId: tableId })] }),
    ],
    [
      'subnet-route-table',
      'Route table rt was not read.',
      external,
      sampleNetwork({ subnets: [sampleSubnet('weu', { routeTableId: tableId })] }),
    ],
    [
      'egress-routed',
      'Route table rt sends 0.0.0.0/1 nowhere (next hop None), 128.0.0.0/1 to VirtualAppliance 10.9.0.4.',
      external,
      routed(
        { addressPrefix: '128.0.0.0/1', nextHopIp: '10.9.0.4' },
        { addressPrefix: '0.0.0.0/1', nextHopType: 'none' },
      ),
    ],
    [
      'subnet-route-table',
      'Route table rt sends 10.0.0.0/8 to VirtualAppliance.',
      external,
      routed({ addressPrefix: '10.0.0.0/8' }),
    ],
    [
      'egress-routed',
      'Route table rt sends ::/0 to VirtualAppliance.',
      {
        vnetMode: 'External',
        regions: [{ ...weu, outboundPublicIPAddresses: ['203.0.113.7', '2603:1020::7'] }],
      },
      routed({ addressPrefix: '::/0' }),
    ],
    ['management-route-missing', 'Route table rt sends 0.0.0.0/0 to VirtualAppliance.', external, routed({})],
    [
      'management-route-missing',
      'Route table rt sends 0.0.0.0/0 to VirtualAppliance.',
      external,
      routed({}, { addressPrefix: 'ApiManagement.WestEurope', nextHopType: 'Internet' }),
    ],
    ['client-route-missing', 'Route table rt sends 0.0.0.0/0 to VirtualAppliance.', external, routed({})],
  ],
  'what Azure reports': [
    [
      'value-not-readable',
      'Azure reports "n/a" in outboundPublicIPAddresses.',
      { regions: [sampleRegion({ outboundPublicIPAddresses: ['n/a'] })] },
    ],
    [
      'value-not-readable',
      'Azure reports 10.0.0.0/24 in outboundPublicIPAddresses, which is not on the internet.',
      { regions: [sampleRegion({ outboundPublicIPAddresses: ['10.0.0.0/24'] })] },
    ],
    [
      'value-not-readable',
      'Azure names the region "west.europe".',
      { tier: 'Consumption', regions: [sampleRegion({ name: 'west.europe' })] },
    ],
    [
      'value-not-readable',
      'AzureCloud.westeurope holds "nonsense".',
      { tier: 'Consumption' },
      sampleNetwork({
        serviceTags: [{ name: 'AzureCloud.westeurope', changeNumber: '1', prefixes: ['nonsense'] }],
      }),
    ],
    [
      'service-tag-not-returned',
      'AzureCloud.westeurope.',
      { tier: 'Consumption' },
      { ...noNetworkFacts, serviceTags: { 'azurecloud.westeurope': unread('not-found') } },
    ],
    ['service-tag-not-read', 'AzureCloud.westeurope was not read.', { tier: 'Consumption' }],
    [
      'value-not-readable',
      'Azure reports the host name "*.contoso.example".',
      { tier: 'Consumption', hostNames: [sampleHostName('Proxy', '*.contoso.example')] },
    ],
    ['host-name-not-reported', '', { tier: 'Consumption', hostNames: [] }],
    ['address-not-reported', 'Azure reports no region.', { regions: [] }],
    ['unknown-combination', 'Isolated with VNet mode None.', { tier: 'Isolated' }],
    ['unknown-combination', 'Isolated with VNet mode None.', { tier: 'Isolated', regions: [] }],
    [
      'public-access-not-understood',
      'Public network access is "Perhaps".',
      { publicNetworkAccess: 'Perhaps' },
    ],
  ],
  'a private endpoint': [
    ['private-endpoint-not-readable', 'Private endpoint from-hub is not named by Azure.', off(null)],
    ['private-endpoint-not-readable', 'Private endpoint pe was not read.', off(endpointId)],
    [
      'private-endpoint-not-readable',
      'The network interface of Private endpoint pe was not found, or you have no right to see it.',
      off(endpointId),
      sampleNetwork({
        privateEndpoints: [{ id: endpointId, subnetId: null, addresses: unread('not-found') }],
      }),
    ],
    ['private-endpoint-not-readable', 'Private endpoint pe has no address.', off(endpointId), endpoint([])],
    [
      'value-not-readable',
      'Private endpoint pe has "10.3.0.0/24".',
      off(endpointId),
      endpoint(['10.3.0.0/24', '10.3.0.4']),
    ],
    ['value-not-readable', 'Private endpoint pe has "none".', off(endpointId), endpoint(['none'])],
  ],
  'a name in DNS': [
    [
      'dns-name-not-documented',
      'c.azure-api.net (ConfigurationApi).',
      {
        vnetMode: 'Internal',
        regions: [internal],
        hostNames: [sampleHostName('ConfigurationApi', 'c.azure-api.net')],
      },
    ],
    [
      'dns-gateway-region-not-chosen',
      'contoso.azure-api.net.',
      { vnetMode: 'Internal', regions: [internal, internalNeu] },
    ],
    [
      'dns-region-not-usable',
      'contoso.azure-api.net in West Europe.',
      { vnetMode: 'Internal', regions: [{ ...internal, gatewayDisabled: true }] },
    ],
    [
      'dns-region-not-usable',
      'contoso.scm.azure-api.net.',
      {
        vnetMode: 'Internal',
        regions: [{ ...internal, primary: false }],
        hostNames: [sampleHostName('Scm', 'contoso.scm.azure-api.net')],
      },
    ],
    ['private-vip-not-reported', 'contoso.azure-api.net:', { vnetMode: 'Internal', regions: [neu] }],
    [
      'value-not-readable',
      'Azure reports the host name "contoso".',
      { vnetMode: 'Internal', regions: [internal], hostNames: [sampleHostName('Scm', 'contoso')] },
    ],
  ],
};

describe.each(Object.keys(rows))('what an answer says of %s', name => {
  it.each((rows[name] ?? []).map(([code, words, ...of]) => ({ code, words, of })))(
    '$code: $words',
    ({ code, words, of: [service, network] }) =>
      expect(ownWords(guide(service, network), code)).toContain(words),
  );
});
