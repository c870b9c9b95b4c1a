import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../auth/session-context.ts';
import { useAzure } from '../../azure/azure-context.ts';
import { buildInfo } from '../../config/build-info.ts';
import { useHistory } from '../../history/history-context.ts';
import { historyOffWords } from '../../history/off-words.ts';
import { clock } from '../../ui/clock.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { PlainButton } from '../../ui/plain-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { matchRoute } from '../match-route.ts';
import { diagnosticsText } from './diagnostics.ts';
import { lastFleet, retryFailed } from './failed-reads.ts';
import { ProblemItem } from './problem-item.tsx';
import styles from './problems.module.css';
import { useProblems } from './use-problems.ts';

/** More would fill a screen many times over; the diagnostics count them all. */
const mostShown = 100;

/** The one place for everything that failed or waits, and what to give to whoever helps. */
export function Problems({ onClose }: { readonly onClose: () => void }) {
  const queries = useQueryClient();
  const azure = useAzure();
  const { config, account } = useSession();
  const { status: history } = useHistory();
  const problems = useProblems();
  const fleet = lastFleet(queries, azure);
  const names = new Map(fleet?.subscriptions.map(one => [one.id.toLowerCase(), one.name]));
  const off = history.status === 'off' ? historyOffWords(history.reason) : undefined;
  const diagnostics = diagnosticsText({
    at: clock.now(),
    build: buildInfo,
    browser: navigator.userAgent,
    online: navigator.onLine,
    screen: matchRoute(location.pathname).name,
    config,
    fleet,
    history,
    problems,
    ids: [account.tenantId, ...account.id.split('.')],
  });
  const retry = () => retryFailed(queries, azure);
  return (
    <Sheet title="Problems" onClose={onClose} className={styles['problems']}>
      <p role="status">{summary(problems.length)}</p>
      {problems.length > 0 && (
        <ul className={styles['list']}>
          {problems.slice(0, mostShown).map(one => (
            <ProblemItem
              key={one.key}
              problem={one}
              subscriptionName={names.get(one.subscriptionId?.toLowerCase() ?? '')}
              onRetry={retry}
            />
          ))}
        </ul>
      )}
      {problems.length > mostShown && <p>{problems.length - mostShown} more are not shown.</p>}
      {off && (
        <p>
          <b>{off.title}.</b> {off.text}
        </p>
      )}
      <div className={styles['foot']}>
        {problems.some(one => one.retry.by === 'reader') && (
          <PlainButton kind="primary" onClick={retry}>
            Try all again
          </PlainButton>
        )}
        <CopyButton text={diagnostics} what="diagnostics">
          Copy diagnostics
        </CopyButton>
      </div>
      <details className={styles['preview']}>
        <summary>What the diagnostics hold</summary>
        <p>
          No token, no name, no address, and no id but correlation ids. They go where you paste them: the page
          sends nothing to anybody but Azure.
        </p>
        <pre>{diagnostics}</pre>
      </details>
    </Sheet>
  );
}

function summary(count: number): string {
  if (count === 0) return 'Nothing has failed, and nothing waits.';
  return `${count} ${count === 1 ? 'read' : 'reads'} failed, or wait to be tried again.`;
}
