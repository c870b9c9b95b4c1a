import { CopyButton } from '../../../ui/copy-button.tsx';
import styles from './json-tab.module.css';

type Props = { readonly label: string; readonly text: string; readonly what: string };

/** One line of code with its name and a copy button; a long one wraps rather than hides. */
export function CodeLine({ label, text, what }: Props) {
  return (
    <div className={styles['line']}>
      <h2>{label}</h2>
      <code>{text}</code>
      <CopyButton text={text} what={what} />
    </div>
  );
}
