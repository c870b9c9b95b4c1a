import { type Range, shortForm } from '../address.ts';
import { armName } from '../arm-id.ts';
import { type NetworkFacts, noNetworkFacts } from '../network-facts.ts';
import type { Service, ServiceRegion } from '../service.ts';
import { azureCloudTag } from './azure-cloud-tag.ts';
import { approvedEndpoints, clientAccess, endpointAddresses, gatewayAddresses } from './client-access.ts';
import { type Egress, internetEgress, privateEgress } from './egress.ts';
import { gatewayHostNames } from './host-name.ts';
import { type Finding, finding, type NoticeCode } from './notices.ts';
import { contradiction, type Situation, situationOf, usesVnet } from './situation.ts';

/** What one address of a region is used for, or why there is none. Values are in short form (no /32). */
export type RoleCell =
  | { readonly kind: 'addresses'; readonly values: readonly string[]; readonly note: string }
  /** No address is promised: clients use these names. */
  | { readonly kind: 'host-names'; readonly values: readonly string[]; readonly note: string }
  /** The tier has no address of its own. `note` names the region's service tag. */
  | { readonly kind: 'shared'; readonly note: string }
  /** Azure reports an address on a shared tier: shown, never promised. */
  | { readonly kind: 'reported-not-dedicated'; readonly values: readonly string[]; readonly note: string }
  /** It cannot exist, or serves nobody; `note` says why. */
  | { readonly kind: 'none'; readonly note: string }
  | {
      readonly kind: 'unknown';
      readonly code: NoticeCode;
      readonly why: string;
      /** What Azure reports all the same; not to be relied on. */
      readonly reported: readonly string[];
      /** The missing fact has not been asked for yet: it may be loading. */
      readonly pending: boolean;
    };

export type RegionRoles = {
  readonly region: ServiceRegion;
  readonly clients: RoleCell;
  readonly internetBackEnds: RoleCell;
  readonly privateBackEnds: RoleCell;
  readonly management: RoleCell;
  /** Doubts about the whole row, such as a route table. */
  readonly warnings: readonly Finding[];
};

/** One row a region, in the service's own order: what clients connect to, what back ends see, what Azure manages through. */
export function addressRoles(
  service: Service,
  network: NetworkFacts = noNetworkFacts,
): readonly RegionRoles[] {
  const situation = situationOf(service);
  return service.regions.map(region => {
    const internet = internetCell(situation, region, network);
    const inside = privateCell(situation, region, network);
    return {
      region,
      clients: clientsCell(situation, service, region, network),
      internetBackEnds: internet.cell,
      privateBackEnds: inside.cell,
      management: managementCell(situation, region),
      warnings: region.gatewayDisabled
        ? [finding('gateway-off')]
        : [...internet.warnings, ...inside.warnings],
    };
  });
}

type CellWithWarnings = { readonly cell: RoleCell; readonly warnings: readonly Finding[] };

const gatewayOff: RoleCell = { kind: 'none', note: 'gateway off' };

function clientsCell(
  situation: Situation,
  service: Service,
  region: ServiceRegion,
  network: NetworkFacts,
): RoleCell {
  const reported = [...region.publicIPAddresses, ...region.privateIPAddresses];
  if (region.gatewayDisabled) return gatewayOff;
  if (situation === 'undocumented') return unknownCell(finding('unknown-combination'), reported);
  const access = clientAccess(service);
  if (access === 'not-understood') {
    const special = `Public network access is "${service.publicNetworkAccess}".`;
    return unknownCell(finding('public-access-not-understood', special), reported);
  }
  if (access === 'private-endpoints') return endpointsCell(service, region, network);
  const { ranges, unknown } = gatewayAddresses(situation, region);
  switch (situation) {
    case 'dedicated':
    case 'classic-external':
      return addressesCell(ranges, unknown, reported, 'public IP');
    case 'classic-internal':
      return addressesCell(ranges, unknown, reported, 'private VIP');
    case 'v2-injection':
      return ranges.length > 0
        ? addressesCell(ranges, unknown, reported, 'private; use the host name')
        : hostNamesCell(service);
    default:
      return region.publicIPAddresses.length > 0
        ? { kind: 'reported-not-dedicated', values: region.publicIPAddresses, note: 'use the host name' }
        : hostNamesCell(service);
  }
}

function endpointsCell(service: Service, region: ServiceRegion, network: NetworkFacts): RoleCell {
  if (!region.primary) return { kind: 'none', note: 'public access off' };
  const endpoints = approvedEndpoints(service);
  if (endpoints.length === 0) return { kind: 'none', note: 'public access off, no private endpoint' };
  const answers = endpoints.map(endpoint => endpointAddresses(endpoint, network));
  return addressesCell(
    answers.flatMap(({ ranges }) => ranges),
    answers.flatMap(({ unknown }) => unknown),
    [],
    'private endpoint',
  );
}

function hostNamesCell(service: Service): RoleCell {
  const { names } = gatewayHostNames(service);
  return names.length === 0
    ? unknownCell(finding('host-name-not-reported'), [])
    : { kind: 'host-names', values: names, note: 'no address promised' };
}

function internetCell(situation: Situation, region: ServiceRegion, network: NetworkFacts): CellWithWarnings {
  const outbound = region.outboundPublicIPAddresses;
  const reported = outbound.length > 0 ? outbound : region.publicIPAddresses;
  const only = (cell: RoleCell): CellWithWarnings => ({ cell, warnings: [] });
  if (region.gatewayDisabled) return only(gatewayOff);
  switch (situation) {
    case 'undocumented':
      return only(unknownCell(finding('unknown-combination'), reported));
    case 'v2-integration':
      return only(unknownCell(finding('integration-egress'), reported));
    case 'v2-injection':
      return only(unknownCell(finding('injection-egress'), reported));
    case 'shared': {
      const odd = contradiction(situation, region);
      if (odd) return only(unknownCell(odd, reported));
      const tag = azureCloudTag(region.name);
      const note = tag ? `no dedicated IP; ${tag}` : 'no dedicated IP';
      return only(
        reported.length > 0
          ? { kind: 'reported-not-dedicated', values: reported, note }
          : { kind: 'shared', note },
      );
    }
    default:
      return withWarnings(internetEgress(situation, region, network), reported, internetNote(region));
  }
}

function internetNote(region: ServiceRegion): string {
  const outbound = region.outboundPublicIPAddresses;
  const same =
    outbound.length === 0 || [...outbound].sort().join() === [...region.publicIPAddresses].sort().join();
  if (same) return 'the public IP';
  return region.natGatewayState?.toLowerCase() === 'enabled' ? 'NAT gateway' : 'outbound IP';
}

function privateCell(situation: Situation, region: ServiceRegion, network: NetworkFacts): CellWithWarnings {
  const only = (cell: RoleCell): CellWithWarnings => ({ cell, warnings: [] });
  if (region.gatewayDisabled) return only(gatewayOff);
  if (situation === 'undocumented') return only(unknownCell(finding('unknown-combination'), []));
  if (situation === 'v2-injection') return only(unknownCell(finding('injection-egress'), []));
  const odd = contradiction(situation, region);
  if (odd) return only(unknownCell(odd, []));
  if (!usesVnet(situation)) return only({ kind: 'none', note: 'no VNet' });
  return withWarnings(
    privateEgress(situation, region, network),
    [],
    region.subnetId === null ? 'subnet range' : armName(region.subnetId),
  );
}

function managementCell(situation: Situation, region: ServiceRegion): RoleCell {
  const reported = region.publicIPAddresses;
  if (situation === 'undocumented') return unknownCell(finding('unknown-combination'), reported);
  if (situation === 'classic-external' || situation === 'classic-internal') {
    const { ranges, unknown } = gatewayAddresses('classic-external', region);
    const note = situation === 'classic-internal' ? 'not for clients' : 'port 3443';
    return addressesCell(ranges, unknown, reported, note);
  }
  return { kind: 'none', note: situation === 'dedicated' ? 'no VNet, no rule needed' : 'no rule documented' };
}

function withWarnings(egress: Egress, reported: readonly string[], note: string): CellWithWarnings {
  return {
    cell: addressesCell(
      egress.ranges,
      egress.unknown,
      reported,
      egress.from === 'natGateway' ? 'NAT gateway' : note,
    ),
    warnings: egress.ranges.length > 0 ? [...egress.warnings, ...egress.unknown] : egress.warnings,
  };
}

function addressesCell(
  ranges: readonly Range[],
  unknown: readonly Finding[],
  reported: readonly string[],
  note: string,
): RoleCell {
  const [first] = unknown;
  if (ranges.length === 0 && first) return unknownCell(first, reported);
  return { kind: 'addresses', values: [...new Set(ranges.map(shortForm))], note };
}

function unknownCell({ code, text, pending }: Finding, reported: readonly string[]): RoleCell {
  return { kind: 'unknown', code, why: text, reported, pending: pending === true };
}
