import type { FindSources } from '../find/sources.ts';
import { groupBy } from '../group-by.ts';
import type { ServiceGuidance } from '../guidance/contract.ts';
import type { Purpose } from '../guidance/purpose.ts';
import { rangeSet } from '../ranges/range-set.ts';
import { judgeEntry } from './judge-entry.ts';
import { judgeNeeds } from './judge-need.ts';
import type { EntryClass, EntryVerdict, Judgement, LineVerdict } from './judgement.ts';
import type { AllowList } from './list.ts';
import { needGroups } from './need-groups.ts';
import { needsOf } from './needs.ts';
import { ownedAddresses, ownerNames } from './owned.ts';

export type JudgeInput = {
  readonly list: AllowList;
  /** The chosen services. */
  readonly guidance: readonly ServiceGuidance[];
  readonly purposes: readonly Purpose[];
  /** Every readable service, what is known of their networks and their past, and the tags that were looked up. */
  readonly sources: FindSources;
};

const entriesInStep = 500;

/** Judges a list step by step, so that the caller can let the page breathe; each step takes a few milliseconds. */
export function* judgeSteps({
  list,
  guidance,
  purposes,
  sources,
}: JudgeInput): Generator<undefined, Judgement> {
  const { needs, gaps } = needsOf(guidance, purposes);
  const owned = ownedAddresses(sources);
  yield;
  const groups = needGroups(needs, list, sources.tags);
  yield;
  const judge = {
    groups,
    sources,
    owned,
    former: rangeSet(sources.former.all()),
    chosen: new Set(guidance.map(({ id }) => id)),
    purposes,
    several: guidance.length > 1,
  };
  const entries: EntryVerdict[] = [];
  for (const entry of list.entries) {
    entries.push(judgeEntry(entry, judge));
    if (entries.length % entriesInStep === 0) yield;
  }
  const byEntry = new Map(entries.map(verdict => [verdict.entry, verdict]));
  const judged = groups.flatMap(group => judgeNeeds(group, byEntry, sources.tags));
  const inOrder = new Map(judged.map(verdict => [verdict.need, verdict]));
  yield;
  return {
    list,
    entries,
    lines: lineVerdicts(list, entries),
    needs: needs.flatMap(need => inOrder.get(need) ?? []),
    gaps,
    doubts: [...new Set([...list.notes, ...entries.flatMap(({ doubt }) => doubt || [])])],
    owned,
    ownersOf: range => ownerNames(range, sources),
  };
}

/** What a reader must see first stands for the line. */
const severity: readonly EntryClass[] = [
  'stale',
  'wider',
  'unknown',
  'not-needed',
  'no-effect',
  'refuses',
  'covered',
];

function lineVerdicts(list: AllowList, entries: readonly EntryVerdict[]): ReadonlyMap<number, LineVerdict> {
  const lines = new Map<number, LineVerdict>();
  for (const { line, problem } of list.problems) {
    lines.set(line, { line, class: 'no-address', detail: problem, note: '', alarming: false, more: 0 });
  }
  for (const [, own] of groupBy(entries, ({ entry }) => String(entry.line))) {
    const {
      entry,
      class: kind,
      detail,
      note,
      alarming,
    } = own.reduce((first, one) => (weight(one) < weight(first) ? one : first));
    const more = own.filter(other => other.class !== kind || other.detail !== detail).length;
    lines.set(entry.line, { line: entry.line, class: kind, detail, note, alarming, more });
  }
  return lines;
}

function weight({ class: kind, alarming }: EntryVerdict): number {
  return alarming ? -1 : severity.indexOf(kind);
}
