import { groupBy } from '../group-by.ts';
import { type RangeSet, rangeSet } from '../ranges/range-set.ts';
import { allowedSet } from './decide.ts';
import { rangesOfValue, type Tags } from './entry-ranges.ts';
import type { AllowList, ListEntry } from './list.ts';
import type { Need } from './needs.ts';
import { type Terms, whyNot } from './rule-fits.ts';

/** Needs of the same side and ports: the same entries have a say about them. */
export type NeedGroup = Terms & {
  readonly needs: readonly Need[];
  /** Those that a tag or a host name of the list may meet by its name. */
  readonly named: readonly Need[];
  /** The addresses that they need, as far as they are known. */
  readonly needed: RangeSet;
  /** What the list lets through on these terms, as far as it is known. */
  readonly allowed: RangeSet;
  /** The entries that have a say, by their order. */
  readonly entries: readonly ListEntry[];
};

export function needGroups(needs: readonly Need[], list: AllowList, tags: Tags): readonly NeedGroup[] {
  const groups = groupBy(needs, ({ side, ports }) => `${side} ${ports.join('+')}`);
  return [...groups.values()].map(own => {
    const [first] = own;
    const { side, ports } = first;
    const entries = list.entries.filter(entry => whyNot(entry, first) === undefined);
    const rules = entries.flatMap(({ value, action, scope, order }) =>
      (rangesOfValue(value, tags) ?? []).map(range => ({ range, action, scope, order })),
    );
    const needed = rangeSet(own.flatMap(({ value }) => neededRanges(value)));
    const byOrder = [...entries].sort((a, b) => a.order - b.order);
    return {
      side,
      ports,
      needs: own,
      named: own.filter(({ value }) => value.kind !== 'range'),
      needed,
      allowed: allowedSet(rules),
      entries: byOrder,
    };
  });
}

function neededRanges(value: Need['value']) {
  if (value.kind === 'range') return [value.range];
  if (value.kind === 'host' || value.set === null) return [];
  const { set } = value;
  return (['ipv4', 'ipv6'] as const).flatMap(family => set[family].map(span => ({ family, ...span })));
}
