import { memo, useRef } from 'react';
import type { Column } from '../../../domain/fleet/columns.ts';
import { columnLabel } from '../../../domain/fleet/columns.ts';
import type { ServiceRow as Row } from '../../../domain/fleet/fleet-row.ts';
import { servicePathOf } from '../../../domain/url/service-url.ts';
import { AppLink } from '../../../ui/app-link.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { cellLines } from './cells.tsx';
import { roles } from './roles.ts';
import styles from './table.module.css';
import { useChangedCells } from './use-changed-cells.ts';

export type RowProps = {
  /** In the order of the table, from 0. */
  readonly index: number;
  /** Px from the top of the body. */
  readonly top: number;
  readonly selected: boolean;
  /** The column of the one cell that the Tab key reaches, -1 in every other row. */
  readonly activeColumn: number;
};

type Props = RowProps & { readonly row: Row; readonly columns: readonly Column[]; readonly joined: boolean };

/** The path of a service's own screen: its ARM id. */
export function servicePath({ service }: Row): string {
  return servicePathOf(service.id);
}

/** One service. The table hears all presses and keys; a row knows none of them, so that it is drawn seldom. */
export const ServiceRow = memo(function ServiceRow(props: Props) {
  const { row, columns, joined, index, top, selected, activeColumn } = props;
  const element = useRef<HTMLTableRowElement>(null);
  useChangedCells(element, row, columns);
  const stop = (column: number) => (column === activeColumn ? 0 : -1);
  return (
    <tr
      ref={element}
      {...roles.row}
      className={styles['row']}
      style={{ transform: `translateY(${top}px)` }}
      data-key={row.key}
      data-edge={edgeOf(row)}
      aria-rowindex={index + 2}
      aria-selected={selected}
    >
      <td {...roles.cell} className={styles['cell']} data-col={0} tabIndex={stop(0)}>
        <CheckBox
          className={styles['box']}
          aria-label={`Select ${row.name}`}
          tabIndex={-1}
          data-select
          checked={selected}
          readOnly
        />
      </td>
      <th {...roles.rowHead} scope="row" className={styles['cell']} data-col={1} tabIndex={stop(1)}>
        <AppLink href={servicePath(row)} className={styles['name']} tabIndex={-1} title={row.name}>
          {row.name}
        </AppLink>
        <Place group={row.service.resourceGroup} subscription={row.subscription} />
      </th>
      {columns.map((column, at) => {
        const { value, note } = cellLines(row, column, joined);
        return (
          <td
            key={column}
            {...roles.cell}
            className={styles['cell']}
            data-col={at + 2}
            data-column={columnLabel(column)}
            tabIndex={stop(at + 2)}
          >
            {value}
            {note !== undefined && note !== '' && <div className={styles['note']}>{note}</div>}
          </td>
        );
      })}
    </tr>
  );
});

/** A row that wants a person's eye has an edge; words and an icon in the row say why. */
export function edgeOf(row: Row): 'unexplained' | 'risk' | undefined {
  if (row.changes?.unexplained) return 'unexplained';
  return row.atRisk ? 'risk' : undefined;
}

/** Where a service lies. Each half is cut by itself, so that the end of the line stays readable. */
export function Place({ group, subscription }: { readonly group: string; readonly subscription: string }) {
  return (
    <div className={styles['place']} title={`${group} · ${subscription}`}>
      <span className={styles['half']}>{group}</span>·<span className={styles['half']}>{subscription}</span>
    </div>
  );
}
