import { compareText } from '../compare-text.ts';
import { regionName } from '../region.ts';
import type { Service, ServiceRegion } from '../service.ts';
import { canonicalTime, instantOf } from './time.ts';

/** What one region of a service looked like. An absent key was not read; null was read and is not there; lists are sorted. */
export type RegionFacts = {
  readonly primary?: boolean;
  readonly publicIPAddresses?: readonly string[] | null;
  readonly privateIPAddresses?: readonly string[] | null;
  /** Addresses or CIDR prefixes. */
  readonly outboundPublicIPAddresses?: readonly string[] | null;
  readonly subnetId?: string | null;
  readonly publicIpAddressId?: string | null;
  readonly natGatewayState?: string | null;
  readonly zones?: readonly string[] | null;
  readonly platformVersion?: string | null;
  readonly gatewayDisabled?: boolean;
};

/** What a service looked like (design 7): every fact that explains an address. Same rule: absent not read, null not there. */
export type ServiceFacts = {
  readonly createdAt?: string | null;
  readonly tier?: string | null;
  readonly vnetMode?: string | null;
  readonly subscriptionState?: string | null;
  readonly publicNetworkAccess?: string | null;
  /** By Azure's short form of the region. */
  readonly regions?: Readonly<Record<string, RegionFacts>>;
};

export type ServiceField = Exclude<keyof ServiceFacts, 'regions'>;
export type RegionField = keyof RegionFacts;
export type FactValue = string | boolean | readonly string[] | null;

export const serviceFields = [
  'createdAt',
  'tier',
  'vnetMode',
  'subscriptionState',
  'publicNetworkAccess',
] as const satisfies readonly ServiceField[];

export const addressFields = [
  'publicIPAddresses',
  'privateIPAddresses',
  'outboundPublicIPAddresses',
] as const satisfies readonly RegionField[];

export const regionFields = [
  'primary',
  ...addressFields,
  'subnetId',
  'publicIpAddressId',
  'natGatewayState',
  'zones',
  'platformVersion',
  'gatewayDisabled',
] as const satisfies readonly RegionField[];

export type AddressField = (typeof addressFields)[number];

const addressFieldSet: ReadonlySet<string> = new Set(addressFields);

export function isAddressField(field: string): field is AddressField {
  return addressFieldSet.has(field);
}

/** `resource-graph` may lag behind ARM and is never the proof of a change. */
export type ObservationSource = 'arm' | 'resource-graph';

/**
 * "Read, and the service was not there": every fact null, no region. It cannot be told whether the service was deleted
 * or is hidden from the reader.
 */
export const absentFacts: ServiceFacts = {
  createdAt: null,
  tier: null,
  vnetMode: null,
  publicNetworkAccess: null,
  regions: {},
};

/** True for facts that say that the service was not there; one that is there has a tier and a region. */
export function isAbsent(facts: ServiceFacts): boolean {
  return facts.tier === null && facts.regions !== undefined && Object.keys(facts.regions).length === 0;
}

/** When the service was made, in milliseconds since 1970; NaN where that was not read. */
export function createdInstant({ createdAt }: ServiceFacts): number {
  return createdAt ? instantOf(createdAt) : Number.NaN;
}

/** A region's facts; names from a file may be those of Object's own members, so only own keys count. */
export function regionFacts(facts: ServiceFacts, region: string): RegionFacts | undefined {
  return facts.regions && Object.hasOwn(facts.regions, region) ? facts.regions[region] : undefined;
}

function sorted(list: readonly string[]): readonly string[] | null {
  return list.length === 0 ? null : [...new Set(list)].sort();
}

/** Resource Graph reads with an API version of its own and may leave a field out that ARM has: its silence is not an answer. */
function isAnswer(source: ObservationSource, value: string | null): boolean {
  return source === 'arm' || value !== null;
}

function factsOfRegion(region: ServiceRegion, source: ObservationSource): RegionFacts {
  return {
    primary: region.primary,
    publicIPAddresses: sorted(region.publicIPAddresses),
    privateIPAddresses: sorted(region.privateIPAddresses),
    outboundPublicIPAddresses: sorted(region.outboundPublicIPAddresses),
    subnetId: region.subnetId,
    publicIpAddressId: region.publicIpAddressId,
    ...(isAnswer(source, region.natGatewayState) ? { natGatewayState: region.natGatewayState } : {}),
    zones: sorted(region.zones),
    ...(isAnswer(source, region.platformVersion) ? { platformVersion: region.platformVersion } : {}),
    gatewayDisabled: region.gatewayDisabled,
  };
}

/**
 * The facts of a service as one source read it. `subscriptionState` comes from another answer than the service:
 * null or absent means that it is not known, which leaves the key out. Creation time and tier exist for every service,
 * so a source that does not give them has not read them.
 */
export function factsOf(
  service: Service,
  context: { readonly source: ObservationSource; readonly subscriptionState?: string | null | undefined },
): ServiceFacts {
  const { source, subscriptionState } = context;
  return {
    ...(service.createdAt ? { createdAt: canonicalTime(service.createdAt) } : {}),
    ...(service.tier ? { tier: service.tier } : {}),
    vnetMode: service.vnetMode,
    ...(subscriptionState ? { subscriptionState } : {}),
    ...(isAnswer(source, service.publicNetworkAccess)
      ? { publicNetworkAccess: service.publicNetworkAccess }
      : {}),
    regions: Object.fromEntries(
      service.regions
        .map(region => [regionName(region.name), factsOfRegion(region, source)] as const)
        .sort(([a], [b]) => compareText(a, b)),
    ),
  };
}

const unsettled = new Set(['created', 'activating', 'updating', 'terminating']);

/**
 * False while Azure is carrying out an operation: its steps become visible one by one (the VNet mode at once, the
 * addresses at the end), so a difference seen now has not yet met its cause.
 */
export function isSettled(service: Pick<Service, 'provisioningState'>): boolean {
  return !unsettled.has(service.provisioningState.toLowerCase());
}
