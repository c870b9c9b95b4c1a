import { describe, expect, it } from 'vitest';
import { compact, retained } from './compact.ts';
import { absentFacts } from './facts.ts';
import type { Observation } from './observation.ts';
import { change, facts, minute, observation, service } from './test-data.ts';

const a = facts();
const b = facts({}, { publicIPAddresses: ['203.0.113.9'] });
const small = (...observations: readonly Observation[]) =>
  compact({ observations, changes: [] }).observations;

describe('compact', () => {
  it.each<[string, readonly Observation[], readonly Observation[]]>([
    ['two that overlap', [observation(0, 10, a), observation(5, 20, a)], [observation(0, 20, a)]],
    ['two that touch', [observation(0, 10, a), observation(10, 20, a)], [observation(0, 20, a)]],
    ['one inside another', [observation(0, 30, a), observation(5, 20, a)], [observation(0, 30, a)]],
    [
      'three in a row, however spelled',
      [observation(0, 10, a), observation(10, 20, facts({ tier: 'PREMIUM' })), observation(15, 30, a)],
      [observation(0, 30, a)],
    ],
  ])('makes one of %s', (_, before, after) => expect(small(...before)).toEqual(after));

  it.each<[string, readonly Observation[]]>([
    ['a gap apart', [observation(0, 10, a), observation(11, 20, a)]],
    ['of other facts', [observation(0, 10, a), observation(5, 20, b)]],
    [
      'between which somebody saw something else',
      [observation(0, 10, a), observation(8, 8, b), observation(10, 20, a)],
    ],
    [
      'after which somebody saw something else at once',
      [observation(0, 10, a), observation(10, 20, a), observation(20, 30, b)],
    ],
    [
      'before which somebody saw something else at once',
      [observation(-9, 0, b), observation(0, 10, a), observation(10, 20, a)],
    ],
    [
      'while somebody missed the service',
      [observation(0, 10, a), observation(5, 6, absentFacts), observation(9, 20, a)],
    ],
    ['of two services', [observation(0, 10, a), observation(5, 20, a, { service: `${service}-2` })]],
  ])('leaves two %s as they are', (_, all) => expect(small(...all)).toHaveLength(all.length));

  it('unites what lies clear of a look at something else', () =>
    expect(
      small(observation(-9, -1, b), observation(0, 10, a), observation(10, 20, a), observation(21, 30, b)),
    ).toEqual([observation(-9, -1, b), observation(0, 20, a), observation(21, 30, b)]));

  it('forgets what ended before a moment, save the last thing known of each service, and keeps its moment', () => {
    const other = { service: `${service}-2` };
    const observations = [
      observation(0, 10, a),
      observation(2, 30, b),
      observation(20, 29, a),
      observation(34, 35, a),
      observation(0, 5, b, other),
    ];
    const changes = [change(34), change(35), change(36)];
    expect(compact({ observations, changes }, { keepSince: minute(35) })).toEqual({
      observations: [observation(0, 5, b, other), observation(2, 30, b), observation(34, 35, a)],
      changes: [change(35), change(36)],
    });
  });
});

it('keeps every observation that still held, and of those that ended together the later one', () => {
  const all = [observation(0, 10, a), observation(5, 10, b), observation(20, 30, a)];
  const at = (count: number) => Date.parse(minute(count));
  expect(retained(all, at(10))).toBe(all);
  expect(retained(all, at(11))).toEqual(all.slice(1));
  expect(retained(all, at(99))).toEqual(all.slice(2));
});
