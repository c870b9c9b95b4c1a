import { useMemo } from 'react';
import {
  type Column,
  columnLabel,
  defaultColumns,
  fixedColumns,
  inTableOrder,
  readColumn,
} from '../../../domain/fleet/columns.ts';
import { tagNames } from '../../../domain/fleet/facets.ts';
import type { FleetRow } from '../../../domain/fleet/fleet-row.ts';
import { AnchoredPopover } from '../../../ui/anchored-popover.tsx';
import { OptionList } from '../../../ui/option-list.tsx';
import { PlainButton } from '../../../ui/plain-button.tsx';
import type { Popup } from '../../../ui/use-popup.ts';
import { changeFleetAddress } from '../fleet-address.ts';
import styles from './pickers.module.css';

type Props = {
  readonly popup: Popup;
  readonly chosen: readonly Column[];
  readonly rows: readonly FleetRow[];
};

/** The columns of the table: facts that every service has, and any tag of the fleet. */
export function ColumnPicker({ popup, chosen, rows }: Props) {
  const options = useMemo(() => {
    const tags = new Map(tagNames(rows).map(name => [name.toLowerCase(), name]));
    for (const column of chosen)
      if (column.startsWith('tag:')) tags.set(column.slice(4).toLowerCase(), column.slice(4));
    return [
      ...fixedColumns.map(column => ({ value: column, label: columnLabel(column) })),
      ...[...tags.values()].map(name => ({ value: `tag:${name}`, label: name, detail: 'tag' })),
    ];
  }, [rows, chosen]);
  return (
    <AnchoredPopover popup={popup} label="Columns" align="end" className={styles['surface']}>
      <OptionList
        what="columns"
        options={options}
        chosen={chosen}
        onChange={values =>
          changeFleetAddress({ cols: inTableOrder(values.flatMap(value => readColumn(value) ?? [])) })
        }
      />
      <div className={styles['foot']}>
        <PlainButton kind="link" onClick={() => changeFleetAddress({ cols: defaultColumns })}>
          The usual columns
        </PlainButton>
      </div>
    </AnchoredPopover>
  );
}
