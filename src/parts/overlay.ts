import { useSyncExternalStore } from 'react';

/** What lies over every screen: the commands, the sheet of keys, what the words mean, or what went wrong. */
export type Overlay = 'commands' | 'keys' | 'words' | 'problems';

let open: Overlay | undefined;
const listeners = new Set<() => void>();

export const overlay = {
  get: (): Overlay | undefined => open,
  set(next: Overlay | undefined): void {
    open = next;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function useOverlay(): Overlay | undefined {
  return useSyncExternalStore(overlay.subscribe, overlay.get);
}
