/** A task longer than 50 ms makes a page feel stuck (web.dev, "Optimize long tasks"); a slice leaves room for the rest. */
const sliceMs = 8;

function breath(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, 0);
  });
}

/**
 * Runs steps to their end, letting the page handle input and paint in between; `onSlice` is told what the last step of
 * each slice yielded. @throws the signal's reason
 */
export async function runSliced<T, S>(
  steps: Generator<S, T>,
  signal: AbortSignal,
  onSlice?: (step: S) => void,
): Promise<T> {
  for (;;) {
    await breath();
    signal.throwIfAborted();
    const until = performance.now() + sliceMs;
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() < until) continue;
      onSlice?.(step.value);
      break;
    }
  }
}
