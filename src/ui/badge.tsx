import type { ReactNode } from 'react';
import styles from './badge.module.css';

type Props = {
  readonly tone?: 'neutral' | 'external' | 'internal';
  readonly icon?: ReactNode;
  readonly title?: string | undefined;
  readonly children: ReactNode;
};

/** A bordered word. Colour never stands alone: an icon or the word itself says the same. */
export function Badge({ tone = 'neutral', icon, title, children }: Props) {
  return (
    <span className={styles['badge']} data-tone={tone} title={title}>
      {icon}
      {children}
    </span>
  );
}
