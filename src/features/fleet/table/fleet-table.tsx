import { type ComponentType, type CSSProperties, useEffect, useRef, useState } from 'react';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import { hasPinned } from '../../../domain/fleet/has-pinned.ts';
import type { Sort } from '../../../domain/fleet/sort-rows.ts';
import { type FleetLayout, gridTemplate, leastTableWidth } from '../fleet-layout.ts';
import type { RowSelection } from '../use-row-selection.ts';
import { FooterBar, type Standing } from './footer-bar.tsx';
import { footHeight, headHeight, rowHeight } from './measures.ts';
import { roles } from './roles.ts';
import { EveryRow, type FollowerProps, firstRowsInView, type RowsInView } from './rows-in-view.ts';
import { ServiceRow } from './service-row.tsx';
import styles from './table.module.css';
import { TableHead } from './table-head.tsx';
import { UnreadableRow } from './unreadable-row.tsx';
import { useDocumentTop } from './use-document-top.ts';
import { type GridActions, useGrid } from './use-grid.ts';
import { useSteadyView } from './use-steady-view.ts';

// Asked for with the table's own code: it is here before the first rows are.
const follower = import('./row-follower.ts').then(
  (part): ComponentType<FollowerProps> => part.RowFollower,
  () => EveryRow,
);

type Props = GridActions & {
  readonly rows: readonly FleetRow[];
  /** Services in all, before any filter. */
  readonly total: number;
  readonly standing: Standing;
  readonly layout: FleetLayout;
  readonly sort: Sort;
  readonly selection: RowSelection;
  /** Differs when the reader asked for other rows or another order, not when a refresh brought them. */
  readonly request: string;
};

/** The services as a grid of native table cells, of which only those in view are drawn. */
export function FleetTable({ rows, total, standing, layout, sort, selection, request, ...actions }: Props) {
  const { columns, joined } = layout;
  const body = useRef<HTMLTableSectionElement>(null);
  const top = useDocumentTop(body);
  const grid = useGrid({ rows, columns, selection, ...actions });
  const { activeIndex, active } = grid;

  const RowFollower = useFollower();
  const [followed, setFollowed] = useState<RowsInView>();
  const { indexes, offset, height } = followed ?? firstRowsInView(rows.length, top);
  useSteadyView({ rows, top, request, focused: grid.focusedKey });

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
          {indexes.map(index => {
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
      {RowFollower && (
        <RowFollower
          rows={rows}
          top={top}
          activeIndex={activeIndex}
          scrollTo={grid.scrollTo}
          onView={setFollowed}
        />
      )}
      <FooterBar
        first={Math.ceil((offset + headHeight - top) / rowHeight)}
        last={Math.floor((offset + height - footHeight - top) / rowHeight)}
        shown={rows.length}
        total={total}
        standing={standing}
        sort={sort}
        pinned={hasPinned(rows)}
      />
    </>
  );
}

/** Once the first rows are painted: it measures, and the browser would have to lay them out in the task that made them. */
function useFollower(): ComponentType<FollowerProps> | undefined {
  const [found, setFound] = useState<ComponentType<FollowerProps>>();
  useEffect(() => {
    let left = false;
    void follower.then(part => {
      if (!left) setFound(() => part);
    });
    return () => {
      left = true;
    };
  }, []);
  return found;
}
