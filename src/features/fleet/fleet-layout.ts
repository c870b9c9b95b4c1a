import { useMemo } from 'react';
import type { Column } from '../../domain/fleet/columns.ts';
import { useMedia } from '../../ui/use-media.ts';

/** How the rows stand at this width (the rules of the visual target: 1200, 900; below 720 a table has no room). */
export type FleetLayout = {
  readonly entries: boolean;
  readonly columns: readonly Column[];
  /** Private VIPs stand on the second line of the public ones. */
  readonly joined: boolean;
};

export function useFleetLayout(chosen: readonly Column[]): FleetLayout {
  const entries = useMedia('(max-width: 719px)');
  const narrow = useMedia('(max-width: 899px)');
  const medium = useMedia('(max-width: 1199px)');
  return useMemo(() => {
    const joined = medium && chosen.includes('public') && chosen.includes('private');
    return {
      entries,
      joined,
      columns: chosen.filter(
        column => !(joined && column === 'private') && !(narrow && column === 'regions'),
      ),
    };
  }, [chosen, entries, narrow, medium]);
}

const spans: Readonly<Record<string, readonly [leastPx: number, share: number]>> = {
  tier: [84, 1.16],
  vnet: [86, 1.12],
  public: [150, 1.8],
  private: [112, 1.4],
  outbound: [150, 1.8],
  regions: [110, 1.96],
  status: [96, 1.72],
  platform: [96, 1.2],
  hosts: [180, 2.4],
  created: [96, 1.2],
  change: [100, 1.84],
};
const tagSpan = [110, 1.4] as const;
const joinedSpan = [164, 2.2] as const;
const nameLeastPx = 120;
const selectPx = 44;

/** The widths of the columns: fixed by column, sharing what is left in the proportions of the visual target. */
export function gridTemplate({ columns, joined }: FleetLayout): string {
  const tracks = columns.map(column => spanOf(column, joined)).map(([least, share]) => track(least, share));
  return [`${selectPx}px`, track(nameLeastPx, 2.72), ...tracks].join(' ');
}

/** Below this width the table is wider than its place, and the page scrolls sideways. */
export function leastTableWidth({ columns, joined }: FleetLayout): number {
  return columns.reduce((sum, column) => sum + spanOf(column, joined)[0], selectPx + nameLeastPx);
}

function spanOf(column: Column, joined: boolean): readonly [number, number] {
  if (joined && column === 'public') return joinedSpan;
  return spans[column] ?? tagSpan;
}

function track(leastPx: number, share: number): string {
  return `minmax(${leastPx}px, ${share}fr)`;
}
