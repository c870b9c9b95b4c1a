import * as v from 'valibot';
import type { RouteTableFacts } from '../domain/network-facts.ts';
import type { Azure } from './azure.ts';
import { freshness } from './freshness.ts';
import { type ById, getResource, networkApiVersion } from './get-resource.ts';
import { resourceQuery } from './resource-query.ts';
import { looseText, required, text } from './wire.ts';

/**
 * A route table (azure-rest-api-specs, network 2024-05-01). Strict: a route that is left out could be the one that
 * sends everything to a firewall.
 */
const routeTableSchema = v.object({
  id: text,
  properties: v.object({
    disableBgpRoutePropagation: v.nullish(v.boolean(), null),
    routes: v.nullish(
      v.array(
        v.object({
          name: looseText,
          properties: v.object({
            addressPrefix: required,
            nextHopType: required,
            nextHopIpAddress: text,
          }),
        }),
      ),
      [],
    ),
  }),
});

/** @throws ArmError; the right is `readActions.routeTables`. */
export async function getRouteTable(azure: Azure, byId: ById): Promise<RouteTableFacts> {
  const { id, properties } = await getResource(azure, byId, {
    operation: 'read a route table',
    apiVersion: networkApiVersion,
    schema: routeTableSchema,
  });
  return {
    id: id ?? byId.id,
    routes: properties.routes.map(route => ({
      name: route.name ?? '',
      addressPrefix: route.properties.addressPrefix,
      nextHopType: route.properties.nextHopType,
      nextHopIp: route.properties.nextHopIpAddress,
    })),
    disableBgpRoutePropagation: properties.disableBgpRoutePropagation,
  };
}

export function routeTableQuery(azure: Azure, id: string) {
  return resourceQuery(azure, {
    kind: 'route-table',
    id,
    staleTime: freshness.network,
    get: getRouteTable,
  });
}
