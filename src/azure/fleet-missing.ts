import type { Service, Subscription } from '../domain/service.ts';
import type { ArmError } from './arm-error.ts';
import type { SubscriptionSelection } from './query-resource-graph.ts';
import type { GroupOutcome } from './read-fleet-group.ts';
import type { FleetSubscriptions } from './read-fleet-subscriptions.ts';

/** A subscription that was asked for and is not, or not wholly, in the answer. */
export type MissingSubscription = {
  readonly subscriptionId: string;
  /** Null where its name is not known either. */
  readonly name: string | null;
  /** `not-listed`: Resource Graph left it out without a word, as it does with what the account may not read. */
  readonly reason: ArmError | 'not-listed';
};

type Group = { readonly ids: SubscriptionSelection; readonly outcome: GroupOutcome };

/**
 * The subscriptions of the request that an answer lacks. ARM answers for each by name; of those that Resource Graph
 * was asked for, one that it lists, or has a service of, was read.
 */
export function missingSubscriptions(
  groups: readonly Group[],
  { subscriptions, whole }: FleetSubscriptions,
  services: readonly Service[],
): readonly MissingSubscription[] {
  const byId = new Map(subscriptions.map((one): [string, Subscription] => [one.id.toLowerCase(), one]));
  const known = new Set([...byId.keys(), ...services.map(service => service.subscriptionId.toLowerCase())]);
  return groups.flatMap(({ ids, outcome: { failed, source } }) => {
    const notListed =
      whole && source === 'resource-graph' && ids !== 'all'
        ? ids.filter(id => !known.has(id) && !failed.has(id))
        : [];
    return [...failed, ...notListed.map(id => [id, 'not-listed'] as const)].map(
      ([subscriptionId, reason]) => ({
        subscriptionId,
        name: byId.get(subscriptionId)?.name ?? null,
        reason,
      }),
    );
  });
}
