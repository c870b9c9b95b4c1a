import { countBefore } from '../count-before.ts';
import { type Family, families, type IpRange, wholeSpace } from './ip-range.ts';
import { merged, overlapOf, type Span } from './span.ts';

/** A set of addresses: spans by family, ascending, neither overlapping nor touching. */
export type RangeSet = Readonly<Record<Family, readonly Span[]>>;

export const noAddresses: RangeSet = { ipv4: [], ipv6: [] };
export const allAddresses: RangeSet = { ipv4: [wholeSpace('ipv4')], ipv6: [wholeSpace('ipv6')] };

/** The addresses of any ranges, in any order, overlapping or not. */
export function rangeSet(ranges: Iterable<IpRange>): RangeSet {
  const spans: Record<Family, Span[]> = { ipv4: [], ipv6: [] };
  for (const { family, start, end } of ranges) spans[family].push({ start, end });
  return { ipv4: merged(spans.ipv4), ipv6: merged(spans.ipv6) };
}

/** The ranges of a set in ascending order, IPv4 first. */
export function rangesOf(set: RangeSet): readonly IpRange[] {
  return families.flatMap(family => set[family].map(span => ({ family, ...span })));
}

export function union(a: RangeSet, b: RangeSet): RangeSet {
  return { ipv4: merged([...a.ipv4, ...b.ipv4]), ipv6: merged([...a.ipv6, ...b.ipv6]) };
}

/** What is in both. */
export function intersect(a: RangeSet, b: RangeSet): RangeSet {
  return { ipv4: overlaps(a.ipv4, b.ipv4), ipv6: overlaps(a.ipv6, b.ipv6) };
}

/** What is in the first and not in the second. */
export function subtract(a: RangeSet, b: RangeSet): RangeSet {
  return { ipv4: without(a.ipv4, b.ipv4), ipv6: without(a.ipv6, b.ipv6) };
}

/** True where every address of the range is in the set. */
export function containsRange(set: RangeSet, { family, start, end }: IpRange): boolean {
  const spans = set[family];
  const span = spans[lastAtOrBefore(spans, start)];
  return span !== undefined && span.end >= end;
}

/** True where some address of the range is in the set. */
export function touchesRange(set: RangeSet, { family, start, end }: IpRange): boolean {
  const spans = set[family];
  const span = spans[lastAtOrBefore(spans, end)];
  return span !== undefined && span.end >= start;
}

/** What of the set lies in the range. */
export function within(set: RangeSet, range: IpRange): RangeSet {
  const spans = set[range.family];
  const found: Span[] = [];
  for (let at = lastAtOrBefore(spans, range.end); at >= 0; at--) {
    const span = spans[at];
    const both = span && overlapOf(span, range);
    if (!both) break;
    found.push(both);
  }
  return { ...noAddresses, [range.family]: found.reverse() };
}

export function isEmpty(set: RangeSet): boolean {
  return set.ipv4.length === 0 && set.ipv6.length === 0;
}

/** How many addresses there are. */
export function countOf(set: RangeSet): bigint {
  return families.flatMap(family => set[family]).reduce((sum, { start, end }) => sum + end - start + 1n, 0n);
}

/** The index of the last span that begins at or before an address, -1 where none does. */
function lastAtOrBefore(spans: readonly Span[], address: bigint): number {
  return countBefore(spans, span => span.start <= address) - 1;
}

function overlaps(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  let left = 0;
  let right = 0;
  for (let x = a[left], y = b[right]; x && y; x = a[left], y = b[right]) {
    const both = overlapOf(x, y);
    if (both) found.push(both);
    if (x.end < y.end) left++;
    else right++;
  }
  return found;
}

function without(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  let right = 0;
  for (const { start, end } of a) {
    let from = start;
    for (let hole = b[right]; hole && hole.start <= end; hole = b[right]) {
      if (hole.start > from) found.push({ start: from, end: hole.start - 1n });
      if (hole.end >= from) from = hole.end + 1n;
      if (hole.end > end) break;
      right++;
    }
    if (from <= end) found.push({ start: from, end });
  }
  return found;
}
