import { useId, useState } from 'react';
import { CheckBox } from '../../../ui/check-box.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { numberText } from '../../../ui/locale.ts';
import { PlainButton } from '../../../ui/plain-button.tsx';
import { classWords } from '../class-words.tsx';
import styles from './section.module.css';

export type SectionRow = {
  readonly key: string;
  /** Of the list; null for what is not in it. */
  readonly line: number | null;
  readonly value: string;
  readonly text: string;
  /** The value is a name, not an address. */
  readonly isName?: boolean;
};

type Props = {
  readonly kind: keyof typeof classWords;
  readonly title?: string;
  /** Behind the title: how many, and what that means. */
  readonly count: string;
  readonly rows: readonly SectionRow[];
  /** The rows come when they are asked for. */
  readonly folded?: boolean;
  readonly alarming?: boolean;
  /** Each value can be copied, and all of them together. */
  readonly copies?: boolean;
  readonly tick?: {
    readonly label: string;
    readonly checked: boolean;
    /** What the box does, in a sentence. */
    readonly hint: string;
    readonly onChange: (checked: boolean) => void;
  };
};

const mostShown = 20;

/** One kind of verdict: how many there are, and each of them. */
export function Section({
  kind,
  title,
  count,
  rows,
  folded = false,
  alarming = false,
  copies = false,
  tick,
}: Props) {
  const [open, setOpen] = useState(!folded);
  const [all, setAll] = useState(false);
  const box = useId();
  const list = useId();
  const hint = useId();
  const { word, icon, tone } = classWords[kind];
  const shown = all ? rows : rows.slice(0, mostShown);
  return (
    <li className={styles['section']} data-tone={alarming ? 'failed' : tone}>
      <div className={styles['head']}>
        {icon}
        <h3>{title ?? word}</h3>
        <span className={styles['count']}>{count}</span>
        <span className={styles['actions']}>
          {folded && rows.length > 0 && (
            <PlainButton kind="link" aria-expanded={open} aria-controls={list} onClick={() => setOpen(!open)}>
              {open ? 'Hide' : 'Show'}
              <span className="visually-hidden"> {title ?? word}</span>
            </PlainButton>
          )}
          {tick && (
            <label htmlFor={box} className={styles['tick']}>
              <CheckBox
                id={box}
                checked={tick.checked}
                aria-describedby={hint}
                onChange={event => tick.onChange(event.currentTarget.checked)}
              />
              {tick.label}
              <span className="visually-hidden">: {title ?? word}, in the corrected list</span>
            </label>
          )}
          {copies && rows.length > 1 && (
            <CopyButton text={rows.map(({ value }) => value).join('\n')} what={`${rows.length} values`} />
          )}
        </span>
      </div>
      {tick && (
        <p id={hint} className={styles['hint']}>
          {tick.hint}
        </p>
      )}
      {open && (
        <ul id={list} className={styles['rows']}>
          {shown.map(({ key, line, value, text, isName }) => (
            <li key={key}>
              {isName ? <span className={styles['name']}>{value}</span> : <code>{value}</code>}
              <span className={styles['text']}>
                {text}
                {line !== null && <span className={styles['line']}> · line {line}</span>}
              </span>
              {copies && <CopyButton text={value} what={value} className={styles['copy']} />}
            </li>
          ))}
        </ul>
      )}
      {open && shown.length < rows.length && (
        <PlainButton kind="link" className={styles['more']} onClick={() => setAll(true)}>
          Show all {numberText(rows.length)}
        </PlainButton>
      )}
    </li>
  );
}
