import { useDeferredValue, useMemo, useRef } from 'react';
import { parseFindQuery } from '../../domain/find/query.ts';
import type { FormerAddress } from '../../domain/former-address.ts';
import { ErrorPanel } from '../../parts/error-panel.tsx';
import { ReadNotices } from '../../parts/lookup/read-notices.tsx';
import { useTenantFleet } from '../../parts/lookup/use-tenant-fleet.ts';
import { PlainButton } from '../../ui/plain-button.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { Answers } from './answers.tsx';
import styles from './find-screen.module.css';
import { Introduction } from './introduction.tsx';
import { NoServices } from './no-services.tsx';
import { QuestionBox } from './question-box.tsx';
import { useAnswerKeys } from './use-answer-keys.ts';
import { useFind } from './use-find.ts';
import { useQuestion } from './use-question.ts';

const place = {
  subject: 'the API Management services of this tenant',
  right: 'Microsoft.ApiManagement/service/read',
};
const none: readonly FormerAddress[] = [];

type Props = {
  /** Addresses that services had before, from the recorded history. */
  readonly former?: readonly FormerAddress[];
};

/** One box for whatever a ticket holds: which service it is, and what the address is to it. */
export function FindScreen({ former = none }: Props) {
  useDocumentTitle('Find');
  const { text, setText, rests } = useQuestion();
  const asked = useDeferredValue(text);
  const query = useMemo(() => parseFindQuery(asked), [asked]);
  const fleet = useTenantFleet();
  const { answers, coverage, unread } = useFind(query, fleet, former, rests);
  const results = useRef<HTMLDivElement>(null);
  const { read, error, isPaused, refresh } = fleet;
  const isAnswered = asked === text && answers !== undefined;
  const keys = useAnswerKeys(results, {
    isAnswered,
    isSettled: !coverage.underWay && !coverage.network.pending,
  });
  return (
    <div className={styles['screen']}>
      <h1 className={styles['title']}>Find</h1>
      <QuestionBox
        text={text}
        onText={next => {
          keys.forget();
          setText(next);
        }}
        onEnter={keys.toFirst}
      />
      <ReadNotices fleet={fleet} />
      {error && !read ? (
        <ErrorPanel error={error} place={place} onRetry={refresh} size="screen" />
      ) : isPaused && !read ? (
        <Offline onRetry={refresh} />
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: the keys go from link to link inside.
        <div ref={results} onKeyDown={keys.onKeyDown}>
          {read && !fleet.underWay && read.services.length === 0 && <NoServices fleet={fleet} />}
          {query.terms.length === 0 ? (
            <Introduction fleet={fleet} />
          ) : (
            <Answers
              query={query}
              answers={answers}
              coverage={coverage}
              unread={unread}
              subscriptions={read?.subscriptions ?? []}
            />
          )}
        </div>
      )}
    </div>
  );
}

function Offline({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <section className={styles['offline']} role="alert">
      <h2>This browser is offline</h2>
      <p>
        The services could not be read, and none were read here before. Reading goes on by itself when the
        connection is back.
      </p>
      <PlainButton onClick={onRetry}>Try again</PlainButton>
    </section>
  );
}
