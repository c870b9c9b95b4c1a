import { describe, expect, it } from 'vitest';
import { armKey } from '../arm-id.ts';
import { timelineOf } from './merge.ts';
import type { Reading } from './reading.ts';
import { RecordedHistory } from './recorded-history.ts';
import { change, facts, minute, observation, service } from './test-data.ts';
import { instantOf } from './time.ts';

const sub = '11111111-1111-1111-1111-111111111111';
const other = service.replace('contoso-api', 'contoso-new');

function look(
  minutes: number,
  ids: Readonly<Record<string, ReturnType<typeof facts>>>,
  more: Partial<Reading> = {},
): Reading {
  const sightings = Object.entries(ids).map(([id, what]) => ({ service: id, facts: what, settled: true }));
  return { at: instantOf(minute(minutes)), source: 'arm', sightings, listed: [sub], ...more };
}

const causes = (history: RecordedHistory, id: string) =>
  timelineOf(history.of(armKey(id))).map(one => one.causes);

describe('a recorded history', () => {
  it('moves the last sight on where nothing changed, and writes nothing else', () => {
    const history = new RecordedHistory();
    history.record(look(0, { [service]: facts() }));
    const outcome = history.record(look(60, { [service]: facts() }));
    expect(outcome).toEqual({ changed: [], first: 0, unchanged: 1, held: [], pending: [] });
    expect(history.of(armKey(service)).observations).toEqual([observation(0, 60)]);
  });

  it('knows a service as created whose creation took longer than a look', () => {
    const history = new RecordedHistory();
    history.record(look(0, { [service]: facts() }));
    const young = facts({ createdAt: minute(5) });
    const building = { service: other, facts: young, settled: false };
    history.record({ ...look(10, { [service]: facts() }), sightings: [building] });
    history.record(look(20, { [service]: facts(), [other]: young }));
    expect(causes(history, other)).toEqual([['created']]);
  });

  it('does not call a service created that only became visible', () => {
    const history = new RecordedHistory();
    history.record(look(0, { [service]: facts() }));
    history.record(look(10, { [service]: facts(), [other]: facts() }));
    expect(causes(history, other)).toEqual([]);
  });

  it('leaves a service alone that stood in the list and could not be read', () => {
    const history = new RecordedHistory();
    history.record(look(0, { [service]: facts() }));
    history.record(look(10, {}, { unreadable: [service] }));
    expect(causes(history, service)).toEqual([]);
    history.record(look(20, {}));
    expect(causes(history, service)).toEqual([['gone']]);
  });

  it('joins records of a file that stand twice and leaves observed changes to follow', () => {
    const history = new RecordedHistory();
    history.add([
      { type: 'observation', observation: observation(0, 10) },
      { type: 'observation', observation: observation(0, 30) },
      { type: 'change', change: change(5) },
      { type: 'change', change: change(5, { changedBy: 'someone' }) },
      { type: 'change', change: change(6, { source: 'observed' }) },
    ]);
    history.settle();
    expect(history.of(armKey(service))).toEqual({
      observations: [observation(0, 30)],
      changes: [change(5, { changedBy: 'someone' })],
    });
  });

  it('says of which services Azure told something new', () => {
    const history = new RecordedHistory();
    expect(history.keep([change(5)])).toEqual([armKey(service)]);
    expect(history.keep([change(5)])).toEqual([]);
    expect(history.keep([change(5, { correlationId: 'c' })])).toEqual([armKey(service)]);
  });

  it('keeps nothing of a service that is said to be gone and was never known', () => {
    const history = new RecordedHistory();
    const outcome = history.record(look(0, {}, { absent: [other] }));
    expect(outcome).toEqual({ changed: [], first: 0, unchanged: 0, held: [], pending: [] });
    expect([...history.keys]).toEqual([]);
  });

  it('does not move a last sight back where an older look is recorded later', () => {
    const history = new RecordedHistory();
    history.record(look(0, { [service]: facts() }));
    history.record(look(60, { [service]: facts() }));
    history.record(look(30, { [service]: facts() }));
    expect(history.of(armKey(service)).observations).toEqual([observation(0, 60)]);
  });

  it('leaves what has ended where it is, though it is told again from within its time', () => {
    const history = new RecordedHistory();
    const moved = facts({}, { publicIPAddresses: ['203.0.113.9'] });
    history.record(look(0, { [service]: facts() }));
    history.record(look(20, { [service]: facts() }));
    history.record(look(60, { [service]: moved }));
    const before = history.of(armKey(service)).observations;
    history.record(look(10, { [service]: facts() }));
    expect(history.of(armKey(service)).observations).toEqual(before);
  });

  it('does not call a service created whose time of creation nobody told', () => {
    const history = new RecordedHistory();
    history.record(look(0, { [service]: facts() }));
    history.record(look(10, { [service]: facts(), [other]: facts({ createdAt: null }) }));
    expect(causes(history, other)).toEqual([]);
  });

  it('never misses a service of a file whose id is no ARM id', () => {
    const history = new RecordedHistory();
    history.add([{ type: 'observation', observation: { ...observation(0, 10), service: '/odd' } }]);
    history.record(look(20, { [service]: facts() }));
    expect(history.of('/odd').observations).toHaveLength(1);
  });
});
