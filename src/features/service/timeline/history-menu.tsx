import { useRef, useState } from 'react';
import type { TimelineEntry } from '../../../domain/timeline/entry.ts';
import { useHistory } from '../../../history/history-context.ts';
import type { ImportResult } from '../../../history/history-store.ts';
import { AnchoredPopover } from '../../../ui/anchored-popover.tsx';
import { CheckBox } from '../../../ui/check-box.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { saveBlob, saveText } from '../../../ui/save-text.ts';
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
  const [names, setNames] = useState(false);
  const [message, setMessage] = useState('');
  const [sure, setSure] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const on = actions !== undefined && status.status === 'on';
  const count = `${entries.length} ${entries.length === 1 ? 'change' : 'changes'}`;

  async function exportAll(): Promise<void> {
    const blob = await actions?.exportFile({ names });
    if (!blob) return setMessage('The history could not be read.');
    saveBlob(blob, `apim-ip-history-${new Date().toISOString().slice(0, 10)}.jsonl`);
    popup.close();
  }

  async function importFile(file: File | undefined): Promise<void> {
    if (!file || !actions) return;
    setMessage('Reading the file');
    setMessage(importText(await actions.importFile(file)));
  }

  async function clear(): Promise<void> {
    if (!sure) return setSure(true);
    await actions?.clear();
    setSure(false);
    setMessage('The history of this account on this device was deleted.');
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
      <button type="button" disabled={!on} onClick={() => void exportAll()}>
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
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label="History file"
        accept=".jsonl,.ndjson,application/jsonl,text/plain"
        onChange={event => void importFile(event.currentTarget.files?.[0])}
      />
      <button type="button" disabled={!actions} data-sure={sure || undefined} onClick={() => void clear()}>
        {sure ? 'Delete for good' : 'Clear the history'} <span>of this account</span>
      </button>
      <p role="status" className={styles['message']}>
        {message}
      </p>
    </AnchoredPopover>
  );
}

function importText(result: ImportResult): string {
  if (result.ok) {
    if (result.services === 0) return 'Everything in the file was known already.';
    return `Imported: ${result.observations} observations were new, ${result.services === 1 ? 'one service' : `${result.services} services`} changed.`;
  }
  if (result.because === 'storage') return 'The history could not be written. Nothing was imported.';
  return `The file was refused, nothing was imported. Line ${result.line}: ${result.reason}`;
}
