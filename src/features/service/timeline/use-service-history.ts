import { useQueries, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useAzure } from '../../../azure/azure-context.ts';
import { type ActivityLog, activityQuery } from '../../../azure/list-activity.ts';
import { type ChangeHistory, changesOfQuery } from '../../../azure/query-changes.ts';
import { armKey } from '../../../domain/arm-id.ts';
import type { Service } from '../../../domain/service.ts';
import { operationsOf } from '../../../domain/timeline/activity-log.ts';
import type { Change } from '../../../domain/timeline/change.ts';
import { changesOfRows } from '../../../domain/timeline/changes-of-rows.ts';
import { emptyHistory, type History, mergeHistories } from '../../../domain/timeline/history.ts';
import { useHistory } from '../../../history/history-context.ts';

/** One of Azure's two records, as far as it was read. */
export type AzureRecord<T> = {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly loading: boolean;
};

export type ServiceHistory = {
  /** What is stored and what Azure just told, together; undefined while the stored part is being read. */
  readonly history: History | undefined;
  readonly changeHistory: AzureRecord<ChangeHistory>;
  readonly activityLog: AzureRecord<ActivityLog>;
};

/** Everything known of one service. What Azure records is shown at once, and kept so that it outlives Azure's retention. */
export function useServiceHistory(id: string, service: Service | null): ServiceHistory {
  const azure = useAzure();
  const { actions } = useHistory();
  const stored = useStoredHistory(id);
  const rows = useQuery(changesOfQuery(azure, id));
  const log = useQuery(activityQuery(azure, id));
  const publicIps = distinct(service?.regions.flatMap(region => region.publicIpAddressId ?? []) ?? []);
  const publicIpLogs = useQueries({
    queries: publicIps.map(one => activityQuery(azure, one)),
    combine: results => results.map(result => result.data),
  });

  const told = useMemo((): readonly Change[] => {
    if (!stored) return [];
    const known = { service: service ?? undefined, history: stored };
    const events = [log.data, ...publicIpLogs].flatMap(one => one?.events ?? []);
    return [...changesOfRows(rows.data?.changes ?? [], known), ...operationsOf(id, events)];
  }, [stored, service, rows.data, log.data, publicIpLogs, id]);

  useEffect(() => {
    if (actions && told.length > 0) void actions.keep(told);
  }, [actions, told]);

  return {
    history: useMemo(
      () => stored && mergeHistories(stored, { observations: [], changes: told }),
      [stored, told],
    ),
    changeHistory: recordOf(rows),
    activityLog: recordOf(log),
  };
}

function recordOf<T>(query: {
  readonly data: T | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
}): AzureRecord<T> {
  return { data: query.data, error: query.error, loading: query.isFetching };
}

type Stored = { readonly id: string; readonly history: History };

/** What this device has of a service, read again whenever something was written. */
function useStoredHistory(id: string): History | undefined {
  const { store, status, version } = useHistory();
  const [stored, setStored] = useState<Stored>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that there is something new to be read
  useEffect(() => {
    if (!store) return;
    let left = false;
    void store.historyOf(id).then(history => {
      if (!left) setStored({ id, history });
    });
    return () => {
      left = true;
    };
  }, [store, id, version]);
  if (stored?.id === id) return stored.history;
  return status.status === 'off' ? emptyHistory : undefined;
}

function distinct(ids: readonly string[]): readonly string[] {
  return [...new Map(ids.map(id => [armKey(id), id])).values()];
}
