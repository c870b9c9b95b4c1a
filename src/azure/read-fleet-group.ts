import { type ArmError, type ArmErrorKind, armErrorOf } from './arm-error.ts';
import type { Azure } from './azure.ts';
import type { FleetRows } from './fleet-rows.ts';
import { listServices } from './list-services.ts';
import type { SubscriptionList } from './list-subscriptions.ts';
import { mapBounded } from './map-bounded.ts';
import { queryServices } from './query-fleet.ts';
import type { SubscriptionSelection } from './query-resource-graph.ts';

export type GroupReading = {
  readonly azure: Azure;
  readonly rows: FleetRows;
  readonly signal: AbortSignal | undefined;
  /** Called after each page, with the number of services in all where Resource Graph says it for the whole read. */
  readonly onPage: (total: number | null) => void;
  /** `GET /subscriptions`, asked at most once in a fleet read. */
  readonly listOfSubscriptions: () => Promise<SubscriptionList>;
};

/** How one group of subscriptions was read, and what of it failed. */
export type GroupOutcome = {
  readonly source: 'resource-graph' | 'arm';
  /** What failed, by the subscription that was asked, in lower case. */
  readonly failed: ReadonlyMap<string, ArmError>;
  /** A failure that cannot be laid at the door of a subscription. */
  readonly incomplete: ArmError | null;
};

const subscriptionsAtOnce = 8;

/**
 * Failures of Resource Graph that its slower twin, a list for each subscription, need not share. Not among them:
 * throttled (more requests would make it worse), no network, and a sign-in that ARM would refuse as well.
 */
const refusals: ReadonlySet<ArmErrorKind> = new Set([
  'forbidden',
  'not-found',
  'server',
  'malformed',
  'unexpected',
]);

/** Reads one group from Resource Graph, or from ARM where that is refused. It throws only the signal's reason. */
export async function readGroup(reading: GroupReading, group: SubscriptionSelection): Promise<GroupOutcome> {
  const { azure, rows, signal, onPage } = reading;
  try {
    const scope = { subscriptionIds: group, signal };
    for await (const page of queryServices(azure, scope)) {
      rows.answered(page);
      rows.add(page);
      onPage(page.total);
    }
    return { source: 'resource-graph', failed: new Map(), incomplete: null };
  } catch (cause) {
    const error = armErrorOf(cause);
    if (refusals.has(error.kind)) return readGroupFromArm(reading, group);
    return failure('resource-graph', group, error);
  }
}

async function readGroupFromArm(reading: GroupReading, group: SubscriptionSelection): Promise<GroupOutcome> {
  const { azure, rows, signal, onPage } = reading;
  rows.source = 'arm';
  const failed = new Map<string, ArmError>();
  let incomplete: ArmError | null = null;
  let ids = group;
  if (ids === 'all') {
    try {
      const list = await reading.listOfSubscriptions();
      ids = list.subscriptions.map(one => one.id);
      incomplete = list.failure;
      rows.answered({ correlationId: list.correlationIds[0] ?? null, receivedAt: list.receivedAt });
    } catch (cause) {
      return failure('arm', group, armErrorOf(cause));
    }
  }
  await mapBounded(ids, subscriptionsAtOnce, async subscriptionId => {
    try {
      const list = await listServices(azure, { subscriptionId, signal });
      rows.answered({ correlationId: list.correlationIds[0] ?? null, receivedAt: list.receivedAt });
      rows.add(list);
      onPage(null);
      if (list.failure) failed.set(subscriptionId.toLowerCase(), list.failure);
    } catch (cause) {
      failed.set(subscriptionId.toLowerCase(), armErrorOf(cause));
    }
  });
  return { source: 'arm', failed, incomplete };
}

function failure(
  source: GroupOutcome['source'],
  group: SubscriptionSelection,
  error: ArmError,
): GroupOutcome {
  return group === 'all'
    ? { source, failed: new Map(), incomplete: error }
    : { source, failed: new Map(group.map(id => [id.toLowerCase(), error])), incomplete: null };
}
