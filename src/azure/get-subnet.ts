import * as v from 'valibot';
import type { SubnetFacts } from '../domain/network-facts.ts';
import type { Azure } from './azure.ts';
import { freshness } from './freshness.ts';
import { type ById, getResource, networkApiVersion } from './get-resource.ts';
import { resourceQuery } from './resource-query.ts';
import { looseList, part, required, text, texts } from './wire.ts';

/** A subnet (azure-rest-api-specs, network 2024-05-01). One range stands in `addressPrefix`, several in `addressPrefixes`. */
const subnetSchema = v.object({
  id: text,
  properties: v.object({
    addressPrefix: text,
    addressPrefixes: texts,
    routeTable: part({ id: text }),
    natGateway: part({ id: text }),
    networkSecurityGroup: part({ id: text }),
    delegations: looseList(v.object({ properties: v.object({ serviceName: required }) })),
    serviceEndpoints: looseList(v.object({ service: required })),
  }),
});

/** @throws ArmError; the right is `readActions.subnets`. */
export async function getSubnet(azure: Azure, byId: ById): Promise<SubnetFacts> {
  const { id, properties } = await getResource(azure, byId, {
    operation: 'read a subnet',
    apiVersion: networkApiVersion,
    schema: subnetSchema,
  });
  const { addressPrefix } = properties;
  return {
    id: id ?? byId.id,
    addressPrefixes: [...new Set([...(addressPrefix ? [addressPrefix] : []), ...properties.addressPrefixes])],
    routeTableId: properties.routeTable?.id ?? null,
    natGatewayId: properties.natGateway?.id ?? null,
    networkSecurityGroupId: properties.networkSecurityGroup?.id ?? null,
    delegations: properties.delegations.map(one => one.properties.serviceName),
    serviceEndpoints: properties.serviceEndpoints.map(one => one.service),
  };
}

export function subnetQuery(azure: Azure, id: string) {
  return resourceQuery(azure, { kind: 'subnet', id, staleTime: freshness.network, get: getSubnet });
}
