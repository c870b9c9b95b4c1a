import { Dismiss16Regular } from '@fluentui/react-icons/headless/svg/dismiss';
import type { ReactNode } from 'react';
import styles from './floating-note.module.css';

type Props = {
  readonly children: ReactNode;
  readonly side?: 'start' | 'end';
  readonly onClose: () => void;
};

/** News that comes while the reader works: it lies over the page, so that nothing moves, and can be put away. */
export function FloatingNote({ children, side = 'end', onClose }: Props) {
  return (
    <div className={styles['note']} data-side={side} role="status">
      <div>{children}</div>
      <button type="button" aria-label="Close" data-closes="" onClick={onClose}>
        <Dismiss16Regular />
      </button>
    </div>
  );
}
