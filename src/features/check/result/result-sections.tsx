import type { CheckCounts } from '../../../domain/allowlist/answer.ts';
import type { Ticks } from '../../../domain/allowlist/correct/taken-out.ts';
import type { EntryClass, EntryVerdict, Judgement } from '../../../domain/allowlist/judgement.ts';
import { needText, placeOfNeed } from '../../../domain/allowlist/need-words.ts';
import { toCidrs } from '../../../domain/ranges/cidrs.ts';
import { regionLabel } from '../../../domain/region.ts';
import styles from './section.module.css';
import { Section, type SectionRow } from './section.tsx';

type Props = {
  readonly judgement: Judgement;
  readonly counts: CheckCounts;
  readonly ticks: Ticks;
  readonly onTicks: (ticks: Ticks) => void;
};

/** In the order in which a reader must act: missing, stale, wider, covered, not known, the rest. */
export function ResultSections({ judgement, counts, ticks, onTicks }: Props) {
  const { entries, list } = judgement;
  const of = (kind: EntryClass) => entries.filter(verdict => verdict.class === kind);
  const rowsOf = (verdicts: readonly EntryVerdict[]) =>
    verdicts.map(
      ({ entry, detail, note }): SectionRow => ({
        key: `${entry.line}-${entry.from}`,
        line: entry.line,
        value: list.text.slice(entry.from, entry.to),
        text: [detail, note].filter(Boolean).join(', '),
      }),
    );
  const tick = (kind: keyof Ticks, label: string) => ({
    label,
    checked: ticks[kind],
    hint: hints[kind],
    onChange: (checked: boolean) => onTicks({ ...ticks, [kind]: checked }),
  });
  const missing = missingRows(judgement);
  const refusing = entries.filter(({ class: kind, alarming }) => kind === 'refuses' && alarming);
  const closing = entries.filter(({ class: kind, alarming }) => kind === 'refuses' && !alarming);
  const wide = of('wider').map(verdict => ({ ...verdict, detail: verdict.note, note: '' }));
  return (
    <ul className={styles['sections']} aria-label="What was found">
      {missing.length > 0 && (
        <Section
          kind="missing"
          count={`${missing.length}, add ${missing.length === 1 ? 'it' : 'them'}`}
          rows={missing}
          copies
        />
      )}
      {refusing.length > 0 && (
        <Section
          kind="refuses"
          alarming
          count={`${refusing.length}, something that you need`}
          rows={rowsOf(refusing)}
        />
      )}
      {counts.stale > 0 && (
        <Section
          kind="stale"
          count={`${counts.stale}, formerly ours`}
          rows={rowsOf(of('stale'))}
          tick={tick('stale', 'Leave out')}
        />
      )}
      {counts.wider > 0 && (
        <Section
          kind="wider"
          title="Wider than needed"
          count={String(counts.wider)}
          rows={rowsOf(wide)}
          tick={tick('wider', 'Narrow')}
        />
      )}
      {counts.needed > 0 && (
        <Section kind="covered" count={coveredWords(counts)} rows={coveredRows(judgement)} folded />
      )}
      <Gaps judgement={judgement} />
      {counts.unknown > 0 && (
        <Section
          kind="unknown"
          count={`${counts.unknown}, always kept`}
          rows={rowsOf(of('unknown'))}
          folded
        />
      )}
      {counts['not-needed'] > 0 && (
        <Section
          kind="not-needed"
          count={String(counts['not-needed'])}
          rows={rowsOf(of('not-needed'))}
          folded
          tick={tick('not-needed', 'Leave out')}
        />
      )}
      {closing.length > 0 && (
        <Section kind="refuses" count={closingWords(closing)} rows={rowsOf(closing)} folded />
      )}
      {counts['no-effect'] > 0 && (
        <Section
          kind="no-effect"
          count={`${counts['no-effect']} ${counts['no-effect'] === 1 ? 'rule lets' : 'rules let'} nothing through that is needed`}
          rows={rowsOf(of('no-effect'))}
          folded
        />
      )}
    </ul>
  );
}

/** A rule that closes a list is as it should be; one whose addresses are not known may not be. */
function closingWords(closing: readonly EntryVerdict[]): string {
  const rules = closing.length === 1 ? '1 rule' : `${closing.length} rules`;
  if (closing.some(({ doubt }) => doubt !== '')) return rules;
  return `${rules}, which ${closing.length === 1 ? 'is' : 'are'} fine`;
}

/** What a box does to the corrected list. Nothing takes out what a readable service has now. */
const hints: Readonly<Record<keyof Ticks, string>> = {
  stale: 'Leaves out what no service of yours has any more.',
  wider: 'Writes what is needed in its place, and what other services of yours have in it now.',
  'not-needed': 'Leaves out what no service of yours has now; what one has stays.',
};

function missingRows({ needs }: Judgement): readonly SectionRow[] {
  return needs
    .filter(({ need, state }) => need.required && state !== 'covered')
    .map(({ need, state, lacking }, at) => {
      const value = state === 'partly' ? toCidrs(lacking).join(', ') : needText(need.value);
      const part = state === 'partly' ? `of ${needText(need.value)}, ` : '';
      return { key: `${at}`, line: null, value, text: `${part}${placeOfNeed(need, true)}` };
    });
}

function coveredRows({ needs }: Judgement): readonly SectionRow[] {
  return needs
    .filter(({ need, state }) => need.required && state === 'covered')
    .map(({ need, lines, byWider }, at) => ({
      key: `${at}`,
      line: lines[0] ?? null,
      value: needText(need.value),
      text: `${placeOfNeed(need, true)}${byWider ? ', by a wider entry' : ''}`,
    }));
}

function coveredWords({ needed, met, metByWider }: CheckCounts): string {
  const wide = metByWider > 0 ? `, ${metByWider} of them by a wider entry` : '';
  return `${met} of ${needed}${wide}`;
}

/** What is not known about the needs, and why the answer may not hold. */
function Gaps({ judgement: { gaps, doubts } }: { readonly judgement: Judgement }) {
  const rows = [
    ...gaps.map(
      (gap, at): SectionRow => ({
        key: `gap ${at}`,
        line: null,
        value: [gap.service, gap.region && regionLabel(gap.region)].filter(Boolean).join(', '),
        text: gap.text,
        isName: true,
      }),
    ),
    ...doubts.map((text): SectionRow => ({ key: text, line: null, value: 'This list', text, isName: true })),
  ];
  if (rows.length === 0) return null;
  return (
    <Section
      kind="unknown"
      title="Not known"
      count={`${rows.length}, so no list can be called complete`}
      rows={rows}
    />
  );
}
