import { queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import type { Subscription, UnreadableRow } from '../domain/service.ts';
import type { ArmError } from './arm-error.ts';
import { type Azure, azureKey } from './azure.ts';
import { collectPages } from './collect-pages.ts';
import { freshness } from './freshness.ts';
import { looseText } from './wire.ts';

/** A row of `GET /subscriptions` (azure-rest-api-specs, resources 2022-12-01, Subscription). */
const subscriptionRow = v.object({
  subscriptionId: v.pipe(v.string(), v.nonEmpty('is empty')),
  displayName: looseText,
  state: looseText,
  tenantId: looseText,
});

export type SubscriptionList = {
  readonly subscriptions: readonly Subscription[];
  readonly unreadable: readonly UnreadableRow[];
  /** Why the list ends before its end; null for a whole list. */
  readonly failure: ArmError | null;
  readonly correlationIds: readonly string[];
  /** Epoch ms. */
  readonly receivedAt: number;
};

/** The subscriptions that the account sees in its tenant, in Azure's order. @throws ArmError */
export async function listSubscriptions(
  { arm }: Azure,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<SubscriptionList> {
  const { rows, ...rest } = await collectPages(
    arm,
    {
      operation: 'list subscriptions',
      path: '/subscriptions',
      apiVersion: '2022-12-01',
      signal,
    },
    { schema: subscriptionRow, map: toSubscription },
  );
  return { subscriptions: rows, ...rest };
}

function toSubscription(row: v.InferOutput<typeof subscriptionRow>): Subscription {
  return {
    id: row.subscriptionId,
    name: row.displayName ?? row.subscriptionId,
    state: row.state,
    tenantId: row.tenantId,
  };
}

export function subscriptionsQuery(azure: Azure) {
  return queryOptions({
    queryKey: [...azureKey(azure), 'subscriptions'],
    queryFn: ({ signal }) => listSubscriptions(azure, { signal }),
    staleTime: freshness.directory,
    retry: false,
  });
}
