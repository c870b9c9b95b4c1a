import type { ReactNode } from 'react';
import styles from './skeleton.module.css';

type Props = {
  /** Any CSS length; `ch` follows the text that will stand there. */
  readonly width: string;
  /** The line of text that it stands for: 20 px, or 16 px for a caption. */
  readonly line?: 'text' | 'caption';
};

/** A bar in the place of a text that is on its way; a screen reader is told by whoever draws the bars. */
export function Skeleton({ width, line = 'text' }: Props) {
  return (
    <span className={styles['line']} data-line={line} aria-hidden="true">
      <span className={styles['bar']} style={{ width }} />
    </span>
  );
}

/** A place of many bars, which breathe as one: a hundred by themselves cost a loading page an eighth of its time. */
export function Skeletons({ children }: { readonly children: ReactNode }) {
  return <div className={styles['together']}>{children}</div>;
}
