import { useEffect, useState } from 'react';
import { useAzure } from '../../../azure/azure-context.ts';
import { type GuidanceAnswer, readGuidance } from '../../../azure/read-guidance.ts';
import type { ServiceRow } from '../../../domain/fleet/fleet-row.ts';
import { clock } from '../../../ui/clock.ts';

/** How far the reading of many services has come. */
export type GuidanceReading =
  | { readonly state: 'reading'; readonly done: number; readonly cancel: () => void }
  | { readonly state: 'cancelled'; readonly done: number; readonly restart: () => void }
  | { readonly state: 'failed'; readonly error: unknown; readonly restart: () => void }
  | { readonly state: 'read'; readonly answers: readonly GuidanceAnswer[] };

type Progress =
  | { readonly state: 'reading'; readonly done: number }
  | { readonly state: 'cancelled'; readonly done: number }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'read'; readonly answers: readonly GuidanceAnswer[] };

const start: Progress = { state: 'reading', done: 0 };

/** Reads what the services need as soon as it is shown, until it is cancelled or leaves the screen. */
export function useReadGuidance(rows: readonly ServiceRow[]): GuidanceReading {
  const azure = useAzure();
  const [attempt, setAttempt] = useState(() => new AbortController());
  const [progress, setProgress] = useState(start);

  useEffect(() => {
    const { signal } = attempt;
    if (signal.aborted) return;
    const own = new AbortController();
    const set = (next: Progress) => {
      if (!signal.aborted && !own.signal.aborted) setProgress(next);
    };
    readGuidance(azure, rows, {
      signal: AbortSignal.any([signal, own.signal]),
      onProgress: done => set({ state: 'reading', done }),
      now: clock.now,
    }).then(
      answers => set({ state: 'read', answers }),
      (error: unknown) => set({ state: 'failed', error }),
    );
    return () => own.abort();
  }, [azure, rows, attempt]);

  const restart = () => {
    setProgress(start);
    setAttempt(new AbortController());
  };
  switch (progress.state) {
    case 'reading': {
      const { done } = progress;
      const cancel = () => {
        attempt.abort();
        setProgress({ state: 'cancelled', done });
      };
      return { state: 'reading', done, cancel };
    }
    case 'read':
      return progress;
    default:
      return { ...progress, restart };
  }
}
