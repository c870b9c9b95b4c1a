import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { lastFleetKind } from '../../azure/last-fleet.ts';
import type { FleetRead } from '../../azure/read-fleet.ts';
import { yieldToMain } from '../../azure/yield-to-main.ts';
import { toFleetRows } from '../../domain/fleet/fleet-row.ts';
import type { FleetStore } from '../../fleet-cache/fleet-store.ts';

const rowsInPart = 500;
/** Where the kind of what was read stands in a cache key, behind whose it is. */
const kindAt = 4;

/**
 * Hands the fleet screen what the device kept, when it asks, and keeps every whole read. What is kept has the key of
 * what was read: cloud, tenant, account and subscriptions.
 */
export function followFleets(
  queries: QueryClient,
  store: FleetStore,
  pause: () => Promise<void>,
): () => void {
  const asked = (queryKey: QueryKey) => queryKey[kindAt] === lastFleetKind;
  const restore = async (queryKey: QueryKey) => {
    const fleet = await store.read(storeKey(queryKey));
    if (fleet) await makeRows(fleet);
    const isAskedFor = queries.getQueryCache().find({ queryKey }) !== undefined;
    if (fleet && isAskedFor && !isWhole(queries.getQueryData<FleetRead>(withKind(queryKey, 'fleet'))))
      queries.setQueryData(queryKey, fleet);
  };
  const keep = (queryKey: QueryKey) => {
    const read = queries.getQueryData<FleetRead>(queryKey);
    if (!read || !isWhole(read)) return;
    // Azure has answered: what the device kept has done its part, and would take its memory twice.
    const last = withKind(queryKey, lastFleetKind);
    if (queries.getQueryData(last)) queries.setQueryData(last, null);
    void store.write(storeKey(queryKey), read, pause);
  };
  const stop = queries.getQueryCache().subscribe(({ type, query, ...event }) => {
    const { queryKey } = query;
    if (type === 'added' && asked(queryKey)) void restore(queryKey);
    else if (type === 'updated' && queryKey[kindAt] === 'fleet' && 'action' in event) {
      if (event.action.type === 'success') keep(queryKey);
    }
  });
  // What was asked, or answered, before this code was here.
  for (const { queryKey } of queries.getQueryCache().getAll()) {
    if (queryKey[kindAt] === 'fleet') keep(queryKey);
    else if (asked(queryKey)) void restore(queryKey);
  }
  return stop;
}

/** The text under which a fleet is kept. */
export function storeKey(queryKey: QueryKey): string {
  return JSON.stringify(withKind(queryKey, 'fleet'));
}

function withKind(queryKey: QueryKey, kind: string): QueryKey {
  return queryKey.map((part, at) => (at === kindAt ? kind : part));
}

function isWhole(read: FleetRead | undefined): boolean {
  return read !== undefined && read.underWay === undefined && read.incomplete === null;
}

/** Each row is made once for its service: made here in parts, thousands of them hold the page nowhere. */
async function makeRows({ services, subscriptions }: FleetRead): Promise<void> {
  for (let at = 0; at < services.length; at += rowsInPart) {
    if (at > 0) await yieldToMain();
    toFleetRows({ services: services.slice(at, at + rowsInPart), subscriptions, unreadable: [] });
  }
}
