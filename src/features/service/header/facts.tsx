import { type ReactNode, useEffect, useId, useState } from 'react';
import styles from './facts.module.css';
import type * as Meanings from './meanings.ts';

export type FactItem = {
  readonly key: string;
  readonly content: ReactNode;
  /** What the fact means; pressing the fact shows it below the line. The words come behind the first screen. */
  readonly meaning?: (words: typeof Meanings) => Meanings.Meaning;
  /** What the rest is about: the first thing to read. */
  readonly strong?: boolean;
  readonly quiet?: boolean;
};

/** The line of facts under the name. One meaning at a time opens below it: by mouse, touch and keyboard alike. */
export function Facts({ items }: { readonly items: readonly FactItem[] }) {
  const [open, setOpen] = useState<string | null>(null);
  const noteId = useId();
  const words = useMeanings();
  const note = words && items.find(one => one.key === open)?.meaning?.(words);
  return (
    <>
      <ul className={styles['facts']} aria-label="Facts about the service">
        {items.map(({ key, content, meaning, strong, quiet }) => (
          <li key={key} data-strong={strong || undefined} data-quiet={quiet || undefined}>
            {meaning === undefined ? (
              content
            ) : (
              <button
                type="button"
                title={words && meaning(words).text}
                aria-expanded={open === key}
                aria-controls={noteId}
                onClick={() => setOpen(open === key ? null : key)}
              >
                {content}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p id={noteId} className={styles['note']} aria-live="polite">
        {note && (
          <>
            {note.text}{' '}
            {note.docs && (
              <a href={note.docs} target="_blank" rel="noreferrer">
                Microsoft Learn
              </a>
            )}
          </>
        )}
      </p>
    </>
  );
}

function useMeanings(): typeof Meanings | undefined {
  const [words, setWords] = useState<typeof Meanings>();
  useEffect(() => {
    // Where they cannot be fetched the facts stand without them.
    void import('./meanings.ts').then(setWords, () => undefined);
  }, []);
  return words;
}
