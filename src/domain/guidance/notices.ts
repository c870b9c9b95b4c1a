import { docs } from './docs.ts';
import type { Purpose } from './purpose.ts';

type Notice = {
  /** `unknown` has no answer and no rule; `warning` and `information` stand beside an answer. */
  readonly level: 'unknown' | 'warning' | 'information';
  readonly title: string;
  /** Said after what is special to the case. */
  readonly text: string;
  readonly docs: string;
  /** The purposes that a warning bears on; absent for all of them. Unknowns carry their own purpose. */
  readonly concerns?: readonly Purpose[];
};

/** Every code of `warnings` and `unknown`, with what it means and the Microsoft page behind it. */
const catalogue = {
  'service-not-read': {
    level: 'unknown',
    title: 'Service not read',
    text: 'Nothing is said of what it needs.',
    docs: docs.armService,
  },
  'unknown-combination': {
    level: 'unknown',
    title: 'Not documented',
    text: 'Microsoft documents no addresses for this combination of tier and VNet mode.',
    docs: docs.addresses,
  },
  'address-not-reported': {
    level: 'unknown',
    title: 'No address reported',
    text: 'Azure reports no address here. That is usual while a service or a region is being created.',
    docs: docs.addresses,
  },
  'host-name-not-reported': {
    level: 'unknown',
    title: 'No host name reported',
    text: 'This tier promises no address, and Azure reports no gateway host name.',
    docs: docs.addresses,
  },
  'value-not-readable': {
    level: 'unknown',
    title: 'A value could not be read',
    text: 'It is not an address, a range, a service tag or a host name that a rule can hold.',
    docs: docs.armService,
  },
  'outbound-not-reported': {
    level: 'unknown',
    title: 'Outbound addresses not reported',
    text: 'Azure says that a NAT gateway is enabled and reports no outbound address, so the public IP is not the answer.',
    docs: docs.armService,
  },
  'subnet-not-reported': {
    level: 'unknown',
    title: 'Subnet not reported',
    text: 'Azure names no subnet for this region, although the service has a VNet mode.',
    docs: docs.vnetConcepts,
  },
  'subnet-not-readable': {
    level: 'unknown',
    title: 'Subnet not read',
    text: 'Without it neither its range nor its routes and NAT gateway are known.',
    docs: docs.addresses,
  },
  'delegation-not-documented': {
    level: 'unknown',
    title: 'Unexpected delegation',
    text: 'Outbound integration needs a subnet delegated to Microsoft.Web/serverFarms.',
    docs: docs.integration,
  },
  'nat-gateway-not-readable': {
    level: 'unknown',
    title: 'NAT gateway not read',
    text: 'The subnet has a NAT gateway, whose addresses internet back ends would see.',
    docs: docs.natGateway,
  },
  'nat-gateway-differs': {
    level: 'unknown',
    title: 'NAT gateway and service disagree',
    text: 'Which of the two internet back ends see cannot be told from here. Test with one call.',
    docs: docs.natGateway,
  },
  'nat-gateway-not-confirmed': {
    level: 'unknown',
    title: 'NAT gateway not confirmed',
    text: 'Azure reports no outbound address of the service that confirms it. Test with one call.',
    docs: docs.natGateway,
  },
  'egress-routed': {
    level: 'unknown',
    title: 'Egress may be routed elsewhere',
    text: 'Internet back ends then see the address of what stands there, or nothing. Ask who owns the route table, then test with one call.',
    docs: docs.routes,
  },
  'integration-egress': {
    level: 'unknown',
    title: 'Internet egress not documented',
    text: 'Microsoft does not document which address internet back ends see from a v2 service with outbound integration.',
    docs: docs.integration,
  },
  'injection-egress': {
    level: 'unknown',
    title: 'Egress depends on your network',
    text: 'A v2 service injected into a VNet sends everything through the subnet, by your own routes. Microsoft documents no address for it.',
    docs: docs.injection,
  },
  'service-tag-not-returned': {
    level: 'unknown',
    title: 'Service tag not returned',
    text: 'Azure does not return a service tag of this name, so no rule can be made with it.',
    docs: docs.serviceTags,
  },
  'public-access-not-understood': {
    level: 'unknown',
    title: 'Public network access not understood',
    text: 'Only Enabled and Disabled are documented.',
    docs: docs.privateEndpoint,
  },
  'private-vip-with-public-access-off': {
    level: 'unknown',
    title: 'Private VIP with public access off',
    text: 'Public network access is off. Microsoft does not document whether the private VIP then serves clients.',
    docs: docs.privateEndpoint,
  },
  'private-endpoint-not-readable': {
    level: 'unknown',
    title: 'Private endpoint not read',
    text: 'Its addresses are those that clients connect to.',
    docs: docs.privateEndpoint,
  },
  'private-vip-not-reported': {
    level: 'unknown',
    title: 'No private address reported',
    text: 'Azure reports no private address for the gateway. Use the host name.',
    docs: docs.vnetInternal,
  },
  'dns-gateway-region-not-chosen': {
    level: 'unknown',
    title: 'Choose a region for the gateway name',
    text: 'Azure does not balance between regions in Internal mode, so one region must be chosen for the gateway name.',
    docs: docs.multiRegion,
  },
  'dns-region-not-usable': {
    level: 'unknown',
    title: 'No private VIP for this name',
    text: 'The region that the name belongs to has no private VIP that serves it.',
    docs: docs.vnetInternal,
  },
  'dns-name-not-documented': {
    level: 'unknown',
    title: 'Unknown kind of host name',
    text: 'Microsoft does not document which address a host name of this kind needs.',
    docs: docs.vnetInternal,
  },
  'subscription-state': {
    level: 'warning',
    title: 'Subscription not enabled',
    text: 'Addresses may change when a subscription that was disabled or warned is reinstated.',
    docs: docs.addresses,
  },
  'gateway-off': {
    level: 'warning',
    title: 'Gateway off',
    text: 'The gateway of this region is disabled: it serves no client and calls no back end.',
    docs: docs.multiRegion,
    concerns: ['clients', 'internet-back-ends', 'private-back-ends', 'dns'],
  },
  'no-approved-private-endpoint': {
    level: 'warning',
    title: 'No client can connect',
    text: 'Public network access is off and no private endpoint is approved.',
    docs: docs.privateEndpoint,
    concerns: ['clients'],
  },
  'subnet-route-table': {
    level: 'warning',
    title: 'Route table on the subnet',
    text: 'If private traffic goes through a firewall that translates addresses, the back end sees the firewall instead. Ask who owns the route table, then test with one call.',
    docs: docs.routes,
    concerns: ['private-back-ends'],
  },
  'shared-ranges': {
    level: 'warning',
    title: 'Other customers share these ranges',
    text: 'Anyone with a machine in this Azure region passes such a rule. Check a secret, a certificate or a token as well, or choose a tier with an address of its own.',
    docs: docs.addresses,
    concerns: ['internet-back-ends'],
  },
  'api-management-tag-not-egress': {
    level: 'warning',
    title: 'Do not use the ApiManagement tag for this',
    text: 'The ApiManagement tag lists the addresses that manage the service, not those that call your back end.',
    docs: docs.serviceTags,
    concerns: ['internet-back-ends'],
  },
  'management-route-missing': {
    level: 'warning',
    title: 'No route back for Azure management',
    text: 'Replies to Azure management on port 3443 take these routes as well where they cover it. Microsoft asks for a route of the service tag ApiManagement to the internet.',
    docs: docs.vnetReference,
    concerns: ['management'],
  },
  'client-route-missing': {
    level: 'warning',
    title: 'Replies to clients are routed elsewhere',
    text: 'Replies to clients in these ranges take the same routes, so a client may see no answer. Microsoft asks for a route to the internet for the clients’ addresses.',
    docs: docs.vnetReference,
    concerns: ['clients'],
  },
  'same-region-storage': {
    level: 'warning',
    title: 'Azure Storage in the same region',
    text: 'IP rules of a storage account do not see callers from its own Azure region, so these addresses have no effect there. In any region they take no /31 and no /32: use bare addresses.',
    docs: docs.storageFirewall,
    concerns: ['internet-back-ends'],
  },
  'internal-no-balancing': {
    level: 'warning',
    title: 'No balancing between regions',
    text: 'Azure does not balance traffic between regions in Internal mode: clients reach the region that your DNS names.',
    docs: docs.multiRegion,
    concerns: ['clients', 'dns'],
  },
  'internal-public-ip': {
    level: 'information',
    title: 'The public IP is for management alone',
    text: 'In Internal mode Azure manages the service through the public IP. It does not serve clients.',
    docs: docs.addresses,
    concerns: ['clients', 'management'],
  },
  'nsg-clients-inbound': {
    level: 'information',
    title: 'Let your clients into the subnet',
    text: 'In External mode the network security group of the subnet must also admit your clients on 443 (and 80 where you use it). Microsoft names the tag Internet as the source; take a narrower one if you know your clients.',
    docs: docs.vnetReference,
    concerns: ['clients', 'management'],
  },
  'private-endpoint-as-well': {
    level: 'information',
    title: 'Private endpoints as well',
    text: 'Clients in a network with an approved private endpoint reach the service through it instead.',
    docs: docs.privateEndpoint,
    concerns: ['clients'],
  },
  'subnet-service-endpoints': {
    level: 'information',
    title: 'Service endpoints on the subnet',
    text: 'These services see the subnet, not a public address: allow the subnet with a virtual network rule.',
    docs: docs.serviceEndpoints,
    concerns: ['internet-back-ends', 'private-back-ends'],
  },
  'bgp-default-route-not-visible': {
    level: 'information',
    title: 'Routes from a gateway are not visible here',
    text: 'A default route that ExpressRoute or a VPN gateway announces does not show in the route table. If your network has one, back ends may see another address.',
    docs: docs.vnetReference,
    concerns: ['internet-back-ends', 'private-back-ends'],
  },
  'service-tag-not-read': {
    level: 'information',
    title: 'Service tag not read',
    text: 'The name follows from the region and was not checked with Azure; the ranges behind it are not known here.',
    docs: docs.serviceTags,
    concerns: ['internet-back-ends'],
  },
} satisfies Readonly<Record<string, Notice>>;

export type NoticeCode = keyof typeof catalogue;

/** What a code means: level, title, general sentence and Microsoft page. */
export function noticeOf(code: NoticeCode): Notice {
  return catalogue[code];
}

/** True for a warning that bears on one of these purposes. */
export function concerns(code: NoticeCode, purposes: readonly Purpose[]): boolean {
  const own = noticeOf(code).concerns;
  return own === undefined || own.some(purpose => purposes.includes(purpose));
}

/** All codes, in the order of the catalogue. */
export function noticeCodes(): readonly NoticeCode[] {
  return Object.keys(catalogue).filter(isNoticeCode);
}

export function isNoticeCode(text: string): text is NoticeCode {
  return Object.hasOwn(catalogue, text);
}

/** A code with the words for one case: what is special to it first, then what the code means. */
export type Finding = {
  readonly code: NoticeCode;
  readonly text: string;
  /** The missing fact has not been asked for yet. */
  readonly pending?: true;
};

export function finding(code: NoticeCode, special = '', pending = false): Finding {
  const text = special ? `${special} ${catalogue[code].text}` : catalogue[code].text;
  return pending ? { code, text, pending: true } : { code, text };
}
