import type { RefObject } from 'react';

type Props = {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onFile: (file: File) => void;
};

/** The browser's own dialog for a history file, opened by a button elsewhere. The same file may be chosen twice. */
export function HistoryFileInput({ input, onFile }: Props) {
  return (
    <input
      ref={input}
      type="file"
      className="visually-hidden"
      tabIndex={-1}
      aria-label="History file"
      accept=".jsonl,.ndjson,application/jsonl,text/plain"
      onChange={event => {
        const [file] = event.currentTarget.files ?? [];
        event.currentTarget.value = '';
        if (file) onFile(file);
      }}
    />
  );
}
