import { type Range, shortForm } from '../address.ts';
import { armName } from '../arm-id.ts';
import {
  type Fact,
  factById,
  type NatGatewayFacts,
  type NetworkFacts,
  readActions,
  type SubnetFacts,
  type Unread,
} from '../network-facts.ts';
import type { ServiceRegion } from '../service.ts';
import { type Finding, finding } from './notices.ts';
import { isPublicRange } from './public-space.ts';
import { readRanges } from './ranges.ts';
import { listed, routesWords } from './route-words.ts';
import { diverts, internetDiversions } from './routing.ts';
import { contradiction, type Situation, usesVnet } from './situation.ts';
import { sameAddresses } from './span.ts';
import { unreadWords } from './unread-words.ts';

/** What a back end sees of one region: ranges to allow, or why none can be named. Both may carry findings. */
export type Egress = {
  readonly ranges: readonly Range[];
  /** The field that the ranges were read from. */
  readonly from: string;
  readonly warnings: readonly Finding[];
  readonly unknown: readonly Finding[];
  /** What Azure reports, whether or not it may be relied on. */
  readonly reported: readonly string[];
};

/** The source addresses that an internet back end sees of a region of a classic tier. */
export function internetEgress(situation: Situation, region: ServiceRegion, network: NetworkFacts): Egress {
  const reported = reportedOutbound(region);
  const odd = contradiction(situation, region);
  if (odd) return unknownEgress(reported, odd);
  if (!usesVnet(situation)) return reported;
  if (region.subnetId === null) return unknownEgress(reported, finding('subnet-not-reported'));
  const fact = factById(network.subnets, region.subnetId, readActions.subnets);
  if (fact.state === 'unknown') return unknownEgress(reported, subnetUnread(region.subnetId, fact));
  const routed = routedInternet(fact.value, network, reported.ranges);
  if (routed) return unknownEgress(reported, routed);
  return fact.value.natGatewayId === null
    ? reported
    : natEgress(
        fact.value.natGatewayId,
        factById(network.natGateways, fact.value.natGatewayId, readActions.natGateways),
        region,
        reported,
      );
}

/** The source ranges that a private back end sees of a region: always those of the whole subnet, never a private VIP. */
export function privateEgress(situation: Situation, region: ServiceRegion, network: NetworkFacts): Egress {
  const nothing: Egress = { ranges: [], from: '', warnings: [], unknown: [], reported: [] };
  if (region.subnetId === null) return unknownEgress(nothing, finding('subnet-not-reported'));
  const fact = factById(network.subnets, region.subnetId, readActions.subnets);
  if (fact.state === 'unknown') return unknownEgress(nothing, subnetUnread(region.subnetId, fact));
  const subnet = fact.value;
  const reported = { ...nothing, reported: subnet.addressPrefixes };
  const delegated = subnet.delegations.some(name => /^Microsoft\.Web\/serverFarms$/i.test(name));
  if (situation === 'v2-integration' && !delegated) {
    const to = subnet.delegations.length > 0 ? subnet.delegations.join(', ') : 'nothing';
    const special = `Subnet ${armName(subnet.id)} is delegated to ${to}.`;
    return unknownEgress(reported, finding('delegation-not-documented', special));
  }
  const { ranges, unreadable } = readRanges(subnet.addressPrefixes);
  // One address is no subnet, and neither is the whole internet: either would be a wrong rule.
  const plausible = (range: Range) => !range.single && range.prefix > 0;
  const usable = ranges.filter(plausible);
  const bad = [...unreadable, ...ranges.filter(range => !plausible(range)).map(shortForm)];
  return {
    ...reported,
    ranges: usable,
    from: subnet.addressPrefixes.length > 1 ? 'subnet.addressPrefixes' : 'subnet.addressPrefix',
    warnings: routeTableWarnings(subnet, network),
    unknown:
      bad.length > 0
        ? bad.map(value => finding('value-not-readable', `Subnet ${armName(subnet.id)} has "${value}".`))
        : usable.length === 0
          ? [finding('address-not-reported', `Subnet ${armName(subnet.id)} has no range.`)]
          : [],
  };
}

/** outboundPublicIPAddresses where ARM fills it (it does without a NAT gateway too), else publicIPAddresses. */
function reportedOutbound(region: ServiceRegion): Egress {
  const outbound = region.outboundPublicIPAddresses;
  const values = outbound.length > 0 ? outbound : region.publicIPAddresses;
  const { ranges, unreadable } = readRanges(values);
  const from = outbound.length > 0 ? 'outboundPublicIPAddresses' : 'publicIPAddresses';
  const base: Egress = { ranges, from, warnings: [], unknown: [], reported: values };
  if (outbound.length === 0 && region.natGatewayState?.toLowerCase() === 'enabled') {
    return unknownEgress(base, finding('outbound-not-reported'));
  }
  const notPublic = ranges.filter(range => !isPublicRange(range));
  const unknown = [
    ...unreadable.map(value => finding('value-not-readable', `Azure reports "${value}" in ${from}.`)),
    ...notPublic.map(range =>
      finding(
        'value-not-readable',
        `Azure reports ${shortForm(range)} in ${from}, which is not on the internet.`,
      ),
    ),
  ];
  if (values.length === 0) unknown.push(finding('address-not-reported'));
  return { ...base, ranges: ranges.filter(isPublicRange), unknown };
}

function natEgress(id: string, fact: Fact<NatGatewayFacts>, region: ServiceRegion, reported: Egress): Egress {
  const name = `NAT gateway ${armName(id)}`;
  if (fact.state === 'unknown') {
    return unknownEgress(
      reported,
      finding('nat-gateway-not-readable', unreadWords(name, fact), fact.reason === 'not-read'),
    );
  }
  const { addresses, prefixes } = fact.value;
  const withoutPart = (what: string, part: Unread) => {
    const special = `${name}: ${unreadWords(`one of its ${what}`, part)}`;
    return unknownEgress(reported, finding('nat-gateway-not-readable', special, part.reason === 'not-read'));
  };
  if (addresses.state === 'unknown') return withoutPart('public IPs', addresses);
  if (prefixes.state === 'unknown') return withoutPart('public IP prefixes', prefixes);
  const values = [...addresses.value, ...prefixes.value];
  const { ranges, unreadable } = readRanges(values);
  const has = `${name} has ${listed(values)}`;
  if (region.outboundPublicIPAddresses.length === 0) {
    return unknownEgress(reported, finding('nat-gateway-not-confirmed', `${has}.`));
  }
  if (unreadable.length > 0 || ranges.length === 0 || !sameAddresses(ranges, reported.ranges)) {
    const says = `the service reports ${listed(region.outboundPublicIPAddresses)}`;
    return unknownEgress(reported, finding('nat-gateway-differs', `${has}, ${says}.`));
  }
  return { ...reported, ranges, from: 'natGateway' };
}

function routedInternet(
  subnet: SubnetFacts,
  network: NetworkFacts,
  ranges: readonly Range[],
): Finding | undefined {
  if (subnet.routeTableId === null) return undefined;
  const fact = factById(network.routeTables, subnet.routeTableId, readActions.routeTables);
  const name = `Route table ${armName(subnet.routeTableId)}`;
  if (fact.state === 'unknown') {
    return finding('egress-routed', unreadWords(name, fact), fact.reason === 'not-read');
  }
  const families = new Set<'ipv4' | 'ipv6'>(['ipv4', ...ranges.map(range => range.family)]);
  const routes = [...families].flatMap(family => internetDiversions(fact.value, family));
  return routes.length === 0 ? undefined : finding('egress-routed', routesWords(fact.value, routes));
}

/** A private back end may stand anywhere, so every diverting route is a reason to doubt. */
function routeTableWarnings(subnet: SubnetFacts, network: NetworkFacts): readonly Finding[] {
  if (subnet.routeTableId === null) return [];
  const fact = factById(network.routeTables, subnet.routeTableId, readActions.routeTables);
  const name = `Route table ${armName(subnet.routeTableId)}`;
  if (fact.state === 'unknown') {
    return [finding('subnet-route-table', unreadWords(name, fact), fact.reason === 'not-read')];
  }
  const routes = fact.value.routes.filter(diverts);
  return routes.length === 0 ? [] : [finding('subnet-route-table', routesWords(fact.value, routes))];
}

function subnetUnread(id: string, fact: Extract<Fact<SubnetFacts>, { state: 'unknown' }>): Finding {
  const words = unreadWords(`Subnet ${armName(id)}`, fact);
  return finding('subnet-not-readable', words, fact.reason === 'not-read');
}

function unknownEgress(egress: Egress, ...unknown: readonly Finding[]): Egress {
  return { ...egress, ranges: [], unknown };
}
