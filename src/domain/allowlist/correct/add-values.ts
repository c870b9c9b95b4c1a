import { groupBy } from '../../group-by.ts';
import { isEverything } from '../judge-need.ts';
import type { EntryVerdict, Judgement } from '../judgement.ts';
import type { LineIndex } from '../line-index.ts';
import type { EntryGroup, ListEntry } from '../list.ts';
import { type Terms, whyNot } from '../rule-fits.ts';
import { type LineTemplate, templateOf } from './line-template.ts';
import type { Missing } from './missing-values.ts';

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
  index: LineIndex,
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

function placeFor(terms: Terms, judgement: Judgement, index: LineIndex): Place {
  const { list } = judgement;
  const siblings = judgement.entries.filter(
    ({ entry }) =>
      entry.action === 'allow' && entry.value.kind === 'range' && whyNot(entry, terms) === undefined,
  );
  const number = bestGroup(siblings, judgement);
  const group = number === undefined ? undefined : list.groups[number];
  if (number === undefined || !group) return placeWithoutSiblings(judgement, index);
  if (group.kind === 'array') return { kind: 'item', group: number };
  const own = siblings.filter(({ entry }) => entry.group === number);
  const last = own.reduce((line, { entry }) => Math.max(line, entry.line), 0);
  const at = beforeRefusal(list.entries, number, index) ?? index.startOf(last + 1);
  return { kind: 'line', at, templates: templates(own, judgement, index) };
}

/** A text without any address takes values as lines; nothing is known of how another format would hold its first one. */
function placeWithoutSiblings({ list }: Judgement, index: LineIndex): Place {
  if (list.format !== 'text' || list.entries.some(({ action }) => action === 'allow'))
    return { kind: 'none' };
  const at = beforeRefusal(list.entries, 0, index) ?? list.text.length;
  return { kind: 'line', at, templates: [{ with: cidr => cidr }] };
}

function templates(
  own: readonly EntryVerdict[],
  { list }: Judgement,
  index: LineIndex,
): readonly LineTemplate[] {
  const perLine = groupBy(list.entries, ({ line }) => String(line));
  const found: LineTemplate[] = [];
  for (const { entry } of [...own.filter(verdict => verdict.class === 'covered'), ...own]) {
    const group = list.groups[entry.group];
    if (found.length >= mostTemplates || !group) break;
    if (perLine.get(String(entry.line))?.length !== 1) continue;
    const template = templateOf(list, entry, group, index.startOf(entry.line));
    if (template) found.push(template);
  }
  return found;
}

/** The list or block that most of what belongs here stands in; undefined where every value stands in a rule of its own. */
function bestGroup(siblings: readonly EntryVerdict[], { list }: Judgement): number | undefined {
  const refusals = list.entries.filter(entry => entry.action === 'deny' && isEverything(entry));
  const scores = new Map<number, number>();
  for (const { entry, class: kind } of siblings) {
    const group = list.groups[entry.group];
    if (!group || group.kind === 'fixed' || isTooLate(entry, group, refusals)) continue;
    const score = kind === 'covered' || kind === 'wider' || kind === 'stale' ? 1_000 : 1;
    scores.set(entry.group, (scores.get(entry.group) ?? 0) + score);
  }
  return [...scores].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** A rule behind one that refuses everything lets nothing through. */
function isTooLate(entry: ListEntry, group: EntryGroup, refusals: readonly ListEntry[]): boolean {
  return (
    group.kind === 'array' && refusals.some(one => one.scope === entry.scope && one.order <= entry.order)
  );
}

/** The beginning of the line with the rule that refuses all the rest. */
function beforeRefusal(entries: readonly ListEntry[], group: number, index: LineIndex): number | undefined {
  const refusal = entries.find(
    entry => entry.group === group && entry.action === 'deny' && isEverything(entry),
  );
  return refusal && index.startOf(refusal.line);
}
