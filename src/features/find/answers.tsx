import type { TermAnswer } from '../../domain/find/answer.ts';
import { isCertain } from '../../domain/find/hit.ts';
import type { FindQuery } from '../../domain/find/query.ts';
import type { UnreadPlace } from '../../domain/find/unread-place.ts';
import { type Coverage, type Verdict, verdictOf } from '../../domain/find/verdict.ts';
import type { Subscription } from '../../domain/service.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AnswerSection } from './answer-section.tsx';
import styles from './answers.module.css';

type Props = {
  readonly query: FindQuery;
  readonly answers: readonly TermAnswer[] | undefined;
  readonly coverage: Coverage;
  readonly unread: readonly UnreadPlace[];
  readonly subscriptions: readonly Subscription[];
};

/** One answer a question: a sentence, and what was found. */
export function Answers({ query, answers, coverage, unread, subscriptions }: Props) {
  if (!answers) return <Reading />;
  const judged = answers.map(answer => ({ answer, verdict: verdictOf(answer, coverage) }));
  const several = judged.length > 1;
  const headed = judged.find(({ answer }) => answer.hits.length > 0);
  return (
    <div className={styles['answers']}>
      <p role="status" className={several ? styles['summary'] : 'visually-hidden'}>
        {summaryOf(judged, coverage)}
      </p>
      {judged.map(one => (
        <AnswerSection
          key={one.answer.term.text}
          answer={one.answer}
          verdict={one.verdict}
          several={several}
          headed={one === headed}
          unread={unread}
          subscriptions={subscriptions}
        />
      ))}
      {query.leftOut > 0 && (
        <p className={styles['summary']}>
          {query.leftOut} more were left out: a list of that length belongs into Check an allowlist.
        </p>
      )}
    </div>
  );
}

type Judged = { readonly answer: TermAnswer; readonly verdict: Verdict };

function summaryOf(judged: readonly Judged[], { underWay }: Coverage): string {
  const [only] = judged;
  const reading = underWay ? ' The services are still being read.' : '';
  if (judged.length === 1 && only) return `${only.verdict.title}${reading}`;
  const found = judged.filter(({ answer }) => answer.hits.some(isCertain)).length;
  return `${found} of ${judged.length} found.${reading}`;
}

function Reading() {
  return (
    <div role="status" className={styles['answers']}>
      <span className="visually-hidden">The services are being read.</span>
      <Skeleton width="42ch" />
      <Skeleton width="64ch" line="caption" />
      <Skeleton width="56ch" line="caption" />
    </div>
  );
}
