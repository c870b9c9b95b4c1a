import type { Service, Subscription } from '../domain/service.ts';
import { factsOf, isSettled, type ObservationSource } from '../domain/timeline/facts.ts';
import type { Reading, Sighting } from '../domain/timeline/reading.ts';
import type { ServiceRead } from './get-service.ts';
import type { SubscriptionSelection } from './query-resource-graph.ts';
import type { FleetRead } from './read-fleet.ts';
import { sliced } from './yield-to-main.ts';

type States = ReadonlyMap<string, string | null>;

/** A whole fleet as a reading of the history, made in slices: ten thousand services at once would hold the page. */
export async function fleetReading(read: FleetRead, selection: SubscriptionSelection): Promise<Reading> {
  const states: States = new Map(read.subscriptions.map(one => [one.id.toLowerCase(), one.state]));
  return {
    at: read.receivedAt,
    source: read.source,
    sightings: await sliced(read.services, service => sighting(service, read.source, states), undefined),
    listed: wholeSubscriptions(read, selection),
    unreadable: read.unreadable.map(one => one.id),
  };
}

/** One service, read by itself. `subscriptions` as they were read at the same time; undefined where they were not. */
export function serviceReading(
  { service, receivedAt }: ServiceRead,
  subscriptions: readonly Subscription[] | undefined,
): Reading | undefined {
  if (!service) return undefined;
  const states: States = new Map(subscriptions?.map(one => [one.id.toLowerCase(), one.state]));
  return { at: receivedAt, source: 'arm', sightings: [sighting(service, 'arm', states)] };
}

/**
 * The subscriptions whose state is the same in a list from before and one that was asked for after a service was read, so that
 * it held meanwhile. A state from another moment would explain the wrong change: addresses change when a subscription is
 * reinstated.
 */
export function steadySubscriptions(
  before: readonly Subscription[] | undefined,
  after: readonly Subscription[] | undefined,
): readonly Subscription[] {
  const states: States = new Map(after?.map(one => [one.id.toLowerCase(), one.state]));
  return before?.filter(one => states.get(one.id.toLowerCase()) === one.state) ?? [];
}

function sighting(service: Service, source: ObservationSource, states: States): Sighting {
  const subscriptionState = states.get(service.subscriptionId.toLowerCase());
  return {
    service: service.id,
    facts: factsOf(service, { source, subscriptionState }),
    settled: isSettled(service),
  };
}

/** Those that were asked for, are listed and miss nothing: a service of theirs that was not seen is not there. */
function wholeSubscriptions(read: FleetRead, selection: SubscriptionSelection): readonly string[] {
  if (read.incomplete) return [];
  const missing = new Set(read.missing.map(one => one.subscriptionId.toLowerCase()));
  const asked = selection === 'all' ? undefined : new Set(selection.map(id => id.toLowerCase()));
  return read.subscriptions
    .map(one => one.id.toLowerCase())
    .filter(id => !missing.has(id) && (asked?.has(id) ?? true));
}
