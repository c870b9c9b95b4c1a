import { queryOptions } from '@tanstack/react-query';
import { type Azure, azureKey } from './azure.ts';
import { freshness } from './freshness.ts';
import { lastFleetKey } from './last-fleet.ts';
import { type SubscriptionSelection, sortedIds } from './query-resource-graph.ts';
import { type FleetRead, readFleet } from './read-fleet.ts';

/** Often enough to look alive, seldom enough that a list for each of 1,000 subscriptions does not redraw 1,000 times. */
const showEveryMs = 250;

/**
 * The fleet of a selection. While it is read for the first time its rows show as they come (`underWay`); later a whole
 * read takes the place of the last, and one that broke off does not. Rows are not compared with the last ones: for
 * 10,000 of them that would hold the page.
 */
export function fleetQuery(azure: Azure, selection: SubscriptionSelection) {
  const ids = selection === 'all' ? 'all' : sortedIds(selection);
  return queryOptions({
    queryKey: [...azureKey(azure), 'fleet', ids] as const,
    queryFn: async ({ signal, client, queryKey }): Promise<FleetRead> => {
      const last = client.getQueryData<FleetRead>(queryKey);
      const isWhole = last !== undefined && last.underWay === undefined && last.incomplete === null;
      const show = isWhole ? () => {} : seldom((read: FleetRead) => client.setQueryData(queryKey, read));
      const lastKnown = () =>
        (last ?? client.getQueryData<FleetRead | null>(lastFleetKey(azure, selection)))?.services;
      const read = await readFleet(azure, { subscriptionIds: ids, signal, onPage: show, lastKnown });
      if (read.incomplete !== null && isWhole) throw read.incomplete;
      return read;
    },
    staleTime: freshness.fleet,
    retry: false,
    structuralSharing: false,
  });
}

/** Passes the first value on, then at most one in every `showEveryMs`. */
function seldom<T>(show: (value: T) => void): (value: T) => void {
  let last = Number.NEGATIVE_INFINITY;
  return value => {
    const now = performance.now();
    if (now - last < showEveryMs) return;
    last = now;
    show(value);
  };
}
