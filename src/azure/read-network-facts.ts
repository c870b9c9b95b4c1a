import { queryOptions } from '@tanstack/react-query';
import { armKey } from '../domain/arm-id.ts';
import { type Fact, type NetworkFacts, type ServiceTagFacts, unread } from '../domain/network-facts.ts';
import type { Service } from '../domain/service.ts';
import { actions } from './actions.ts';
import type { ArmError } from './arm-error.ts';
import { asFact } from './as-fact.ts';
import { type Azure, azureKey } from './azure.ts';
import { freshness } from './freshness.ts';
import { getNatGateway } from './get-nat-gateway.ts';
import { getPrivateEndpoint } from './get-private-endpoint.ts';
import { getPublicIp } from './get-public-ip.ts';
import type { ById } from './get-resource.ts';
import { getRouteTable } from './get-route-table.ts';
import { getServiceTag } from './get-service-tag.ts';
import { getSubnet } from './get-subnet.ts';

/** What of the network was read, and the failures behind what was not: each unknown says why by itself. */
export type NetworkRead = {
  readonly facts: NetworkFacts;
  /** By the ARM id (or the tag's name) that was asked for. */
  readonly failures: readonly { readonly of: string; readonly error: ArmError }[];
};

export type NetworkRequest = {
  readonly services: readonly Service[];
  /** Names of service tags whose prefixes are wanted, such as `AzureCloud.westeurope`. */
  readonly serviceTags?: readonly string[];
  readonly signal?: AbortSignal | undefined;
};

type Read<T> = (azure: Azure, byId: ById) => Promise<T>;

/**
 * Reads the network around services: subnets, their route tables and NAT gateways, the services' own public IPs, their
 * approved private endpoints, and service tags. Each thing is asked once, and what one service lacks costs no other.
 * @throws ArmError where nothing at all was read and asking again may help.
 */
export async function readNetworkFacts(azure: Azure, request: NetworkRequest): Promise<NetworkRead> {
  const { services, signal } = request;
  const failures: { of: string; error: ArmError }[] = [];
  const fail = (of: string) => (error: ArmError) => failures.push({ of, error });
  const each = async <T>(ids: readonly string[], action: string, read: Read<T>) =>
    Object.fromEntries(
      await Promise.all(
        ids.map(async id => {
          const byId = { id, signal };
          return [armKey(id), await asFact(read(azure, byId), action, fail(id))] as const;
        }),
      ),
    );

  const ids = networkIds(services);
  const [subnets, publicIps, privateEndpoints, serviceTags] = await Promise.all([
    each(ids.subnets, actions.subnets, getSubnet),
    each(ids.publicIps, actions.publicIps, getPublicIp),
    each(ids.privateEndpoints, actions.privateEndpoints, getPrivateEndpoint),
    readTags(azure, request, fail),
  ]);
  const known = Object.values(subnets).flatMap(fact => (fact.state === 'known' ? [fact.value] : []));
  const [routeTables, natGateways] = await Promise.all([
    each(distinctIds(known.map(subnet => subnet.routeTableId)), actions.routeTables, getRouteTable),
    each(distinctIds(known.map(subnet => subnet.natGatewayId)), actions.natGateways, getNatGateway),
  ]);
  const facts = { subnets, routeTables, natGateways, publicIps, privateEndpoints, serviceTags };
  const lost = failures.find(({ error }) => error.kind !== 'forbidden' && error.kind !== 'not-found');
  if (lost && !Object.values(facts).some(anyKnown)) throw lost.error;
  return { facts, failures };
}

function anyKnown(facts: Readonly<Record<string, Fact<unknown>>>): boolean {
  return Object.values(facts).some(fact => fact.state === 'known');
}

/** The resources that a service names itself. Endpoints that are not approved carry no traffic: they are not asked for. */
function networkIds(services: readonly Service[]) {
  const regions = services.flatMap(service => service.regions);
  const approved = services
    .flatMap(service => service.privateEndpoints)
    .filter(endpoint => endpoint.status.toLowerCase() === 'approved');
  return {
    subnets: distinctIds(regions.map(region => region.subnetId)),
    publicIps: distinctIds(regions.map(region => region.publicIpAddressId)),
    privateEndpoints: distinctIds(approved.map(endpoint => endpoint.privateEndpointId)),
  };
}

/** Each resource once, in its first spelling. */
function distinctIds(ids: readonly (string | null)[]): readonly string[] {
  const found = new Map<string, string>();
  for (const id of ids) if (id !== null && !found.has(armKey(id))) found.set(armKey(id), id);
  return [...found.values()];
}

async function readTags(
  azure: Azure,
  { services, serviceTags = [], signal }: NetworkRequest,
  fail: (of: string) => (error: ArmError) => void,
): Promise<Record<string, Fact<ServiceTagFacts>>> {
  const [service] = services;
  if (!service) return {};
  const place = { subscriptionId: service.subscriptionId, region: service.regions[0]?.name ?? '' };
  const read = async (name: string) => {
    const request = { ...place, name, signal };
    const fact = await asFact(getServiceTag(azure, request), actions.serviceTags, fail(name));
    if (fact.state === 'unknown') return fact;
    return fact.value === null ? unread('not-found') : { state: 'known' as const, value: fact.value };
  };
  const names = new Map(serviceTags.map(name => [name.toLowerCase(), name]));
  return Object.fromEntries(
    await Promise.all([...names].map(async ([key, name]) => [key, await read(name)] as const)),
  );
}

/** The network around services; its key follows what is asked for, so that another subnet is another answer. */
export function networkFactsQuery(
  azure: Azure,
  services: readonly Service[],
  serviceTags: readonly string[] = [],
) {
  const ids = networkIds(services);
  const asked = [...ids.subnets, ...ids.publicIps, ...ids.privateEndpoints].map(armKey);
  const tags = serviceTags.map(name => name.toLowerCase());
  return queryOptions({
    queryKey: [...azureKey(azure), 'network-facts', [...asked, ...tags].sort()] as const,
    queryFn: ({ signal }) => readNetworkFacts(azure, { services, serviceTags, signal }),
    staleTime: freshness.network,
    retry: false,
  });
}
