import { describe, expect, it } from 'vitest';
import { known } from '../network-facts.ts';
import { docs } from './docs.ts';
import { questionsFor } from './questions.ts';
import { guide, internal, internalNeu, neu, readable, weu } from './sample-answers.ts';
import { sampleIds, sampleNetwork } from './samples.ts';

/** The name under which the Microsoft page is kept. */
function pageOf(url: string): string {
  return Object.entries(docs).find(([, page]) => page === url)?.[0] ?? url;
}

/** Every word of the five answers; what would change one stands below it. */
function wordsOf(...answer: Parameters<typeof guide>): readonly string[] {
  return questionsFor(guide(...answer)).flatMap(one => [
    `${one.label}: ${one.hint}. ${one.heading} ${one.explanation} [${pageOf(one.docs)}]`,
    ...(one.whatChanges ? [`  ${one.whatChanges}`] : []),
  ]);
}

const endpoint = sampleIds.privateEndpoint('pe');
const closed = { publicNetworkAccess: 'Disabled' };

describe('the five answers, whole, for', () => {
  it.each<[string, Parameters<typeof guide>, readonly string[]]>([
    [
      'a classic service without a VNet',
      [{}],
      [
        'Clients to the service: 1 public IP. Allow the public IP of each region. Clients connect to it, and it belongs to this service alone. [addresses]',
        '  Recreating the service, a change of VNet, subnet, public IP resource or zones, or a disabled subscription. Microsoft does not list scaling.',
        'Service to internet back ends: 1 outbound IP. Allow the outbound addresses of each region. An internet back end sees the public addresses that the service sends from. [addresses]',
        '  Recreating the service, a change of VNet, subnet, public IP resource or zones, or a disabled subscription. Microsoft does not list scaling.',
        'Service to private back ends: not without a VNet. The service is in no network. Without a VNet it cannot reach private back ends. [addresses]',
        'Azure management: no rule documented. Azure needs no rule of yours. Microsoft documents no rule for managing a service of this tier and VNet mode. [addresses]',
        'DNS records: public DNS. Azure keeps the names in public DNS. Records of your own are needed in Internal mode alone. [addresses]',
      ],
    ],
    [
      'one in External mode',
      [{ vnetMode: 'External', regions: [weu, neu] }, readable],
      [
        'Clients to the service: 2 public IPs. Allow the public IP of each region. Clients connect to it, and it belongs to this service alone. [addresses]',
        '  Recreating the service, a change of VNet, subnet, public IP resource or zones, or a disabled subscription. Microsoft does not list scaling.',
        'Service to internet back ends: 2 outbound IPs. Allow the outbound addresses of each region. An internet back end sees the public addresses that the service sends from. [addresses]',
        '  Recreating the service, a change of VNet, subnet, public IP resource or zones, or a disabled subscription. Microsoft does not list scaling.',
        'Service to private back ends: 3 subnet ranges. Allow the whole subnet range of each region. A private back end may see any address of the subnet, so one address of it is not enough. [addresses]',
        '  Moving a region to another subnet, or adding or removing a region. New units take addresses of the same range.',
        'Azure management: 3 service tags. Let Azure reach the subnet of the service. These rules belong into the network security group of every region’s subnet. [vnetReference]',
        '  Microsoft keeps the tags up to date; the rules stay.',
        'DNS records: public DNS. Azure keeps the names in public DNS. Records of your own are needed in Internal mode alone. [addresses]',
      ],
    ],
    [
      'one in Internal mode',
      [
        { vnetMode: 'Internal', regions: [internal, internalNeu] },
        readable,
        { dnsGatewayRegion: 'westeurope' },
      ],
      [
        'Clients to the service: 2 private VIPs. Allow the private VIP of each region. Clients inside the network connect to it. The public IP serves no client in this mode. [addresses]',
        '  Recreating the service, a change of VNet, subnet, public IP resource or zones, or a disabled subscription. Microsoft does not list scaling.',
        'Service to internet back ends: 2 outbound IPs. Allow the outbound addresses of each region. An internet back end sees the public addresses that the service sends from. [addresses]',
        '  Recreating the service, a change of VNet, subnet, public IP resource or zones, or a disabled subscription. Microsoft does not list scaling.',
        'Service to private back ends: 3 subnet ranges. Allow the whole subnet range of each region. A private back end may see any address of the subnet, so one address of it is not enough. [addresses]',
        '  Moving a region to another subnet, or adding or removing a region. New units take addresses of the same range.',
        'Azure management: 2 service tags. Let Azure reach the subnet of the service. These rules belong into the network security group of every region’s subnet. [vnetReference]',
        '  Microsoft keeps the tags up to date; the rules stay.',
        'DNS records: 1 name. Point these names at the private VIPs. In Internal mode no name of the service is in public DNS, and the gateway answers to names alone. [vnetInternal]',
        '  Recreating the service, a change of VNet, subnet, public IP resource or zones, or a disabled subscription. Microsoft does not list scaling.',
      ],
    ],
    [
      'one of a shared tier',
      [{ tier: 'Consumption' }],
      [
        'Clients to the service: host name only. Allow the host name, not an address. Microsoft promises no address on this tier, so a rule by address would break without notice. [addresses]',
        'Service to internet back ends: shared ranges. This service has no address of its own. It runs on shared machines. The narrowest thing that Microsoft documents is the range of the whole Azure region. [addresses]',
        '  Microsoft changes the ranges of the region as it grows, often weekly.',
        'Service to private back ends: not without a VNet. The service is in no network. Without a VNet it cannot reach private back ends. [addresses]',
        'Azure management: no rule documented. Azure needs no rule of yours. Microsoft documents no rule for managing a service of this tier and VNet mode. [addresses]',
        'DNS records: public DNS. Azure keeps the names in public DNS. Records of your own are needed in Internal mode alone. [addresses]',
      ],
    ],
    [
      'a v2 service in a network',
      [{ tier: 'PremiumV2', vnetMode: 'Internal', regions: [internal] }, readable],
      [
        'Clients to the service: host name, 1 private VIP. Use the host name inside your network. The gateway answers at a private address that Azure reports and may assign anew. [addresses]',
        'Service to internet back ends: not known. There is no safe answer. Egress depends on your network. A rule would be a guess, so none is given. [injection]',
        'Service to private back ends: not known. There is no safe answer. Egress depends on your network. A rule would be a guess, so none is given. [injection]',
        'Azure management: no rule documented. Azure needs no rule of yours. Microsoft documents no rule for managing a service of this tier and VNet mode. [addresses]',
        'DNS records: 1 name. Point these names at the private VIPs. In Internal mode no name of the service is in public DNS, and the gateway answers to names alone. [injection]',
      ],
    ],
  ])('%s', (_, answer, words) => expect(wordsOf(...answer)).toEqual(words));

  it.each<[string, Parameters<typeof guide>, readonly string[]]>([
    [
      'clients of a service that only private endpoints lead to',
      [
        { ...closed, privateEndpoints: [{ name: 'pe', privateEndpointId: endpoint, status: 'Approved' }] },
        sampleNetwork({
          privateEndpoints: [{ id: endpoint, subnetId: null, addresses: known(['10.3.0.4', '10.3.0.5']) }],
        }),
      ],
      [
        'Clients to the service: 2 private endpoint addresses. Allow the private endpoints. Public network access is off, so clients connect through private endpoints alone. [privateEndpoint]',
        '  Recreating the service, a change of VNet, subnet, public IP resource or zones, or a disabled subscription. Microsoft does not list scaling.',
      ],
    ],
    [
      'clients of one that nothing leads to',
      [closed],
      [
        'Clients to the service: none can connect. No client can connect. Public network access is off and no private endpoint is approved. [addresses]',
      ],
    ],
    [
      'one in External mode with its only gateway off',
      [{ vnetMode: 'External', regions: [{ ...weu, gatewayDisabled: true }] }],
      [
        'Clients to the service: gateway off. The gateway is off. The gateway of this region is disabled: it serves no client and calls no back end. [addresses]',
        'Service to internet back ends: gateway off. The gateway is off. The gateway of this region is disabled: it serves no client and calls no back end. [addresses]',
        'Service to private back ends: gateway off. The gateway is off. The gateway of this region is disabled: it serves no client and calls no back end. [addresses]',
        'Azure management: 2 service tags. Let Azure reach the subnet of the service. These rules belong into the network security group of every region’s subnet. [vnetReference]',
        '  Microsoft keeps the tags up to date; the rules stay.',
        'DNS records: public DNS. Azure keeps the names in public DNS. Records of your own are needed in Internal mode alone. [addresses]',
      ],
    ],
    [
      'one that nobody documented',
      [{ tier: 'Isolated' }],
      [
        'Clients to the service: not known. There is no safe answer. Not documented. A rule would be a guess, so none is given. [addresses]',
        'Service to internet back ends: not known. There is no safe answer. Not documented. A rule would be a guess, so none is given. [addresses]',
        'Service to private back ends: not known. There is no safe answer. Not documented. A rule would be a guess, so none is given. [addresses]',
        'Azure management: not known. There is no safe answer. Not documented. A rule would be a guess, so none is given. [addresses]',
        'DNS records: not known. There is no safe answer. Not documented. A rule would be a guess, so none is given. [addresses]',
      ],
    ],
  ])('%s', (_, answer, words) => expect(wordsOf(...answer).slice(0, words.length)).toEqual(words));
});
