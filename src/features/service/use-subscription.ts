import { useQuery } from '@tanstack/react-query';
import type { Azure } from '../../azure/azure.ts';
import { subscriptionsQuery } from '../../azure/list-subscriptions.ts';
import type { Subscription } from '../../domain/service.ts';

/** What is known of the service's subscription: it is read beside the service, and costs it nothing where it fails. */
export type SubscriptionRead =
  | { readonly state: 'loading' }
  | { readonly state: 'known'; readonly subscription: Subscription }
  /** The list was refused, or does not hold it: Azure hides what the account may not see. */
  | { readonly state: 'unknown' };

export function useSubscription(azure: Azure, subscriptionId: string): SubscriptionRead {
  const { data, isPending, fetchStatus } = useQuery(subscriptionsQuery(azure));
  const key = subscriptionId.toLowerCase();
  const subscription = data?.subscriptions.find(one => one.id.toLowerCase() === key);
  if (subscription) return { state: 'known', subscription };
  return isPending && fetchStatus === 'fetching' ? { state: 'loading' } : { state: 'unknown' };
}
