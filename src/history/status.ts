/**
 * Why nothing is recorded:
 * `switched-off` by configuration or reader, `unavailable` no IndexedDB here, `blocked` another tab holds an older
 * version open, `replaced` a newer version of the page took over (reload), `newer` the database was written by a newer
 * version, `quota` the disk or the share of this origin is full, `damaged` the database cannot be opened or read,
 * `failed` anything else.
 */
export type OffReason =
  | 'switched-off'
  | 'unavailable'
  | 'blocked'
  | 'replaced'
  | 'newer'
  | 'quota'
  | 'damaged'
  | 'failed';

/** What the app shows of the history. `off` never loses what was recorded, and never stops the app. */
export type HistoryStatus =
  | { readonly status: 'opening' }
  | { readonly status: 'on' }
  | { readonly status: 'off'; readonly reason: OffReason; readonly detail: string };

/** Errors of IndexedDB by name; browsers agree on names, not on texts. */
const reasons: Readonly<Record<string, OffReason>> = {
  QuotaExceededError: 'quota',
  VersionError: 'newer',
  UnknownError: 'damaged',
  DataError: 'damaged',
  NotFoundError: 'damaged',
  NotReadableError: 'damaged',
  SecurityError: 'unavailable',
};

/** The state that an error of IndexedDB leaves the history in. */
export function offBecause(error: unknown): HistoryStatus {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const detail = error instanceof Error || error instanceof DOMException ? error.message : String(error);
  return { status: 'off', reason: reasons[name] ?? 'failed', detail: detail || name };
}

/** A status that can be watched, as React's useSyncExternalStore wants it. */
export class StatusHolder {
  private current: HistoryStatus = { status: 'opening' };
  private readonly listeners = new Set<() => void>();

  readonly get = (): HistoryStatus => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(status: HistoryStatus): void {
    if (JSON.stringify(status) === JSON.stringify(this.current)) return;
    this.current = status;
    for (const listener of this.listeners) listener();
  }
}
