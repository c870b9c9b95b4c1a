import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { FleetRead } from '../../azure/read-fleet.ts';
import type { ChangeSummary } from '../../domain/fleet/change-summary.ts';
import { type FleetFilter, filterRows } from '../../domain/fleet/fleet-filter.ts';
import { type FleetRow, toFleetRows } from '../../domain/fleet/fleet-row.ts';
import { holdOrder, placesOf } from '../../domain/fleet/hold-order.ts';
import { searchText } from '../../domain/fleet/search-text.ts';
import { formatSort, type Sort, sortRows } from '../../domain/fleet/sort-rows.ts';
import { type FleetSummary, summarise, summarising } from '../../domain/fleet/summarise.ts';
import { withNetwork } from '../../domain/fleet/with-network.ts';
import { useSliced } from '../../ui/use-sliced.ts';
import { useNetworkAnswers } from './network/fleet-network.ts';

export type FleetRows = {
  /** All of them, in order. */
  readonly all: readonly FleetRow[];
  /** Those that the filter lets through. */
  readonly shown: readonly FleetRow[];
  /** Undefined while the fleet is still being read: figures do not count up. */
  readonly summary: FleetSummary | undefined;
};

const none: readonly FleetRow[] = [];

/** The rows of the table, from what was read: put in order, then narrowed. Typing never waits for it. */
export function useFleetRows(
  read: FleetRead | undefined,
  changes: ChangeSummary | undefined,
  sort: Sort,
  filter: FleetFilter,
): FleetRows {
  const rows = useSameRows(useMemo(() => (read ? toFleetRows(read, changes) : none), [read, changes]));
  const ordered = useSteadyOrder(rows, sort);
  const answers = useNetworkAnswers();
  const all = useMemo(() => withNetwork(ordered, answers), [ordered, answers]);
  const now = read?.receivedAt ?? 0;
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => filterRows(all, wanted, now), [all, wanted, now]);
  const isDone = read !== undefined && read.underWay === undefined;
  const summary = useSummary(isDone ? rows : undefined, now);
  useReadyToSearch(isDone ? rows : none);
  return { all, shown, summary };
}

/** More rows than these are counted in slices, so that they never hold the page. */
const rowsAtOnce = 1_000;

function useSummary(rows: readonly FleetRow[] | undefined, now: number): FleetSummary | undefined {
  const isSmall = rows !== undefined && rows.length <= rowsAtOnce;
  const small = useMemo(() => (isSmall ? summarise(rows, now) : undefined), [isSmall, rows, now]);
  const steps = useMemo(
    () => (rows && !isSmall ? () => summarising(rows, now) : undefined),
    [rows, isSmall, now],
  );
  const { result } = useSliced(steps);
  return small ?? (steps && result);
}

/** The last list where a refresh brought the same rows: then nothing is put in order, filtered or drawn again. */
function useSameRows(rows: readonly FleetRow[]): readonly FleetRow[] {
  const [last, setLast] = useState(rows);
  if (last === rows) return last;
  const same = last.length === rows.length && last.every((row, at) => row === rows[at]);
  if (same) return last;
  setLast(rows);
  return rows;
}

type Ordered = {
  readonly source: readonly FleetRow[];
  readonly sort: string;
  readonly rows: readonly FleetRow[];
};

/** Rows in order, where a refresh moves none that stands already; another order moves them all. */
function useSteadyOrder(source: readonly FleetRow[], sort: Sort): readonly FleetRow[] {
  const wanted = formatSort(sort);
  const [ordered, setOrdered] = useState<Ordered>({ source: none, sort: wanted, rows: none });
  if (ordered.source === source && ordered.sort === wanted) return ordered.rows;
  const sorted = sortRows(nearlySorted(ordered.rows, source), sort);
  const rows = ordered.sort === wanted ? holdOrder(placesOf(ordered.rows), sorted) : sorted;
  setOrdered({ source, sort: wanted, rows });
  return rows;
}

/** The rows in the order in which they stood, new ones behind: an order that is nearly there is soon made. */
function nearlySorted(last: readonly FleetRow[], source: readonly FleetRow[]): readonly FleetRow[] {
  const left = new Set(source);
  const kept = last.filter(row => left.delete(row));
  return kept.length === 0 ? source : [...kept, ...left];
}

const sliceMs = 8;

/** Makes the text that is searched ready while the page is idle, so that the first letter typed finds it there. */
function useReadyToSearch(rows: readonly FleetRow[]): void {
  useEffect(() => {
    let at = 0;
    let timer = setTimeout(work, 300);
    function work(): void {
      const end = performance.now() + sliceMs;
      for (; at < rows.length && performance.now() < end; at++) {
        const row = rows[at];
        if (row) searchText(row);
      }
      if (at < rows.length) timer = setTimeout(work, 30);
    }
    return () => clearTimeout(timer);
  }, [rows]);
}
