import { compareText } from '../compare-text.ts';
import { isSingle } from '../ranges/ip-range.ts';
import { regionLabel } from '../region.ts';
import type { EntryClass, Judgement } from './judgement.ts';
import { formatNames } from './read-list.ts';

export type CheckCounts = Readonly<Record<EntryClass, number>> & {
  /** Values that are needed, not counting those that are optional. */
  readonly needed: number;
  /** Of those, how many the list lets through whole. */
  readonly met: number;
  readonly metByWider: number;
};

export type CheckAnswer = {
  /** The sentence that answers. */
  readonly title: string;
  readonly details: readonly string[];
  readonly tone: 'missing' | 'incomplete' | 'covered' | 'nothing';
  readonly counts: CheckCounts;
};

/** The judgement in one sentence that can be quoted, and what belongs to it. Where needs are unknown it never says "covered". */
export function answerOf(judgement: Judgement): CheckAnswer {
  const counts = countsOf(judgement);
  const { needed, met } = counts;
  const missing = needed - met;
  const unknown = judgement.gaps.length > 0 || judgement.doubts.length > 0;
  const things = thingsOf(judgement, unknown);
  const details = [
    ...(missing > 0 ? refused(judgement) : []),
    ...(unknown && missing === 0 && needed > 0
      ? [`It holds ${needed === 1 ? 'the one' : `all ${needed}`} known to be needed.`]
      : []),
    ...(missing > 0 && unknown ? ['It cannot be complete either: not all that is needed is known.'] : []),
    ...toLookAt(counts),
    ...unreadable(judgement),
  ];
  const result = (tone: CheckAnswer['tone'], title: string): CheckAnswer => ({
    title,
    details,
    tone,
    counts,
  });
  if (missing > 0)
    return result('missing', `${missing} of ${needed} ${things} ${missing === 1 ? 'is' : 'are'} missing.`);
  if (unknown) return result('incomplete', 'This list cannot be complete.');
  if (needed === 0) return result('nothing', 'These services need nothing for this purpose.');
  return result(
    'covered',
    needed === 1
      ? `The one ${things.replace(/(?<=address)es$|s$/, '')} is covered.`
      : `All ${needed} ${things} are covered.`,
  );
}

/** What the screen says below the text that was pasted: `13 lines, 9 addresses, plain text`. */
export function listWords({ list }: Pick<Judgement, 'list'>): string {
  const lines = list.text === '' ? 0 : list.lines.length - (list.lines.at(-1) === '' ? 1 : 0);
  const count = list.entries.length;
  return [
    `${lines} ${lines === 1 ? 'line' : 'lines'}`,
    `${count} ${count === 1 ? 'entry' : 'entries'}`,
    formatNames[list.format],
  ].join(', ');
}

function countsOf({ entries, needs }: Judgement): CheckCounts {
  const of = (kind: EntryClass) => entries.filter(verdict => verdict.class === kind).length;
  const required = needs.filter(({ need }) => need.required);
  const met = required.filter(({ state }) => state === 'covered');
  return {
    covered: of('covered'),
    wider: of('wider'),
    stale: of('stale'),
    'not-needed': of('not-needed'),
    unknown: of('unknown'),
    refuses: of('refuses'),
    'no-effect': of('no-effect'),
    needed: required.length,
    met: met.length,
    metByWider: met.filter(({ byWider }) => byWider).length,
  };
}

/** `needed addresses`, or `ranges` where none is a single one; `known` where there may be more of them. */
function thingsOf({ needs }: Judgement, unknown: boolean): string {
  const required = needs.filter(({ need }) => need.required).map(({ need }) => need.value);
  const word = unknown ? 'known needed' : 'needed';
  if (required.some(value => value.kind !== 'range')) return `${word} values`;
  const single = required.some(value => value.kind === 'range' && isSingle(value.range));
  return single ? `${word} addresses` : `${word} ranges`;
}

/** The regions whose calls would be refused. */
function refused({ needs }: Judgement): readonly string[] {
  const missing = needs
    .filter(({ need, state }) => need.required && state !== 'covered')
    .map(({ need }) => need);
  const regions = [
    ...new Set(
      missing.flatMap(({ uses }) =>
        uses.flatMap(({ region }) => (region === undefined ? [] : [regionLabel(region)])),
      ),
    ),
  ].sort(compareText);
  const shown =
    regions.length > 3
      ? `${regions.slice(0, 3).join(', ')} and ${regions.length - 3} more regions`
      : regions.join(' and ');
  if (regions.length === 0) return [];
  const clients = missing.every(({ side }) => side === 'destination');
  return [
    clients
      ? `Clients behind this list do not reach ${shown}.`
      : `This list refuses calls that leave from ${shown}.`,
  ];
}

/** A line of words is no fault of a list; one where an address was meant may hide one that is needed. */
function unreadable({ list }: Judgement): readonly string[] {
  const lines = [
    ...new Set(
      list.problems.filter(({ problem }) => !problem.startsWith('no address')).map(({ line }) => line),
    ),
  ];
  if (lines.length === 0) return [];
  const shown = lines.slice(0, 3).join(', ');
  const more = lines.length > 3 ? ` and ${lines.length - 3} more` : '';
  return [`${lines.length === 1 ? 'Line' : 'Lines'} ${shown}${more} could not be read.`];
}

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

function toLookAt({ stale, wider }: CheckCounts): readonly string[] {
  const count = stale + wider;
  if (count === 0) return [];
  const what = stale === 0 ? 'wider than needed' : wider === 0 ? 'stale' : 'stale or too wide';
  return [`${words[count] ?? count} ${count === 1 ? 'entry is' : 'entries are'} ${what}.`];
}
