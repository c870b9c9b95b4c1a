import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { actions } from '../../azure/actions.ts';
import type { Azure } from '../../azure/azure.ts';
import { useAzure } from '../../azure/azure-context.ts';
import { privateEndpointQuery } from '../../azure/get-private-endpoint.ts';
import { subnetRangesQuery } from '../../azure/read-subnet-ranges.ts';
import { armKey } from '../../domain/arm-id.ts';
import { type NetworkPlace, networkPlaces } from '../../domain/find/sources.ts';
import { known, type PrivateEndpointFacts, unread } from '../../domain/network-facts.ts';
import { type RangeIndex, rangeIndex } from '../../domain/ranges/range-index.ts';
import type { Service } from '../../domain/service.ts';

export type NetworkPlaces = {
  readonly places: RangeIndex<NetworkPlace>;
  readonly pending: boolean;
  /** Subnets and private endpoints whose addresses are not known. */
  readonly unread: number;
};

const nowhere = rangeIndex<NetworkPlace>([]);
const nothing: NetworkPlaces = { places: nowhere, pending: false, unread: 0 };
/** Each takes two reads; a tenant with more of them is told that not all were looked at. */
const mostEndpoints = 60;

/** The subnets and private endpoints that services use, read only where a question needs them. */
export function useNetworkPlaces(services: readonly Service[] | undefined, wanted: boolean): NetworkPlaces {
  const azure = useAzure();
  const ids = useMemo(
    () => (services && wanted ? idsOf(services) : { subnets: [], endpoints: [] }),
    [services, wanted],
  );
  const subnets = useQuery({ ...subnetRangesQuery(azure, ids.subnets), enabled: ids.subnets.length > 0 });
  const asked = useMemo(() => ids.endpoints.slice(0, mostEndpoints), [ids]);
  const endpoints = useEndpoints(azure, asked);
  return useMemo(() => {
    if (!wanted) return nothing;
    const facts = subnets.data ?? {};
    const pending = (subnets.isPending && subnets.fetchStatus === 'fetching') || endpoints.pending;
    const known = Object.values(facts).filter(({ state }) => state === 'known').length;
    return {
      places: networkPlaces({ subnets: facts, privateEndpoints: endpoints.facts }),
      pending,
      unread: ids.subnets.length - known + endpoints.unread + ids.endpoints.length - asked.length,
    };
  }, [wanted, subnets, endpoints, ids, asked]);
}

type Result = {
  readonly data: PrivateEndpointFacts | undefined;
  readonly isPending: boolean;
  readonly fetchStatus: string;
};

function useEndpoints(azure: Azure, ids: readonly string[]) {
  const combine = useCallback(
    (results: readonly Result[]) => ({
      facts: Object.fromEntries(
        results.map(({ data }, at) => [
          armKey(ids[at] ?? ''),
          data ? known(data) : unread('failed', actions.privateEndpoints),
        ]),
      ),
      pending: results.some(({ isPending, fetchStatus }) => isPending && fetchStatus === 'fetching'),
      unread: results.filter(({ data }) => data?.addresses.state !== 'known').length,
    }),
    [ids],
  );
  return useQueries({ queries: ids.map(id => privateEndpointQuery(azure, id)), combine });
}

/** Each once; an endpoint that is not approved carries no traffic. */
function idsOf(services: readonly Service[]) {
  const subnets = new Map<string, string>();
  const endpoints = new Map<string, string>();
  for (const service of services) {
    for (const { subnetId } of service.regions)
      if (subnetId !== null) subnets.set(armKey(subnetId), subnetId);
    for (const { privateEndpointId, status } of service.privateEndpoints) {
      if (privateEndpointId !== null && status.toLowerCase() === 'approved') {
        endpoints.set(armKey(privateEndpointId), privateEndpointId);
      }
    }
  }
  return { subnets: [...subnets.values()], endpoints: [...endpoints.values()] };
}
