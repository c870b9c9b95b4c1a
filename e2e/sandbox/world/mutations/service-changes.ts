import { regionName } from '../../../../src/domain/region.ts';
import { region as describeRegion } from '../fleet/describe.ts';
import type { Region, SandboxService } from '../model.ts';
import { defaultsOf, tierOf } from '../wire/tier.ts';
import type { MutationOf, ServiceMutation } from './mutation.ts';
import { everyRegion, MutationError, renew, type Surroundings, withRegion } from './regions.ts';

/** The service after a change. Which addresses follow is azure-facts 1.3. @throws MutationError for a change it cannot take. */
export function changed(
  service: SandboxService,
  mutation: ServiceMutation,
  around: Surroundings,
): SandboxService {
  const given = mutation.addresses;
  switch (mutation.kind) {
    case 'switch-vnet-mode':
      return switchMode(service, mutation, around);
    case 'recreate':
      return everyRegion(service, region => renew(service, region, around, given));
    case 'set-public-access':
      return { ...service, publicNetworkAccess: mutation.access };
    case 'set-state':
      return {
        ...service,
        state: mutation.state,
        targetState: mutation.state === 'Updating' ? 'Succeeded' : '',
      };
    case 'set-tags':
      return { ...service, tags: mutation.tags };
    case 'change-tier':
      return changeTier(service, mutation, around);
    case 'migrate-platform':
      return everyRegion({ ...service, precreatedIps: [] }, region => {
        const moved = { ...region, platform: 'stv2.1' };
        return mutation.keepAddress ? moved : renew(service, moved, around, given);
      });
    case 'add-region':
      return addRegion(service, mutation, around);
    case 'remove-region':
      return removeRegion(service, mutation.region);
    case 'reinstate-region':
      throw new MutationError(`${service.name} never had a region ${mutation.region} that was vacated`);
    default:
      return withRegion(service, mutation.region, region => changedRegion(service, region, mutation, around));
  }
}

type InRegion = MutationOf<
  'move-subnet' | 'change-public-ip' | 'set-zones' | 'set-nat' | 'set-gateway' | 'scale' | 'change-addresses'
>;

function changedRegion(
  service: SandboxService,
  region: Region,
  mutation: InRegion,
  around: Surroundings,
): Region {
  const given = mutation.addresses;
  switch (mutation.kind) {
    case 'move-subnet':
      return renew(service, { ...region, subnetId: mutation.subnetId }, around, given);
    case 'change-public-ip':
      return renew(
        service,
        mutation.publicIpAddressId === undefined
          ? region
          : { ...region, publicIpAddressId: mutation.publicIpAddressId },
        around,
        given,
      );
    case 'set-zones':
      return renew(
        service,
        {
          ...region,
          zones: mutation.zones,
          publicIpAddressId: mutation.publicIpAddressId ?? region.publicIpAddressId,
        },
        around,
        given,
      );
    case 'set-nat': {
      const nat = mutation.enabled ? 'Enabled' : 'Disabled';
      const outbound = given?.[regionName(region.location)]?.outbound;
      const outboundIPs = mutation.enabled ? (outbound ?? [around.book.nextPublic()]) : null;
      return { ...region, nat, outboundIPs };
    }
    case 'set-gateway':
      return { ...region, gatewayDisabled: !mutation.enabled };
    case 'scale':
      return { ...region, units: mutation.units };
    case 'change-addresses': {
      const kept = { public: [...region.publicIPs], private: [...region.privateIPs] };
      const named = given?.[regionName(region.location)];
      if (named)
        return renew(service, region, around, { [regionName(region.location)]: { ...kept, ...named } });
      return renew(service, region, around, undefined, service.mode === 'Internal' ? 'private' : 'public');
    }
  }
}

function switchMode(
  service: SandboxService,
  mutation: MutationOf<'switch-vnet-mode'>,
  around: Surroundings,
): SandboxService {
  const next = { ...service, mode: mutation.mode };
  return everyRegion(next, region => {
    const subnetId =
      mutation.mode === 'None'
        ? null
        : (region.subnetId ?? mutation.subnets?.[regionName(region.location)] ?? null);
    if (mutation.mode !== 'None' && !subnetId) throw new MutationError(`${region.location} needs a subnet`);
    const publicIpAddressId =
      mutation.mode === 'None'
        ? null
        : (mutation.publicIps?.[regionName(region.location)] ?? region.publicIpAddressId);
    return renew(next, { ...region, subnetId, publicIpAddressId }, around, mutation.addresses);
  });
}

function changeTier(
  service: SandboxService,
  mutation: MutationOf<'change-tier'>,
  around: Surroundings,
): SandboxService {
  const crosses = tierOf(service.tier).dedicated !== tierOf(mutation.tier).dedicated;
  const next = { ...service, tier: mutation.tier };
  return everyRegion(next, region => {
    const units = mutation.units ?? region.units;
    if (!crosses && !mutation.addresses) return { ...region, units };
    const defaults = defaultsOf(mutation.tier);
    return renew(next, { ...region, units, ...(crosses ? defaults : {}) }, around, mutation.addresses);
  });
}

function addRegion(
  service: SandboxService,
  mutation: MutationOf<'add-region'>,
  around: Surroundings,
): SandboxService {
  if (service.regions.some(region => regionName(region.location) === regionName(mutation.region)))
    throw new MutationError(`${service.name} is in ${mutation.region} already`);
  const added = describeRegion(service.tier, {
    location: mutation.region,
    units: mutation.units ?? 1,
    zones: mutation.zones ?? [],
    ...(mutation.subnetId ? { subnet: mutation.subnetId } : {}),
    ...(mutation.publicIpAddressId ? { publicIpId: mutation.publicIpAddressId } : {}),
  });
  const [primary, ...others] = service.regions;
  return { ...service, regions: [primary, ...others, renew(service, added, around, mutation.addresses)] };
}

function removeRegion(service: SandboxService, name: string): SandboxService {
  const [primary, ...others] = service.regions;
  if (regionName(primary.location) === regionName(name))
    throw new MutationError(`${primary.location} is the primary region of ${service.name}`);
  const left = others.filter(region => regionName(region.location) !== regionName(name));
  if (left.length === others.length) throw new MutationError(`${service.name} has no region ${name}`);
  return { ...service, regions: [primary, ...left] };
}
