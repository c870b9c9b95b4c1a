import { columnLabel, defaultColumns } from '../../../domain/fleet/columns.ts';
import { formatSort, readSort, type Sort } from '../../../domain/fleet/sort-rows.ts';
import { chooseOrder } from '../remembered-order.ts';
import styles from './filter-panel.module.css';

const orders: readonly (readonly [sort: string, label: string])[] = [
  ['name', 'Name'],
  ['-change', 'Newest change first'],
  ...defaultColumns
    .filter(column => column !== 'change')
    .map(column => [column, columnLabel(column)] as const),
];

/** The order of the rows, where there are no heads to press. */
export function OrderChoice({ sort }: { readonly sort: Sort }) {
  const now = formatSort(sort);
  const known = orders.some(([value]) => value === now);
  return (
    <select
      className={styles['select']}
      aria-label="Order"
      value={now}
      onChange={event => {
        const next = readSort(event.currentTarget.value);
        if (next) chooseOrder(next);
      }}
    >
      {!known && <option value={now}>{now}</option>}
      {orders.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
