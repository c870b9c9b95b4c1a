import { type RefObject, useLayoutEffect } from 'react';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import { rowHeight } from './measures.ts';

/** What of the table is drawn, and what of the page is seen. */
export type RowsInView = {
  /** Of the rows that are drawn, ascending. */
  readonly indexes: readonly number[];
  /** How far the page is scrolled, and how much of it is seen, in px. */
  readonly offset: number;
  readonly height: number;
};

export type FollowerProps = {
  readonly rows: readonly FleetRow[];
  /** Where the rows begin, in px from the top of the document. */
  readonly top: number;
  /** The row that has the focus, -1 for none. */
  readonly activeIndex: number;
  readonly scrollTo: RefObject<(index: number) => void>;
  readonly onView: (view: RowsInView) => void;
};

/** Rows drawn beyond the view at each end. */
export const overscan = 8;

/** The rows that are in view by the height of a row alone: drawn until the code that follows the reader is here. */
export function firstRowsInView(count: number, top: number): RowsInView {
  const { scrollY: offset, innerHeight: height } = window;
  const from = Math.max(0, Math.floor((offset - top) / rowHeight) - overscan);
  const to = Math.min(count, Math.ceil((offset + height - top) / rowHeight) + overscan);
  const indexes = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  return { indexes, offset, height };
}

/** In the place of what follows the reader, where that could not be fetched: all rows are drawn, slowly but whole. */
export function EveryRow({ rows, onView }: FollowerProps) {
  useLayoutEffect(() => {
    onView({ indexes: rows.map((_, index) => index), offset: window.scrollY, height: window.innerHeight });
  }, [rows, onView]);
  return null;
}
