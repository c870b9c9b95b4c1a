/** The sandbox's clock: one time for token expiry, change feeds, quotas and faults; tests set it, the control page moves it. */
export class Clock {
  offsetMs = 0;
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Epoch ms. */
  now(): number {
    return this.#now() + this.offsetMs;
  }
}
