export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'apim-ip.theme';
const listeners = new Set<() => void>();

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(key);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
}

let choice: ThemeChoice = 'system';

function apply(next: ThemeChoice): void {
  choice = next;
  if (next === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = next;
  for (const listener of listeners) listener();
}

/** Light, dark or the system's: kept on the device, the same in every tab. Storage that is denied costs only memory. */
export const themeChoice = {
  get: (): ThemeChoice => choice,
  set(next: ThemeChoice): void {
    try {
      localStorage.setItem(key, next);
    } catch {
      // The choice then lasts until the page is left.
    }
    apply(next);
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Applies the stored choice and follows the other tabs. */
  start(): void {
    apply(stored());
    addEventListener('storage', event => {
      if (event.key === key) apply(stored());
    });
  },
};
