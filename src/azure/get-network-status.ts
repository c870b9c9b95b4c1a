import * as v from 'valibot';
import {
  type Connectivity,
  connectivityState,
  type RegionNetworkStatus,
} from '../domain/network-status/connectivity.ts';
import type { Azure } from './azure.ts';
import { freshness } from './freshness.ts';
import { type ById, getResource } from './get-resource.ts';
import { type RowReader, readRow } from './read-rows.ts';
import { resourceQuery } from './resource-query.ts';
import { apimApiVersion } from './service-reader.ts';
import { looseText, required, text, texts } from './wire.ts';

/** A row of `connectivityStatus` (azure-rest-api-specs, apimanagement 2024-05-01). */
const connectivityRow = v.object({
  name: v.pipe(required, v.nonEmpty('is empty')),
  status: text,
  error: looseText,
  lastUpdated: looseText,
  lastStatusChange: looseText,
  resourceType: looseText,
  isOptional: v.nullish(v.boolean(), null),
});

const statusOfLocation = v.object({
  dnsServers: texts,
  connectivityStatus: v.nullish(v.array(v.unknown()), []),
});

/** The service-wide answer is a bare array. */
const networkStatusSchema = v.array(
  v.object({ location: text, networkStatus: v.nullish(statusOfLocation, {}) }),
);

/** The network status of every region. @throws ArmError; `isNotOffered` tells a tier or mode that has none. */
export async function getNetworkStatus(azure: Azure, byId: ById): Promise<readonly RegionNetworkStatus[]> {
  const regions = await getResource(azure, byId, {
    operation: 'read the network status',
    apiVersion: apimApiVersion,
    schema: networkStatusSchema,
    below: '/networkstatus',
  });
  return regions.map(region => toStatus(region.location, region.networkStatus));
}

/** The network status of one region, named as ARM spells it. @throws ArmError */
export async function getNetworkStatusOfRegion(
  azure: Azure,
  { location, ...byId }: ById & { readonly location: string },
): Promise<RegionNetworkStatus> {
  const status = await getResource(azure, byId, {
    operation: 'read the network status of a region',
    apiVersion: apimApiVersion,
    schema: statusOfLocation,
    below: `/locations/${location}/networkstatus`,
  });
  return toStatus(location, status);
}

const reader: RowReader<v.InferOutput<typeof connectivityRow>, Connectivity> = {
  schema: connectivityRow,
  map: row => ({ ...row, status: connectivityState(row.status), statusText: row.status ?? '' }),
};

function toStatus(
  location: string | null,
  { dnsServers, connectivityStatus }: v.InferOutput<typeof statusOfLocation>,
): RegionNetworkStatus {
  const rows = connectivityStatus.map(row => readRow(reader, row));
  return {
    location,
    dnsServers,
    connectivity: rows.flatMap(({ row }) => row ?? []),
    unreadable: rows.flatMap(({ unreadable }) => unreadable ?? []),
  };
}

export function networkStatusQuery(azure: Azure, id: string) {
  return resourceQuery(azure, {
    kind: 'network-status',
    id,
    staleTime: freshness.networkStatus,
    get: getNetworkStatus,
  });
}
