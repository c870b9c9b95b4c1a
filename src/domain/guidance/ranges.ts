import { parseRange, type Range } from '../address.ts';
import { compareText } from '../compare-text.ts';

export type ReadValues = { readonly ranges: readonly Range[]; readonly unreadable: readonly string[] };

/** Splits texts into addresses or ranges (canonical, unique, in order) and what is neither. */
export function readRanges(texts: readonly string[]): ReadValues {
  const ranges = new Map<string, Range>();
  const unreadable = new Set<string>();
  for (const text of texts) {
    const range = parseRange(text);
    if (range) ranges.set(range.cidr, range);
    else unreadable.add(text);
  }
  return {
    ranges: [...ranges.values()].sort((a, b) => compareText(a.cidr, b.cidr)),
    unreadable: [...unreadable].sort(compareText),
  };
}
