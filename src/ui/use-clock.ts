import { useSyncExternalStore } from 'react';
import { clock } from './clock.ts';

const stepMs = 1_000;
const listeners = new Set<() => void>();
let now = clock.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  now = clock.now();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, stepMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function current(): number {
  if (timer === undefined && clock.now() - now >= stepMs) now = clock.now();
  return now;
}

/**
 * Something that follows the clock, such as an age in words: looked at once a second, rendered only when it differs.
 * One timer serves the whole page.
 */
export function useClock<T extends string | number | boolean>(read: (now: number) => T): T {
  return useSyncExternalStore(subscribe, () => read(current()));
}
