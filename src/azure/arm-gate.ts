/**
 * Lets at most `limit` requests of one scope through at a time and holds all of them back while the scope is
 * throttled: ARM restarts the wait for whoever calls earlier (learn: request-limits-and-throttling).
 */
export class ArmGate {
  readonly #limit: number;
  readonly #scopes = new Map<string, { running: number; resumeAt: number; waiting: (() => void)[] }>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Resolves when a request of this scope may start; rejects with the signal's reason when it is aborted first. */
  async enter(key: string, signal: AbortSignal | undefined): Promise<() => void> {
    signal?.throwIfAborted();
    const scope = this.#scope(key);
    if (scope.running >= this.#limit) await this.#queue(scope.waiting, signal);
    else scope.running++;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = scope.waiting.shift();
      if (next) next();
      else scope.running--;
    };
  }

  /** Holds the scope back until an instant (epoch ms). */
  pause(key: string, until: number): void {
    const scope = this.#scope(key);
    scope.resumeAt = Math.max(scope.resumeAt, until);
  }

  /** Epoch ms before which no request of the scope may be sent; 0 when none is held back. */
  resumeAt(key: string): number {
    return this.#scope(key).resumeAt;
  }

  #scope(key: string) {
    const found = this.#scopes.get(key) ?? { running: 0, resumeAt: 0, waiting: [] };
    this.#scopes.set(key, found);
    return found;
  }

  #queue(waiting: (() => void)[], signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = () => {
        signal?.removeEventListener('abort', cancel);
        resolve();
      };
      const cancel = () => {
        const at = waiting.indexOf(go);
        if (at >= 0) waiting.splice(at, 1);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      waiting.push(go);
    });
  }
}
