import type { Query, QueryClient } from '@tanstack/react-query';
import { type Azure, azureKey } from '../../azure/azure.ts';
import type { FleetRead } from '../../azure/read-fleet.ts';
import { collectProblems } from './collect-problems.ts';

/** The fleet that was read last, of whichever subscriptions. */
export function lastFleet(queries: QueryClient, azure: Azure): FleetRead | undefined {
  const reads = queries.getQueriesData<FleetRead>({ queryKey: [...azureKey(azure), 'fleet'] });
  return reads
    .flatMap(([, read]) => read ?? [])
    .sort((a, b) => b.receivedAt - a.receivedAt)
    .at(0);
}

/** Asks once more for what failed and may come now; what lacks a right, or is under way, is left alone. */
export function retryFailed(queries: QueryClient, azure: Azure): void {
  const failed = (query: Query) =>
    collectProblems(queries, azure, [], [query]).some(({ retry }) => retry.by === 'reader');
  void queries.refetchQueries({ queryKey: azureKey(azure), predicate: failed });
}
