import type { Service, ServiceRegion } from '../service.ts';
import { addressKind, isClassicVnetTier } from '../tier.ts';
import { knownVnetMode, vnetModeQualifier } from '../vnet-mode.ts';

export type RegionAddress = { readonly address: string; readonly region: ServiceRegion };

/**
 * What a fleet cell says of a kind of address. `none`, `shared` and `not-reported` hold what Azure reports all the
 * same in `reported`: it is shown as that, never as the service's own. `not-applicable`: it cannot exist.
 */
export type AddressCell = {
  readonly kind: 'addresses' | 'none' | 'shared' | 'not-reported' | 'not-applicable';
  /** The service's own addresses, the primary region first. */
  readonly addresses: readonly RegionAddress[];
  readonly reported: readonly RegionAddress[];
  /** The second line; empty without one. */
  readonly note: string;
};

/** Each address once: regions may report the same one. */
export function distinctAddresses(addresses: readonly RegionAddress[]): readonly string[] {
  return [...new Set(addresses.map(one => one.address))];
}

type Kind = 'publicIPAddresses' | 'privateIPAddresses' | 'outboundPublicIPAddresses';

const reportedNote = 'reported, not dedicated';

function collect(service: Service, kind: Kind): readonly RegionAddress[] {
  return service.regions.flatMap(region => region[kind].map(address => ({ address, region })));
}

function cell(
  kind: AddressCell['kind'],
  note: string,
  addresses: readonly RegionAddress[] = [],
  reported: readonly RegionAddress[] = [],
): AddressCell {
  return { kind, addresses, reported, note };
}

/** Public inbound addresses. Consumption and the v2 tiers have none of their own; injection has no public gateway. */
export function publicIpCell(service: Service): AddressCell {
  const addresses = collect(service, 'publicIPAddresses');
  if (vnetModeQualifier(service.tier, service.vnetMode) === 'injection')
    return cell('none', addresses.length > 0 ? reportedNote : 'no public gateway', [], addresses);
  if (addressKind(service.tier) === 'shared')
    return cell('shared', addresses.length > 0 ? reportedNote : 'no dedicated IP', [], addresses);
  if (addresses.length === 0) return cell('not-reported', '');
  return cell('addresses', publicNote(service), addresses);
}

function publicNote({ tier, vnetMode, publicNetworkAccess }: Service): string {
  if (knownVnetMode(vnetMode) === 'Internal' && isClassicVnetTier(tier)) return 'not for clients';
  return publicNetworkAccess?.toLowerCase() === 'disabled' ? 'public access off' : '';
}

/** Private VIPs exist inside an Internal VNet alone; what Azure reports elsewhere is shown all the same. */
export function privateVipCell(service: Service): AddressCell {
  const addresses = collect(service, 'privateIPAddresses');
  if (addresses.length > 0) return cell('addresses', '', addresses);
  const mode = knownVnetMode(service.vnetMode);
  return cell(mode === undefined || mode === 'Internal' ? 'not-reported' : 'not-applicable', '');
}

/** Addresses or ranges from which the service calls the internet, where Azure reports them. */
export function outboundIpCell(service: Service): AddressCell {
  const addresses = collect(service, 'outboundPublicIPAddresses');
  if (addressKind(service.tier) === 'shared')
    return cell('shared', addresses.length > 0 ? reportedNote : 'no dedicated IP', [], addresses);
  return addresses.length === 0 ? cell('not-reported', '') : cell('addresses', '', addresses);
}
