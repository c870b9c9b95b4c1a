import { type DragEvent, useId, useRef, useState } from 'react';
import { listWords } from '../../../domain/allowlist/answer.ts';
import type { Judgement } from '../../../domain/allowlist/judgement.ts';
import type { AllowList } from '../../../domain/allowlist/list.ts';
import { announce } from '../../../ui/announce.ts';
import { PlainButton } from '../../../ui/plain-button.tsx';
import { LineTable } from './line-table.tsx';
import { ListEditor } from './list-editor.tsx';
import styles from './list-panel.module.css';

/** A rule list of 10,000 lines has about half of it; more is no list that a person keeps. */
const mostBytes = 2_000_000;

type Props = {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly list: AllowList | undefined;
  readonly judgement: Judgement | undefined;
};

/** The pasted list, unchanged and numbered, with a verdict beside each line. */
export function ListPanel({ text, onText, list, judgement }: Props) {
  const [problem, setProblem] = useState('');
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const title = useId();
  const open = async (found: File | undefined) => {
    if (!found) return;
    if (found.size > mostBytes) {
      setProblem(`${found.name} is larger than 2 MB: that is no rule list.`);
      return;
    }
    setProblem('');
    onText(await found.text());
    announce(`${found.name} opened`);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (!dropped) return;
    event.preventDefault();
    void open(dropped);
  };
  const shown = list?.text === text ? list : undefined;
  return (
    <section className={styles['panel']} aria-labelledby={title}>
      <div className={styles['head']}>
        <h2 id={title}>Your list</h2>
        <span className={styles['count']}>
          {text === '' ? '' : shown ? listWords({ list: shown }) : 'reading'}
        </span>
        <span className={styles['actions']}>
          <PlainButton kind="link" onClick={() => file.current?.click()}>
            Open a file
          </PlainButton>
          <PlainButton kind="link" disabled={text === ''} onClick={() => onText('')}>
            Clear
          </PlainButton>
        </span>
        <input
          ref={file}
          type="file"
          hidden
          aria-label="Open a file"
          onChange={event => {
            void open(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {problem !== '' && <p role="alert">{problem}</p>}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a file can be dropped here; "Open a file" is the same by keyboard. */}
      <div
        className={styles['drop']}
        data-over={over || undefined}
        onDragOver={event => {
          if (!event.dataTransfer.types.includes('Files')) return;
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <ListEditor text={text} onText={onText} judgement={judgement} />
      </div>
      <p className={styles['note']}>
        The list stays in the memory of this tab. It is not sent anywhere, not stored, and not part of a link.
      </p>
      {judgement && <LineTable judgement={judgement} />}
    </section>
  );
}
