import { DismissCircle16Filled } from '@fluentui/react-icons/headless/svg/dismiss-circle';
import { Warning16Filled } from '@fluentui/react-icons/headless/svg/warning';
import { type NetworkAnswer, networkWord } from '../../../domain/fleet/network-answer.ts';
import { utcTimeText } from '../../../domain/time/time-text.ts';
import styles from './network-label.module.css';

/** What the reader's check came to, in a word; the sentence and its time are in the tooltip. */
export function NetworkLabel({ answer }: { readonly answer: NetworkAnswer }) {
  const { state, text, askedAt } = answer;
  return (
    <span
      className={styles['label']}
      data-state={state}
      title={`${text}\nChecked ${utcTimeText(askedAt)} UTC`}
    >
      {state === 'failing' && <DismissCircle16Filled />}
      {state === 'stale' && <Warning16Filled />}
      {networkWord(answer)}
    </span>
  );
}
