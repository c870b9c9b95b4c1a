import { useState } from 'react';
import styles from './notices.module.css';

/** What the reader should know about the address that they opened; each can be put away. */
export function Notices({ texts }: { readonly texts: readonly string[] }) {
  const [closed, setClosed] = useState<readonly string[]>([]);
  const open = texts.filter(text => !closed.includes(text));
  return (
    <div className={styles['notices']} role="status">
      {open.map(text => (
        <p key={text}>
          <span>{text}</span>
          <button type="button" data-closes="" onClick={() => setClosed([...closed, text])}>
            Close
          </button>
        </p>
      ))}
    </div>
  );
}
