import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { azureKey } from '../../azure/azure.ts';
import { useAzure } from '../../azure/azure-context.ts';
import { fleetQuery } from '../../azure/fleet-read-query.ts';
import type { FleetRead } from '../../azure/read-fleet.ts';

/** Every service that the account may read in its tenant, as far as it is here. */
export type TenantFleet = {
  readonly read: FleetRead | undefined;
  /** Not all of it is here yet: what stands is a part, or what another screen has read. */
  readonly underWay: boolean;
  readonly isPaused: boolean;
  readonly error: Error | null;
  readonly refresh: () => void;
};

/**
 * Reads the whole tenant, whatever subscriptions are chosen in the fleet: an address in a ticket does not know of that
 * choice. Until it is here, what the fleet has read stands in for it.
 */
export function useTenantFleet(): TenantFleet {
  const azure = useAzure();
  const queries = useQueryClient();
  const query = useQuery({
    ...fleetQuery(azure, 'all'),
    placeholderData: () =>
      queries
        .getQueriesData<FleetRead>({ queryKey: [...azureKey(azure), 'fleet'] })
        .flatMap(([, read]) => read ?? [])
        .sort((a, b) => b.services.length - a.services.length)[0],
  });
  const { refetch } = query;
  const refresh = useCallback(() => void refetch(), [refetch]);
  return {
    read: query.data,
    underWay:
      query.isPlaceholderData || query.data?.underWay !== undefined || (query.isPending && query.isFetching),
    isPaused: query.fetchStatus === 'paused',
    error: query.error,
    refresh,
  };
}
