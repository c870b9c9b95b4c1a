/** A task longer than 50 ms makes a page feel stuck (web.dev, "Optimize long tasks"); a slice leaves room for the rest. */
const sliceMs = 10;

/**
 * Lets the browser handle input and paint before the work goes on. A browser that has `scheduler.yield()` goes on at once
 * where there is nothing to handle; a timer that follows a timer waits for 4 ms (HTML Standard, "timer initialization
 * steps"), which for ten thousand services is a second.
 */
export function yieldToMain(): Promise<void> {
  const { scheduler }: { readonly scheduler?: Partial<Scheduler> } = globalThis;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise(resolve => {
    setTimeout(resolve, 0);
  });
}

/** Maps a list in slices of at most about 10 ms. @throws the signal's reason when it is aborted between slices. */
export async function sliced<T, R>(
  items: readonly T[],
  map: (item: T) => R,
  signal: AbortSignal | undefined,
): Promise<R[]> {
  const results: R[] = [];
  let began = performance.now();
  for (const item of items) {
    results.push(map(item));
    if (performance.now() - began < sliceMs) continue;
    await yieldToMain();
    signal?.throwIfAborted();
    began = performance.now();
  }
  return results;
}
