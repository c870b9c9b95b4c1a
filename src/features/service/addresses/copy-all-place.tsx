import { ChevronDown12Regular } from '@fluentui/react-icons/headless/svg/chevron-down';
import { Copy20Regular } from '@fluentui/react-icons/headless/svg/copy';
import styles from './copy-all.module.css';

/** The place of the "Copy all" menu until Fluent has come. */
export function CopyAllPlace() {
  return (
    <span className={styles['place']} aria-hidden="true">
      <Copy20Regular />
      Copy all
      <ChevronDown12Regular />
    </span>
  );
}
