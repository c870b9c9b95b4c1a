import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sliced } from './yield-to-main.ts';

describe('work in slices', () => {
  let now = 0;
  beforeEach(() => {
    now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('lets others run after every 10 ms, and loses nothing', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const results = await sliced(
      Array.from({ length: 100 }, (_, at) => at),
      item => {
        now += 1;
        return item * 2;
      },
      undefined,
    );
    expect(results).toEqual(Array.from({ length: 100 }, (_, at) => at * 2));
    expect(timers).toHaveBeenCalledTimes(10);
  });

  it('goes on as soon as the browser has nothing else to do, where it tells', async () => {
    const goOn = vi.fn(async () => undefined);
    vi.stubGlobal('scheduler', { yield: goOn });
    await sliced([1, 2, 3], () => (now += 10), undefined);
    expect(goOn).toHaveBeenCalledTimes(3);
  });

  it('stops between slices when it is aborted', async () => {
    const controller = new AbortController();
    const gone = new Error('The reader went away.');
    let done = 0;
    const work = sliced(
      Array.from({ length: 100 }, (_, at) => at),
      () => {
        now += 10;
        if (++done === 3) controller.abort(gone);
      },
      controller.signal,
    );
    await expect(work).rejects.toBe(gone);
    expect(done).toBe(3);
  });
});
