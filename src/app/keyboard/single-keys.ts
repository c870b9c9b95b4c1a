import { useSyncExternalStore } from 'react';

const key = 'apim-ip.single-keys';
const listeners = new Set<() => void>();

function stored(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

let on = stored();

function apply(next: boolean): void {
  on = next;
  // The top bar shows the key beside its box.
  if (next) delete document.documentElement.dataset['singleKeys'];
  else document.documentElement.dataset['singleKeys'] = 'off';
  for (const listener of listeners) listener();
}

apply(on);
addEventListener('storage', event => {
  if (event.key === key || event.key === null) apply(stored());
});

/**
 * Whether keys without Ctrl act outside of a table: they can be switched off for those whose voice control types them
 * (WCAG 2.1.4, character key shortcuts). Kept on the device; storage that is denied costs only memory.
 */
export const singleKeys = {
  get: (): boolean => on,
  set(next: boolean): void {
    try {
      if (next) localStorage.removeItem(key);
      else localStorage.setItem(key, 'off');
    } catch {
      // The choice then lasts until the page is left.
    }
    apply(next);
  },
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSingleKeys(): readonly [boolean, (next: boolean) => void] {
  return [useSyncExternalStore(subscribe, singleKeys.get), singleKeys.set];
}
