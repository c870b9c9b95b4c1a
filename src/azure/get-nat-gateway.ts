import * as v from 'valibot';
import { type Fact, known, type NatGatewayFacts, unread } from '../domain/network-facts.ts';
import { actions } from './actions.ts';
import { allKnown, asFact } from './as-fact.ts';
import type { Azure } from './azure.ts';
import { freshness } from './freshness.ts';
import { getPublicIp } from './get-public-ip.ts';
import { type ById, getResource, networkApiVersion } from './get-resource.ts';
import { resourceQuery } from './resource-query.ts';
import { part, text } from './wire.ts';

const references = v.nullish(v.array(v.object({ id: v.string() })), []);

/** A NAT gateway (azure-rest-api-specs, network 2024-05-01): what it sends from lies in other resources. */
const natGatewaySchema = v.object({
  id: text,
  properties: v.object({ publicIpAddresses: references, publicIpPrefixes: references }),
});

/** A public IP prefix; it is asked for only to resolve a NAT gateway. */
const publicIpPrefixSchema = v.object({ properties: part({ ipPrefix: text }) });

/**
 * A NAT gateway with its addresses and prefixes resolved; those that cannot be read are unknown.
 * @throws ArmError where the gateway itself cannot be read; the right is `readActions.natGateways`.
 */
export async function getNatGateway(azure: Azure, byId: ById): Promise<NatGatewayFacts> {
  const { id, properties } = await getResource(azure, byId, {
    operation: 'read a NAT gateway',
    apiVersion: networkApiVersion,
    schema: natGatewaySchema,
  });
  const signal = byId.signal ? { signal: byId.signal } : {};
  const [addresses, prefixes] = await Promise.all([
    Promise.all(
      properties.publicIpAddresses.map(({ id }) =>
        asFact(getPublicIp(azure, { id, ...signal }), actions.publicIps),
      ),
    ),
    Promise.all(
      properties.publicIpPrefixes.map(({ id }) =>
        asFact(getPrefix(azure, { id, ...signal }), actions.publicIpPrefixes),
      ),
    ),
  ]);
  return {
    id: id ?? byId.id,
    addresses: allKnown(addresses.map(fact => present(fact, ip => ip.address))),
    prefixes: allKnown(prefixes.map(fact => present(fact, prefix => prefix))),
  };
}

async function getPrefix(azure: Azure, byId: ById): Promise<string | null> {
  const { properties } = await getResource(azure, byId, {
    operation: 'read a public IP prefix',
    apiVersion: networkApiVersion,
    schema: publicIpPrefixSchema,
  });
  return properties?.ipPrefix ?? null;
}

/** A resource without its address says nothing about where traffic comes from. */
function present<T>(fact: Fact<T>, read: (value: T) => string | null): Fact<string> {
  if (fact.state === 'unknown') return fact;
  const value = read(fact.value);
  return value === null ? unread('not-found') : known(value);
}

export function natGatewayQuery(azure: Azure, id: string) {
  return resourceQuery(azure, {
    kind: 'nat-gateway',
    id,
    staleTime: freshness.network,
    get: getNatGateway,
  });
}
