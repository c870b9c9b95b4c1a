import { useDeferredValue, useMemo } from 'react';
import type { ChangeSummary } from '../../domain/fleet/change-summary.ts';
import type { Fleet } from './use-fleet.ts';

type Shown = { readonly fleet: Fleet; readonly changes: ChangeSummary | undefined };

/**
 * The fleet and its history for the screen. The first rows stand as soon as they can. What comes later is drawn piece by
 * piece behind what stands, rows and history together: thousands of rows at once would hold the page, and a row that came
 * before its change would move.
 */
export function useCalmly(fleet: Fleet, changes: ChangeSummary | undefined): Shown {
  const { read } = fleet;
  const latest = useMemo(() => ({ read, changes }), [read, changes]);
  const calm = useDeferredValue(latest);
  const shown = calm.read ? calm : latest;
  return { fleet: { ...fleet, read: shown.read }, changes: shown.changes };
}
