import type { FindSources } from '../find/sources.ts';
import type { Purpose } from '../guidance/purpose.ts';
import { type IpRange, rangeText } from '../ranges/ip-range.ts';
import {
  countOf,
  isEmpty,
  noAddresses,
  type RangeSet,
  rangeSet,
  rangesOf,
  subtract,
  touchesRange,
  union,
  within,
} from '../ranges/range-set.ts';
import { countText } from './count-text.ts';
import { holdsTag, isAny, rangesOfValue } from './entry-ranges.ts';
import { isEverything } from './judge-need.ts';
import type { EntryVerdict } from './judgement.ts';
import type { ListEntry } from './list.ts';
import type { NeedGroup } from './need-groups.ts';
import { needText, placeOfNeed } from './need-words.ts';
import type { Need } from './needs.ts';
import { notNeededWords, staleWords } from './owned.ts';
import { meeting, refusalBefore, refusalOfName, refusedBefore, refusedBy } from './refused-first.ts';
import { certainPorts, portWords, whyNot } from './rule-fits.ts';

/** What every entry is judged with. */
export type EntryJudge = {
  readonly groups: readonly NeedGroup[];
  readonly sources: FindSources;
  readonly owned: RangeSet;
  readonly former: RangeSet;
  /** ARM ids of the chosen services. */
  readonly chosen: ReadonlySet<string>;
  readonly purposes: readonly Purpose[];
  /** More than one service is chosen, so that each is named. */
  readonly several: boolean;
};

/** What one entry of the list is. */
export function judgeEntry(entry: ListEntry, judge: EntryJudge): EntryVerdict {
  const base = { entry, note: '', needed: noAddresses, others: 0n, alarming: false, doubt: '' };
  const known = rangesOfValue(entry.value, judge.sources.tags);
  const ranges = known ?? [];
  const groups = judge.groups.filter(group => whyNot(entry, group) === undefined);
  const needed = groups.reduce((sum, group) => union(sum, meeting(group.needed, ranges)), noAddresses);
  if (entry.action === 'deny') return { ...base, ...refusal(entry, known, groups, judge), needed };
  const named = groups.flatMap(group =>
    group.named
      .filter(need => holdsByName(entry, need))
      .map(need => ({ need, refusal: refusalOfName(entry, need, group) })),
  );
  const byName = named.flatMap(({ need, refusal }) => (refusal ? [] : [need]));
  const late = refusedBefore(groups, ranges);
  const reached = subtract(needed, late);
  const before = isEmpty(late)
    ? named.find(({ refusal }) => refusal)?.refusal
    : refusalBefore(entry, late, groups, judge.sources.tags);
  if (isEmpty(reached) && byName.length === 0 && before) {
    return { ...base, class: 'no-effect', detail: `line ${before.line} refuses it first`, needed };
  }
  if (!isEmpty(needed)) {
    const verdict = neededVerdict(entry, base, reached, ranges, groups, byName, judge);
    const first = before && `line ${before.line} refuses ${listed(late)} first`;
    return { ...verdict, needed, note: [verdict.note, first].filter(Boolean).join(', ') };
  }
  const [first] = byName;
  if (first)
    return { ...base, class: 'covered', detail: placeOfNeed(first, false), note: ownersOf(first, judge) };
  const reason = judge.groups.map(group => whyNot(entry, group)).find(Boolean);
  if (groups.length === 0 && reason !== undefined) return { ...base, class: 'no-effect', detail: reason };
  return { ...base, ...unneeded(entry, known === undefined, judge) };
}

type Refusal = Pick<EntryVerdict, 'class' | 'detail' | 'alarming' | 'doubt'>;

function refusal(
  entry: ListEntry,
  known: readonly IpRange[] | undefined,
  groups: readonly NeedGroup[],
  judge: EntryJudge,
): Refusal {
  const ranges = known ?? [];
  const refused = refusedBy(entry, ranges, groups, judge.sources.tags);
  if (!isEmpty(refused)) {
    const why = isEverything(entry) ? 'before a later line allows it' : 'which you need';
    return { class: 'refuses', detail: `refuses ${listed(refused)}, ${why}`, alarming: true, doubt: '' };
  }
  const onPorts = judge.groups
    .filter(group => whyNot(entry, group) === certainPorts)
    .reduce((sum, group) => union(sum, meeting(group.needed, ranges)), noAddresses);
  if (!isEmpty(onPorts)) {
    const detail = `refuses ${listed(onPorts)} on ${portWords(entry)}`;
    const doubt = `Line ${entry.line} ${detail}: whether your back end listens there is not known here.`;
    return { class: 'refuses', detail, alarming: true, doubt };
  }
  if (known === undefined) {
    const doubt = `Line ${entry.line} refuses a service tag whose addresses are not known here: it may refuse what you need.`;
    return { class: 'refuses', detail: 'allows nothing', alarming: false, doubt };
  }
  const detail = isEverything(entry) ? 'refuses all the rest' : 'refuses nothing that you need';
  return { class: 'refuses', detail, alarming: false, doubt: '' };
}

function neededVerdict(
  entry: ListEntry,
  base: Omit<EntryVerdict, 'class' | 'detail'>,
  needed: RangeSet,
  ranges: readonly IpRange[],
  groups: readonly NeedGroup[],
  byName: readonly Need[],
  judge: EntryJudge,
): EntryVerdict {
  // What an earlier rule refuses is not met here.
  const met = groups.flatMap(group => group.needs.filter(need => meets(need, rangesOf(needed))));
  const others = countOf(rangeSet(ranges)) - countOf(needed);
  const [first] = [...byName, ...met];
  const count = new Set(met.map(({ value }) => needText(value))).size;
  const only = count <= 1 ? first : undefined;
  const words = only ? placeOfNeed(only, false) : `covers ${count} that you need`;
  const note = only ? ownersOf(only, judge) : '';
  // A tag that is needed by its name holds what it holds: it is not wider than itself.
  if (others === 0n || (byName.length > 0 && entry.value.kind === 'tag')) {
    return { ...base, class: 'covered', detail: partWords(words, first, ranges), note, needed };
  }
  return {
    ...base,
    class: 'wider',
    detail: `covers ${count} that you need, ${isAny(entry.value) ? 'and every other' : `${countText(others)} others`}`,
    note: `needed: ${listed(needed)}`,
    needed,
    others,
  };
}

/** The services that need it, where more than one is chosen. */
function ownersOf({ uses }: Need, { several }: EntryJudge): string {
  return several ? [...new Set(uses.map(({ service }) => service))].join(', ') : '';
}

/** An entry that lies inside one need is a part of it. */
function partWords(words: string, need: Need | undefined, ranges: readonly IpRange[]): string {
  const [only, ...more] = ranges;
  if (need?.value.kind !== 'range' || !only || more.length > 0) return words;
  const { range } = need.value;
  const whole = range.start === only.start && range.end === only.end;
  return whole ? words : `part of ${rangeText(range)}, ${words}`;
}

function unneeded(
  { value }: ListEntry,
  unread: boolean,
  judge: EntryJudge,
): Pick<EntryVerdict, 'class' | 'detail' | 'note'> {
  if (value.kind === 'tag') return unneededTag(value.name, unread, judge);
  if (value.kind === 'host')
    return { class: 'unknown', detail: 'a host name, not needed by these', note: '' };
  if (value.kind === 'any') return { class: 'unknown', detail: 'every address', note: '' };
  const { range } = value;
  if (touchesRange(judge.owned, range)) {
    return {
      class: 'not-needed',
      ...notNeededWords(range, judge.sources, judge.chosen, judge.purposes),
    };
  }
  const stale = staleWords(range, judge.sources, judge.former);
  if (stale) return { class: 'stale', detail: stale.detail, note: stale.cause };
  const partly = touchesRange(judge.former, range)
    ? `, holds ${listed(within(judge.former, range))}, formerly yours`
    : '';
  return { class: 'unknown', detail: `no service you can read${partly}`, note: '' };
}

function unneededTag(
  name: string,
  unread: boolean,
  { purposes }: EntryJudge,
): Pick<EntryVerdict, 'class' | 'detail' | 'note'> {
  const management = /^ApiManagement(\.|$)/i.test(name);
  const backEnds = purposes.every(
    purpose => purpose === 'internet-back-ends' || purpose === 'private-back-ends',
  );
  if (management && backEnds) {
    return { class: 'not-needed', detail: 'manages services, never calls back ends', note: '' };
  }
  return {
    class: 'unknown',
    detail: unread
      ? 'a service tag, its ranges were not looked up'
      : 'a service tag, holds nothing that you need',
    note: '',
  };
}

function holdsByName(entry: ListEntry, { value }: Need): boolean {
  if (value.kind === 'host') return entry.value.kind === 'host' && entry.value.host === value.host;
  return value.kind === 'tag' && holdsTag(entry.value, value.name);
}

function meets({ value }: Need, ranges: readonly IpRange[]): boolean {
  if (value.kind === 'range') {
    const { range } = value;
    return ranges.some(
      one => one.family === range.family && one.start <= range.end && range.start <= one.end,
    );
  }
  return value.kind === 'tag' && value.set !== null && !isEmpty(meeting(value.set, ranges));
}

/** The first two and the number of the others. */
function listed(set: RangeSet): string {
  const texts = rangesOf(set).map(rangeText);
  const more = texts.length - 2;
  return more > 0 ? `${texts.slice(0, 2).join(', ')} and ${more} more` : texts.join(' and ');
}
