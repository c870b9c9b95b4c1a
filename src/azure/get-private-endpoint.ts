import * as v from 'valibot';
import { type Fact, known, type PrivateEndpointFacts, unread } from '../domain/network-facts.ts';
import { actions } from './actions.ts';
import { allKnown, asFact } from './as-fact.ts';
import type { Azure } from './azure.ts';
import { freshness } from './freshness.ts';
import { type ById, getResource, networkApiVersion } from './get-resource.ts';
import { resourceQuery } from './resource-query.ts';
import { looseList, part, required, text } from './wire.ts';

/** A private endpoint (azure-rest-api-specs, network 2024-05-01). */
const privateEndpointSchema = v.object({
  id: text,
  properties: v.object({
    subnet: part({ id: text }),
    networkInterfaces: v.nullish(v.array(v.object({ id: v.string() })), []),
    customDnsConfigs: looseList(v.object({ ipAddresses: v.array(required) })),
  }),
});

/** A network interface; it is asked for only for the addresses of a private endpoint. */
const networkInterfaceSchema = v.object({
  properties: v.object({
    ipConfigurations: v.nullish(v.array(v.object({ properties: v.object({ privateIPAddress: text }) })), []),
  }),
});

/**
 * A private endpoint with the addresses of its network interface; where that cannot be read, those that the endpoint
 * itself names for DNS.
 * @throws ArmError where the endpoint itself cannot be read; the right is `readActions.privateEndpoints`.
 */
export async function getPrivateEndpoint(azure: Azure, byId: ById): Promise<PrivateEndpointFacts> {
  const { id, properties } = await getResource(azure, byId, {
    operation: 'read a private endpoint',
    apiVersion: networkApiVersion,
    schema: privateEndpointSchema,
  });
  const interfaces = await Promise.all(
    properties.networkInterfaces.map(one =>
      asFact(addressesOf(azure, { ...byId, id: one.id }), actions.networkInterfaces),
    ),
  );
  return {
    id: id ?? byId.id,
    subnetId: properties.subnet?.id ?? null,
    addresses: found(
      allKnown(interfaces),
      properties.customDnsConfigs.flatMap(one => one.ipAddresses),
    ),
  };
}

async function addressesOf(azure: Azure, byId: ById): Promise<readonly string[]> {
  const { properties } = await getResource(azure, byId, {
    operation: 'read a network interface',
    apiVersion: networkApiVersion,
    schema: networkInterfaceSchema,
  });
  return properties.ipConfigurations.flatMap(one => one.properties.privateIPAddress ?? []);
}

function found(
  fact: Fact<readonly (readonly string[])[]>,
  named: readonly string[],
): Fact<readonly string[]> {
  const ofInterfaces = fact.state === 'known' ? fact.value.flat() : [];
  const addresses = [...new Set(ofInterfaces.length > 0 ? ofInterfaces : named)];
  if (addresses.length > 0) return known(addresses);
  return fact.state === 'unknown' ? fact : unread('not-found', actions.networkInterfaces);
}

export function privateEndpointQuery(azure: Azure, id: string) {
  return resourceQuery(azure, {
    kind: 'private-endpoint',
    id,
    staleTime: freshness.network,
    get: getPrivateEndpoint,
  });
}
