import { type AddressState, addressesAt } from './at-date.ts';
import { type FactAt, factAt } from './fact-at.ts';
import { type AddressField, isAbsent, type RegionField, regionFacts, type ServiceField } from './facts.ts';
import type { History } from './history.ts';
import type { Observation } from './observation.ts';
import { type Resolved, resolve } from './resolve.ts';
import { instantOf } from './time.ts';
import { type Track, tracksOf } from './track.ts';

/** How a region was built, apart from its addresses. */
export type BuildField = Exclude<RegionField, AddressField>;

/** One region at an instant. */
export type RecordedRegion = {
  /** Short form. */
  readonly name: string;
  readonly addresses: Readonly<Record<AddressField, AddressState>>;
  readonly facts: Readonly<Record<BuildField, FactAt>>;
};

/** A service at an instant, as far as it was recorded. */
export type RecordedService = {
  readonly facts: Readonly<Record<ServiceField, FactAt>>;
  /** Regions that were there, or may have been. */
  readonly regions: readonly RecordedRegion[];
  /** Short forms of regions that the service had at another time, and not then. */
  readonly otherRegions: readonly string[];
  /** The record says that the service was not there then. */
  readonly absent: boolean;
};

/** What is known of a service at any instant (milliseconds since 1970). */
export function recordOf(history: History): (instant: number) => RecordedService {
  const resolved = resolve(history.observations);
  const tracks = tracksOf(history, resolved);
  return instant => recordedAt(resolved, tracks, instant);
}

function recordedAt(resolved: Resolved, tracks: readonly Track[], instant: number): RecordedService {
  const found = addressesAt(tracks, instant);
  const names = [...new Set(found.map(one => one.region))];
  const ofService = (field: ServiceField) =>
    factAt(resolved.stretches, instant, field, facts => (isAbsent(facts) ? 'absent' : facts[field]));

  function addressOf(region: string, kind: AddressField): AddressState {
    const one = found.find(other => other.region === region && other.kind === kind);
    return one ?? { state: 'before-record', recordedSince: null };
  }

  function recordedRegion(name: string): RecordedRegion {
    const of = (field: BuildField) =>
      factAt(resolved.stretches, instant, field, facts => {
        if (!facts.regions) return undefined;
        const own = regionFacts(facts, name);
        return own ? own[field] : 'absent';
      });
    return {
      name,
      addresses: {
        publicIPAddresses: addressOf(name, 'publicIPAddresses'),
        privateIPAddresses: addressOf(name, 'privateIPAddresses'),
        outboundPublicIPAddresses: addressOf(name, 'outboundPublicIPAddresses'),
      },
      facts: {
        primary: of('primary'),
        subnetId: of('subnetId'),
        publicIpAddressId: of('publicIpAddressId'),
        natGatewayState: of('natGatewayState'),
        zones: of('zones'),
        platformVersion: of('platformVersion'),
        gatewayDisabled: of('gatewayDisabled'),
      },
    };
  }

  const regions = names.map(recordedRegion);
  const tier = ofService('tier');
  return {
    facts: {
      createdAt: ofService('createdAt'),
      tier,
      vnetMode: ofService('vnetMode'),
      subscriptionState: ofService('subscriptionState'),
      publicNetworkAccess: ofService('publicNetworkAccess'),
    },
    regions: regions.filter(mayHaveBeen),
    otherRegions: regions.filter(region => !mayHaveBeen(region)).map(region => region.name),
    absent: tier.state === 'absent',
  };
}

function mayHaveBeen({ addresses }: RecordedRegion): boolean {
  return Object.values(addresses).some(one => one.state !== 'no-region' && one.state !== 'no-service');
}

/** The history without the times at which the service was not there: what was last known of one that is gone. */
export function whileThere({ observations, changes }: History): History {
  return {
    observations: observations.filter(one => !isAbsent(one.facts)),
    changes: changes.filter(
      change => !change.differences.some(one => one.field === 'tier' && one.after === null),
    ),
  };
}

/** The last moment of which addresses are known (milliseconds since 1970); null where none ever were. */
export function lastKnownAt(history: History): number | null {
  const ends = tracksOf(history).flatMap(track => track.pieces.map(piece => piece.to));
  return ends.length === 0 ? null : ends.reduce((a, b) => Math.max(a, b));
}

/** The observations that hold at an instant, else the last one before it and the first one after it. */
export function observationsAround(
  observations: readonly Observation[],
  instant: number,
): readonly Observation[] {
  const holding = observations.filter(one => instantOf(one.at) <= instant && instant <= instantOf(one.until));
  if (holding.length > 0) return holding;
  const before = observations.filter(one => instantOf(one.until) < instant);
  const last = before.reduce<Observation | undefined>(
    (a, b) => (a && instantOf(a.until) >= instantOf(b.until) ? a : b),
    undefined,
  );
  const next = observations.find(one => instantOf(one.at) > instant);
  return [last, next].filter(one => one !== undefined);
}
