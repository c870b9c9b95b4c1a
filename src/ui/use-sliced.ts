import { useEffect, useState } from 'react';
import { runSliced } from './run-sliced.ts';

export type Sliced<T> = {
  /** The last result; it stands while the next one is being made. */
  readonly result: T | undefined;
  /** A newer result is on its way. */
  readonly busy: boolean;
};

/**
 * Something that takes too long for one task, made again whenever `steps` is another function (so it must be memoised).
 * Undefined steps leave things as they are. An error is thrown on to the screen's boundary.
 */
export function useSliced<T>(steps: (() => Generator<undefined, T>) | undefined): Sliced<T> {
  const [made, setMade] = useState<{ readonly of: unknown; readonly result: T }>();
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  useEffect(() => {
    if (!steps) return;
    const controller = new AbortController();
    runSliced(steps(), controller.signal).then(
      result => setMade({ of: steps, result }),
      (error: unknown) => {
        if (!controller.signal.aborted) setFailure({ error });
      },
    );
    return () => controller.abort();
  }, [steps]);
  if (failure) throw failure.error;
  return { result: made?.result, busy: steps !== undefined && made?.of !== steps };
}
