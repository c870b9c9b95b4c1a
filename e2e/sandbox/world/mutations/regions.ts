import { armSegment } from '../../../../src/domain/arm-id.ts';
import { regionName } from '../../../../src/domain/region.ts';
import type { AddressBook } from '../addresses.ts';
import { at, listOf, textOf } from '../json.ts';
import type { ArmResource, Region, SandboxService } from '../model.ts';
import { tierOf } from '../wire/tier.ts';
import type { NewAddresses } from './mutation.ts';

/** What a change may look up while it works: free addresses and network resources. */
export type Surroundings = {
  readonly book: AddressBook;
  readonly resource: (id: string) => ArmResource | undefined;
  /** Makes another public IP resource beside one, with an address of its own. */
  readonly anotherPublicIp: (resource: ArmResource) => ArmResource;
};

/** A change that the service cannot take; the control API answers 400 with the message. */
export class MutationError extends Error {
  override readonly name = 'MutationError';
}

/** Changes one region, found by its short form or display name. @throws MutationError without such a region. */
export function withRegion(
  service: SandboxService,
  name: string,
  change: (region: Region) => Region,
): SandboxService {
  if (!service.regions.some(region => regionName(region.location) === regionName(name)))
    throw new MutationError(`${service.name} has no region ${name}`);
  return everyRegion(service, region =>
    regionName(region.location) === regionName(name) ? change(region) : region,
  );
}

export function everyRegion(service: SandboxService, change: (region: Region) => Region): SandboxService {
  const [primary, ...others] = service.regions;
  return { ...service, regions: [change(primary), ...others.map(change)] };
}

/** Which of a region's addresses a change replaces. */
export type Renewal = 'both' | 'public' | 'private';

/**
 * Gives a region the addresses that the change names, else free ones. An address resource of the customer's decides
 * the public one; a private VIP exists in Internal mode of the classic tiers alone (azure-facts 1.4).
 */
export function renew(
  service: SandboxService,
  region: Region,
  around: Surroundings,
  given: NewAddresses | undefined,
  what: Renewal = 'both',
): Region {
  const wanted = given?.[regionName(region.location)];
  const classic = tierOf(service.tier).dedicated;
  const fresh = what === 'private' || wanted?.public || !classic ? region : withFreshPublicIp(region, around);
  const publicIPs = wanted?.public ?? (classic ? fresh.publicIPs : []);
  const inside = classic && service.mode === 'Internal' && region.subnetId !== null;
  const privateIPs =
    wanted?.private ?? (what === 'public' ? region.privateIPs : inside ? [privateOf(region, around)] : []);
  const outboundIPs = wanted?.outbound === undefined ? region.outboundIPs : wanted.outbound;
  around.book.take([...publicIPs, ...privateIPs, ...(outboundIPs ?? [])]);
  return { ...fresh, publicIPs, privateIPs, outboundIPs };
}

/**
 * An address that the region did not have: that of its resource where the resource is new to it, of another resource
 * where it was used already (Azure's swap rule, azure-facts 1.3), a free one where Azure manages the address.
 */
function withFreshPublicIp(region: Region, around: Surroundings): Region {
  const own = region.publicIpAddressId ? around.resource(region.publicIpAddressId) : undefined;
  if (!own) return { ...region, publicIPs: [around.book.nextPublic()] };
  const address = addressOf(own);
  if (address && !region.publicIPs.includes(address)) return { ...region, publicIPs: [address] };
  const other = around.anotherPublicIp(own);
  return {
    ...region,
    publicIpAddressId: other.id,
    publicIPs: [addressOf(other) ?? around.book.nextPublic()],
  };
}

function addressOf(resource: ArmResource): string | undefined {
  return textOf(resource.properties['ipAddress']);
}

function privateOf(region: Region, around: Surroundings): string {
  return around.book.nextPrivate(prefixOf(region.subnetId ?? '', around) ?? '10.255.0.0/24');
}

/** The first prefix of a subnet, undefined where the subnet is not in the sandbox. */
export function prefixOf(subnetId: string, { resource }: Pick<Surroundings, 'resource'>): string | undefined {
  const name = armSegment(subnetId, 'subnets')?.toLowerCase();
  const vnet = resource(subnetId.split(/\/subnets\//i)[0] ?? '');
  const subnet = listOf(at(vnet, 'properties', 'subnets')).find(
    one => textOf(at(one, 'name'))?.toLowerCase() === name,
  );
  const [first] = listOf(at(subnet, 'properties', 'addressPrefixes'));
  return textOf(at(subnet, 'properties', 'addressPrefix') ?? first);
}
