import fc from 'fast-check';
import { expect, it } from 'vitest';
import { armKey } from '../domain/arm-id.ts';
import { timelineOf } from '../domain/timeline/merge.ts';
import type { Reading } from '../domain/timeline/reading.ts';
import { RecordedHistory } from '../domain/timeline/recorded-history.ts';
import { openHistory } from './open-history.ts';
import { at, emptyIndexedDb, partition, reading, serviceId, state, subscription } from './test-store.ts';

const names = ['a', 'b', 'c'] as const;

/** Whole reads of one subscription: which services there are and how they look, whether Azure is at work, from where it was read. */
const looks = fc.array(
  fc.record({
    wait: fc.integer({ min: 1, max: 500 }),
    numbers: fc.tuple(...names.map(() => fc.option(fc.integer({ min: 1, max: 3 }), { freq: 4 }))),
    graph: fc.boolean(),
    busy: fc.integer({ min: 0, max: 4 }).map(one => one === 0),
  }),
  { minLength: 1, maxLength: 20 },
);

/** A file knows when a subscription was read by the services that were seen in it: one is always there. */
const anchor = { z: state(9) };

const isoMinute = (minutes: number) => new Date(at(minutes)).toISOString();

it('a file’s recorder and the browser’s database tell the same timeline of the same readings', async () => {
  await fc.assert(
    fc.asyncProperty(looks, async all => {
      emptyIndexedDb();
      const store = openHistory(partition);
      const file = new RecordedHistory();
      const born = new Map<string, number>();
      let minute = 0;
      for (const { wait, numbers, graph, busy } of all) {
        const before = minute;
        minute += wait;
        const services = Object.fromEntries(
          names.flatMap((name, index) => {
            const number = numbers[index] ?? null;
            if (number === null) {
              born.delete(name);
              return [];
            }
            const since = born.get(name) ?? before + wait / 2;
            born.set(name, since);
            return [[name, state(number, { createdAt: isoMinute(since) })] as const];
          }),
        );
        // A creation that is broken off and begun again is dated better by the file: the database keeps the first wait.
        const grown = new Set(
          names.filter(name => (born.get(name) ?? minute) < before).map(name => serviceId(name)),
        );
        const read = reading(
          minute,
          { ...services, ...anchor },
          {
            source: graph ? 'resource-graph' : 'arm',
            listed: [subscription],
          },
        );
        const sightings = read.sightings.map(one => ({
          ...one,
          settled: !busy || !grown.has(one.service),
        }));
        const whole: Reading = { ...read, sightings };
        const [ours, theirs] = [file.record(whole), await store.record(whole)];
        expect(new Set(ours.pending)).toEqual(new Set(theirs.pending));
        if (ours.pending.length === 0) continue;
        const asked = ours.pending.map(({ service }) => service);
        const confirmed: Reading = {
          at: whole.at,
          source: 'arm',
          sightings: whole.sightings.filter(one => asked.includes(one.service)),
          absent: asked.filter(id => !whole.sightings.some(one => one.service === id)),
        };
        file.record(confirmed);
        await store.record(confirmed);
      }
      for (const name of names) {
        const told = timelineOf(file.of(armKey(serviceId(name))));
        expect(timelineOf(await store.historyOf(serviceId(name)))).toEqual(told);
      }
    }),
    { numRuns: 100 },
  );
});
