import fc from 'fast-check';
import { expect, it } from 'vitest';
import { facts } from '../domain/timeline/test-data.ts';
import { openHistory } from './open-history.ts';
import { emptyIndexedDb, observations, partition, reading, state, timeline } from './test-store.ts';

/** What is read at one minute: by which tab, from which source, with or without the subscription's state. */
const looks = fc.array(
  fc.record({
    wait: fc.integer({ min: 1, max: 500 }),
    number: fc.integer({ min: 1, max: 4 }),
    tab: fc.constantFrom(0, 1),
    graph: fc.boolean(),
    partial: fc.boolean(),
    prune: fc.integer({ min: 0, max: 20 }).map(one => one === 0),
  }),
  { minLength: 1, maxLength: 25 },
);

it('random readings of two tabs and two sources give exactly the changes between them', async () => {
  await fc.assert(
    fc.asyncProperty(looks, async all => {
      emptyIndexedDb();
      const tabs = [openHistory(partition), openHistory(partition)] as const;
      let minute = 0;
      const sights: { readonly minute: number; readonly number: number }[] = [];
      for (const { wait, number, tab, graph, partial, prune } of all) {
        minute += wait;
        const { subscriptionState: _, ...unread } = state(number);
        const services = { a: partial ? unread : state(number), b: facts() };
        const store = tabs[tab];
        const outcome = await store.record(
          reading(minute, services, { source: graph ? 'resource-graph' : 'arm' }),
        );
        if (outcome.pending.length > 0) await store.record(reading(minute, services));
        sights.push({ minute, number });
        if (prune) await tabs[tab].prune(10_000, reading(minute, {}).at, true);
      }
      const expected = sights.flatMap((sight, index) => {
        const before = sights[index - 1];
        return before && before.number !== sight.number ? [[before.minute, sight.minute]] : [];
      });
      const found = (await timeline(tabs[0], 'a')).map(one => [one.notBefore, one.at]);
      const iso = (minutes: number) => new Date(reading(minutes, {}).at).toISOString().replace('.000', '');
      expect(found).toEqual(expected.map(([from = 0, to = 0]) => [iso(from), iso(to)]));
      expect(await timeline(tabs[1], 'b')).toEqual([]);
      expect((await observations(tabs[1], 'b')).at(-1)?.until).toBe(iso(minute));
    }),
    { numRuns: 60 },
  );
});
