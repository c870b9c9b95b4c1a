import { ArrowDown16Regular } from '@fluentui/react-icons/headless/svg/arrow-down';
import { ArrowUp16Regular } from '@fluentui/react-icons/headless/svg/arrow-up';
import { memo, useEffect, useRef } from 'react';
import { type Column, columnLabel } from '../../../domain/fleet/columns.ts';
import type { Sort, SortKey } from '../../../domain/fleet/sort-rows.ts';
import { statusMeaning } from '../../../parts/status-label.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { chooseOrder } from '../remembered-order.ts';
import { roles } from './roles.ts';
import styles from './table.module.css';

type Props = {
  readonly columns: readonly Column[];
  readonly sort: Sort;
  /** The column of the head that the Tab key reaches, -1 where it reaches a row. */
  readonly activeColumn: number;
  readonly selection: 'none' | 'some' | 'all';
};

/** What the second press of a head does to these: newest first is what is looked for. */
const newestFirst: ReadonlySet<SortKey> = new Set<SortKey>(['change', 'created']);

const meanings: Readonly<Record<string, string>> = {
  status: statusMeaning,
  units: 'Summed over the regions',
};

/**
 * The heads: a press sorts, a second one turns the order round. Names and arrows say which one holds. Scrolling draws none
 * of them anew.
 */
export const TableHead = memo(function TableHead({ columns, sort, activeColumn, selection }: Props) {
  const heads: readonly (readonly [SortKey, string])[] = [
    ['name', 'Service'],
    ...columns.map(column => [column, columnLabel(column)] as const),
  ];
  return (
    <thead {...roles.rows} className={styles['head']}>
      <tr {...roles.row} aria-rowindex={1}>
        <th {...roles.head} scope="col" data-col={0}>
          <SelectAll selection={selection} tabIndex={activeColumn === 0 ? 0 : -1} />
        </th>
        {heads.map(([key, label], at) => {
          const sorted = sort.by === key;
          return (
            <th
              key={key}
              {...roles.head}
              scope="col"
              data-col={at + 1}
              aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                tabIndex={activeColumn === at + 1 ? 0 : -1}
                title={meanings[key]}
                onClick={() => chooseOrder(afterPress(sort, key))}
              >
                <span>{label}</span>
                {sorted && (sort.descending ? <ArrowDown16Regular /> : <ArrowUp16Regular />)}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
});

function afterPress(sort: Sort, by: SortKey): Sort {
  return { by, descending: sort.by === by ? !sort.descending : newestFirst.has(by) };
}

type SelectAllProps = { readonly selection: Props['selection']; readonly tabIndex: 0 | -1 };

function SelectAll({ selection, tabIndex }: SelectAllProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = selection === 'some';
  }, [selection]);
  return (
    <CheckBox
      ref={box}
      className={styles['box']}
      aria-label="Select all rows that are shown"
      data-select-all
      tabIndex={tabIndex}
      checked={selection === 'all'}
      readOnly
    />
  );
}
