import { type ReactNode, useId, useState } from 'react';
import styles from './facts.module.css';

export type FactItem = {
  readonly key: string;
  readonly content: ReactNode;
  /** What the fact means; pressing the fact shows it below the line. */
  readonly meaning?: string;
  /** What the rest is about: the first thing to read. */
  readonly strong?: boolean;
  readonly quiet?: boolean;
};

/** The line of facts under the name. One meaning at a time opens below it: by mouse, touch and keyboard alike. */
export function Facts({ items }: { readonly items: readonly FactItem[] }) {
  const [open, setOpen] = useState<string | null>(null);
  const noteId = useId();
  const meaning = items.find(one => one.key === open)?.meaning;
  return (
    <>
      <ul className={styles['facts']} aria-label="Facts about the service">
        {items.map(({ key, content, meaning: words, strong, quiet }) => (
          <li key={key} data-strong={strong || undefined} data-quiet={quiet || undefined}>
            {words === undefined ? (
              content
            ) : (
              <button
                type="button"
                title={words}
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
        {meaning}
      </p>
    </>
  );
}
