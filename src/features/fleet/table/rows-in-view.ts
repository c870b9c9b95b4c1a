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

/** Rows drawn beyond the view at each end: more than a turn of the wheel brings into it. */
export const overscan = 12;

/** The same before the code that follows the reader is here: enough that no gap is seen. */
const firstOverscan = 2;

/** Rows drawn in advance in one frame: with more of them a frame would come late on a slow machine. */
const inAdvance = 5;

/** Rows by their places, ascending. */
type Rows = readonly number[];

/**
 * Which rows to draw next: all that are in view, and of those beyond it a few more than are drawn already, the nearest
 * first. `isWhole`: none is left to draw in advance.
 */
export function nextRows(
  drawn: Rows,
  view: { readonly first: number; readonly last: number },
  count: number,
): { readonly indexes: Rows; readonly isWhole: boolean } {
  const from = Math.max(0, view.first - overscan);
  const to = Math.min(count - 1, view.last + overscan);
  const isSeen = (index: number) => index >= view.first && index <= view.last;
  const stays = new Set(drawn);
  const indexes: number[] = [];
  const missing: number[] = [];
  for (let index = from; index <= to; index++)
    (isSeen(index) || stays.has(index) ? indexes : missing).push(index);
  const distance = (index: number) => (index < view.first ? view.first - index : index - view.last);
  missing.sort((a, b) => distance(a) - distance(b));
  indexes.push(...missing.slice(0, inAdvance));
  return { indexes: indexes.sort((a, b) => a - b), isWhole: missing.length <= inAdvance };
}

/** The rows that are in view by the height of a row alone: drawn until the code that follows the reader is here. */
export function firstRowsInView(count: number, top: number): RowsInView {
  const { scrollY: offset, innerHeight: height } = window;
  const from = Math.max(0, Math.floor((offset - top) / rowHeight) - firstOverscan);
  const to = Math.min(count, Math.ceil((offset + height - top) / rowHeight) + firstOverscan);
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
