import type { Service } from '../service.ts';
import { type Situation, situationOf } from './situation.ts';

export type RoleHead = { readonly title: string; readonly term: string };
export type RoleHeads = {
  readonly clients: RoleHead;
  readonly internetBackEnds: RoleHead;
  readonly privateBackEnds: RoleHead;
  readonly management: RoleHead;
};

/** Column heads of the address matrix: the reader's words, and Azure's own term for this tier and mode below. */
export function roleHeads(service: Pick<Service, 'tier' | 'vnetMode' | 'publicNetworkAccess'>): RoleHeads {
  const situation = situationOf(service);
  const vnet = situation === 'classic-external' || situation === 'classic-internal';
  const endpointsOnly = service.publicNetworkAccess?.toLowerCase() === 'disabled';
  return {
    clients: {
      title: 'Clients connect to',
      term: endpointsOnly ? 'private endpoint' : clientTerms[situation],
    },
    internetBackEnds: { title: 'Internet back ends see', term: internetTerms[situation] },
    privateBackEnds: { title: 'Private back ends see', term: privateTerms[situation] },
    management: { title: 'Azure manages through', term: vnet ? 'public IP, port 3443' : 'no rule needed' },
  };
}

const clientTerms: Readonly<Record<Situation, string>> = {
  dedicated: 'public IP',
  'classic-external': 'public IP',
  'classic-internal': 'private VIP',
  shared: 'host name',
  'v2-integration': 'host name',
  'v2-injection': 'host name',
  undocumented: 'not documented',
};

const internetTerms: Readonly<Record<Situation, string>> = {
  dedicated: 'outbound IP',
  'classic-external': 'outbound IP',
  'classic-internal': 'outbound IP',
  shared: 'shared ranges',
  'v2-integration': 'not documented',
  'v2-injection': 'your own routes',
  undocumented: 'not documented',
};

const privateTerms: Readonly<Record<Situation, string>> = {
  dedicated: 'no VNet',
  'classic-external': 'whole subnet range',
  'classic-internal': 'whole subnet range',
  shared: 'no VNet',
  'v2-integration': 'whole subnet range',
  'v2-injection': 'your own routes',
  undocumented: 'not documented',
};

export type Explanation = { readonly term: string; readonly text: string };

const outboundIp: Explanation = {
  term: 'Outbound IP',
  text: 'The source that internet back ends see. With a NAT gateway it is the gateway’s address or prefix, not the public IP.',
};
const subnetRange: Explanation = {
  term: 'Subnet range',
  text: 'Private back ends may see any address of the subnet, so allow the whole range, never one address of it.',
};
const gatewayName: Explanation = {
  term: 'Host name',
  text: 'The gateway has no address that Microsoft promises. Clients use the name.',
};

const explanations: Readonly<Record<Situation, readonly Explanation[]>> = {
  dedicated: [
    { term: 'Public IP', text: 'Clients call it on 443. It belongs to this service alone.' },
    outboundIp,
  ],
  'classic-external': [
    {
      term: 'Public IP',
      text: 'Clients call it on 443, and Azure manages the service through it on 3443. It belongs to this service alone.',
    },
    outboundIp,
    subnetRange,
  ],
  'classic-internal': [
    {
      term: 'Private VIP',
      text: 'Clients inside the network call it on 443. Put it in your DNS for every host name.',
    },
    outboundIp,
    { ...subnetRange, text: subnetRange.text.replace('one address of it', 'only the private VIP') },
    {
      term: 'Public IP',
      text: 'Azure manages the service through it on 3443. In Internal mode it does not serve clients.',
    },
  ],
  shared: [
    gatewayName,
    {
      term: 'Shared ranges',
      text: 'Internet back ends see some public address of the Azure region. Other customers use the same ones.',
    },
  ],
  'v2-integration': [
    gatewayName,
    subnetRange,
    {
      term: 'Internet egress',
      text: 'Microsoft does not document what internet back ends see from a service with outbound integration.',
    },
  ],
  'v2-injection': [
    {
      term: 'Host name',
      text: 'The gateway answers at a private address of your network. Clients use the name.',
    },
    {
      term: 'Egress',
      text: 'Everything that the service sends leaves through your subnet, by your own routes. Microsoft documents no address for it.',
    },
  ],
  undocumented: [
    {
      term: 'Not documented',
      text: 'Microsoft does not describe the addresses of this combination of tier and VNet mode.',
    },
  ],
};

/** What each kind of address is for, in the tier and mode of this service. */
export function roleExplanations(service: Pick<Service, 'tier' | 'vnetMode'>): readonly Explanation[] {
  return explanations[situationOf(service)];
}
