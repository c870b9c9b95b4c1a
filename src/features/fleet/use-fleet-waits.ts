import { useMemo, useSyncExternalStore } from 'react';
import type { ArmWait } from '../../azure/arm-activity.ts';
import { useAzure } from '../../azure/azure-context.ts';
import { clock } from '../../ui/clock.ts';

/** The reads of the fleet, by the names that the transport is given. */
const operations = new Set(['query services', 'query subscriptions', 'list services', 'list subscriptions']);
/** A shorter pause is no news: it would only flash. */
const worthSayingMs = 1_500;

/** The pauses that a read of the fleet is in, the longest first. */
export function useFleetWaits(): readonly ArmWait[] {
  const { activity } = useAzure().arm;
  const waits = useSyncExternalStore(activity.subscribe, activity.waits);
  return useMemo(
    () =>
      waits
        .filter(one => operations.has(one.scope.operation) && one.until - clock.now() >= worthSayingMs)
        .sort((a, b) => b.until - a.until),
    [waits],
  );
}
