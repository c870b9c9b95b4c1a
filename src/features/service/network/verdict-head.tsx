import { ArrowSync20Regular } from '@fluentui/react-icons/headless/svg/arrow-sync';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { ClockAlarm20Regular } from '@fluentui/react-icons/headless/svg/clock-alarm';
import { DismissCircle20Filled } from '@fluentui/react-icons/headless/svg/dismiss-circle';
import { QuestionCircle20Regular } from '@fluentui/react-icons/headless/svg/question-circle';
import type { ReactNode } from 'react';
import { oldText } from '../../../domain/network-status/time-words.ts';
import type { NetworkState, NetworkVerdict } from '../../../domain/network-status/verdict.ts';
import styles from './network-tab.module.css';

const icons: Readonly<Record<NetworkState, ReactNode>> = {
  failing: <DismissCircle20Filled />,
  stale: <ClockAlarm20Regular />,
  unclear: <QuestionCircle20Regular />,
  starting: <ArrowSync20Regular />,
  fine: <CheckmarkCircle20Regular />,
  none: <QuestionCircle20Regular />,
};

type Props = { readonly verdict: NetworkVerdict; readonly now: number };

/** The one sentence that answers, and below it what is true besides and how old it is. */
export function VerdictHead({ verdict, now }: Props) {
  const { state, title, detail, regions } = verdict;
  const newest = regions.reduce((last, { newsAt }) => Math.max(last, newsAt ?? 0), 0);
  const age =
    newest === 0 ? 'Azure gives no time for its results' : `the last results are ${oldText(now - newest)}`;
  return (
    <section className={styles['verdict']} data-state={state}>
      <h2 className={styles['title']}>
        {icons[state]}
        <span>{title}</span>
      </h2>
      <p className={styles['detail']}>
        {detail.map(sentence => `${sentence} `)}
        Azure checks from inside the network about every 15 minutes; {age}.
        {state === 'stale' && ' What stands below is the last that was known: it may not hold any more.'}
      </p>
    </section>
  );
}
