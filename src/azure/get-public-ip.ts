import * as v from 'valibot';
import type { PublicIpFacts } from '../domain/network-facts.ts';
import type { Azure } from './azure.ts';
import { freshness } from './freshness.ts';
import { type ById, getResource, networkApiVersion } from './get-resource.ts';
import { resourceQuery } from './resource-query.ts';
import { looseText, part, text, texts } from './wire.ts';

/** A public IP address resource (azure-rest-api-specs, network 2024-05-01). A dynamic one may have no address. */
const publicIpSchema = v.object({
  id: text,
  sku: v.fallback(part({ name: looseText }), null),
  zones: texts,
  properties: v.object({
    ipAddress: text,
    publicIPAllocationMethod: looseText,
    dnsSettings: v.fallback(part({ fqdn: looseText }), null),
  }),
});

/** @throws ArmError; the right is `readActions.publicIps`. */
export async function getPublicIp(azure: Azure, byId: ById): Promise<PublicIpFacts> {
  const { id, sku, zones, properties } = await getResource(azure, byId, {
    operation: 'read a public IP address',
    apiVersion: networkApiVersion,
    schema: publicIpSchema,
  });
  return {
    id: id ?? byId.id,
    address: properties.ipAddress,
    allocation: properties.publicIPAllocationMethod,
    sku: sku?.name ?? null,
    zones,
    fqdn: properties.dnsSettings?.fqdn ?? null,
  };
}

export function publicIpQuery(azure: Azure, id: string) {
  return resourceQuery(azure, { kind: 'public-ip', id, staleTime: freshness.network, get: getPublicIp });
}
