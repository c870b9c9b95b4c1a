import { useState } from 'react';
import { historyOffWords } from '../../history/off-words.ts';
import type { HistoryStatus } from '../../history/status.ts';
import { FloatingNote } from '../../ui/floating-note.tsx';
import { PlainButton } from '../../ui/plain-button.tsx';

type Props = {
  readonly status: Extract<HistoryStatus, { status: 'off' }>;
  readonly onRetry: () => void;
};

/** Recording stopped by itself: why, and what can be done. The app goes on without it. */
export function HistoryNotice({ status, onRetry }: Props) {
  const [closed, setClosed] = useState('');
  if (closed === status.reason) return null;
  const { title, text, retry } = historyOffWords(status.reason);
  return (
    <FloatingNote side="start" onClose={() => setClosed(status.reason)}>
      <b>{title}.</b> {text}{' '}
      {retry && (
        <PlainButton kind="link" onClick={onRetry}>
          Try again
        </PlainButton>
      )}
    </FloatingNote>
  );
}
