import { regionName } from '../region.ts';
import type { Service, ServiceRegion } from '../service.ts';
import { clientAccess, gatewayAddresses } from './client-access.ts';
import { docs } from './docs.ts';
import { hostOfUrl, parseHostName } from './host-name.ts';
import { type Finding, finding } from './notices.ts';
import { joinParts, type Part, part, place, unknownsOf } from './part.ts';
import type { Situation } from './situation.ts';

/**
 * The records that clients inside the network need in Internal mode: portals, management and SCM at the primary
 * region alone, each regional name at its own region, the gateway names at the region that the reader chose (the
 * only one where there is one). Source: learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet.
 */
export function dnsPart(situation: Situation, service: Service, gatewayRegion: string | null): Part {
  if (situation !== 'classic-internal' && situation !== 'v2-injection') return part({});
  if (clientAccess(service) !== 'open') {
    return part({ unknown: unknownsOf([finding('private-vip-with-public-access-off')], 'dns') });
  }
  const regional = service.regions.flatMap(region => {
    const name = hostOfUrl(region.gatewayRegionalUrl);
    return name ? [{ name, region }] : [];
  });
  const own = service.hostNames.flatMap(({ type, hostName }) => {
    const name = parseHostName(hostName);
    if (!name) return [nothing('value-not-readable', `Azure reports the host name "${hostName}".`)];
    if (regional.some(other => other.name === name)) return [];
    if (/^proxy$/i.test(type)) return [gatewayRecord(situation, name, service, gatewayRegion)];
    if (!/^(portal|developerportal|management|scm)$/i.test(type)) {
      return [nothing('dns-name-not-documented', `${name} (${type}).`)];
    }
    const primary = only(service.regions.filter(region => region.primary));
    return [record(situation, name, primary, 'This name is served by the primary region alone.')];
  });
  const ofRegions = regional
    .filter(({ region }) => !region.gatewayDisabled)
    .map(({ name, region }) =>
      record(situation, name, region, 'The regional name belongs to the private VIP of its own region.'),
    );
  return joinParts([...own, ...ofRegions]);
}

function gatewayRecord(
  situation: Situation,
  name: string,
  service: Service,
  gatewayRegion: string | null,
): Part {
  const wanted = gatewayRegion === null ? undefined : regionName(gatewayRegion);
  const region =
    wanted === undefined
      ? only(service.regions)
      : service.regions.find(candidate => regionName(candidate.name) === wanted);
  if (!region && wanted === undefined) return nothing('dns-gateway-region-not-chosen', `${name}.`);
  const reason =
    service.regions.length === 1
      ? 'Clients inside the network reach the gateway at the private VIP.'
      : 'You chose this region for the gateway name. Azure does not balance between regions in Internal mode.';
  return record(situation, name, region, reason);
}

function record(situation: Situation, name: string, region: ServiceRegion | undefined, reason: string): Part {
  const where = region ? `${name} in ${region.displayName}.` : `${name}.`;
  if (!region || region.gatewayDisabled) return nothing('dns-region-not-usable', where);
  const { ranges, from, unknown } = gatewayAddresses(situation, region);
  if (ranges.length === 0 && unknown.length === 0) return nothing('dns-region-not-usable', where);
  return part({
    entries: ranges.map(range => ({
      purpose: 'dns',
      enforceAt: 'dns-zone',
      valueIs: 'record',
      kind: 'cidr',
      value: range.cidr,
      ...place(region),
      protocol: 'Tcp',
      ports: [],
      required: true,
      stability: 'dynamic',
      from,
      reason,
      docs: situation === 'v2-injection' ? docs.injection : docs.vnetInternal,
      name,
    })),
    unknown: unknownsOf(
      unknown.map(({ code, text }): Finding => ({ code, text: `${name}: ${text}` })),
      'dns',
      region,
    ),
  });
}

function nothing(code: Finding['code'], special: string): Part {
  return part({ unknown: unknownsOf([finding(code, special)], 'dns') });
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}
