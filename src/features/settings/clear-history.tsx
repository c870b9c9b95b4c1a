import { useState } from 'react';
import { useHistory } from '../../history/history-context.ts';
import { useHistoryTransfer } from '../../parts/history-transfer/use-history-transfer.ts';
import { PlainButton } from '../../ui/plain-button.tsx';
import styles from './settings.module.css';

/** Deletes the history of this account for good, asked for twice. */
export function ClearHistory() {
  const { actions } = useHistory();
  const { message, clear } = useHistoryTransfer(actions);
  const [asked, ask] = useState(false);
  return (
    <>
      <div className={styles['row']}>
        {asked ? (
          <div className={styles['question']} role="alert">
            <span>
              Everything recorded of this account and tenant on this device will be deleted. Azure keeps no
              copy of it. Export it first if somebody may ask for it.
            </span>
            <PlainButton
              onClick={() => {
                ask(false);
                void clear();
              }}
            >
              Delete for good
            </PlainButton>
            <PlainButton kind="link" onClick={() => ask(false)}>
              Keep it
            </PlainButton>
          </div>
        ) : (
          <PlainButton disabled={!actions} onClick={() => ask(true)}>
            Clear the history
          </PlainButton>
        )}
      </div>
      <p role="status" className={styles['message']}>
        {message}
      </p>
    </>
  );
}
