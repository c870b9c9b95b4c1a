import { words } from '../../parts/words/word-list.ts';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './word-sheet.module.css';

/** What the words of the screens mean, each with Microsoft's page. */
export function WordSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Sheet title="What the words mean" onClose={onClose}>
      <dl className={styles['words']}>
        {words.map(({ key, word, meaning, docs }) => (
          <div key={key}>
            <dt>{word}</dt>
            <dd>
              {meaning}{' '}
              {docs && (
                <a href={docs} target="_blank" rel="noreferrer" aria-label={`Microsoft Learn: ${word}`}>
                  Microsoft Learn
                </a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
