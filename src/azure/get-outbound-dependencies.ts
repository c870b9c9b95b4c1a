import * as v from 'valibot';
import { parseServiceId } from '../domain/arm-id.ts';
import type { OutboundDependency } from '../domain/network-status/connectivity.ts';
import type { UnreadableRow } from '../domain/service.ts';
import type { Azure } from './azure.ts';
import { collectPages } from './collect-pages.ts';
import { freshness } from './freshness.ts';
import type { ById } from './get-resource.ts';
import type { RowReader } from './read-rows.ts';
import { resourceQuery } from './resource-query.ts';
import { apimApiVersion } from './service-reader.ts';
import { looseList, looseNumber, looseText, required } from './wire.ts';

export type OutboundDependencies = {
  readonly dependencies: readonly OutboundDependency[];
  readonly unreadable: readonly UnreadableRow[];
};

/** A row of `outboundNetworkDependenciesEndpoints` (azure-rest-api-specs, apimanagement 2024-05-01). */
const dependencyRow = v.object({
  category: required,
  endpoints: v.nullish(
    v.array(
      v.object({
        domainName: required,
        endpointDetails: looseList(v.object({ port: looseNumber, region: looseText })),
      }),
    ),
    [],
  ),
});

const reader: RowReader<v.InferOutput<typeof dependencyRow>, OutboundDependency> = {
  schema: dependencyRow,
  map: ({ category, endpoints }) => ({
    category,
    endpoints: endpoints.map(one => ({ domainName: one.domainName, ports: one.endpointDetails })),
  }),
};

/** @throws ArmError; also where the list breaks off, because a part of it would read as the whole. */
export async function getOutboundDependencies(
  { arm }: Azure,
  { id, signal }: ById,
): Promise<OutboundDependencies> {
  const subscriptionId = parseServiceId(id)?.subscriptionId;
  const list = await collectPages(
    arm,
    {
      operation: 'read the outbound dependencies',
      subscriptionId,
      path: `${id}/outboundNetworkDependenciesEndpoints`,
      apiVersion: apimApiVersion,
      signal,
    },
    reader,
  );
  if (list.failure) throw list.failure;
  return { dependencies: list.rows, unreadable: list.unreadable };
}

export function outboundDependenciesQuery(azure: Azure, id: string) {
  return resourceQuery(azure, {
    kind: 'outbound-dependencies',
    id,
    staleTime: freshness.outboundDependencies,
    get: getOutboundDependencies,
  });
}
