import { describe, expect, it } from 'vitest';
import { type Change, changeId, compareChanges, joinChanges } from './change.ts';
import { hashId, hashNumber } from './hash.ts';
import {
  compareObservations,
  joinObservations,
  type Observation,
  observationId,
  observedBy,
  observerOf,
} from './observation.ts';
import { change, facts, minute, observation, service } from './test-data.ts';

describe('ids, which files and databases keep', () => {
  it.each([
    ['', '948bf079ddb061b5e4cd19dbad9bcb2a', 1700704124801610],
    ['a', '6b639844884d1485945d3e42e1c8a70b', 447646602430617],
    ['203.0.113.7', 'cb0cdfba3cb48afe92189ca6797eb917', 8579947919272565],
    ['Zürich', 'ea29bb9d004c1d16de928c79de3ea3d1', 604234114448539],
  ])('of %j never change', (text, id, number) => {
    expect(hashId(text)).toBe(id);
    expect(hashNumber(text)).toBe(number);
  });

  it('of a change are the same whatever the spelling and the order of its parts', () => {
    const one = change(5, {
      differences: [
        { field: 'tier', before: 'Basic', after: 'Premium' },
        { region: 'westeurope', field: 'zones', before: null, after: ['1', '2'] },
      ],
    });
    expect(changeId(one)).toBe('e31e077aa91da23491b5ac50b77cf6ea');
    expect(
      changeId({
        ...one,
        service: service.toUpperCase(),
        at: '2026-01-01T01:05:00+01:00',
        differences: [
          { region: 'westeurope', field: 'zones', before: null, after: ['2', '1'] },
          { field: 'tier', before: 'basic', after: 'premium' },
        ],
      }),
    ).toBe(changeId(one));
    expect(changeId({ ...one, source: 'observed' })).not.toBe(changeId(one));
    expect(changeId({ ...one, at: minute(6) })).not.toBe(changeId(one));
    expect(changeId({ ...one, differences: one.differences.slice(1) })).not.toBe(changeId(one));
  });

  it('of an observation tell neither its last sight nor a spelling', () => {
    const one = observation(0, 10);
    expect(observationId(one)).toBe('9d0ac775539e8da361437978f4092b28');
    expect(observationId({ ...one, until: minute(99), service: `${service.toUpperCase()}/` })).toBe(
      observationId(one),
    );
    for (const other of [
      { ...one, at: minute(1) },
      { ...one, source: 'resource-graph' as const },
      { ...one, facts: facts({ tier: 'Basic' }) },
    ])
      expect(observationId(other)).not.toBe(observationId(one));
  });
});

/** Both orders of arrival give the same. */
function joined(a: Partial<Change>, b: Partial<Change>): Change {
  const [one, other] = [change(5, a), change(5, b)];
  const result = joinChanges(one, other);
  expect(joinChanges(other, one)).toEqual(result);
  return result;
}

describe('two records of one change', () => {
  it.each<[string, Partial<Change>, Partial<Change>, Partial<Change>]>([
    ['the later moment', { at: minute(5) }, { at: minute(9) }, { at: minute(9) }],
    [
      'of two spellings of a moment always the same one',
      { at: minute(5) },
      { at: '2026-01-01T00:05:00.000Z' },
      { at: '2026-01-01T00:05:00Z' },
    ],
    ['the earlier beginning', { notBefore: minute(1) }, { notBefore: minute(3) }, { notBefore: minute(1) }],
    [
      'the beginning that one of them knows',
      { notBefore: null },
      { notBefore: minute(3) },
      { notBefore: minute(3) },
    ],
    ['no beginning that neither knows', {}, {}, { notBefore: null }],
    ['the name that one of them knows', { changedBy: null }, { changedBy: 'anna' }, { changedBy: 'anna' }],
    ['of two names always the same one', { changedBy: 'anna' }, { changedBy: 'bert' }, { changedBy: 'bert' }],
    ['the kind of who it was', { changedByType: 'User' }, {}, { changedByType: 'User' }],
    [
      'the operation',
      {},
      { operation: 'Microsoft.ApiManagement/service/write' },
      { operation: 'Microsoft.ApiManagement/service/write' },
    ],
    ['the correlation', { correlationId: 'x' }, {}, { correlationId: 'x' }],
    [
      'the end rather than the start',
      { status: 'started' },
      { status: 'succeeded' },
      { status: 'succeeded' },
    ],
    ['a failure rather than a success', { status: 'failed' }, { status: 'succeeded' }, { status: 'failed' }],
    ['the status that one of them knows', { status: null }, { status: 'started' }, { status: 'started' }],
    ['the smaller spelling of the service', { service: '/B' }, { service: '/A' }, { service: '/A' }],
    [
      'the values and the causes of the one that tells more',
      { differences: [{ field: 'tier', after: 'Premium' }], causes: ['tier-changed'], truncated: true },
      { truncated: false },
      { differences: [{ field: 'tier', after: 'Premium' }], causes: ['tier-changed'], truncated: true },
    ],
    [
      'the whole one of two that tell as much',
      { differences: [{ field: 'tier', after: 'Premium' }], truncated: true },
      { differences: [{ field: 'tier', after: 'Premium' }] },
      { differences: [{ field: 'tier', after: 'Premium' }] },
    ],
    [
      'of two that tell as much always the same one',
      { differences: [{ field: 'tier', after: 'Premium' }] },
      { differences: [{ field: 'tier', after: 'Classic' }] },
      { differences: [{ field: 'tier', after: 'Premium' }] },
    ],
  ])('keep %s', (_, a, b, expected) => expect(joined(a, b)).toEqual(change(5, expected)));

  it.each<[string, Change, Change, number]>([
    ['of which one is earlier', change(1, { id: 'b' }), change(2, { id: 'a' }), -1],
    ['of one moment', change(2, { id: 'a' }), change(2, { id: 'b' }), -1],
    ['with one id', change(2, { id: 'a' }), change(2, { id: 'a' }), 0],
  ])('%s stand in the order of time and of their ids', (_, a, b, order) => {
    expect(Math.sign(compareChanges(a, b))).toBe(order);
    expect(Math.sign(compareChanges(b, a))).toBe(0 - order);
  });
});

describe('two records of one observation', () => {
  const seen = (more: Partial<Observation>) => observation(0, 10, facts(), more);

  it.each<[string, Partial<Observation>, Partial<Observation>, Partial<Observation>]>([
    ['the later last sight', {}, { until: minute(99) }, { until: minute(99) }],
    ['the smaller spelling', { service: '/b' }, { service: '/a', until: minute(5) }, { service: '/a' }],
    ['the team that one came from', { observer: 'team' }, {}, { observer: 'team' }],
    ['the team rather than a file', { observer: 'team' }, { observer: 'file' }, { observer: 'team' }],
    ['this browser rather than a file', { observer: 'file' }, {}, {}],
    ['the file that both came from', { observer: 'file' }, { observer: 'file' }, { observer: 'file' }],
  ])('keep %s', (_, a, b, expected) => {
    expect(joinObservations(seen(a), seen(b))).toStrictEqual(seen(expected));
    expect(joinObservations(seen(b), seen(a))).toStrictEqual(seen(expected));
  });

  it('stand in the order of their sights, then of source and facts', () => {
    const all = [
      observation(5, 9),
      observation(5, 7, facts({ tier: 'Premium' })),
      observation(5, 7, facts({ tier: 'Basic' })),
      observation(5, 7, facts({ tier: 'Premium' }), { source: 'resource-graph' }),
      observation(1, 99),
    ];
    expect([...all].sort(compareObservations)).toEqual([all[4], all[2], all[1], all[3], all[0]]);
  });
});

describe('who looked', () => {
  it('is this browser unless the record came from a team or a file', () => {
    expect(observerOf(observation(0, 10))).toBe('here');
    expect(observedBy('team', [observation(0, 10)]).map(observerOf)).toEqual(['team']);
    expect(observedBy('file', [observation(0, 10)])).toEqual([
      observation(0, 10, facts(), { observer: 'file' }),
    ]);
  });
});
