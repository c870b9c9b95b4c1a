import { useQueries } from '@tanstack/react-query';
import { actions } from '../../azure/actions.ts';
import { ArmError } from '../../azure/arm-error.ts';
import { unreadOf } from '../../azure/as-fact.ts';
import type { Azure } from '../../azure/azure.ts';
import { natGatewayQuery } from '../../azure/get-nat-gateway.ts';
import { privateEndpointQuery } from '../../azure/get-private-endpoint.ts';
import { publicIpQuery } from '../../azure/get-public-ip.ts';
import { routeTableQuery } from '../../azure/get-route-table.ts';
import { subnetQuery } from '../../azure/get-subnet.ts';
import { armKey } from '../../domain/arm-id.ts';
import { type Fact, known, type NetworkFacts, unread } from '../../domain/network-facts.ts';
import type { Service } from '../../domain/service.ts';

/** What is known of the network around the service so far, and whether more of it is on its way. */
export type NetworkRead = {
  readonly facts: NetworkFacts;
  readonly loading: boolean;
  /** Of the calls that failed, so that Azure support can find them. */
  readonly correlationIds: readonly string[];
  readonly refresh: () => Promise<void>;
};

/**
 * Reads the network around the service beside it: its subnets with their route tables and NAT gateways, its own public
 * IPs and its approved private endpoints. Each resource comes, or fails, by itself; what is not there yet has no key.
 */
export function useNetworkFacts(azure: Azure, service: Service | null): NetworkRead {
  const regions = service?.regions ?? [];
  const approved = (service?.privateEndpoints ?? []).filter(one => one.status.toLowerCase() === 'approved');

  const subnetIds = distinct(regions.map(region => region.subnetId));
  const subnets = useQueries({ queries: subnetIds.map(id => subnetQuery(azure, id)) });
  const read = subnets.flatMap(result => result.data ?? []);
  const routeTableIds = distinct(read.map(subnet => subnet.routeTableId));
  const routeTables = useQueries({ queries: routeTableIds.map(id => routeTableQuery(azure, id)) });
  const natGatewayIds = distinct(read.map(subnet => subnet.natGatewayId));
  const natGateways = useQueries({ queries: natGatewayIds.map(id => natGatewayQuery(azure, id)) });
  const publicIpIds = distinct(regions.map(region => region.publicIpAddressId));
  const publicIps = useQueries({ queries: publicIpIds.map(id => publicIpQuery(azure, id)) });
  const endpointIds = distinct(approved.map(one => one.privateEndpointId));
  const endpoints = useQueries({ queries: endpointIds.map(id => privateEndpointQuery(azure, id)) });

  const all = [...subnets, ...routeTables, ...natGateways, ...publicIps, ...endpoints];
  return {
    facts: {
      subnets: factsOf(subnetIds, subnets, actions.subnets),
      routeTables: factsOf(routeTableIds, routeTables, actions.routeTables),
      natGateways: factsOf(natGatewayIds, natGateways, actions.natGateways),
      publicIps: factsOf(publicIpIds, publicIps, actions.publicIps),
      privateEndpoints: factsOf(endpointIds, endpoints, actions.privateEndpoints),
      serviceTags: {},
    },
    loading: all.some(result => result.isPending && result.fetchStatus === 'fetching'),
    correlationIds: all.flatMap(({ error }) =>
      error instanceof ArmError && error.correlationId !== null ? [error.correlationId] : [],
    ),
    async refresh() {
      await Promise.all(all.map(result => result.refetch()));
    },
  };
}

type Result<T> = { readonly data: T | undefined; readonly error: Error | null };

/** By the key under which the rules look them up. */
function factsOf<T>(
  ids: readonly string[],
  results: readonly Result<T>[],
  action: string,
): Readonly<Record<string, Fact<T>>> {
  return Object.fromEntries(
    ids.flatMap((id, index): [string, Fact<T>][] => {
      const result = results[index];
      if (!result) return [];
      if (result.data !== undefined) return [[armKey(id), known(result.data)]];
      if (result.error === null) return [];
      const why =
        result.error instanceof ArmError ? unreadOf(result.error, action) : unread('failed', action);
      return [[armKey(id), why]];
    }),
  );
}

/** Each resource once, in its first spelling. */
function distinct(ids: readonly (string | null)[]): readonly string[] {
  const found = new Map<string, string>();
  for (const id of ids) if (id !== null && !found.has(armKey(id))) found.set(armKey(id), id);
  return [...found.values()];
}
