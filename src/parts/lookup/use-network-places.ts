import { useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { actions } from '../../azure/actions.ts';
import { ArmError } from '../../azure/arm-error.ts';
import { unreadOf } from '../../azure/as-fact.ts';
import type { Azure } from '../../azure/azure.ts';
import { useAzure } from '../../azure/azure-context.ts';
import { privateEndpointQuery } from '../../azure/get-private-endpoint.ts';
import { subnetRangesQuery } from '../../azure/read-subnet-ranges.ts';
import { armKey } from '../../domain/arm-id.ts';
import { type NetworkPlace, networkPlaces } from '../../domain/find/sources.ts';
import type { UnreadPlace } from '../../domain/find/unread-place.ts';
import { type Fact, known, type PrivateEndpointFacts, unread } from '../../domain/network-facts.ts';
import { type RangeIndex, rangeIndex } from '../../domain/ranges/range-index.ts';
import type { Service } from '../../domain/service.ts';

export type NetworkPlaces = {
  readonly places: RangeIndex<NetworkPlace>;
  readonly pending: boolean;
  /** Subnets and private endpoints whose addresses are not known; all of them once nothing is pending. */
  readonly unread: readonly UnreadPlace[];
};

const nowhere = rangeIndex<NetworkPlace>([]);
const nothing: NetworkPlaces = { places: nowhere, pending: false, unread: [] };
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
    const facts = subnets.data?.facts ?? {};
    const pending = (subnets.isPending && subnets.fetchStatus === 'fetching') || endpoints.pending;
    const unreadSubnets = ids.subnets.flatMap(id =>
      unreadPlace('subnet', id, facts[armKey(id)] ?? unread('failed', actions.subnets)),
    );
    const notAsked = ids.endpoints
      .slice(asked.length)
      .flatMap(id => unreadPlace('private-endpoint', id, unread('not-read')));
    return {
      places: networkPlaces({ subnets: facts, privateEndpoints: endpoints.facts }),
      pending,
      unread: [...unreadSubnets, ...endpoints.unread, ...notAsked],
    };
  }, [wanted, subnets, endpoints, ids, asked]);
}

function unreadPlace(kind: UnreadPlace['kind'], id: string, fact: Fact<unknown>): readonly UnreadPlace[] {
  return fact.state === 'known' ? [] : [{ kind, id, fact }];
}

type Result = {
  readonly data: PrivateEndpointFacts | undefined;
  readonly error: Error | null;
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
      unread: results.flatMap((result, at) =>
        unreadPlace('private-endpoint', ids[at] ?? '', addressesOf(result)),
      ),
    }),
    [ids],
  );
  return useQueries({ queries: ids.map(id => privateEndpointQuery(azure, id)), combine });
}

function addressesOf({ data, error }: Result): Fact<unknown> {
  if (data) return data.addresses;
  return error instanceof ArmError
    ? unreadOf(error, actions.privateEndpoints)
    : unread('failed', actions.privateEndpoints);
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
