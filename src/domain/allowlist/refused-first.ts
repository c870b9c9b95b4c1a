import type { IpRange } from '../ranges/ip-range.ts';
import {
  isEmpty,
  noAddresses,
  type RangeSet,
  rangeSet,
  subtract,
  union,
  within,
} from '../ranges/range-set.ts';
import { holdsTag, rangesOfValue, type Tags } from './entry-ranges.ts';
import { isEverything } from './judge-need.ts';
import type { ListEntry } from './list.ts';
import type { NeedGroup } from './need-groups.ts';
import type { Need } from './needs.ts';

/** What of these ranges is needed and let through by no entry. */
function lackingIn({ needed, allowed }: NeedGroup, ranges: readonly IpRange[]): RangeSet {
  return subtract(meeting(needed, ranges), allowed);
}

/** What of the ranges of an entry that allows is needed, and refused by a rule that decides before it. */
export function refusedBefore(groups: readonly NeedGroup[], ranges: readonly IpRange[]): RangeSet {
  const reached = groups.reduce(
    (sum, group) => union(sum, subtract(meeting(group.needed, ranges), lackingIn(group, ranges))),
    noAddresses,
  );
  const lacking = groups.reduce((sum, group) => union(sum, lackingIn(group, ranges)), noAddresses);
  return subtract(lacking, reached);
}

/** The rule that refuses some of a set before an entry decides. */
export function refusalBefore(
  entry: ListEntry,
  set: RangeSet,
  groups: readonly NeedGroup[],
  tags: Tags,
): ListEntry | undefined {
  return groups
    .flatMap(({ entries }) => entries)
    .find(
      other =>
        other.action === 'deny' &&
        decidesBefore(other, entry) &&
        !isEmpty(meeting(set, rangesOfValue(other.value, tags) ?? [])),
    );
}

/** The rule that refuses a service tag by its name before an entry that allows it. */
export function refusalOfName(
  entry: ListEntry,
  { value }: Need,
  { entries }: NeedGroup,
): ListEntry | undefined {
  if (value.kind !== 'tag') return undefined;
  return entries.find(
    other => other.action === 'deny' && decidesBefore(other, entry) && holdsTag(other.value, value.name),
  );
}

/**
 * What is needed and lacking because of one rule that refuses. A rule that refuses all the rest is at fault only for
 * what a later rule allows: what no rule allows is missing, whatever closes the list.
 */
export function refusedBy(
  refusal: ListEntry,
  ranges: readonly IpRange[],
  groups: readonly NeedGroup[],
  tags: Tags,
): RangeSet {
  return groups.reduce((sum, group) => {
    const lacking = lackingIn(group, ranges);
    if (isEmpty(lacking)) return sum;
    const earlier = addressesOf(
      group.entries.filter(other => other.action === 'deny' && decidesBefore(other, refusal)),
      tags,
    );
    const own = subtract(lacking, earlier);
    if (!isEverything(refusal)) return union(sum, own);
    const later = group.entries.filter(other => other.action === 'allow' && decidesBefore(refusal, other));
    return union(sum, subtract(own, subtract(own, addressesOf(later, tags))));
  }, noAddresses);
}

function decidesBefore(first: ListEntry, second: ListEntry): boolean {
  if (first.scope !== second.scope) return false;
  return first.order < second.order || (first.order === second.order && isFirstOfEqual(first, second));
}

/** Of two rules of one order the refusal decides; of two refusals the one that stands first. */
function isFirstOfEqual(first: ListEntry, second: ListEntry): boolean {
  return first.action === 'deny' && (second.action === 'allow' || first.from < second.from);
}

function addressesOf(entries: readonly ListEntry[], tags: Tags): RangeSet {
  return rangeSet(entries.flatMap(({ value }) => rangesOfValue(value, tags) ?? []));
}

export function meeting(set: RangeSet, ranges: readonly IpRange[]): RangeSet {
  return ranges.map(range => within(set, range)).reduce(union, noAddresses);
}
