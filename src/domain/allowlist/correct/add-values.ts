import { groupBy } from '../../group-by.ts';
import { isEverything } from '../judge-need.ts';
import type { EntryVerdict, Judgement } from '../judgement.ts';
import type { AllowList, EntryGroup, ListEntry } from '../list.ts';
import { type Terms, whyNot } from '../rule-fits.ts';
import { type LineTemplate, templateOf } from './line-template.ts';
import type { Missing } from './missing-values.ts';
import type { RowIndex } from './row-index.ts';

/** Where a value is added: behind the items of a list in brackets, or as a line of its own before an offset. */
export type Addition = { readonly cidr: string } & (
  | { readonly kind: 'item'; readonly group: number }
  | { readonly kind: 'line'; readonly at: number; readonly text: string }
  /** Nowhere: the list has no place for such a value. */
  | { readonly kind: 'none' }
);

/** The place for values of one side and one set of ports. */
type Place =
  | { readonly kind: 'item'; readonly group: number }
  | { readonly kind: 'line'; readonly at: number; readonly templates: readonly LineTemplate[] }
  | { readonly kind: 'none' };

/** Enough lines to find one that can hold a value of every kind. */
const mostTemplates = 20;

/**
 * The places for what a list lacks: beside entries with the same say, in front of a last rule that refuses all the rest.
 */
export function additions(
  missing: readonly Missing[],
  judgement: Judgement,
  index: RowIndex,
): readonly Addition[] {
  const byTerms = groupBy(missing, ({ verdict: { need } }) => `${need.side} ${need.ports.join('+')}`);
  return [...byTerms.values()].flatMap(own => {
    const place = placeFor(own[0].verdict.need, judgement, index);
    return own.flatMap(({ cidrs }) => cidrs).map(cidr => additionAt(place, cidr));
  });
}

function additionAt(place: Place, cidr: string): Addition {
  if (place.kind !== 'line') return { ...place, cidr };
  const text = place.templates.map(template => template.with(cidr)).find(line => line !== undefined);
  return text === undefined ? { kind: 'none', cidr } : { kind: 'line', at: place.at, text, cidr };
}

function placeFor(terms: Terms, judgement: Judgement, index: RowIndex): Place {
  const { list } = judgement;
  const siblings = judgement.entries.filter(
    ({ entry }) =>
      entry.action === 'allow' && entry.value.kind === 'range' && whyNot(entry, terms) === undefined,
  );
  const best = bestGroup(siblings, terms, list);
  if (!best) return placeWithoutSiblings(list, index);
  const { own, group, number } = best;
  if (group.kind === 'array') return { kind: 'item', group: number };
  const alone = own.filter(({ entry }) => index.isAlone(entry));
  const last = alone.reduce((line, { entry }) => Math.max(line, entry.line), 0);
  const at = beforeRefusal(list.entries, number, index) ?? index.startOf(index.rowAt(last).last + 1);
  return { kind: 'line', at, templates: templates(alone, group, list, index) };
}

/** A text without any address takes values as lines; nothing is known of how another format would hold its first one. */
function placeWithoutSiblings(list: AllowList, index: RowIndex): Place {
  if (list.format !== 'text' || list.entries.some(({ action }) => action === 'allow'))
    return { kind: 'none' };
  const at = beforeRefusal(list.entries, 0, index) ?? list.text.length;
  return { kind: 'line', at, templates: [{ with: cidr => cidr }] };
}

function templates(
  alone: readonly EntryVerdict[],
  group: EntryGroup,
  list: AllowList,
  index: RowIndex,
): readonly LineTemplate[] {
  const found: LineTemplate[] = [];
  for (const { entry } of [...alone.filter(verdict => verdict.class === 'covered'), ...alone]) {
    if (found.length >= mostTemplates) break;
    const template = templateOf(list, entry, group, index.rowAt(entry.line));
    if (template) found.push(template);
  }
  return found;
}

/** Entries of one list or block. */
type Together = {
  readonly own: readonly EntryVerdict[];
  readonly group: EntryGroup;
  readonly number: number;
};

/** The list or block that most of what belongs here stands in; undefined where every value stands in a rule of its own. */
function bestGroup(siblings: readonly EntryVerdict[], terms: Terms, list: AllowList): Together | undefined {
  const refusals = list.entries.filter(entry => refusesAll(entry) && whyNot(entry, terms) === undefined);
  const found = [...groupBy(siblings, ({ entry }) => String(entry.group)).values()].flatMap(own => {
    const [{ entry }] = own;
    const group = list.groups[entry.group];
    return group && group.kind !== 'fixed' && !isTooLate(entry, group, refusals)
      ? [{ own, group, number: entry.group }]
      : [];
  });
  return found.sort((a, b) => score(b.own) - score(a.own))[0];
}

/** One address of ours tells more of what a list is for than many that nobody knows. */
function score(own: readonly EntryVerdict[]): number {
  const isOurs = ({ class: kind }: EntryVerdict) =>
    kind === 'covered' || kind === 'wider' || kind === 'stale';
  return own.filter(isOurs).length * 1_000 + own.length;
}

/** A rule behind one that refuses everything lets nothing through. */
function isTooLate(entry: ListEntry, group: EntryGroup, refusals: readonly ListEntry[]): boolean {
  return (
    group.kind === 'array' && refusals.some(one => one.scope === entry.scope && one.order <= entry.order)
  );
}

/** The beginning of the line with the rule that refuses all the rest. */
function beforeRefusal(entries: readonly ListEntry[], group: number, index: RowIndex): number | undefined {
  const refusal = entries.find(entry => entry.group === group && refusesAll(entry));
  return refusal && index.rowAt(refusal.line).from;
}

function refusesAll(entry: ListEntry): boolean {
  return entry.action === 'deny' && isEverything(entry);
}
