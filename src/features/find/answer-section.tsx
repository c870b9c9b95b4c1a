import { CheckmarkCircle20Filled } from '@fluentui/react-icons/headless/svg/checkmark-circle';
import { DismissCircle20Regular } from '@fluentui/react-icons/headless/svg/dismiss-circle';
import { History20Regular } from '@fluentui/react-icons/headless/svg/history';
import { QuestionCircle20Regular } from '@fluentui/react-icons/headless/svg/question-circle';
import { SpinnerIos20Regular } from '@fluentui/react-icons/headless/svg/spinner-ios';
import { type ReactNode, useId, useMemo, useState } from 'react';
import type { TermAnswer } from '../../domain/find/answer.ts';
import { answerText } from '../../domain/find/answer-text.ts';
import type { UnreadPlace } from '../../domain/find/unread-place.ts';
import { doubtsNetwork, type Verdict } from '../../domain/find/verdict.ts';
import type { Subscription } from '../../domain/service.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { numberText } from '../../ui/locale.ts';
import { PlainButton } from '../../ui/plain-button.tsx';
import { useMedia } from '../../ui/use-media.ts';
import styles from './answer-section.module.css';
import { HitEntries } from './hit-entries.tsx';
import { HitTable } from './hit-table.tsx';
import { UnreadPlaces } from './unread-places.tsx';

const icons: Readonly<Record<Verdict['tone'], ReactNode>> = {
  found: <CheckmarkCircle20Filled />,
  was: <History20Regular />,
  may: <QuestionCircle20Regular />,
  none: <DismissCircle20Regular />,
  unreadable: <DismissCircle20Regular />,
  reading: <SpinnerIos20Regular />,
};

/** More rows are drawn only when they are asked for: one letter of a name may fit thousands. */
const mostShown = 50;

type Props = {
  readonly answer: TermAnswer;
  readonly verdict: Verdict;
  /** One of several, so that its sentence is no headline. */
  readonly several: boolean;
  /** The heads of its columns are seen; the columns of the other answers stand below them. */
  readonly headed: boolean;
  /** What could not be read of all answers; named where the sentence of this one tells of it. */
  readonly unread: readonly UnreadPlace[];
  readonly subscriptions: readonly Subscription[];
};

/** The answer to one question. */
export function AnswerSection({ answer, verdict, several, headed, unread, subscriptions }: Props) {
  const [all, setAll] = useState(false);
  const isPhone = useMedia('(max-width: 759px)');
  const title = useId();
  const names = useMemo(
    () => new Map(subscriptions.map(({ id, name }) => [id.toLowerCase(), name])),
    [subscriptions],
  );
  const { hits } = answer;
  const shown = all ? hits : hits.slice(0, mostShown);
  const Rows = isPhone ? HitEntries : HitTable;
  return (
    <section className={styles['section']} data-several={several || undefined} aria-labelledby={title}>
      <div className={styles['head']} data-tone={verdict.tone}>
        {icons[verdict.tone]}
        <h2 id={title}>{verdict.title}</h2>
        <CopyButton text={answerText(answer, verdict)} what="the answer" className={styles['copy']} />
      </div>
      {verdict.details.length > 0 && <p className={styles['details']}>{verdict.details.join(' ')}</p>}
      {doubtsNetwork(verdict, unread.length) && <UnreadPlaces places={unread} />}
      {shown.length > 0 && <Rows hits={shown} subscriptions={names} label={verdict.title} headed={headed} />}
      {shown.length < hits.length && (
        <PlainButton onClick={() => setAll(true)}>Show all {numberText(hits.length)}</PlainButton>
      )}
    </section>
  );
}
