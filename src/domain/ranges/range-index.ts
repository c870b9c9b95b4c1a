import { countBefore } from '../count-before.ts';
import { type Family, families, type IpRange } from './ip-range.ts';
import { byStart, type Span } from './span.ts';

type Item<T> = Span & { readonly value: T };

/** Things that lie on ranges, found by any range that meets them. Made once, asked often. */
export type RangeIndex<T> = {
  /** Everything whose range shares an address with this one, by its first address. */
  readonly meeting: (range: IpRange) => readonly Placed<T>[];
  /** Everything, IPv4 first, by the first address. */
  readonly all: () => readonly Placed<T>[];
};

export type Placed<T> = IpRange & { readonly value: T };

/** Sorts the items once. Ranges may overlap and hold each other. */
export function rangeIndex<T>(items: Iterable<readonly [IpRange, T]>): RangeIndex<T> {
  const lists: Record<Family, Item<T>[]> = { ipv4: [], ipv6: [] };
  for (const [{ family, start, end }, value] of items) lists[family].push({ start, end, value });
  const sorted = { ipv4: sortedList(lists.ipv4), ipv6: sortedList(lists.ipv6) };
  return {
    meeting: range => meeting(sorted[range.family], range).map(item => ({ family: range.family, ...item })),
    all: () => families.flatMap(family => sorted[family].items.map(item => ({ family, ...item }))),
  };
}

type Sorted<T> = {
  readonly items: readonly Item<T>[];
  /** The furthest end of the items up to each: where it lies before a range, nothing earlier can reach it. */
  readonly reach: readonly bigint[];
};

function sortedList<T>(items: Item<T>[]): Sorted<T> {
  items.sort(byStart);
  let furthest = -1n;
  const reach = items.map(({ end }) => {
    if (end > furthest) furthest = end;
    return furthest;
  });
  return { items, reach };
}

function meeting<T>({ items, reach }: Sorted<T>, { start, end }: Span): readonly Item<T>[] {
  const found: Item<T>[] = [];
  for (
    let at = countBefore(items, item => item.start <= end) - 1;
    at >= 0 && (reach[at] ?? -1n) >= start;
    at--
  ) {
    const item = items[at];
    if (item && item.end >= start) found.push(item);
  }
  return found.reverse();
}
