import { type ReactNode, useRef } from 'react';
import { Modal } from './modal.tsx';
import { PlainButton } from './plain-button.tsx';
import styles from './sheet.module.css';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  /** May set `--sheet-width`. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** Something to read over the page, under a title with a way out. */
export function Sheet({ title, onClose, className = '', children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <Modal dialog={dialog} label={title} onClose={onClose} className={`${styles['sheet']} ${className}`}>
      <div className={styles['head']}>
        <h2>{title}</h2>
        <PlainButton onClick={() => dialog.current?.close()}>Close</PlainButton>
      </div>
      {children}
    </Modal>
  );
}
