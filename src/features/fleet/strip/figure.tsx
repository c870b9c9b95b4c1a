import type { ReactNode } from 'react';
import { Skeleton } from '../../../ui/skeleton.tsx';
import styles from './figure.module.css';

type Props = {
  /** Undefined while it is not known yet; a text where there is no figure. */
  readonly value: number | string | undefined;
  readonly name: string;
  /** Where there is little room. */
  readonly shortName?: string;
  readonly icon?: ReactNode;
  readonly note: ReactNode;
  /** Stands in for the note where there is little room. */
  readonly badge?: ReactNode;
  readonly pressed: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
};

/** One figure of the strip, pressed when the rows below are narrowed to it. */
export function Figure({ value, name, shortName, icon, note, badge, pressed, disabled, onPress }: Props) {
  return (
    <button
      type="button"
      className={styles['figure']}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      <span className={styles['value']}>{value === undefined ? <Skeleton width="24px" /> : value}</span>
      <span className={styles['name']}>
        {icon}
        {shortName === undefined ? (
          name
        ) : (
          <>
            <span className={styles['long']}>{name}</span>
            <span className={styles['short']}>{shortName}</span>
          </>
        )}
        {badge !== undefined && <span className={styles['badge']}>{badge}</span>}
      </span>
      <span className={styles['note']} title={typeof note === 'string' ? note : undefined}>
        {value === undefined ? <Skeleton width="88px" line="caption" /> : note}
      </span>
    </button>
  );
}
