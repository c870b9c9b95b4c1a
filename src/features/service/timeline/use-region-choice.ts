import { useMemo, useState } from 'react';
import type { Lane } from '../../../domain/timeline/validity.ts';

export type RegionChoice = {
  /** Every region that ever had an address. */
  readonly all: readonly string[];
  readonly shown: ReadonlySet<string>;
  /** A region, or empty for all of them. */
  readonly chosen: string;
  /** Whether all of them may be shown at once. */
  readonly mayShowAll: boolean;
  readonly choose: (region: string) => void;
};

/** Which regions are shown: all, or one; where there is little room always one. */
export function useRegionChoice(lanes: readonly Lane[], small: boolean): RegionChoice {
  const [wanted, choose] = useState('');
  return useMemo(() => {
    const all = [...new Set(lanes.map(lane => lane.region))];
    const known = all.includes(wanted) ? wanted : '';
    const chosen = known === '' && small ? (all[0] ?? '') : known;
    return { all, chosen, choose, mayShowAll: !small, shown: new Set(chosen === '' ? all : [chosen]) };
  }, [lanes, wanted, small]);
}
