import { type RefObject, useEffect, useRef } from 'react';
import { cellText } from '../../../domain/fleet/cell-text.ts';
import type { Column } from '../../../domain/fleet/columns.ts';
import type { ServiceRow } from '../../../domain/fleet/fleet-row.ts';
import { flash } from './flash.ts';

const shownMs = 2_000;

/** Marks the cells of a row in view that a refresh changed. */
export function useChangedCells(
  element: RefObject<HTMLElement | null>,
  row: ServiceRow,
  columns: readonly Column[],
): void {
  const last = useRef(row);
  useEffect(() => {
    const before = last.current;
    last.current = row;
    if (before === row) return;
    for (const [at, column] of columns.entries()) {
      if (cellText(before, column) === cellText(row, column)) continue;
      const cell = element.current?.querySelector<HTMLElement>(`[data-col="${at + 2}"]`);
      if (cell) flash(cell, 'changed', shownMs);
    }
  }, [element, row, columns]);
}
