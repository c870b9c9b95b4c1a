import type { IpRange } from '../ranges/ip-range.ts';
import { touchesRange } from '../ranges/range-set.ts';
import { regionName } from '../region.ts';
import { type FindIndex, type RegionInUse, serviceById } from './find-index.ts';
import { type FindHit, relationOf } from './hit.ts';
import type { FindSources } from './sources.ts';

/** Whose a range is or was, as far as was read: every candidate, since private ranges may overlap. */
export function addressHits(asked: IpRange, sources: FindSources): readonly FindHit[] {
  const own = sources.index.parts
    .flatMap(part => part.places.meeting(asked))
    .map(
      ({ value: place }): FindHit => ({
        kind: 'address',
        place,
        relation: relationOf(place.range, asked),
      }),
    );
  return [
    ...own,
    ...networkHits(asked, sources),
    ...formerHits(asked, sources),
    ...sharedHits(asked, sources),
  ];
}

function networkHits(asked: IpRange, { index, network }: FindSources): readonly FindHit[] {
  return network.meeting(asked).flatMap(({ value, ...range }) =>
    index.parts.flatMap(({ resources }) =>
      (resources.get(value.key) ?? []).map(({ service, region }): FindHit => {
        const role = value.kind === 'subnet' ? ('subnet-range' as const) : ('private-endpoint' as const);
        const place = { service, region, roles: [role], range, from: value.name };
        return { kind: 'address', place, relation: relationOf(range, asked) };
      }),
    ),
  );
}

function formerHits(asked: IpRange, { index, former }: FindSources): readonly FindHit[] {
  return former.meeting(asked).map(
    ({ value, ...range }): FindHit => ({
      kind: 'former',
      former: value,
      service: serviceById(index, value.service) ?? null,
      range,
      relation: relationOf(range, asked),
    }),
  );
}

function sharedHits(asked: IpRange, { index, tags }: FindSources): readonly FindHit[] {
  if (tags.size === 0) return [];
  return [...regionsInUse(index)].flatMap(([tag, { region, shared }]): FindHit[] => {
    const loaded = tags.get(tag.toLowerCase());
    return shared.length > 0 && loaded && touchesRange(loaded.set, asked)
      ? [{ kind: 'shared', tag: loaded.name, region, services: shared }]
      : [];
  });
}

function regionsInUse({ parts }: FindIndex): ReadonlyMap<string, RegionInUse> {
  const found = new Map<string, RegionInUse>();
  for (const { regions } of parts) {
    for (const [tag, { region, shared }] of regions) {
      const there = found.get(tag);
      found.set(
        tag,
        there ? { region: there.region, shared: [...there.shared, ...shared] } : { region, shared },
      );
    }
  }
  return found;
}

/** The service tags worth a look for an address that nobody here has: of every region in use, and the one of management. */
export function tagsWorthALook(
  index: FindIndex,
): readonly { readonly tag: string; readonly region: string }[] {
  const found = [...regionsInUse(index)].map(([tag, { region }]) => ({
    tag,
    region: regionName(region.name),
  }));
  const [first] = found;
  return first ? [...found, { tag: 'ApiManagement', region: first.region }] : [];
}
