import { docs } from '../../domain/guidance/docs.ts';

export type WordKey =
  | 'public-ip'
  | 'private-vip'
  | 'outbound-ip'
  | 'subnet-range'
  | 'external'
  | 'internal'
  | 'v2'
  | 'shared'
  | 'port-3443'
  | 'port-6390'
  | 'service-tag'
  | 'platform'
  | 'units'
  | 'zones'
  | 'network-status'
  | 'unexplained';

export type Word = {
  readonly key: WordKey;
  readonly word: string;
  readonly meaning: string;
  /** Microsoft's page; undefined for a word of this product alone. */
  readonly docs: string | undefined;
};

function word(key: WordKey, text: string, meaning: string, docs?: string): Word {
  return { key, word: text, meaning, docs };
}

/** The words that a reader may not know, in the order in which they build on each other. */
export const words: readonly Word[] = [
  word(
    'public-ip',
    'Public IP (public VIP)',
    'The address of a region on the internet. Developer, Basic, Standard and Premium have one of their own for each region; no other customer shares it.',
    docs.addresses,
  ),
  word(
    'private-vip',
    'Private VIP',
    'The virtual IP inside your network at which the gateway answers in Internal mode. Azure assigns it: a service that leaves its subnet and comes back may get another one.',
    docs.vnetInternal,
  ),
  word(
    'outbound-ip',
    'Outbound IP',
    'The source that back ends on the internet see. Mostly the public IP; with a NAT gateway it is that gateway’s addresses or prefixes.',
    docs.addresses,
  ),
  word(
    'subnet-range',
    'Subnet range',
    'Back ends in a private network may see any address of the service’s subnet, so the whole range has to be allowed.',
    docs.addresses,
  ),
  word(
    'external',
    'External',
    'A VNet mode: the service stands in a subnet, and its gateway is reached from the internet. On the v2 tiers it means outbound integration: the gateway stays as it is, on the internet.',
    docs.vnetExternal,
  ),
  word(
    'internal',
    'Internal',
    'A VNet mode: the gateway is reached inside the network alone, at the private VIP. The public IP is then for Azure’s management of the service. On Premium v2 it means injection.',
    docs.vnetInternal,
  ),
  word(
    'v2',
    'Integration, injection',
    'The two ways of the v2 tiers into a network. Integration: calls go out through a subnet, the gateway stays on the internet. Injection (Premium v2): the gateway itself stands in the subnet.',
    docs.vnetConcepts,
  ),
  word(
    'shared',
    'Shared, no dedicated IP',
    'Consumption and the v2 tiers run on shared infrastructure. Microsoft promises them no address of their own, so clients use the host name.',
    docs.addresses,
  ),
  word(
    'port-3443',
    'Port 3443',
    'Through it Azure manages a classic service in a VNet. The service tag ApiManagement has to reach the subnet there, in External and in Internal mode.',
    docs.vnetReference,
  ),
  word(
    'port-6390',
    'Port 6390',
    'Azure’s load balancer watches a classic service in a VNet through it: AzureLoadBalancer has to reach the subnet there. Optional on Developer.',
    docs.vnetReference,
  ),
  word(
    'service-tag',
    'Service tag',
    'A name for ranges that Microsoft keeps up to date. ApiManagement is Azure’s management of services, not the addresses from which gateways call back ends.',
    docs.serviceTags,
  ),
  word(
    'platform',
    'Platform version (stv1, stv2, stv2.1, mtv1)',
    'What Azure runs a region on, as Resource Manager reports it. The move from stv1 to stv2 could change addresses; Microsoft retired stv1 in August 2024.',
    docs.migration,
  ),
  word(
    'units',
    'Units',
    'How much of a tier is bought, for each region; the fleet shows the sum. Microsoft does not list a change of units among the reasons why an address changes.',
    docs.addresses,
  ),
  word(
    'zones',
    'Zones',
    'Availability zones of a region. Switching them on, off or over can change addresses (Premium).',
    docs.zones,
  ),
  word(
    'network-status',
    'Network status',
    'What a service in a VNet reaches from inside it, as Azure checks about every 15 minutes. A required dependency that is not reached may stop the service.',
    docs.vnetReference,
  ),
  word(
    'unexplained',
    'Unexplained',
    'This product’s word: an address changed and none of the documented reasons was seen. It is the change to look at first.',
  ),
];

const byKey: ReadonlyMap<WordKey, Word> = new Map(words.map(one => [one.key, one]));

/** @throws for a key that the list does not have */
export function wordOf(key: WordKey): Word {
  const found = byKey.get(key);
  if (!found) throw new RangeError(`No word ${key}`);
  return found;
}
