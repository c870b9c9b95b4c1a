import { Info16Regular } from '@fluentui/react-icons/headless/svg/info';
import { AnchoredPopover } from '../../ui/anchored-popover.tsx';
import { usePopup } from '../../ui/use-popup.ts';
import styles from './word-hint.module.css';
import { type WordKey, wordOf } from './word-list.ts';

/** A sign behind a word: pressing it says in a sentence what the word means, with Microsoft's page. */
export function WordHint({ of }: { readonly of: WordKey }) {
  const popup = usePopup();
  const { word, meaning, docs } = wordOf(of);
  const question = `What it means: ${word}`;
  return (
    <>
      <button
        type="button"
        className={styles['hint']}
        aria-label={question}
        aria-haspopup="dialog"
        aria-expanded={popup.anchor !== null}
        onClick={popup.toggle}
      >
        <Info16Regular />
      </button>
      <AnchoredPopover popup={popup} label={question} className={styles['note']}>
        <h2>{word}</h2>
        <p>{meaning}</p>
        {docs && (
          <a href={docs} target="_blank" rel="noreferrer">
            Microsoft Learn
          </a>
        )}
      </AnchoredPopover>
    </>
  );
}
