import type { QueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import type { Azure } from '../../azure/azure.ts';
import type { Config } from '../../config/config.ts';
import { HistoryContext, historyOnItsWay } from '../../history/history-context.ts';

// It stands around every screen: where its code does not come, the page goes on without the note. The settings say the same.
const HistoryNotice = lazy(async () => ({
  default: await import('./history-notice.tsx').then(
    part => part.HistoryNotice,
    (): typeof import('./history-notice.tsx').HistoryNotice => () => null,
  ),
}));

// Its code comes beside the screen's: the last known fleet waits for what was recorded.
const recorded = import('./record-history.ts');
recorded.catch(() => undefined);

type Props = {
  readonly config: Config;
  readonly azure: Azure;
  readonly queries: QueryClient;
  readonly children: ReactNode;
};

/** Opens the history after the first paint: its code and its database wait for no screen, and no screen for them. */
export function HistoryProvider({ config, azure, queries, children }: Props) {
  const [view, show] = useState(historyOnItsWay);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let left = false;
    void recorded.then(
      ({ recordHistory }) => {
        if (!left) stop = recordHistory({ config, azure, queries, start: historyOnItsWay, show });
      },
      () => undefined,
    );
    return () => {
      left = true;
      stop?.();
      show(historyOnItsWay);
    };
  }, [config, azure, queries]);
  const { status, actions } = view;
  return (
    <HistoryContext value={view}>
      {children}
      {status.status === 'off' && status.reason !== 'switched-off' && (
        <Suspense fallback={null}>
          <HistoryNotice status={status} onRetry={() => void actions?.retry()} />
        </Suspense>
      )}
    </HistoryContext>
  );
}
