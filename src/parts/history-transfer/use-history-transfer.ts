import { useState } from 'react';
import { clock } from '../../ui/clock.ts';
import { saveBlob } from '../../ui/save-text.ts';
import { type ImportOutcome, importText } from './import-words.ts';

/** What can be done with a whole history; none of them rejects. */
export type TransferActions = {
  readonly importFile: (file: Blob) => Promise<ImportOutcome>;
  readonly exportFile: (options: { readonly names: boolean }) => Promise<Blob | null>;
  readonly clear: () => Promise<void>;
};

/** A history as a file: out, in, and away. `message` says what became of the last wish. */
export function useHistoryTransfer(actions: TransferActions | undefined) {
  const [message, setMessage] = useState('');
  return {
    message,
    /** True once the browser has the file. */
    async exportFile(names: boolean): Promise<boolean> {
      const blob = await actions?.exportFile({ names });
      if (!blob) {
        setMessage('The history could not be read.');
        return false;
      }
      const name = `apim-ip-history-${new Date(clock.now()).toISOString().slice(0, 10)}.jsonl`;
      saveBlob(blob, name);
      setMessage(`Exported as ${name}, ${names ? 'with' : 'without'} names of people.`);
      return true;
    },
    async importFile(file: File): Promise<void> {
      if (!actions) return;
      setMessage(`Reading ${file.name}`);
      setMessage(importText(await actions.importFile(file)));
    },
    async clear(): Promise<void> {
      await actions?.clear();
      setMessage('The history of this account on this device was deleted.');
    },
  };
}
