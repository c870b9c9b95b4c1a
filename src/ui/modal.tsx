import { type ReactNode, type RefObject, useLayoutEffect } from 'react';
import styles from './modal.module.css';

type Props = {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly label: string;
  readonly onClose: () => void;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/**
 * A dialog over the page, the browser's own: it takes the focus and keeps it, Escape closes it, and closing gives the
 * focus back. Close it through `dialog.current.close()`: the browser gives nothing back for one that is merely taken away.
 */
export function Modal({ dialog, label, onClose, className, children }: Props) {
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, [dialog]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the dialog closes it, and so does Escape.
    <dialog
      ref={dialog}
      className={`${styles['modal']} ${className ?? ''}`}
      aria-label={label}
      onClose={onClose}
      onClick={event => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      {children}
    </dialog>
  );
}
