import type { LoadedTag } from '../find/sources.ts';
import { publicSpace } from '../guidance/public-space.ts';
import { families, type IpRange, prefixOf, wholeSpace } from '../ranges/ip-range.ts';
import { rangesOf } from '../ranges/range-set.ts';
import type { EntryValue } from './list.ts';

/** Tags by name in lower case; null for one that Azure does not return. */
export type Tags = ReadonlyMap<string, LoadedTag | null>;

/** The addresses of an entry; undefined where they are not known here (a tag that was not looked up). */
export function rangesOfValue(value: EntryValue, tags: Tags): readonly IpRange[] | undefined {
  switch (value.kind) {
    case 'range':
      return [value.range];
    case 'any':
      return families.map(wholeSpace);
    case 'host':
      return [];
    case 'tag': {
      if (isInternet(value.name)) {
        return families.flatMap(family => publicSpace[family].map(span => ({ family, ...span })));
      }
      const tag = tags.get(value.name.toLowerCase());
      return tag ? rangesOf(tag.set) : undefined;
    }
  }
}

export function isInternet(name: string): boolean {
  return name.toLowerCase() === 'internet';
}

/** `any`, `0.0.0.0/0` and `::/0`. */
export function isAny(value: EntryValue): boolean {
  return value.kind === 'any' || (value.kind === 'range' && prefixOf(value.range) === 0);
}

/** A tag that names a tag: itself, or the one of all regions (`ApiManagement` holds `ApiManagement.WestEurope`). */
function holdsByName(outer: string, inner: string): boolean {
  const [a, b] = [outer.toLowerCase(), inner.toLowerCase()];
  return a === b || b.startsWith(`${a}.`);
}

/**
 * True for an entry that holds a whole service tag by its name alone. The tag Internet holds every public address of
 * Azure; the load balancer's probes come from an address inside the network.
 * Source: learn.microsoft.com/azure/virtual-network/service-tags-overview.
 */
export function holdsTag(value: EntryValue, tag: string): boolean {
  if (value.kind === 'any') return true;
  if (value.kind !== 'tag') return false;
  return isInternet(value.name) ? !holdsByName('AzureLoadBalancer', tag) : holdsByName(value.name, tag);
}
