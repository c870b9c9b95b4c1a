import { describe, expect, it } from 'vitest';
import { mapBounded } from './map-bounded.ts';
import { FakeClock } from './testing/fake-clock.ts';

describe('a bounded map', () => {
  it.each([
    [1, 3, 1],
    [2, 5, 2],
    [8, 3, 3],
    [3, 0, 0],
  ])(
    'with a limit of %i maps %i items, %i at a time, and gives the results in their order',
    async (limit, count, atOnce) => {
      const clock = new FakeClock();
      const items = Array.from({ length: count }, (_, at) => at);
      let running = 0;
      let most = 0;
      const work = mapBounded(items, limit, async item => {
        most = Math.max(most, ++running);
        await clock.sleep((count - item) * 100);
        running--;
        return item * 10;
      });
      await expect(clock.run(work)).resolves.toEqual(items.map(item => item * 10));
      expect(most).toBe(atOnce);
    },
  );

  it('ends with the first failure', async () => {
    const clock = new FakeClock();
    const work = mapBounded([3, 1, 2], 3, async item => {
      await clock.sleep(item * 100);
      throw new Error(`item ${item}`);
    });
    await expect(clock.run(work)).rejects.toThrow('item 1');
  });
});
