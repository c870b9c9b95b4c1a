import { describe, expect, it } from 'vitest';
import { known } from '../network-facts.ts';
import type { ServiceGuidance } from './contract.ts';
import { docs } from './docs.ts';
import { noticeOf } from './notices.ts';
import { guide, internal, internalNeu, neu, readable, weu } from './sample-answers.ts';
import { sampleHostName, sampleIds, sampleNetwork, sampleRegion, sampleSubnet } from './samples.ts';

/** Every word of an answer: an entry in three lines, a warning or an unknown with the words that are its own. */
function wordsOf({ entries, warnings, unknown }: ServiceGuidance): readonly string[] {
  return [
    ...entries.flatMap(entry => [
      `${entry.purpose} ${entry.region ?? 'everywhere'} ${entry.name ?? ''}`.trimEnd(),
      `  ${entry.kind} ${entry.value} is the ${entry.valueIs} at ${entry.enforceAt}, ${entry.protocol} ${entry.ports.join() || 'any'}, ${entry.required ? 'required' : 'optional'}, ${entry.stability}, from ${entry.from}${entry.prefixes ? `, ${entry.changeNumber ?? 'no number'}: ${entry.prefixes.join()}` : ''}`,
      `  ${entry.reason} [${pageOf(entry.docs)}]`,
    ]),
    ...warnings.map(({ code, region, text }) => `! ${code} ${region ?? ''}: ${ownWords(code, text)}`),
    ...unknown.map(
      ({ code, purpose, region, text }) => `? ${code} ${purpose} ${region ?? ''}: ${ownWords(code, text)}`,
    ),
  ];
}

function pageOf(url: string): string {
  return Object.entries(docs).find(([, page]) => page === url)?.[0] ?? url;
}

function ownWords(code: Parameters<typeof noticeOf>[0], text: string): string {
  return text.replace(noticeOf(code).text, '…');
}

const nat = sampleIds.natGateway('nat');
const endpoint = sampleIds.privateEndpoint('pe');

describe('the whole answer for', () => {
  it.each<[string, () => ServiceGuidance, readonly string[]]>([
    [
      'a classic service without a VNet',
      () => guide({ regions: [sampleRegion({ outboundPublicIPAddresses: ['198.51.100.4'] })] }),
      [
        'clients westeurope',
        '  cidr 203.0.113.7/32 is the destination at client-firewall, Tcp 443, required, static, from publicIPAddresses',
        '  Clients connect to the public IP of the region, which belongs to this service alone. [addresses]',
        'clients westeurope',
        '  cidr 203.0.113.7/32 is the destination at client-firewall, Tcp 80, optional, static, from publicIPAddresses',
        '  Only for clients that use plain HTTP. [addresses]',
        'internet-back-ends westeurope',
        '  cidr 198.51.100.4/32 is the source at back-end-firewall, Tcp any, required, static, from outboundPublicIPAddresses',
        '  Internet back ends see the outbound addresses of the region, which belong to this service. [addresses]',
        '! same-region-storage : …',
      ],
    ],
    [
      'one in External mode with a NAT gateway in one of two regions',
      () =>
        guide(
          {
            vnetMode: 'External',
            regions: [{ ...weu, outboundPublicIPAddresses: ['198.51.100.0/31'] }, neu],
          },
          sampleNetwork({
            subnets: [
              sampleSubnet('weu', { natGatewayId: nat, addressPrefixes: ['10.0.0.0/27', '10.0.1.0/27'] }),
              sampleSubnet('neu', { serviceEndpoints: ['Microsoft.Storage', 'Microsoft.Sql'] }),
            ],
            natGateways: [{ id: nat, addresses: known([]), prefixes: known(['198.51.100.0/31']) }],
            serviceTags: [{ name: 'ApiManagement', changeNumber: '7', prefixes: ['13.64.39.16/32'] }],
          }),
        ),
      [
        'clients northeurope',
        '  cidr 203.0.113.9/32 is the destination at client-firewall, Tcp 443, required, static, from publicIPAddresses',
        '  Clients connect to the public IP of the region, which belongs to this service alone. [addresses]',
        'clients westeurope',
        '  cidr 203.0.113.7/32 is the destination at client-firewall, Tcp 443, required, static, from publicIPAddresses',
        '  Clients connect to the public IP of the region, which belongs to this service alone. [addresses]',
        'clients northeurope',
        '  cidr 203.0.113.9/32 is the destination at client-firewall, Tcp 80, optional, static, from publicIPAddresses',
        '  Only for clients that use plain HTTP. [addresses]',
        'clients westeurope',
        '  cidr 203.0.113.7/32 is the destination at client-firewall, Tcp 80, optional, static, from publicIPAddresses',
        '  Only for clients that use plain HTTP. [addresses]',
        'internet-back-ends northeurope',
        '  cidr 203.0.113.9/32 is the source at back-end-firewall, Tcp any, required, static, from publicIPAddresses',
        '  Internet back ends see the outbound addresses of the region, which belong to this service. [addresses]',
        'internet-back-ends westeurope',
        '  cidr 198.51.100.0/31 is the source at back-end-firewall, Tcp any, required, static, from natGateway',
        '  Internet back ends see the outbound addresses of the region, which belong to this service. [addresses]',
        'private-back-ends northeurope',
        '  cidr 10.0.0.0/27 is the source at back-end-firewall, Tcp any, required, static, from subnet.addressPrefix',
        '  Private back ends may see any address of the subnet, so the private VIP alone is not enough. [addresses]',
        'private-back-ends westeurope',
        '  cidr 10.0.0.0/27 is the source at back-end-firewall, Tcp any, required, static, from subnet.addressPrefixes',
        '  Private back ends may see any address of the subnet, so the private VIP alone is not enough. [addresses]',
        'private-back-ends westeurope',
        '  cidr 10.0.1.0/27 is the source at back-end-firewall, Tcp any, required, static, from subnet.addressPrefixes',
        '  Private back ends may see any address of the subnet, so the private VIP alone is not enough. [addresses]',
        'management everywhere',
        '  serviceTag ApiManagement is the source at service-subnet-nsg, Tcp 3443, required, dynamic, from virtualNetworkType, 7: 13.64.39.16/32',
        '  Azure manages the service on this port. [vnetReference]',
        'load-balancer everywhere',
        '  serviceTag AzureLoadBalancer is the source at service-subnet-nsg, Tcp 6390, required, dynamic, from virtualNetworkType',
        '  Azure’s load balancer checks the service on this port. [vnetReference]',
        'traffic-manager everywhere',
        '  serviceTag AzureTrafficManager is the source at service-subnet-nsg, Tcp 443, required, dynamic, from virtualNetworkType',
        '  Azure Traffic Manager checks each region on this port to route clients between regions. [vnetReference]',
        '! same-region-storage : …',
        '! nsg-clients-inbound : …',
        '! subnet-service-endpoints northeurope: Subnet neu has service endpoints for Microsoft.Sql, Microsoft.Storage. …',
        '! bgp-default-route-not-visible : …',
      ],
    ],
    [
      'one of the Developer tier in Internal mode',
      () =>
        guide(
          {
            tier: 'Developer',
            vnetMode: 'Internal',
            regions: [internal],
            hostNames: [
              sampleHostName('Proxy', 'contoso.azure-api.net'),
              sampleHostName('Scm', 'contoso.scm.azure-api.net'),
            ],
          },
          readable,
        ),
      [
        'clients westeurope',
        '  cidr 10.0.0.5/32 is the destination at client-firewall, Tcp 443, required, dynamic, from privateIPAddresses',
        '  Clients inside the network connect to the private VIP. Azure assigns it: leaving the subnet and coming back may change it. [addresses]',
        'internet-back-ends westeurope',
        '  cidr 203.0.113.7/32 is the source at back-end-firewall, Tcp any, required, static, from outboundPublicIPAddresses',
        '  Internet back ends see the outbound addresses of the region, which belong to this service. [addresses]',
        'private-back-ends westeurope',
        '  cidr 10.0.0.0/27 is the source at back-end-firewall, Tcp any, required, static, from subnet.addressPrefix',
        '  Private back ends may see any address of the subnet, so the private VIP alone is not enough. [addresses]',
        'management everywhere',
        '  serviceTag ApiManagement is the source at service-subnet-nsg, Tcp 3443, required, dynamic, from virtualNetworkType',
        '  Azure manages the service on this port. [vnetReference]',
        'load-balancer everywhere',
        '  serviceTag AzureLoadBalancer is the source at service-subnet-nsg, Tcp 6390, optional, dynamic, from virtualNetworkType',
        '  Azure’s load balancer checks the service on this port; optional on Developer. [vnetReference]',
        'dns westeurope contoso.azure-api.net',
        '  cidr 10.0.0.5/32 is the record at dns-zone, Tcp any, required, dynamic, from privateIPAddresses',
        '  Clients inside the network reach the gateway at the private VIP. [vnetInternal]',
        'dns westeurope contoso.scm.azure-api.net',
        '  cidr 10.0.0.5/32 is the record at dns-zone, Tcp any, required, dynamic, from privateIPAddresses',
        '  This name is served by the primary region alone. [vnetInternal]',
        '! same-region-storage : …',
        '! internal-public-ip : …',
        '! bgp-default-route-not-visible : …',
      ],
    ],
    [
      'one of the Consumption tier',
      () =>
        guide(
          { tier: 'Consumption' },
          sampleNetwork({
            serviceTags: [{ name: 'AzureCloud.westeurope', changeNumber: null, prefixes: ['13.69.0.0/17'] }],
          }),
        ),
      [
        'clients everywhere',
        '  hostName contoso.azure-api.net is the destination at client-firewall, Tcp 443, required, static, from hostnameConfigurations',
        '  No address is promised on this tier, so clients are allowed by host name. [addresses]',
        'internet-back-ends westeurope',
        '  serviceTag AzureCloud.westeurope is the source at back-end-firewall, Tcp any, required, shared, from location, no number: 13.69.0.0/17',
        '  No address belongs to this service. Back ends see some public address of Azure in West Europe, which other customers share. [addresses]',
        '! shared-ranges : …',
        '! api-management-tag-not-egress : …',
        '! same-region-storage : …',
      ],
    ],
    [
      'a v2 service with outbound integration',
      () =>
        guide(
          { tier: 'StandardV2', vnetMode: 'External', regions: [weu] },
          sampleNetwork({ subnets: [sampleSubnet('weu', { delegations: ['Microsoft.Web/serverFarms'] })] }),
        ),
      [
        'clients everywhere',
        '  hostName contoso.azure-api.net is the destination at client-firewall, Tcp 443, required, static, from hostnameConfigurations',
        '  No address is promised on this tier, so clients are allowed by host name. [addresses]',
        'private-back-ends westeurope',
        '  cidr 10.0.0.0/27 is the source at back-end-firewall, Tcp any, required, static, from subnet.addressPrefix',
        '  Private back ends may see any address of the subnet, so the private VIP alone is not enough. [integration]',
        '! api-management-tag-not-egress : …',
        '! bgp-default-route-not-visible : …',
        '? integration-egress internet-back-ends westeurope: …',
      ],
    ],
    [
      'a v2 service in a network',
      () => guide({ tier: 'PremiumV2', vnetMode: 'Internal', regions: [internal] }, readable),
      [
        'clients everywhere',
        '  hostName contoso.azure-api.net is the destination at client-firewall, Tcp 443, required, static, from hostnameConfigurations',
        '  No address is promised on this tier, so clients are allowed by host name. [addresses]',
        'clients westeurope',
        '  cidr 10.0.0.5/32 is the destination at client-firewall, Tcp 443, required, dynamic, from privateIPAddresses',
        '  Clients inside the network connect to the private VIP. Azure assigns it: leaving the subnet and coming back may change it. [injection]',
        'dns westeurope contoso.azure-api.net',
        '  cidr 10.0.0.5/32 is the record at dns-zone, Tcp any, required, dynamic, from privateIPAddresses',
        '  Clients inside the network reach the gateway at the private VIP. [injection]',
        '! api-management-tag-not-egress : …',
        '! bgp-default-route-not-visible : …',
        '? injection-egress internet-back-ends westeurope: …',
        '? injection-egress private-back-ends westeurope: …',
      ],
    ],
    [
      'one that only private endpoints lead to',
      () =>
        guide(
          {
            publicNetworkAccess: 'Disabled',
            privateEndpoints: [{ name: 'pe', privateEndpointId: endpoint, status: 'Approved' }],
          },
          sampleNetwork({
            privateEndpoints: [{ id: endpoint, subnetId: null, addresses: known(['10.3.0.4']) }],
          }),
        ),
      [
        'clients everywhere',
        '  cidr 10.3.0.4/32 is the destination at client-firewall, Tcp 443, required, static, from privateEndpoint.networkInterface',
        '  Public network access is off, so clients connect to the private endpoint. [privateEndpoint]',
        'internet-back-ends westeurope',
        '  cidr 203.0.113.7/32 is the source at back-end-firewall, Tcp any, required, static, from publicIPAddresses',
        '  Internet back ends see the outbound addresses of the region, which belong to this service. [addresses]',
        '! same-region-storage : …',
      ],
    ],
  ])('%s', (_, answer, words) => expect(wordsOf(answer())).toEqual(words));

  it('an Internal service in two regions has the records of the region that the reader chose', () => {
    const url = 'https://contoso-northeurope-01.regional.azure-api.net';
    const regions = [internal, { ...internalNeu, gatewayRegionalUrl: url }];
    const answer = guide({ vnetMode: 'Internal', regions }, readable, { dnsGatewayRegion: 'North Europe' });
    const words = wordsOf(answer);
    expect(words.slice(words.findIndex(line => line.startsWith('dns ')))).toEqual([
      'dns northeurope contoso-northeurope-01.regional.azure-api.net',
      '  cidr 10.1.0.5/32 is the record at dns-zone, Tcp any, required, dynamic, from privateIPAddresses',
      '  The regional name belongs to the private VIP of its own region. [vnetInternal]',
      'dns northeurope contoso.azure-api.net',
      '  cidr 10.1.0.5/32 is the record at dns-zone, Tcp any, required, dynamic, from privateIPAddresses',
      '  You chose this region for the gateway name. Azure does not balance between regions in Internal mode. [vnetInternal]',
      '! same-region-storage : …',
      '! internal-no-balancing : …',
      '! internal-public-ip : …',
      '! bgp-default-route-not-visible : …',
    ]);
  });
});
