import type { ArmError, ArmScope } from './arm-error.ts';

/** A request that waits before it is sent again, for the screen to say so. */
export type ArmWait = {
  readonly id: number;
  readonly scope: ArmScope;
  readonly reason: 'throttled' | 'server' | 'offline';
  /** What the last try came to. */
  readonly error: ArmError;
  /** Epoch ms at which it goes on. */
  readonly until: number;
};

/** What the transport is waiting for at this moment; made for `useSyncExternalStore`. */
export class ArmActivity {
  #waits: readonly ArmWait[] = [];
  #next = 1;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly waits = (): readonly ArmWait[] => this.#waits;

  /** Notes a wait; the function that it gives back ends it. */
  begin(wait: Omit<ArmWait, 'id'>): () => void {
    const entry = { ...wait, id: this.#next++ };
    this.#set([...this.#waits, entry]);
    return () => this.#set(this.#waits.filter(one => one.id !== entry.id));
  }

  #set(waits: readonly ArmWait[]): void {
    this.#waits = waits;
    for (const listener of this.#listeners) listener();
  }
}
