import { useDeferredValue, useMemo } from 'react';
import type { Service } from '../../../domain/service.ts';
import type { History } from '../../../domain/timeline/history.ts';
import { type RecordedService, recordOf } from '../../../domain/timeline/recorded-at.ts';
import { useHistory } from '../../../history/history-context.ts';
import { useServiceHistory } from '../timeline/use-service-history.ts';

/** The history of a service once there is something to be told from it; undefined while it is being read. */
export function useRecord(id: string, service: Service | null): History | undefined {
  const { store } = useHistory();
  const { history, changeHistory } = useServiceHistory(id, service);
  return !store && changeHistory.loading ? undefined : history;
}

/** The service at an instant in epoch ms. Dragging through time never waits for it. */
export function useRecorded(history: History | undefined, at: number): RecordedService | undefined {
  const instant = useDeferredValue(at);
  const record = useMemo(() => history && recordOf(history), [history]);
  return useMemo(() => record?.(instant), [record, instant]);
}
