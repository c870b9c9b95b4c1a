import type { IpRange } from '../ranges/ip-range.ts';
import { type RangeIndex, rangeIndex } from '../ranges/range-index.ts';
import { isEmpty, noAddresses, type RangeSet, rangeSet, rangesOf, subtract } from '../ranges/range-set.ts';
import { holdsTag, isAny, isInternet, rangesOfValue, type Tags } from './entry-ranges.ts';
import type { EntryVerdict, NeedVerdict } from './judgement.ts';
import type { ListEntry } from './list.ts';
import type { NeedGroup } from './need-groups.ts';
import type { Need } from './needs.ts';

const mostLines = 3;

/** Judges the needs of one group: what the list lets through of each, and what it lacks. */
export function judgeNeeds(
  group: NeedGroup,
  verdicts: ReadonlyMap<ListEntry, EntryVerdict>,
  tags: Tags,
): readonly NeedVerdict[] {
  const index = rangeIndex(
    group.entries.flatMap(entry =>
      (rangesOfValue(entry.value, tags) ?? []).map(range => [range, entry] as const),
    ),
  );
  return group.needs.map(need => judgeNeed(need, group, index, verdicts));
}

function judgeNeed(
  need: Need,
  group: NeedGroup,
  index: RangeIndex<ListEntry>,
  verdicts: ReadonlyMap<ListEntry, EntryVerdict>,
): NeedVerdict {
  const { value } = need;
  const nothing = { need, lacking: noAddresses, byWider: false, refusedBy: null };
  if (value.kind === 'host') {
    const found = group.entries.filter(
      one => one.action === 'allow' && one.value.kind === 'host' && one.value.host === value.host,
    );
    return { ...nothing, state: found.length > 0 ? 'covered' : 'missing', lines: linesOf(found) };
  }
  if (value.kind === 'tag') {
    const byName = group.entries.find(entry => holdsTag(entry.value, value.name));
    if (byName?.action === 'allow') {
      return {
        ...nothing,
        state: 'covered',
        lines: [byName.line],
        byWider: verdicts.get(byName)?.class === 'wider',
      };
    }
    if (value.set === null || isEmpty(value.set))
      return {
        ...nothing,
        state: 'missing',
        lines: [],
        refusedBy: byName && !isEverything(byName) ? byName : null,
      };
  }
  const set = value.kind === 'range' ? rangeSet([value.range]) : (value.set ?? noAddresses);
  return { ...judgeSet(set, group, index, verdicts), need };
}

function judgeSet(
  set: RangeSet,
  { allowed }: NeedGroup,
  index: RangeIndex<ListEntry>,
  verdicts: ReadonlyMap<ListEntry, EntryVerdict>,
): Omit<NeedVerdict, 'need'> {
  const ranges = rangesOf(set);
  const lacking = subtract(set, allowed);
  const meeting = ranges.flatMap(range => index.meeting(range).map(item => item.value));
  const allowing = meeting.filter(({ action }) => action === 'allow');
  const state = isEmpty(lacking) ? 'covered' : isEmpty(subtract(set, lacking)) ? 'missing' : 'partly';
  return {
    state,
    lacking,
    lines: state === 'missing' ? [] : linesOf(allowing),
    byWider: state === 'covered' && allowing.every(entry => verdicts.get(entry)?.class === 'wider'),
    refusedBy: state === 'covered' ? null : refusing(rangesOf(lacking), index),
  };
}

/** The first rule that refuses what is lacking and is about addresses like it, not about all the rest. */
function refusing(lacking: readonly IpRange[], index: RangeIndex<ListEntry>): ListEntry | null {
  const [first] = lacking
    .flatMap(range => index.meeting(range).map(item => item.value))
    .filter(entry => entry.action === 'deny' && !isEverything(entry))
    .sort((a, b) => a.order - b.order);
  return first ?? null;
}

/** `any`, `0.0.0.0/0`, `Internet`: the usual last rule, which refuses all the rest. */
export function isEverything({ value }: ListEntry): boolean {
  return isAny(value) || (value.kind === 'tag' && isInternet(value.name));
}

function linesOf(entries: readonly ListEntry[]): readonly number[] {
  return [...new Set(entries.map(({ line }) => line))].sort((a, b) => a - b).slice(0, mostLines);
}
