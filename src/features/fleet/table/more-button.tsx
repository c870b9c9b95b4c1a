import type { ReactNode } from 'react';
import type { Column } from '../../../domain/fleet/columns.ts';
import styles from './cells.module.css';

type Props = {
  /** What the list holds that it opens; the table hears the press. */
  readonly column: Column;
  readonly label: string;
  readonly tabIndex: 0 | -1;
  readonly children: ReactNode;
};

/** `+2`: opens the list of all values of a cell. */
export function MoreButton({ column, label, tabIndex, children }: Props) {
  return (
    <button
      type="button"
      className={styles['more']}
      data-more={column}
      aria-haspopup="dialog"
      aria-label={label}
      title={label}
      tabIndex={tabIndex}
    >
      {children}
    </button>
  );
}
