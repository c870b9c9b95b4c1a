import { useMemo, useRef } from 'react';
import type { Judgement, LineVerdict } from '../../../domain/allowlist/judgement.ts';
import { classWords, toneOf } from '../class-words.tsx';
import styles from './list-editor.module.css';
import { useWindow } from './use-window.ts';

/** The height of a line in px, as in the style sheet. */
const lineHeight = 28;

type Props = {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly judgement: Judgement | undefined;
};

/**
 * A text area as high as its text, with the line numbers and the verdicts drawn beside its lines; only those in view
 * are there. They are for the eye: a screen reader has the same as a table below.
 */
export function ListEditor({ text, onText, judgement }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => text.split(/\r\n|\r|\n/), [text]);
  const { first, last } = useWindow(scroller, lineHeight, lines.length);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  return (
    <div ref={scroller} className={styles['scroller']}>
      <div className={styles['page']} style={{ height: lines.length * lineHeight }}>
        <div className={styles['rows']} aria-hidden="true">
          {rows.map(at => (
            <Row key={at} at={at} verdict={verdictAt(judgement, at, lines[at])} />
          ))}
        </div>
        <textarea
          className={styles['text']}
          value={text}
          aria-label="Your list: paste the rules that you have"
          placeholder={
            'Paste the rules that you have,\nor drop a file: plain lines, CSV,\nJSON, an NSG export, Terraform,\nBicep, an IP group or nginx.'
          }
          wrap="off"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={event => onText(event.currentTarget.value)}
        />
      </div>
    </div>
  );
}

/** While a new judgement is on its way, lines that did not change keep their verdict. */
function verdictAt(
  judgement: Judgement | undefined,
  at: number,
  line: string | undefined,
): LineVerdict | undefined {
  return judgement?.list.lines[at] === line ? judgement?.lines.get(at + 1) : undefined;
}

function Row({ at, verdict }: { readonly at: number; readonly verdict: LineVerdict | undefined }) {
  const tone = verdict && toneOf(verdict);
  return (
    <div className={styles['row']} style={{ top: at * lineHeight }} data-tone={tone}>
      <span className={styles['number']}>{at + 1}</span>
      {verdict && (
        <span
          className={styles['verdict']}
          title={[`${classWords[verdict.class].word}: ${verdict.detail}`, verdict.note]
            .filter(Boolean)
            .join(', ')}
        >
          {classWords[verdict.class].icon}
          <span className={styles['word']}>{classWords[verdict.class].word}</span>
          <span className={styles['detail']}>
            {verdict.detail}
            {verdict.more > 0 && ` (+${verdict.more})`}
          </span>
        </span>
      )}
    </div>
  );
}
