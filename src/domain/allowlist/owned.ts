import { compareText } from '../compare-text.ts';
import { addressHits } from '../find/address-hits.ts';
import type { FindSources } from '../find/sources.ts';
import { hitWords } from '../find/words.ts';
import { endText } from '../former-address.ts';
import type { Purpose } from '../guidance/purpose.ts';
import { lowerFirst } from '../lower-first.ts';
import { type IpRange, rangeText } from '../ranges/ip-range.ts';
import { containsRange, type RangeSet, rangeSet } from '../ranges/range-set.ts';
import { regionLabel } from '../region.ts';

/** Everything that a readable service has now, subnet ranges and private endpoints in use among it. */
export function ownedAddresses({ index, network }: FindSources): RangeSet {
  const reported = index.parts.flatMap(({ places }) => places.all());
  const inUse = network
    .all()
    .filter(({ value }) => index.parts.some(({ resources }) => resources.has(value.key)));
  return rangeSet([...reported, ...inUse]);
}

/** The services that have some of a range now, by name. */
export function ownerNames(range: IpRange, sources: FindSources): readonly string[] {
  const hits = addressHits(range, { ...sources, tags: new Map() });
  const names = hits.flatMap(hit => (hit.kind === 'address' ? [hit.place.service.name] : []));
  return [...new Set(names)].sort(compareText);
}

/** Whose a range that these purposes do not need is, in a few words. */
export function notNeededWords(
  range: IpRange,
  sources: FindSources,
  chosen: ReadonlySet<string>,
  purposes: readonly Purpose[],
): { readonly detail: string; readonly note: string } {
  const hits = addressHits(range, { ...sources, tags: new Map() });
  const places = hits.flatMap(hit => (hit.kind === 'address' ? [hit] : []));
  const hit = places.find(({ place }) => chosen.has(place.service.id)) ?? places[0];
  if (!hit) return { detail: 'not needed for this', note: '' };
  const { place, relation } = hit;
  const holds = relation === 'exact' || relation === 'holds' ? '' : `holds ${rangeText(place.range)}, `;
  const name = place.service.name;
  if (!chosen.has(place.service.id)) return { detail: `${holds}${name}, not chosen`, note: '' };
  const role = lowerFirst(hitWords(hit).role);
  const outside = purposes.every(purpose => purpose === 'internet-back-ends');
  if (outside && (place.roles.includes('private-vip') || place.roles.includes('subnet-range'))) {
    return { detail: `${holds}${role}, never seen from outside`, note: name };
  }
  return { detail: `${holds}${role}, not for this`, note: name };
}

/** A range that was one of ours: where and until when, and why it changed. Undefined where not all of it was. */
export function staleWords(
  range: IpRange,
  { former }: FindSources,
  formerSet: RangeSet,
): { readonly detail: string; readonly cause: string } | undefined {
  if (!containsRange(formerSet, range)) return undefined;
  const [last] = former
    .meeting(range)
    .map(({ value }) => value)
    .sort((a, b) => b.lastSeen - a.lastSeen);
  if (!last) return undefined;
  const end = endText(last);
  const place = regionLabel(last.region);
  return {
    detail: end.startsWith('until') ? `${place} ${end}` : `${place}, ${end}`,
    cause: lowerFirst(last.cause ?? ''),
  };
}
