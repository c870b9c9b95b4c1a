import { useEffect, useRef, useState } from 'react';
import { runSliced } from '../../../ui/run-sliced.ts';

type Writing = {
  /** Rows that are written so far; undefined while nothing is being written, or too little to tell of. */
  readonly done: number | undefined;
  /** Writes a file in slices; undefined where another was begun instead. Closing the menu ends it. */
  readonly write: (steps: Generator<number, string>) => Promise<string | undefined>;
};

/** A file of many rows takes longer than a page may stand still, so it says how far it is. */
export function useWriting(): Writing {
  const [done, setDone] = useState<number>();
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);
  const write = async (steps: Generator<number, string>) => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    setDone(undefined);
    try {
      return await runSliced(steps, controller.signal, setDone);
    } catch (error) {
      if (controller.signal.aborted) return undefined;
      throw error;
    }
  };
  return { done, write };
}
