import { useSyncExternalStore } from 'react';

/**
 * The pasted list, in the memory of this tab and nowhere else: it outlives a look at another screen, and is gone with a
 * reload. Rule lists name other people's networks, so they are neither stored nor sent nor put into a link.
 */
let text = '';
const listeners = new Set<() => void>();

function set(next: string): void {
  text = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePastedList(): readonly [text: string, setText: (text: string) => void] {
  return [useSyncExternalStore(subscribe, () => text), set];
}
