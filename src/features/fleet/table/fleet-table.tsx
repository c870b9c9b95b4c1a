import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useCallback, useRef } from 'react';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import type { Sort } from '../../../domain/fleet/sort-rows.ts';
import { type FleetLayout, gridTemplate, leastTableWidth } from '../fleet-layout.ts';
import type { RowSelection } from '../use-row-selection.ts';
import { FooterBar } from './footer-bar.tsx';
import { footHeight, headHeight, rowHeight } from './measures.ts';
import { roles } from './roles.ts';
import { ServiceRow } from './service-row.tsx';
import styles from './table.module.css';
import { TableHead } from './table-head.tsx';
import { UnreadableRow } from './unreadable-row.tsx';
import { useDocumentTop } from './use-document-top.ts';
import { type GridActions, useGrid } from './use-grid.ts';
import { useSteadyView } from './use-steady-view.ts';

type Props = GridActions & {
  readonly rows: readonly FleetRow[];
  /** Services in all, before any filter. */
  readonly total: number;
  /** False while more rows are on their way. */
  readonly isWhole: boolean;
  readonly layout: FleetLayout;
  readonly sort: Sort;
  readonly selection: RowSelection;
  /** Differs when the reader asked for other rows or another order, not when a refresh brought them. */
  readonly request: string;
};

/** The services as a grid of native table cells, of which only those in view are drawn. */
export function FleetTable({ rows, total, isWhole, layout, sort, selection, request, ...actions }: Props) {
  const { columns, joined } = layout;
  const body = useRef<HTMLTableSectionElement>(null);
  const top = useDocumentTop(body);
  const grid = useGrid({ rows, columns, selection, ...actions });
  const { activeIndex, active } = grid;

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    getItemKey: index => rows[index]?.key ?? index,
    overscan: 8,
    scrollMargin: top,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: footHeight,
    // The row that has the focus stays drawn wherever the reader scrolls, or the focus would be lost.
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range);
        if (activeIndex < 0 || indexes.includes(activeIndex)) return indexes;
        return [...indexes, activeIndex].sort((a, b) => a - b);
      },
      [activeIndex],
    ),
  });
  grid.scrollTo.current = index => virtualizer.scrollToIndex(index, { align: 'auto' });
  useSteadyView({ rows, top, request, focused: grid.focusedKey });

  const offset = virtualizer.scrollOffset ?? 0;
  const height = virtualizer.scrollRect?.height ?? 0;
  const widths = {
    '--columns': gridTemplate(layout),
    minWidth: leastTableWidth(layout),
  } as CSSProperties;
  return (
    <>
      <table
        ref={grid.ref}
        {...roles.grid}
        className={styles['table']}
        style={widths}
        aria-label="Services"
        aria-rowcount={rows.length + 1}
        onClick={grid.onClick}
        onKeyDown={grid.onKeyDown}
        onFocus={grid.onFocus}
        onBlur={grid.onBlur}
      >
        <TableHead
          columns={columns}
          sort={sort}
          activeColumn={activeIndex < 0 ? active.column : -1}
          selection={selection.extent}
        />
        <tbody
          ref={body}
          {...roles.rows}
          className={styles['body']}
          style={{ height: rows.length * rowHeight }}
        >
          {virtualizer.getVirtualItems().map(({ index }) => {
            const row = rows[index];
            if (!row) return null;
            const place = {
              index,
              top: index * rowHeight,
              selected: selection.has(row.key),
              activeColumn: index === activeIndex ? active.column : -1,
            };
            return row.kind === 'service' ? (
              <ServiceRow key={row.key} row={row} columns={columns} joined={joined} {...place} />
            ) : (
              <UnreadableRow key={row.key} row={row} {...place} />
            );
          })}
        </tbody>
      </table>
      <FooterBar
        first={Math.ceil((offset + headHeight - top) / rowHeight)}
        last={Math.floor((offset + height - footHeight - top) / rowHeight)}
        shown={rows.length}
        total={total}
        isWhole={isWhole}
        sort={sort}
      />
    </>
  );
}
