import { useSyncExternalStore } from 'react';

/** What lies over every screen: the commands, or the sheet of keys. */
export type Overlay = 'commands' | 'keys';

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
