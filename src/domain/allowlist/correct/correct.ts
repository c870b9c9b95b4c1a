import { groupBy } from '../../group-by.ts';
import type { Tags } from '../entry-ranges.ts';
import type { EntryVerdict, Judgement } from '../judgement.ts';
import type { AllowList, EntryGroup } from '../list.ts';
import { needText } from '../need-words.ts';
import { type Addition, additions } from './add-values.ts';
import { alreadyThere } from './already-there.ts';
import { arrayEdits } from './array-edits.ts';
import { applyEdits, type ChangedLine, type Edit } from './edits.ts';
import { type KeptForOthers, keptForOthers } from './kept-for-others.ts';
import { templateOf } from './line-template.ts';
import { missingValues } from './missing-values.ts';
import { type RowIndex, rowIndex } from './row-index.ts';
import { isTicked, type Ticks, takenOut } from './taken-out.ts';

export type Correction = {
  /** In the format of the list. */
  readonly text: string;
  readonly lines: readonly ChangedLine[];
  /** What was added, as CIDRs. */
  readonly added: readonly string[];
  /** Why an entry of a ticked class stays, by line. */
  readonly kept: ReadonlyMap<number, string>;
  /** The columns that new rows leave empty, by their heads: to be filled in by the reader. */
  readonly toFillIn: readonly string[];
  /** What was written in the place of an entry although it is not needed here. */
  readonly forOthers: readonly KeptForOthers[];
  /** What this format cannot take, to be done by the reader; a sentence each. */
  readonly byHand: readonly string[];
  /** What is missing and found no place in this format. */
  readonly notPlaced: readonly string[];
};

/**
 * The list as it should be: what is missing is added, in the manner of what stands there. Nothing is taken out but the
 * classes that the reader ticked, and never an address that a readable service has now.
 */
export function correct(judgement: Judgement, ticks: Ticks, tags: Tags): Correction {
  const { list } = judgement;
  const index = rowIndex(list);
  const { values, byHand } = missingValues(judgement.needs);
  const added = additions(values, judgement, index);
  const removals = removalsOf(judgement, ticks, tags, index);
  const edits = [
    ...removals.edits,
    ...groupEdits(
      judgement,
      removals.items,
      added.flatMap(one => (one.kind === 'item' ? [one] : [])),
    ),
    ...lineEdits(
      list.text,
      added.flatMap(one => (one.kind === 'line' ? [one] : [])),
    ),
  ];
  const notPlaced = added.flatMap(one => (one.kind === 'none' ? [one.cidr] : []));
  const result = applyEdits(list.text, edits);
  return {
    ...result,
    added: added.flatMap(one => (one.kind === 'none' ? [] : [one.cidr])),
    kept: removals.kept,
    toFillIn: hasNewRows(removals, added)
      ? list.groups.flatMap(group => (group.kind === 'rows' ? group.open : []))
      : [],
    forOthers: keptForOthers(removals.forOthers, judgement),
    byHand: [...byHand, ...removals.byHand],
    notPlaced,
  };
}

type Removals = {
  readonly edits: readonly Edit[];
  /** Entries in brackets, with what stays in their place. */
  readonly items: ReadonlyMap<EntryVerdict, readonly string[]>;
  readonly kept: ReadonlyMap<number, string>;
  readonly forOthers: readonly string[];
  /** An entry became several lines. */
  readonly newRows: boolean;
  readonly byHand: readonly string[];
};

/** Rows with a name, priority and the like of their own to be found: all but the first in the place of another. */
function hasNewRows({ newRows }: Removals, added: readonly Addition[]): boolean {
  return newRows || added.some(({ kind }) => kind === 'line');
}

function removalsOf(judgement: Judgement, ticks: Ticks, tags: Tags, index: RowIndex): Removals {
  const items = new Map<EntryVerdict, readonly string[]>();
  const kept = new Map<number, string>();
  const byHand: string[] = [];
  const edits: Edit[] = [];
  const forOthers: string[] = [];
  let newRows = false;
  const outs = new Map(
    judgement.entries
      .filter(verdict => isTicked(ticks, verdict))
      .map(verdict => [verdict, takenOut(verdict, judgement, tags)]),
  );
  const isThere = alreadyThere(
    judgement.entries.filter(verdict => outs.get(verdict)?.kind !== 'replaced').map(verdict => verdict.entry),
  );
  for (const [verdict, out] of outs) {
    const { entry } = verdict;
    if (out.kind === 'kept') {
      kept.set(entry.line, out.why);
      continue;
    }
    const by = out.by.filter(cidr => !isThere(entry, cidr));
    forOthers.push(...out.forOthers.filter(cidr => by.includes(cidr)));
    const group = judgement.list.groups[entry.group];
    const edit =
      group && index.isAlone(entry) ? lineEdit(verdict, by, group, judgement.list, index) : undefined;
    if (group?.kind === 'array') items.set(verdict, by);
    else if (edit) {
      edits.push(edit);
      newRows ||= by.length > 1;
    } else {
      kept.set(entry.line, 'to be changed by hand');
      const what = written(verdict, judgement);
      byHand.push(
        by.length === 0
          ? `Take ${what} out of line ${entry.line}.`
          : `Replace ${what} on line ${entry.line} by ${by.join(', ')}.`,
      );
    }
  }
  return { edits, items, kept, forOthers, newRows, byHand };
}

/** The entry as it stands; of several in one cell its value alone, so that nobody takes the others out with it. */
function written({ entry }: EntryVerdict, { list }: Judgement): string {
  const together = list.entries.filter(other => other.from === entry.from).length > 1;
  return together && entry.value.kind !== 'any'
    ? needText(entry.value)
    : list.text.slice(entry.from, entry.to);
}

/** A line goes, or becomes one line for each CIDR that stays; undefined where it is written in a way of its own. */
function lineEdit(
  { entry }: EntryVerdict,
  by: readonly string[],
  group: EntryGroup,
  list: AllowList,
  index: RowIndex,
): Edit | undefined {
  if (group.kind === 'fixed') return undefined;
  const row = index.rowAt(entry.line);
  if (by.length === 0) {
    const isLast = row.last === list.lines.length && row.first > 1;
    // A last line goes with the end of the one before it.
    const from = isLast ? index.rowAt(row.first - 1).to : row.from;
    return { from, to: index.startOf(row.last + 1), insert: '' };
  }
  const template = templateOf(list, entry, group, row);
  const lines = by.map((cidr, at) => template?.with(cidr, at === 0));
  const texts = lines.flatMap(text => text ?? []);
  if (texts.length < lines.length) return undefined;
  return { from: row.from, to: row.to, insert: texts.join(lineEndOf(list.text)) };
}

function groupEdits(
  { list }: Judgement,
  replaced: ReadonlyMap<EntryVerdict, readonly string[]>,
  added: readonly { readonly group: number; readonly cidr: string }[],
): readonly Edit[] {
  const inGroups = groupBy(replaced, ([{ entry }]) => String(entry.group));
  const addedTo = groupBy(added, ({ group }) => String(group));
  return list.groups.flatMap((group, number) => {
    if (group.kind !== 'array') return [];
    const own = inGroups.get(String(number)) ?? [];
    const values = addedTo.get(String(number)) ?? [];
    const byOffset = new Map(own.map(([{ entry }, by]) => [entry.from, by]));
    const items = group.items.map(({ from }) => byOffset.get(from));
    return arrayEdits(
      list.text,
      group,
      items,
      values.map(({ cidr }) => cidr),
    );
  });
}

/** New lines, in front of the line that begins at their offset, or behind a last line that has no end. */
function lineEdits(
  text: string,
  added: readonly { readonly at: number; readonly text: string }[],
): readonly Edit[] {
  const lineEnd = lineEndOf(text);
  return [...groupBy(added, ({ at }) => String(at)).values()].map(own => {
    const { at } = own[0];
    const lines = own.map(one => one.text);
    const atOpenEnd = at === text.length && /[^\r\n]$/.test(text);
    const insert = atOpenEnd
      ? lines.map(line => `${lineEnd}${line}`)
      : lines.map(line => `${line}${lineEnd}`);
    return { from: at, to: at, insert: insert.join('') };
  });
}

function lineEndOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
