import { ChevronDown16Regular } from '@fluentui/react-icons/headless/svg/chevron-down';
import type { ReactNode } from 'react';
import styles from './menu-button.module.css';
import type { Popup } from './use-popup.ts';

type Props = {
  readonly popup: Popup;
  readonly icon?: ReactNode;
  /** Said in place of the words where those are hidden or cut. */
  readonly label?: string | undefined;
  /** Something is chosen inside. */
  readonly chosen?: boolean;
  readonly chevron?: boolean;
  readonly disabled?: boolean;
  /** Its name in the list of commands; without one it is not in there. */
  readonly command?: string;
  readonly children: ReactNode;
};

/** A native button that opens a menu or a picker; what it opens may still be on its way. */
export function MenuButton({
  popup,
  icon,
  label,
  chosen,
  chevron = true,
  disabled,
  command,
  children,
}: Props) {
  return (
    <button
      type="button"
      className={styles['button']}
      aria-haspopup="dialog"
      aria-expanded={popup.anchor !== null}
      aria-label={label}
      title={label}
      data-chosen={chosen || undefined}
      data-icon={!children || undefined}
      disabled={disabled}
      data-command={command}
      onClick={popup.toggle}
    >
      {icon}
      {children && <span>{children}</span>}
      {chevron && <ChevronDown16Regular />}
    </button>
  );
}
