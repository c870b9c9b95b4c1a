import { useRef, useState } from 'react';
import { useHistory } from '../../history/history-context.ts';
import { HistoryFileInput } from '../../parts/history-transfer/file-input.tsx';
import { useHistoryTransfer } from '../../parts/history-transfer/use-history-transfer.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { PlainButton } from '../../ui/plain-button.tsx';
import styles from './settings.module.css';

/** The history as a file, to keep or to put together with a colleague's. */
export function HistoryFile() {
  const { actions, status, team } = useHistory();
  const on = actions !== undefined && status.status === 'on';
  const transfer = useHistoryTransfer(actions);
  const [names, setNames] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <div className={styles['row']}>
        <PlainButton disabled={!on} onClick={() => void transfer.exportFile(names)}>
          Export the history
        </PlainButton>
        <label className={styles['choice']} htmlFor="settings-history-names">
          <CheckBox
            id="settings-history-names"
            checked={names}
            onChange={event => setNames(event.currentTarget.checked)}
          />
          With names of people
        </label>
        <PlainButton disabled={!on} onClick={() => input.current?.click()}>
          Import a history
        </PlainButton>
        <HistoryFileInput input={input} onFile={file => void transfer.importFile(file)} />
      </div>
      <p>
        One file for every service, as JSON Lines. An imported file is added to what is here: nothing is lost,
        and nothing is counted twice. A damaged file is refused whole.
        {team && ' What your team recorded is not in it: that is a file already.'}
      </p>
      <p role="status" className={styles['message']}>
        {transfer.message}
      </p>
    </>
  );
}
