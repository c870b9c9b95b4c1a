import { useRef, useState } from 'react';
import type { TimelineEntry } from '../../../domain/timeline/entry.ts';
import { useHistory } from '../../../history/history-context.ts';
import { HistoryFileInput } from '../../../parts/history-transfer/file-input.tsx';
import { useHistoryTransfer } from '../../../parts/history-transfer/use-history-transfer.ts';
import { AnchoredPopover } from '../../../ui/anchored-popover.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { saveText } from '../../../ui/save-text.ts';
import type { Popup } from '../../../ui/use-popup.ts';
import { entriesCsv, entriesText } from './export-entries.ts';
import styles from './history-menu.module.css';

type Props = {
  readonly popup: Popup;
  readonly entries: readonly TimelineEntry[];
  readonly name: string;
};

/** The list as text or CSV; the history of every service as a file, to keep or to put together with a colleague's. */
export function HistoryMenu({ popup, entries, name }: Props) {
  const { actions, status } = useHistory();
  const on = actions !== undefined && status.status === 'on';
  const transfer = useHistoryTransfer(actions);
  const [names, setNames] = useState(false);
  const [sure, setSure] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const count = `${entries.length} ${entries.length === 1 ? 'change' : 'changes'}`;

  async function clear(): Promise<void> {
    setSure(!sure);
    if (sure) await transfer.clear();
  }

  return (
    <AnchoredPopover popup={popup} label="Export and history" align="end" className={styles['menu']}>
      <h3>These changes</h3>
      <button
        type="button"
        disabled={entries.length === 0}
        onClick={() => void copyText(entriesText(entries), count).then(popup.close)}
      >
        Copy as text <span>{count}</span>
      </button>
      <button
        type="button"
        disabled={entries.length === 0}
        onClick={() => {
          saveText(entriesCsv(entries), `${name}-changes.csv`, 'text/csv;charset=utf-8');
          popup.close();
        }}
      >
        CSV, for a spreadsheet <span>{count}</span>
      </button>
      <h3>History of all services on this device</h3>
      <button
        type="button"
        disabled={!on}
        onClick={() => void transfer.exportFile(names).then(done => done && popup.close())}
      >
        Export as a file <span>JSON Lines</span>
      </button>
      <label htmlFor="history-names">
        <CheckBox
          id="history-names"
          checked={names}
          onChange={event => setNames(event.currentTarget.checked)}
        />{' '}
        With names of people
      </label>
      <button type="button" disabled={!on} onClick={() => input.current?.click()}>
        Import a file <span>is added, nothing is lost</span>
      </button>
      <HistoryFileInput input={input} onFile={file => void transfer.importFile(file)} />
      <button type="button" disabled={!actions} data-sure={sure || undefined} onClick={() => void clear()}>
        {sure ? 'Delete for good' : 'Clear the history'} <span>of this account</span>
      </button>
      <p role="status" className={styles['message']}>
        {transfer.message}
      </p>
    </AnchoredPopover>
  );
}
