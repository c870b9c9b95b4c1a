import type { Range } from '../address.ts';
import type { NetworkFacts } from '../network-facts.ts';
import type { Service, ServiceRegion } from '../service.ts';
import { approvedEndpoints, clientAccess, endpointAddresses, gatewayAddresses } from './client-access.ts';
import type { Entry } from './contract.ts';
import { docs } from './docs.ts';
import { gatewayHostNames } from './host-name.ts';
import { finding } from './notices.ts';
import { joinParts, type Part, part, place, unknownsOf, warningsOf } from './part.ts';
import type { Situation } from './situation.ts';

/** What clients connect to: public IPs, private VIPs, private endpoints or host names. Regions whose gateway is off have none. */
export function clientsPart(situation: Situation, service: Service, network: NetworkFacts): Part {
  const regions = service.regions.filter(region => !region.gatewayDisabled);
  if (regions.length === 0) return part({});
  switch (clientAccess(service)) {
    case 'not-understood': {
      const special = `Public network access is "${service.publicNetworkAccess}".`;
      return part({
        unknown: unknownsOf([finding('public-access-not-understood', special)], 'clients'),
      });
    }
    case 'private-endpoints':
      return joinParts([endpointsPart(service, network), internalWithoutPublicAccess(situation)]);
    case 'open':
      return joinParts([openPart(situation, service, regions), endpointsAsWell(service)]);
  }
}

function openPart(situation: Situation, service: Service, regions: readonly ServiceRegion[]): Part {
  switch (situation) {
    case 'dedicated':
    case 'classic-external':
    case 'classic-internal':
      return joinParts(regions.map(region => regionPart(situation, region)));
    case 'v2-injection':
      return joinParts([hostNamesPart(service), ...regions.map(region => regionPart(situation, region))]);
    default:
      return hostNamesPart(service);
  }
}

function regionPart(situation: Situation, region: ServiceRegion): Part {
  const { ranges, from, unknown } = gatewayAddresses(situation, region);
  const internal = situation === 'classic-internal' || situation === 'v2-injection';
  const entries = ranges.flatMap(range => {
    const https = clientEntry(range, {
      ...place(region),
      from,
      stability: internal ? 'dynamic' : 'static',
      reason: internal
        ? 'Clients inside the network connect to the private VIP. Azure assigns it: leaving the subnet and coming back may change it.'
        : 'Clients connect to the public IP of the region, which belongs to this service alone.',
      docs: situation === 'v2-injection' ? docs.injection : docs.addresses,
    });
    if (internal) return [https];
    const reason = 'Only for clients that use plain HTTP.';
    return [https, { ...https, ports: [80], required: false, reason }];
  });
  return part({ entries, unknown: unknownsOf(unknown, 'clients', region) });
}

function hostNamesPart(service: Service): Part {
  const { names, unreadable } = gatewayHostNames(service);
  const unknown = unreadable.map(name =>
    finding('value-not-readable', `Azure reports the host name "${name}".`),
  );
  if (names.length === 0 && unknown.length === 0) unknown.push(finding('host-name-not-reported'));
  const entries = names.map(
    (value): Entry => ({
      purpose: 'clients',
      enforceAt: 'client-firewall',
      valueIs: 'destination',
      kind: 'hostName',
      value,
      protocol: 'Tcp',
      ports: [443],
      required: true,
      stability: 'static',
      from: 'hostnameConfigurations',
      reason: 'No address is promised on this tier, so clients are allowed by host name.',
      docs: docs.addresses,
    }),
  );
  return part({ entries, unknown: unknownsOf(unknown, 'clients') });
}

function endpointsPart(service: Service, network: NetworkFacts): Part {
  const endpoints = approvedEndpoints(service);
  if (endpoints.length === 0) {
    return part({ warnings: warningsOf([finding('no-approved-private-endpoint')]) });
  }
  return joinParts(
    endpoints.map(endpoint => {
      const { ranges, from, unknown } = endpointAddresses(endpoint, network);
      const entries = ranges.map(range =>
        clientEntry(range, {
          from,
          // The interface keeps its address for the life of the endpoint (learn.microsoft.com/azure/private-link/private-endpoint-overview).
          stability: 'static',
          reason: 'Public network access is off, so clients connect to the private endpoint.',
          docs: docs.privateEndpoint,
        }),
      );
      return part({ entries, unknown: unknownsOf(unknown, 'clients') });
    }),
  );
}

function internalWithoutPublicAccess(situation: Situation): Part {
  const internal = situation === 'classic-internal' || situation === 'v2-injection';
  return internal
    ? part({ unknown: unknownsOf([finding('private-vip-with-public-access-off')], 'clients') })
    : part({});
}

function endpointsAsWell(service: Service): Part {
  return approvedEndpoints(service).length > 0
    ? part({ warnings: warningsOf([finding('private-endpoint-as-well')]) })
    : part({});
}

function clientEntry(
  range: Range,
  parts: Pick<Entry, 'from' | 'stability' | 'reason' | 'docs' | 'region'>,
): Entry {
  return {
    purpose: 'clients',
    enforceAt: 'client-firewall',
    valueIs: 'destination',
    kind: 'cidr',
    value: range.cidr,
    protocol: 'Tcp',
    ports: [443],
    required: true,
    ...parts,
  };
}
