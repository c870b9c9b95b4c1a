import type { Service } from '../service.ts';
import { type Situation, situationOf } from './situation.ts';

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
