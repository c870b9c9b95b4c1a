import type { Subscription, UnreadableRow } from '../domain/service.ts';
import { armErrorOf } from './arm-error.ts';
import { querySubscriptions } from './query-fleet.ts';
import type { SubscriptionSelection } from './query-resource-graph.ts';
import type { GroupReading } from './read-fleet-group.ts';
import type { Rows } from './read-rows.ts';

export type FleetSubscriptions = {
  readonly subscriptions: readonly Subscription[];
  readonly unreadable: readonly UnreadableRow[];
  /** Whether a subscription that is not in the list may be called not listed. */
  readonly whole: boolean;
};

/**
 * Names and states of the subscriptions asked for: from Resource Graph, else from `GET /subscriptions`. A fleet without
 * them is still worth showing, so a failure of both gives an empty list. It throws only the signal's reason.
 */
export async function readFleetSubscriptions(
  reading: GroupReading,
  groups: readonly SubscriptionSelection[],
): Promise<FleetSubscriptions> {
  try {
    const lists = await Promise.all(groups.map(group => queryGroup(reading, group)));
    return {
      subscriptions: lists.flatMap(list => list.rows),
      unreadable: lists.flatMap(list => list.unreadable),
      whole: true,
    };
  } catch (cause) {
    armErrorOf(cause);
    return listed(reading, groups);
  }
}

async function queryGroup(
  { azure, signal }: GroupReading,
  subscriptionIds: SubscriptionSelection,
): Promise<Rows<Subscription>> {
  const pages: Rows<Subscription>[] = [];
  for await (const page of querySubscriptions(azure, { subscriptionIds, signal })) pages.push(page);
  return {
    rows: pages.flatMap(page => page.rows),
    unreadable: pages.flatMap(page => page.unreadable),
  };
}

async function listed(
  { listOfSubscriptions }: GroupReading,
  groups: readonly SubscriptionSelection[],
): Promise<FleetSubscriptions> {
  try {
    const { subscriptions, unreadable, failure } = await listOfSubscriptions();
    const asked = new Set(groups.flatMap(group => (group === 'all' ? [] : group)));
    return {
      subscriptions: groups.includes('all')
        ? subscriptions
        : subscriptions.filter(one => asked.has(one.id.toLowerCase())),
      unreadable,
      whole: failure === null,
    };
  } catch (cause) {
    armErrorOf(cause);
    return { subscriptions: [], unreadable: [], whole: false };
  }
}
