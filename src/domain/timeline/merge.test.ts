import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from './change.ts';
import type { Difference } from './difference.ts';
import { absentFacts } from './facts.ts';
import { type History, mergeHistories } from './history.ts';
import { timelineOf } from './merge.ts';
import type { Observation } from './observation.ts';
import {
  change,
  facts,
  minute,
  observation,
  operation,
  publicIpA,
  publicIpB,
  regionFacts,
} from './test-data.ts';

const a = facts();
const b = facts({}, { publicIPAddresses: ['203.0.113.9'], publicIpAddressId: publicIpB });
const c = facts({}, { publicIPAddresses: ['203.0.113.11'], publicIpAddressId: publicIpA });

const toB: readonly Difference[] = [
  { region: 'westeurope', field: 'publicIPAddresses', before: ['203.0.113.7'], after: ['203.0.113.9'] },
  { region: 'westeurope', field: 'publicIpAddressId', before: publicIpA, after: publicIpB },
];
const toC: readonly Difference[] = [
  { region: 'westeurope', field: 'publicIPAddresses', before: ['203.0.113.9'], after: ['203.0.113.11'] },
];

function timeline(observations: readonly Observation[], changes: readonly Change[] = []) {
  return timelineOf({ observations, changes });
}

describe('timelineOf', () => {
  const seen = [observation(0, 10, a), observation(60, 90, b)];

  it('shows what was observed as a span, and nobody', () => {
    expect(timeline(seen)).toMatchObject([
      { notBefore: minute(10), at: minute(60), sources: ['observed'], who: null, status: null },
    ]);
  });

  it("shows what Azure recorded at the moment, with Azure's name, on the first visit", () => {
    const recorded = change(30, {
      differences: toB,
      changedBy: 'admin@contoso.example',
      changedByType: 'User',
    });
    expect(timeline([observation(60, 60, b)], [recorded])).toMatchObject([
      {
        notBefore: null,
        at: minute(30),
        sources: ['change-history'],
        causes: ['public-ip-resource-changed'],
        who: { certainty: 'certain', name: 'admin@contoso.example', type: 'User' },
      },
    ]);
  });

  it('shows one change once, with every source that tells of it', () => {
    const recorded = change(30, { differences: toB, correlationId: 'X-1' });
    const log = operation(20, 31, { correlationId: 'x-1' });
    expect(timeline(seen, [recorded, log])).toMatchObject([
      {
        at: minute(30),
        notBefore: null,
        sources: ['observed', 'change-history', 'activity-log'],
        who: { certainty: 'certain', name: 'admin@contoso.example' },
        status: 'succeeded',
      },
    ]);
  });

  it.each([-4, 4])('shows it once also where our clock is %i minutes off', skew => {
    const recorded = change(60 + skew, { differences: toB });
    const close = [observation(0, 59, a), observation(60, 90, b)];
    expect(timeline(close, [recorded])).toHaveLength(1);
  });

  it('does not take another change of the same time for it', () => {
    const other: Difference = { field: 'publicNetworkAccess', before: 'Enabled', after: 'Disabled' };
    expect(timeline(seen, [change(30, { differences: [other] })])).toHaveLength(2);
  });

  it('does not take the same change of another time for it', () => {
    expect(timeline(seen, [change(300, { differences: toB })])).toHaveLength(2);
  });

  it('adds what only we saw to what Azure recorded', () => {
    const [address] = toB;
    const [entry] = timeline(seen, [change(30, { differences: address ? [address] : [] })]);
    expect(entry?.differences.map(one => one.field)).toEqual(['publicIPAddresses', 'publicIpAddressId']);
    expect(entry?.causes).toEqual(['public-ip-resource-changed']);
  });

  it('keeps two changes of Azure that we saw as one', () => {
    const entries = timeline(
      [
        observation(0, 10, a),
        observation(60, 90, facts({}, { ...c.regions?.['westeurope'], privateIPAddresses: ['10.20.1.9'] })),
      ],
      [change(30, { differences: toB }), change(40, { differences: toC })],
    );
    expect(entries.map(one => [one.at, one.sources])).toEqual([
      [minute(30), ['observed', 'change-history']],
      [minute(40), ['observed', 'change-history']],
    ]);
    expect(entries[1]?.differences.map(one => one.field)).toEqual([
      'publicIPAddresses',
      'privateIPAddresses',
    ]);
  });

  it('joins two of our changes with the one operation that Azure recorded', () => {
    const rows = [
      change(20, { differences: toB, correlationId: 'x' }),
      change(30, { id: 'second', differences: toC, correlationId: 'x' }),
    ];
    const entries = timeline(
      [
        observation(0, 10, a),
        observation(25, 26, b),
        observation(60, 90, facts({}, { ...b.regions?.['westeurope'], publicIPAddresses: ['203.0.113.11'] })),
      ],
      rows,
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]?.differences).toContainEqual({
      region: 'westeurope',
      field: 'publicIPAddresses',
      before: ['203.0.113.7'],
      after: ['203.0.113.11'],
    });
  });
});

describe('a long operation', () => {
  const mode = change(20, {
    id: 'mode',
    correlationId: 'x',
    differences: [{ field: 'vnetMode', before: 'External', after: 'Internal' }],
  });
  const address = change(50, {
    id: 'address',
    correlationId: 'x',
    differences: [
      { region: 'westeurope', field: 'publicIPAddresses', before: ['203.0.113.7'], after: ['203.0.113.9'] },
    ],
  });

  it('is one change, though its rows lie apart', () => {
    expect(timeline([], [mode, address])).toMatchObject([
      { notBefore: minute(20), at: minute(50), causes: ['vnet-mode-switched'] },
    ]);
  });

  it('takes in a row that names nobody while it was the only one under way', () => {
    const nameless = { ...address, correlationId: 'y' };
    const log = operation(19, 51, { correlationId: 'x' });
    expect(timeline([], [mode, nameless, log])).toMatchObject([{ causes: ['vnet-mode-switched'] }]);
    expect(timeline([], [mode, { ...nameless, changedBy: 'sp-deploy' }, log])).toHaveLength(2);
    expect(timeline([], [mode, nameless, log, operation(40, 60)])).toHaveLength(3);
  });
});

describe('names', () => {
  const seen = [observation(0, 10, a), observation(60, 90, b)];
  const who = (...changes: Change[]) =>
    timeline(seen, changes).find(one => one.sources.includes('observed'))?.who;

  it('are certain where exactly one succeeded operation can have been it', () => {
    expect(who(operation(20, 30))).toMatchObject({ certainty: 'certain', name: 'admin@contoso.example' });
  });

  it('count an operation that was under way when the span began, or when it ended', () => {
    expect(who(operation(5, 30))).toMatchObject({ certainty: 'certain' });
    expect(who(operation(50, 95))).toMatchObject({ certainty: 'certain' });
  });

  it('are only possible where two can have been it', () => {
    expect(who(operation(20, 30), operation(40, 50, { changedBy: 'reader@contoso.example' }))).toEqual({
      certainty: 'possible',
      candidates: [
        { name: 'admin@contoso.example', type: null, operation: 'Microsoft.ApiManagement/service/write' },
        { name: 'reader@contoso.example', type: null, operation: 'Microsoft.ApiManagement/service/write' },
      ],
    });
  });

  it('count the operations of one deployment as one', () => {
    const address = { operation: 'Microsoft.Network/publicIPAddresses/write', correlationId: 'x' };
    expect(who(operation(20, 30, { correlationId: 'x' }), operation(20, 25, address))).toMatchObject({
      certainty: 'certain',
    });
  });

  it.each(['failed', 'started'] as const)('are not taken from an operation that has %s', status => {
    expect(who(operation(20, 30, { status }))).toBeNull();
  });

  it('are not taken from an operation before or after', () => {
    expect(who(operation(1, 10), operation(61, 70))).toBeNull();
  });

  it('are those of the change history where the log spells them in another way', () => {
    const recorded = change(30, {
      differences: toB,
      correlationId: 'x',
      changedBy: 'app-id',
      changedByType: 'Application',
    });
    expect(who(recorded, operation(20, 31, { correlationId: 'x' }))).toMatchObject({
      certainty: 'certain',
      name: 'app-id',
      type: 'Application',
    });
  });
});

describe('operations that changed nothing that is known', () => {
  it('stay in the list as what they are, failed ones as failed', () => {
    expect(
      timeline([observation(0, 90, a)], [operation(20, 30), operation(40, 50, { status: 'failed' })]),
    ).toMatchObject([
      {
        at: minute(30),
        notBefore: minute(20),
        sources: ['activity-log'],
        differences: [],
        causes: [],
        status: 'succeeded',
      },
      { at: minute(50), status: 'failed' },
    ]);
  });
});

describe('the life of a service', () => {
  const deleted = change(30, { id: 'deleted', differences: [{ field: 'tier', after: null }] });
  const created = change(40, {
    id: 'created',
    differences: [
      { field: 'createdAt', before: null, after: minute(40) },
      { field: 'tier', before: null },
    ],
  });
  const anew = facts({ createdAt: minute(40) }, { publicIPAddresses: ['203.0.113.9'] });

  it('is created where nothing is known before', () => {
    expect(timeline([observation(60, 90, anew)], [created])).toMatchObject([{ causes: ['created'] }]);
  });

  it('is recreated where it was known before', () => {
    expect(timeline([], [deleted, created])).toMatchObject([{ causes: ['gone'] }, { causes: ['recreated'] }]);
    expect(timeline([observation(0, 10, a), observation(60, 90, anew)], [created])).toMatchObject([
      { causes: ['recreated'], sources: ['observed', 'change-history'] },
    ]);
  });

  it('ended by a deletion only where Azure recorded one', () => {
    const seen = [observation(0, 10, a), observation(60, 90, absentFacts)];
    expect(timeline(seen)).toMatchObject([{ causes: ['gone'], deleted: false }]);
    expect(timeline(seen, [deleted])).toMatchObject([{ causes: ['gone'], deleted: true, at: minute(30) }]);
  });

  it('knows from Azure that a region had been there', () => {
    const east = regionFacts({ primary: false, publicIPAddresses: ['198.51.100.4'] });
    const removed = change(20, {
      differences: [{ region: 'eastus', field: 'primary', before: false, after: null }],
    });
    const two = facts({ regions: { westeurope: regionFacts(), eastus: east } });
    expect(
      timeline([observation(30, 40, a), observation(60, 90, two)], [removed]).map(one => one.causes),
    ).toEqual([['region-removed'], ['region-reinstated']]);
  });
});

describe('mergeHistories', () => {
  const times = fc.integer({ min: 0, max: 200 });
  const histories = fc
    .record({
      observations: fc.array(
        fc.record({
          from: times,
          long: times,
          what: fc.constantFrom(a, b, c, absentFacts),
          graph: fc.boolean(),
        }),
        { maxLength: 8 },
      ),
      changes: fc.array(
        fc.record({
          at: times,
          name: fc.option(fc.constantFrom('admin', 'reader')),
          log: fc.boolean(),
          truncated: fc.boolean(),
          status: fc.constantFrom('started', 'succeeded', 'failed' as const),
        }),
        { maxLength: 8 },
      ),
    })
    .map(
      ({ observations, changes }): History => ({
        observations: observations.map(({ from, long, what, graph }) =>
          observation(from, from + long, what, { source: graph ? 'resource-graph' : 'arm' }),
        ),
        changes: changes.map(({ at, name, log, truncated, status }) =>
          log
            ? operation(at, at + 5, { id: `o${at % 5}`, changedBy: name, status: status as Change['status'] })
            : change(at, { id: `c${at % 5}`, changedBy: name, truncated, differences: truncated ? [] : toB }),
        ),
      }),
    );

  it('is idempotent, commutative and associative, and so is the timeline', () => {
    fc.assert(
      fc.property(histories, histories, histories, (x, y, z) => {
        const whole = mergeHistories(x, y, z);
        expect(mergeHistories(whole, x, whole)).toEqual(whole);
        expect(mergeHistories(z, y, x)).toEqual(whole);
        expect(mergeHistories(mergeHistories(x, y), z)).toEqual(whole);
        expect(mergeHistories(x, mergeHistories(y, z))).toEqual(whole);
        const shuffled = {
          observations: [...whole.observations].reverse(),
          changes: [...whole.changes].reverse(),
        };
        expect(timelineOf(shuffled)).toEqual(timelineOf(whole));
      }),
      { numRuns: 300 },
    );
  });

  it('moves the last sight of an observation on, and keeps one that was longer known', () => {
    const early = { observations: [observation(0, 10, a)], changes: [] };
    const late = { observations: [observation(0, 99, a)], changes: [] };
    expect(mergeHistories(late, early)).toEqual(late);
  });

  it('completes an operation that was still running, and a name that was left out', () => {
    const running = operation(0, 5, { id: 'o', status: 'started', changedBy: null });
    const ended = operation(0, 9, { id: 'o' });
    const { changes } = mergeHistories(
      { observations: [], changes: [running] },
      { observations: [], changes: [ended] },
    );
    expect(changes).toMatchObject([
      { status: 'succeeded', at: minute(9), changedBy: 'admin@contoso.example' },
    ]);
  });
});
