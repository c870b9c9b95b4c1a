import { queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import type { ServiceTagFacts } from '../domain/network-facts.ts';
import { regionName } from '../domain/region.ts';
import { type Azure, azureKey } from './azure.ts';
import { collectPages } from './collect-pages.ts';
import { freshness } from './freshness.ts';
import { networkApiVersion } from './get-resource.ts';
import type { RowReader } from './read-rows.ts';
import { required, text } from './wire.ts';

/** One tag of `serviceTagDetails` (azure-rest-api-specs, network 2024-05-01). Numbers are texts on the wire. */
const serviceTagRow = v.object({
  name: v.pipe(required, v.nonEmpty('is empty')),
  properties: v.object({
    changeNumber: text,
    addressPrefixes: v.nullish(v.array(required), []),
  }),
});

const reader: RowReader<v.InferOutput<typeof serviceTagRow>, ServiceTagFacts> = {
  schema: serviceTagRow,
  map: ({ name, properties }) => ({
    name,
    changeNumber: properties.changeNumber,
    prefixes: properties.addressPrefixes,
  }),
};

/** Where a tag is asked for: any subscription that may be read, and any region of its cloud (it is no filter). */
export type ServiceTagPlace = { readonly subscriptionId: string; readonly region: string };

/** A service tag by its name, whatever its case; null where Azure does not return it. @throws ArmError */
export async function getServiceTag(
  { arm }: Azure,
  request: ServiceTagPlace & { readonly name: string; readonly signal?: AbortSignal | undefined },
): Promise<ServiceTagFacts | null> {
  const { name, region, subscriptionId, signal } = request;
  const list = await collectPages(
    arm,
    {
      operation: 'read a service tag',
      subscriptionId,
      path: `/subscriptions/${subscriptionId}/providers/Microsoft.Network/locations/${regionName(region)}/serviceTagDetails`,
      apiVersion: networkApiVersion,
      query: { tagName: name },
      signal,
    },
    reader,
  );
  const found = list.rows.find(tag => tag.name.toLowerCase() === name.toLowerCase());
  if (!found && list.failure) throw list.failure;
  return found ?? null;
}

/** One key for a tag of a cloud, whoever's subscription it was asked through. */
export function serviceTagQuery(azure: Azure, place: ServiceTagPlace, name: string) {
  return queryOptions({
    queryKey: [...azureKey(azure), 'service-tag', name.toLowerCase()] as const,
    queryFn: ({ signal }) => getServiceTag(azure, { ...place, name, signal }),
    staleTime: freshness.serviceTags,
    retry: false,
  });
}
