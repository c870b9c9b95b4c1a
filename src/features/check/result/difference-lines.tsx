import { useMemo } from 'react';
import type { Correction } from '../../../domain/allowlist/correct/correct.ts';
import type { ChangedLine } from '../../../domain/allowlist/correct/edits.ts';
import {
  type KeptForOthers,
  keptForWords,
  keptOnLine,
  singleText,
} from '../../../domain/allowlist/correct/kept-for-others.ts';
import type { Judgement } from '../../../domain/allowlist/judgement.ts';
import { visibleText } from '../../../domain/visible-text.ts';
import { numberText } from '../../../ui/locale.ts';
import { classWords } from '../class-words.tsx';
import styles from './difference-lines.module.css';

/** A list up to this length is shown whole; of a longer one what changes, with a few lines around it. */
const wholeUpTo = 120;
const around = 2;

type Props = { readonly correction: Correction; readonly judgement: Judgement };

/** The corrected list with what was added and taken out; lines that stay although something is wrong with them are marked. */
export function DifferenceLines({ correction: { lines, kept, forOthers }, judgement }: Props) {
  const others = useMemo(
    (): Others => new Map(forOthers.map(one => [singleText(one.cidr), one])),
    [forOthers],
  );
  const parts = useMemo(() => partsOf(withoutLastEnd(lines)), [lines]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reached by keyboard (WCAG 2.1.1).
    <section className={styles['lines']} tabIndex={0} aria-label="The corrected list">
      {parts.map(part =>
        typeof part === 'number' ? (
          <p key={`gap ${part}`} className={styles['gap']}>
            {numberText(part)} lines without a change
          </p>
        ) : (
          <div key={`${part.mark}${part.at}`} className={styles['line']} data-mark={part.mark}>
            <span className={styles['mark']}>
              {part.mark === ' ' ? '' : part.mark}
              <span className="visually-hidden">{marks[part.mark]}</span>
            </span>
            <code>{part.text === '' ? ' ' : visibleText(part.text)}</code>
            {part.mark === '+' ? (
              <ForOthers text={part.text} others={others} />
            ) : (
              <Remark line={part.line} mark={part.mark} judgement={judgement} kept={kept} />
            )}
          </div>
        ),
      )}
    </section>
  );
}

const marks = { ' ': '', '+': 'added: ', '-': 'taken out: ' } as const;
type Others = ReadonlyMap<string, KeptForOthers>;

/** Whom a line is written for that is not needed here. */
function ForOthers({ text, others }: { readonly text: string; readonly others: Others }) {
  const kept = keptOnLine(text, others);
  return kept.length === 0 ? null : <span className={styles['remark']}>{keptForWords(kept)}</span>;
}

const remarked = new Set(['stale', 'wider', 'not-needed', 'unknown']);

function Remark({
  line,
  mark,
  judgement,
  kept,
}: {
  readonly line: number | null;
  readonly mark: ChangedLine['mark'];
  readonly judgement: Judgement;
  readonly kept: Correction['kept'];
}) {
  const verdict = line === null || mark !== ' ' ? undefined : judgement.lines.get(line);
  if (line === null || !verdict || !remarked.has(verdict.class)) return null;
  const why = kept.get(line);
  return (
    <span className={styles['remark']}>
      {classWords[verdict.class].word.toLowerCase()}, kept{why === undefined ? '' : `: ${why}`}
    </span>
  );
}

/** What follows the last line end is no line to look at. */
function withoutLastEnd(lines: readonly ChangedLine[]): readonly ChangedLine[] {
  const last = lines.at(-1);
  return last?.text === '' && last.mark === ' ' ? lines.slice(0, -1) : lines;
}

type Shown = ChangedLine & { readonly at: number };

/** The lines to show, and how many are left out between them. */
function partsOf(lines: readonly ChangedLine[]): readonly (Shown | number)[] {
  const near = lines.map(() => lines.length <= wholeUpTo);
  for (const [at, { mark }] of lines.entries()) {
    if (mark !== ' ') near.fill(true, Math.max(0, at - around), at + around + 1);
  }
  const parts: (Shown | number)[] = [];
  let left = 0;
  for (const [at, line] of lines.entries()) {
    if (!near[at]) {
      left++;
      continue;
    }
    if (left > 0) parts.push(left);
    left = 0;
    parts.push({ ...line, at });
  }
  return left > 0 ? [...parts, left] : parts;
}
