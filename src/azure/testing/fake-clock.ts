/** Work that is cut into slices gives way by a timer; a slow machine makes some thousand slices of ten thousand rows. */
const mostTurns = 10_000;

/** Lets one real timer go off: turns without one pass by the thousand while work that gave way waits for its own. */
function timerTurn(): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, 0);
  });
}

type Sleeper = { readonly at: number; readonly wake: () => void };

/** A clock that stands still until nothing else moves, then jumps to whoever sleeps shortest: no test waits. */
export class FakeClock {
  #now = Date.parse('2026-11-22T10:00:00Z');
  #sleepers: Sleeper[] = [];

  readonly now = (): number => this.#now;

  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const cancel = () => {
        this.#sleepers = this.#sleepers.filter(one => one !== sleeper);
        reject(signal?.reason);
      };
      const wake = () => {
        signal?.removeEventListener('abort', cancel);
        resolve();
      };
      const sleeper = { at: this.#now + Math.max(0, ms), wake };
      signal?.addEventListener('abort', cancel, { once: true });
      this.#sleepers.push(sleeper);
    });

  /** How many sleep now. */
  get sleeping(): number {
    return this.#sleepers.length;
  }

  /** Lets everything run that needs no time to pass. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 10; turn++) await new Promise(resolve => setImmediate(resolve));
  }

  /** Lets time pass until the work is done. */
  async run<T>(work: Promise<T>): Promise<T> {
    let done = false;
    const watched = work.finally(() => {
      done = true;
    });
    watched.catch(() => undefined);
    for (let idle = 0; !done && idle < mostTurns; idle++) {
      await this.settle();
      if (done) break;
      if (this.#sleepers.length === 0) {
        await timerTurn();
        continue;
      }
      idle = 0;
      this.#wakeNext();
    }
    if (!done) throw new Error('The work waits for something that never comes.');
    return watched;
  }

  #wakeNext(): void {
    this.#now = Math.min(...this.#sleepers.map(one => one.at));
    const due = this.#sleepers.filter(one => one.at <= this.#now);
    this.#sleepers = this.#sleepers.filter(one => one.at > this.#now);
    for (const sleeper of due) sleeper.wake();
  }
}
