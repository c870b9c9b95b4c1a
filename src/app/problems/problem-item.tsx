import { ArmError } from '../../azure/arm-error.ts';
import { utcTimeText } from '../../domain/time/time-text.ts';
import { errorWords } from '../../parts/error-words.ts';
import { missingWords } from '../../parts/missing-words.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Fact } from '../../ui/fact.tsx';
import type { Problem } from './problem.ts';
import styles from './problems.module.css';
import { RetryText } from './retry-text.tsx';

type Props = {
  readonly problem: Problem;
  /** Where it is known. */
  readonly subscriptionName: string | undefined;
  readonly onRetry: () => void;
};

/** One read that failed or waits: for which subscription, what Azure answered, and how it goes on. */
export function ProblemItem({ problem, subscriptionName, onRetry }: Props) {
  const { operation, about, subscriptionId, reason, at, retry, isFault } = problem;
  const arm = reason instanceof ArmError ? reason : undefined;
  const answered = [arm && arm.status > 0 && String(arm.status), arm?.code].filter(Boolean).join(' ');
  return (
    <li data-fault={isFault || undefined}>
      <h3>
        {retry.by === 'itself' ? 'Waiting to' : 'Could not'} {operation}
        {about !== null && `: ${about}`}
      </h3>
      <p>{wordsOf(reason)}</p>
      <dl className={styles['facts']}>
        {subscriptionId !== null && (
          <Fact name="Subscription">
            {subscriptionName !== undefined && `${subscriptionName} `}
            <code>{subscriptionId}</code>
          </Fact>
        )}
        {answered !== '' && <Fact name="Azure answered">{answered}</Fact>}
        {typeof arm?.correlationId === 'string' && (
          <Fact name="Correlation id">
            <code>{arm.correlationId}</code>
            <CopyButton text={arm.correlationId} what="correlation id" className={styles['copy']} />
          </Fact>
        )}
        {at !== null && <Fact name="Failed at">{utcTimeText(at)} UTC</Fact>}
        <Fact name="Asked again">
          <RetryText retry={retry} onRetry={onRetry} />
        </Fact>
      </dl>
    </li>
  );
}

/** A sentence or two; the subscription and the resource stand above and below it. */
function wordsOf(reason: Problem['reason']): string {
  if (reason === 'not-listed') return missingWords(reason).long;
  const { title, todo } = errorWords(reason, { subject: 'this' });
  return `${title}. ${todo}`;
}
