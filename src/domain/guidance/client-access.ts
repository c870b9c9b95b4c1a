import { type Range, shortForm } from '../address.ts';
import { armName } from '../arm-id.ts';
import { factById, type NetworkFacts, readActions } from '../network-facts.ts';
import type { PrivateEndpointConnection, Service, ServiceRegion } from '../service.ts';
import { type Finding, finding } from './notices.ts';
import { isPublicRange } from './public-space.ts';
import { readRanges } from './ranges.ts';
import { contradiction, type Situation } from './situation.ts';
import { unreadWords } from './unread-words.ts';

/** How clients may come: by the service's own address, through private endpoints alone, or nobody knows. */
export function clientAccess({
  publicNetworkAccess,
}: Service): 'open' | 'private-endpoints' | 'not-understood' {
  const value = publicNetworkAccess?.toLowerCase() ?? 'enabled';
  if (value === 'enabled') return 'open';
  return value === 'disabled' ? 'private-endpoints' : 'not-understood';
}

export type ClientAddresses = {
  readonly ranges: readonly Range[];
  readonly from: string;
  readonly unknown: readonly Finding[];
};

/** The addresses that a region's gateway answers at, for the tiers and modes that promise one or report a private one. */
export function gatewayAddresses(situation: Situation, region: ServiceRegion): ClientAddresses {
  const internal = situation === 'classic-internal' || situation === 'v2-injection';
  const from = internal ? 'privateIPAddresses' : 'publicIPAddresses';
  const { ranges, unreadable } = readRanges(region[from]);
  const odd = contradiction(situation, region);
  if (odd) return { ranges: [], from, unknown: [odd] };
  // A VNet may use public ranges as its own, so a private VIP is not asked to be in private space.
  const plausible = (range: Range) => range.single && (internal || isPublicRange(range));
  const bad = [...unreadable, ...ranges.filter(range => !plausible(range)).map(shortForm)];
  const unknown = bad.map(value => finding('value-not-readable', `Azure reports "${value}" in ${from}.`));
  if (region[from].length === 0) {
    unknown.push(finding(internal ? 'private-vip-not-reported' : 'address-not-reported'));
  }
  return { ranges: ranges.filter(plausible), from, unknown };
}

/** The connections that carry clients. */
export function approvedEndpoints(service: Service): readonly PrivateEndpointConnection[] {
  return service.privateEndpoints.filter(({ status }) => status.toLowerCase() === 'approved');
}

/** The addresses of one private endpoint, read from its network interface. */
export function endpointAddresses(
  connection: PrivateEndpointConnection,
  network: NetworkFacts,
): ClientAddresses {
  const from = 'privateEndpoint.networkInterface';
  const id = connection.privateEndpointId;
  const name = `Private endpoint ${id === null ? connection.name : armName(id)}`;
  const unreadable = (special: string, pending = false): ClientAddresses => ({
    ranges: [],
    from,
    unknown: [finding('private-endpoint-not-readable', special, pending)],
  });
  if (id === null) return unreadable(`${name} is not named by Azure.`);
  const fact = factById(network.privateEndpoints, id, readActions.privateEndpoints);
  if (fact.state === 'unknown') return unreadable(unreadWords(name, fact), fact.reason === 'not-read');
  const { addresses } = fact.value;
  if (addresses.state === 'unknown') {
    return unreadable(
      unreadWords(`The network interface of ${name}`, addresses),
      addresses.reason === 'not-read',
    );
  }
  const { ranges, unreadable: bad } = readRanges(addresses.value);
  const usable = ranges.filter(range => range.single);
  const odd = [...bad, ...ranges.filter(range => !range.single).map(shortForm)];
  if (usable.length === 0 && odd.length === 0) return unreadable(`${name} has no address.`);
  return {
    ranges: usable,
    from,
    unknown: odd.map(value => finding('value-not-readable', `${name} has "${value}".`)),
  };
}
