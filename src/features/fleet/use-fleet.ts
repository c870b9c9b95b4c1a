import { skipToken, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useAzure } from '../../azure/azure-context.ts';
import { fleetQuery } from '../../azure/fleet-read-query.ts';
import { lastFleetKey } from '../../azure/last-fleet.ts';
import type { SubscriptionSelection } from '../../azure/query-resource-graph.ts';
import type { FleetRead } from '../../azure/read-fleet.ts';
import { useHistory } from '../../history/history-context.ts';
import { changeFleetAddress } from './fleet-address.ts';
import { useSubscriptionChoice } from './subscription-choice.ts';

/** The fleet as far as it was read, and what stands in the way of the rest. */
export type Fleet = {
  readonly selection: SubscriptionSelection;
  /** Absent until the first rows are here. */
  readonly read: FleetRead | undefined;
  readonly isReading: boolean;
  /** The browser is offline, and nothing is asked until it is back. */
  readonly isPaused: boolean;
  /** Why the last read failed; null where it did not. */
  readonly error: Error | null;
  readonly refresh: () => void;
  /** Asks these subscriptions from now on, and keeps the choice; none: all of them. */
  readonly choose: (subscriptionIds: readonly string[]) => void;
};

/** The tenant of the fleet that was shown last: a list of subscriptions in the address belongs to it. */
let lastTenant: string | undefined;

/** Reads the fleet of the subscriptions in the address, else of those that the account chose, else of all. */
export function useFleet(sub: readonly string[]): Fleet {
  const azure = useAzure();
  const { tenantId } = azure.scope;
  const [chosen, keep] = useSubscriptionChoice(azure.scope);
  const ids = sub.length > 0 ? sub : chosen;
  const selection = useMemo((): SubscriptionSelection => (ids.length > 0 ? ids : 'all'), [ids]);

  useEffect(() => {
    if (lastTenant !== undefined && lastTenant !== tenantId) changeFleetAddress({ sub: [] });
    lastTenant = tenantId;
  }, [tenantId]);
  // The address names what is shown, so that it can be sent as it stands.
  useEffect(() => {
    if (sub.length === 0 && chosen.length > 0) changeFleetAddress({ sub: chosen });
  }, [sub, chosen]);

  // One function for a selection: with another at every render the rows would be other ones at every render.
  const placeholderData = useCallback(
    (last: FleetRead | undefined) => last && partOf(last, selection),
    [selection],
  );
  const query = useQuery({ ...fleetQuery(azure, selection), placeholderData });
  // What the device kept stands until all of it was read anew: rows that come by pages would make it shrink and grow. The
  // first rows wait for the history, which pins rows on top: no row moves once it stands.
  const { summaries, status } = useHistory();
  const isLate = useIsLate(query.data !== undefined);
  const isPinned = summaries !== undefined || status.status === 'off' || isLate;
  const { data: last } = useQuery<FleetRead | null>({
    queryKey: lastFleetKey(azure, selection),
    queryFn: skipToken,
    structuralSharing: false,
  });
  return {
    selection,
    read: !isPinned ? undefined : last && (!query.data || query.data.underWay) ? last : query.data,
    isReading: query.isFetching,
    isPaused: query.fetchStatus === 'paused',
    error: query.error,
    refresh: () => void query.refetch(),
    choose(next) {
      keep(next);
      changeFleetAddress({ sub: next });
    },
  };
}

/** Longest that rows of Azure wait for what the device recorded: its storage may hang, or its code not come. */
const longestMs = 1_000;

function useIsLate(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setLate(true), longestMs);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  return isLate;
}

/** What of the last fleet belongs to another selection: it stands until that one is read. */
function partOf(read: FleetRead, selection: SubscriptionSelection): FleetRead {
  if (selection === 'all') return read;
  const asked = new Set(selection.map(id => id.toLowerCase()));
  const has = (id: string) => asked.has(id.toLowerCase());
  return {
    ...read,
    services: read.services.filter(service => has(service.subscriptionId)),
    unreadable: [],
    subscriptions: read.subscriptions.filter(one => has(one.id)),
    missing: read.missing.filter(one => has(one.subscriptionId)),
  };
}
