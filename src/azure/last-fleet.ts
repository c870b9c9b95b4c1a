import { type Azure, azureKey } from './azure.ts';
import { type SubscriptionSelection, sortedIds } from './query-resource-graph.ts';

/** The kind, within a cache key, of the fleet that the device kept from an earlier visit. */
export const lastFleetKind = 'last-fleet';

/**
 * Where the fleet that the device kept lies in the cache: beside what is read, never in its place, so that nothing but
 * the fleet screen takes it for an answer of Azure.
 */
export function lastFleetKey(azure: Pick<Azure, 'scope'>, selection: SubscriptionSelection) {
  return [...azureKey(azure), lastFleetKind, selection === 'all' ? 'all' : sortedIds(selection)] as const;
}
