import { queryOptions } from '@tanstack/react-query';
import type { Service } from '../domain/service.ts';
import { type Azure, azureKey } from './azure.ts';
import { type CollectedPages, collectPages } from './collect-pages.ts';
import { freshness } from './freshness.ts';
import { apimApiVersion, armServiceReader } from './service-reader.ts';

/** The services of one subscription, from ARM itself: what is asked where Resource Graph refuses. @throws ArmError */
export async function listServices(
  { arm }: Azure,
  { subscriptionId, signal }: { readonly subscriptionId: string; readonly signal?: AbortSignal | undefined },
): Promise<CollectedPages<Service>> {
  return collectPages(
    arm,
    {
      operation: 'list services',
      subscriptionId,
      path: `/subscriptions/${subscriptionId}/providers/Microsoft.ApiManagement/service`,
      apiVersion: apimApiVersion,
      signal,
    },
    armServiceReader,
  );
}

export function servicesQuery(azure: Azure, subscriptionId: string) {
  return queryOptions({
    queryKey: [...azureKey(azure), 'services', subscriptionId.toLowerCase()],
    queryFn: ({ signal }) => listServices(azure, { subscriptionId, signal }),
    staleTime: freshness.fleet,
    retry: false,
  });
}
