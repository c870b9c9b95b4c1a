import { describe, expect, it } from 'vitest';
import { shownConflicts } from './conflicts.ts';
import { absentFacts } from './facts.ts';
import type { Observation } from './observation.ts';
import { resolve } from './resolve.ts';
import { facts, minute, observation } from './test-data.ts';
import { instantOf } from './time.ts';

const a = facts();
const b = facts({}, { publicIPAddresses: ['203.0.113.9'] });
const names = new Map([
  [a, 'a'],
  [b, 'b'],
  [absentFacts, 'absent'],
]);
const minutes = (instant: number) => (instant - instantOf(minute(0))) / 60_000;

/** One line a stretch: facts, span, and the first and last look in it where they are others. */
function stretches(...observations: readonly Observation[]): readonly string[] {
  return resolve(observations).stretches.map(({ observation: one, from, to, sureFrom, sureTo }) => {
    const sure =
      sureFrom === from && sureTo === to ? '' : `, looked ${minutes(sureFrom)} to ${minutes(sureTo)}`;
    return `${names.get(one.facts)} ${minutes(from)} to ${minutes(to)}${sure}`;
  });
}

function conflicts(...observations: readonly Observation[]): readonly string[] {
  return resolve(observations).conflicts.map(
    ({ from, to, observations: [one, other] }) =>
      `${minutes(from)} to ${minutes(to)}: ${names.get(one.facts)} or ${names.get(other.facts)}`,
  );
}

describe('observations of several observers', () => {
  it('stand in the order of time, whatever the order of arrival', () => {
    const all = [observation(40, 50, a), observation(0, 10, a), observation(20, 30, b)];
    expect(stretches(...all)).toEqual(['a 0 to 10', 'b 20 to 30', 'a 40 to 50']);
    expect(conflicts(...all)).toEqual([]);
  });

  it.each([
    ['by as much as two clocks may differ: no conflict', 25, []],
    ['by more: a conflict', 24, ['24 to 30: a or b']],
  ])('overlap %s', (_, from, expected) =>
    expect(conflicts(observation(0, 30, a), observation(from, 90, b))).toEqual(expected),
  );

  it('keep the order of their middles where they overlap as two clocks may', () => {
    expect(stretches(observation(0, 30, a), observation(26, 90, b))).toEqual(['a 0 to 30', 'b 26 to 90']);
    expect(stretches(observation(26, 27, a), observation(24, 90, b))).toEqual(['a 26 to 27', 'b 24 to 90']);
  });

  it('count at their ends alone where somebody looked in between and saw something else', () => {
    const [long, short] = [observation(10, 290, a), observation(110, 120, b)];
    expect(stretches(long, short)).toEqual([
      'a 10 to 110, looked 10 to 10',
      'b 110 to 120',
      'a 120 to 290, looked 290 to 290',
    ]);
    expect(conflicts(long, short)).toEqual(['110 to 120: a or b']);
  });

  it('are cut from the first such look to the last', () => {
    expect(stretches(observation(0, 300, a), observation(200, 210, b), observation(100, 110, b))).toEqual([
      'a 0 to 100, looked 0 to 0',
      'b 100 to 110',
      'b 200 to 210',
      'a 210 to 300, looked 300 to 300',
    ]);
  });

  it('cut one another where each claims the time of the other', () => {
    expect(stretches(observation(0, 60, a), observation(30, 90, b))).toEqual([
      'a 0 to 30, looked 0 to 0',
      'b 30 to 60, looked 30 to 30',
      'a 30 to 60, looked 60 to 60',
      'b 60 to 90, looked 90 to 90',
    ]);
  });

  it('are not cut by a look so near to their ends that clocks may tell otherwise', () => {
    const long = observation(0, 100, a);
    expect(stretches(long, observation(5, 95, b))).toEqual(['a 0 to 100', 'b 5 to 95']);
    expect(stretches(long, observation(6, 95, b))).toContain('a 0 to 6, looked 0 to 0');
    expect(stretches(long, observation(5, 94, b))).toContain('a 94 to 100, looked 100 to 100');
  });

  it('begin with the first look where neighbours agree', () => {
    expect(stretches(observation(40, 41, a), observation(0, 100, a))).toEqual(['a 0 to 100', 'a 40 to 41']);
    expect(stretches(observation(40, 41, a), observation(0, 100, a), observation(45, 46, a))).toEqual([
      'a 0 to 100',
      'a 40 to 41',
      'a 45 to 46',
    ]);
  });

  it('of the same facts are no conflict, however long both hold', () =>
    expect(conflicts(observation(0, 60, a), observation(30, 90, a))).toEqual([]));

  it('conflict one by one, and no longer than both hold', () => {
    expect(
      conflicts(observation(0, 200, a), observation(20, 50, b), observation(100, 150, absentFacts)),
    ).toEqual(['20 to 50: a or b', '100 to 150: a or absent']);
  });
});

describe('conflicts as they are shown', () => {
  it('are in the order of time, each with what the two say', () => {
    const [one, other, last] = [
      observation(0, 60, a),
      observation(30, 90, b),
      observation(31, 95, absentFacts),
    ];
    const { conflicts: found } = resolve([one, other, last]);
    const address = {
      region: 'westeurope',
      field: 'publicIPAddresses',
      before: ['203.0.113.7'],
      after: ['203.0.113.9'],
    };
    const at = (count: number) => instantOf(minute(count));
    const expected = [
      { from: at(30), to: at(60), observations: [one, other], disagreements: [address] },
      { from: at(31), to: at(60), observations: [one, last], disagreements: [] },
      { from: at(31), to: at(90), observations: [other, last], disagreements: [] },
    ];
    expect(shownConflicts(found)).toEqual(expected);
    expect(shownConflicts([...found].reverse())[0]).toEqual(expected[0]);
  });
});
