import { useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import { type Azure, azureKey } from '../../azure/azure.ts';
import { useAzure } from '../../azure/azure-context.ts';
import { freshness } from '../../azure/freshness.ts';
import { type GuidanceAnswer, readGuidance } from '../../azure/read-guidance.ts';
import { armKey, parseServiceId } from '../../domain/arm-id.ts';
import type { ServiceGuidance } from '../../domain/guidance/contract.ts';
import type { Service } from '../../domain/service.ts';
import type { TenantFleet } from '../../parts/lookup/use-tenant-fleet.ts';
import { clock } from '../../ui/clock.ts';

export type CheckGuidance = {
  /** Of the services that were read so far; one that cannot be read says so in its unknowns. */
  readonly guidance: readonly ServiceGuidance[];
  readonly pending: number;
  /** Services that could not be read, by `armKey`. */
  readonly failed: ReadonlyMap<string, Error>;
  readonly refresh: () => void;
};

/** Reads what each chosen service needs, from Resource Manager itself; each is kept for the next check. */
export function useCheckGuidance(ids: readonly string[], fleet: TenantFleet): CheckGuidance {
  const azure = useAzure();
  const { read } = fleet;
  const combine = useCallback(
    (results: readonly Result[]): CheckGuidance => ({
      guidance: results.flatMap(({ data }) => data?.guidance ?? []),
      pending: results.filter(({ isPending, fetchStatus }) => isPending && fetchStatus === 'fetching').length,
      failed: new Map(
        results.flatMap(({ data, error }, at): [string, Error][] => {
          const reason = data?.error ?? error;
          return reason ? [[armKey(ids[at] ?? ''), reason]] : [];
        }),
      ),
      refresh: () => {
        for (const result of results) void result.refetch();
      },
    }),
    [ids],
  );
  const queries = ids.map(id => {
    const listed = read?.services.find(service => armKey(service.id) === armKey(id));
    const subscriptionId = listed?.subscriptionId ?? parseServiceId(id)?.subscriptionId ?? '';
    const state =
      read?.subscriptions.find(one => one.id.toLowerCase() === subscriptionId.toLowerCase())?.state ?? null;
    return guidanceQuery(azure, listed ?? named(id), state);
  });
  return useQueries({ queries, combine });
}

type Result = {
  readonly data: GuidanceAnswer | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly fetchStatus: string;
  readonly refetch: () => Promise<unknown>;
};

function guidanceQuery(azure: Azure, service: Service, subscriptionState: string | null) {
  return {
    queryKey: [...azureKey(azure), 'check-guidance', armKey(service.id), subscriptionState] as const,
    queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<GuidanceAnswer> => {
      const [answer] = await readGuidance(azure, [{ service, subscriptionState }], {
        signal,
        onProgress: () => {},
        now: clock.now,
      });
      if (!answer) throw new Error('No answer came.');
      return answer;
    },
    staleTime: freshness.service,
    retry: false,
  };
}

/** A service of a link that the fleet does not list: all that is known of it is its id. */
function named(id: string): Service {
  const { subscriptionId = '', resourceGroup = '', name = id } = parseServiceId(id) ?? {};
  return {
    id,
    name,
    resourceGroup,
    subscriptionId,
    tier: '',
    units: null,
    vnetMode: 'None',
    provisioningState: '',
    targetProvisioningState: '',
    publicNetworkAccess: null,
    createdAt: null,
    regions: [],
    hostNames: [],
    privateEndpoints: [],
    precreatedIps: [],
    tags: {},
  };
}
