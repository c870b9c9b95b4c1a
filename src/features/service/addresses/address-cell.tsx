import { useState } from 'react';
import type { RoleCell } from '../../../domain/guidance/address-roles.ts';
import { CauseMark } from '../../../parts/cause-mark.tsx';
import { RelativeTime } from '../../../parts/relative-time.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { PlainButton } from '../../../ui/plain-button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import styles from './address-cell.module.css';
import { type CellContext, cellWords } from './cell-words.ts';
import { valuesOf } from './role-columns.ts';
import { useChanged } from './use-changed.ts';

type Props = {
  readonly cell: RoleCell;
  readonly context: CellContext;
  /** ISO time at which one of the addresses came by a change that nothing explains. */
  readonly unexplainedAt?: string | undefined;
  /** -1 inside a grid, where the arrow keys lead. */
  readonly tabIndex?: number;
};

/** More values than these open on demand. */
const shown = 4;

/** The addresses of one role in one region, each to copy, or the words that stand in their place. */
export function AddressCell({ cell, context, unexplainedAt, tabIndex }: Props) {
  const [all, setAll] = useState(false);
  const values = [...new Set(valuesOf(cell))];
  const { instead, note, doubtful } = cellWords(cell, context);
  const waiting = cell.kind === 'unknown' && cell.pending && context.loading;
  const changed = useChanged(waiting ? undefined : `${instead} ${values.join(' ')}`);
  const visible = all ? values : values.slice(0, shown);
  const more = values.length - visible.length;
  return (
    <div className={styles['cell']} data-doubtful={doubtful || undefined} data-changed={changed || undefined}>
      {visible.map(value => (
        <div key={value} className={styles['value']}>
          <span className="mono">{value}</span>
          <CopyButton
            text={value}
            what={value}
            className={styles['copy']}
            {...(tabIndex === undefined ? {} : { tabIndex })}
          />
        </div>
      ))}
      {more > 0 && (
        <PlainButton kind="link" onClick={() => setAll(true)}>
          {more} more
        </PlainButton>
      )}
      {waiting && values.length === 0 ? (
        <Skeleton width="13ch" />
      ) : (
        instead !== undefined && <div className={styles['instead']}>{instead}</div>
      )}
      {unexplainedAt === undefined ? (
        <div className={styles['note']}>{note}</div>
      ) : (
        <div className={styles['unexplained']} title={note}>
          <CauseMark kind="unexplained" /> Unexplained change, <RelativeTime at={unexplainedAt} />
        </div>
      )}
    </div>
  );
}
