import { useRef } from 'react';
import { words } from '../../parts/words/word-list.ts';
import { Modal } from '../../ui/modal.tsx';
import { PlainButton } from '../../ui/plain-button.tsx';
import sheet from './key-sheet.module.css';
import styles from './word-sheet.module.css';

/** What the words of the screens mean, each with Microsoft's page. */
export function WordSheet({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Modal dialog={dialog} label="What the words mean" onClose={onClose} className={sheet['sheet']}>
      <div className={sheet['head']}>
        <h2>What the words mean</h2>
        <PlainButton onClick={() => dialog.current?.close()}>Close</PlainButton>
      </div>
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
    </Modal>
  );
}
