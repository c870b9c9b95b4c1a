import { describe, expect, it } from 'vitest';
import { stepsOf } from '../../../domain/timeline/derive.ts';
import { timelineOf } from '../../../domain/timeline/merge.ts';
import { facts, minute, observation } from '../../../domain/timeline/test-data.ts';
import { instantOf } from '../../../domain/timeline/time.ts';
import { changesOfDay, dayChangeLines } from './day-changes.ts';

const hour = 60;
const moved = facts({}, { publicIPAddresses: ['203.0.113.9'], outboundPublicIPAddresses: ['203.0.113.9'] });

function entriesOf(...observations: ReturnType<typeof observation>[]) {
  return timelineOf({ observations, changes: [] }, stepsOf(observations));
}
const on = (count: number) => instantOf(minute(count));

describe('the changes of one day', () => {
  const entries = entriesOf(
    observation(0, 21 * hour, facts()),
    observation(21 * hour + 20, 40 * hour, moved),
    observation(70 * hour, 80 * hour, facts()),
  );

  it('are told with their time and with what stood before and after, whatever moment of the day is asked for', () => {
    for (const count of [1, 12 * hour, 24 * hour - 1]) {
      const found = changesOfDay(entries, on(count));
      expect(found.flatMap(dayChangeLines)).toEqual([
        'Changed on 1 Jan 2026, 21:00 to 21:20 UTC:',
        'West Europe\tPublic IP\t203.0.113.7 before, 203.0.113.9 after',
      ]);
    }
  });

  it('name the whole span where only its beginning or its end lies on that day', () => {
    const when = (count: number) => changesOfDay(entries, on(count)).map(one => one.when);
    const span = 'Changed between 2 Jan 2026, 16:00 and 3 Jan 2026, 22:00 UTC';
    expect(when(36 * hour)).toEqual([span]);
    expect(when(60 * hour)).toEqual([span]);
    expect(when(96 * hour)).toEqual([]);
  });

  it('are changes of addresses alone', () => {
    const zones = facts({}, { zones: ['1'] });
    const other = entriesOf(observation(0, 60, facts()), observation(80, 120, zones));
    expect(other).toHaveLength(1);
    expect(changesOfDay(other, on(0))).toEqual([]);
  });
});
