import { useLayoutEffect, useRef } from 'react';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import { headHeight, rowHeight } from './measures.ts';

type Input = {
  readonly rows: readonly FleetRow[];
  /** Where the rows begin, in px from the top of the document. */
  readonly top: number;
  readonly request: string;
  /** The row that has the focus, if any. */
  readonly focused: string | null;
};

/**
 * Keeps what the reader looks at in its place when a refresh puts rows above it or takes some away: the page scrolls by
 * as much. A reader at the top of the table stays at the top.
 */
export function useSteadyView({ rows, top, request, focused }: Input): void {
  const last = useRef({ rows, request });
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { rows, request };
    if (before.rows === rows || before.request !== request) return;
    const firstInView = Math.ceil((window.scrollY + headHeight - top) / rowHeight);
    if (firstInView <= 0) return;
    const anchor = before.rows[firstInView];
    const key = focused ?? anchor?.key;
    if (key === undefined) return;
    const was = before.rows.findIndex(row => row.key === key);
    const is = rows.findIndex(row => row.key === key);
    if (was >= 0 && is >= 0 && was !== is) window.scrollBy(0, (is - was) * rowHeight);
  }, [rows, request, top, focused]);
}
