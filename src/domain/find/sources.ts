import { armKey, armName } from '../arm-id.ts';
import type { FormerAddress } from '../former-address.ts';
import type { Fact, NetworkFacts, ServiceTagFacts, SubnetFacts } from '../network-facts.ts';
import { type IpRange, parseIpRange } from '../ranges/ip-range.ts';
import { type RangeIndex, rangeIndex } from '../ranges/range-index.ts';
import { type RangeSet, rangeSet } from '../ranges/range-set.ts';
import type { FindIndex } from './find-index.ts';

/** A subnet or private endpoint whose addresses were read. */
export type NetworkPlace = {
  readonly kind: 'subnet' | 'private-endpoint';
  /** `armKey` of the resource. */
  readonly key: string;
  readonly name: string;
};

export type LoadedTag = { readonly name: string; readonly set: RangeSet };

/** Everything that an answer is made from. */
export type FindSources = {
  readonly index: FindIndex;
  readonly network: RangeIndex<NetworkPlace>;
  readonly former: RangeIndex<FormerAddress>;
  /** By name in lower case; null for a tag that Azure does not return. What has no key was not looked up. */
  readonly tags: ReadonlyMap<string, LoadedTag | null>;
};

/** The ranges of the subnets and private endpoints that were read. */
export function networkPlaces({
  subnets,
  privateEndpoints,
}: {
  readonly subnets: Readonly<Record<string, Fact<Pick<SubnetFacts, 'id' | 'addressPrefixes'>>>>;
  readonly privateEndpoints: NetworkFacts['privateEndpoints'];
}): RangeIndex<NetworkPlace> {
  const ofSubnets = Object.values(subnets).flatMap(fact =>
    fact.state === 'known' ? rangesOf('subnet', fact.value.id, fact.value.addressPrefixes) : [],
  );
  const ofEndpoints = Object.values(privateEndpoints).flatMap(fact =>
    fact.state === 'known' && fact.value.addresses.state === 'known'
      ? rangesOf('private-endpoint', fact.value.id, fact.value.addresses.value)
      : [],
  );
  return rangeIndex([...ofSubnets, ...ofEndpoints]);
}

function rangesOf(
  kind: NetworkPlace['kind'],
  id: string,
  texts: readonly string[],
): readonly (readonly [IpRange, NetworkPlace])[] {
  const place: NetworkPlace = { kind, key: armKey(id), name: armName(id) };
  return texts.flatMap(text => {
    const range = parseIpRange(text);
    return range ? [[range, place] as const] : [];
  });
}

/** Former addresses, findable. */
export function formerPlaces(former: readonly FormerAddress[]): RangeIndex<FormerAddress> {
  return rangeIndex(
    former.flatMap(one => {
      const range = parseIpRange(one.address);
      return range ? [[range, one] as const] : [];
    }),
  );
}

/** A service tag as a set of addresses; what of it cannot be read is left out. */
export function loadedTag({ name, prefixes }: ServiceTagFacts): LoadedTag {
  return { name, set: rangeSet(prefixes.flatMap(prefix => parseIpRange(prefix) ?? [])) };
}
