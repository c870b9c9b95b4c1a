import { ErrorCircle16Regular } from '@fluentui/react-icons/headless/svg/error-circle';
import type { UnreadableFleetRow } from '../../../domain/fleet/fleet-row.ts';
import cells from './cells.module.css';
import { roles } from './roles.ts';
import type { RowProps } from './service-row.tsx';
import styles from './table.module.css';

type Props = RowProps & { readonly row: UnreadableFleetRow };

/** A row that Azure sent and that could not be read: it keeps its place, and shows what came. */
export function UnreadableRow({ row, index, top, activeColumn }: Props) {
  return (
    <tr
      {...roles.row}
      className={styles['row']}
      style={{ transform: `translateY(${top}px)` }}
      data-key={row.key}
      aria-rowindex={index + 2}
    >
      <td {...roles.cell} className={styles['cell']} data-col={0} tabIndex={activeColumn === 0 ? 0 : -1} />
      <th
        {...roles.rowHead}
        scope="row"
        className={styles['cell']}
        data-col={1}
        tabIndex={activeColumn === 1 ? 0 : -1}
      >
        <span className={styles['name']}>{row.name}</span>
        <div className={styles['place']} title={row.subscription}>
          <span className={styles['half']}>{row.subscription}</span>
        </div>
      </th>
      <td
        {...roles.cell}
        className={`${styles['cell']} ${styles['wide']}`}
        data-col={2}
        tabIndex={activeColumn >= 2 ? 0 : -1}
      >
        <div className={cells['line']}>
          <ErrorCircle16Regular /> Unreadable
          <button type="button" className={styles['link']} tabIndex={-1} data-json={row.key}>
            Show its JSON
          </button>
        </div>
        <div className={styles['note']} title={row.unreadable.problem}>
          {row.unreadable.problem}
        </div>
      </td>
    </tr>
  );
}
