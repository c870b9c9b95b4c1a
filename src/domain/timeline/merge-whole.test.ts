import { describe, expect, it } from 'vitest';
import type { Difference } from './difference.ts';
import { absentFacts } from './facts.ts';
import { timelineOf } from './merge.ts';
import { observedBy } from './observation.ts';
import {
  change,
  facts,
  minute,
  observation,
  operation,
  publicIpA,
  publicIpB,
  regionFacts,
  service,
} from './test-data.ts';

const write = 'Microsoft.ApiManagement/service/write';
const a = facts();
const b = facts({}, { publicIPAddresses: ['203.0.113.9'], publicIpAddressId: publicIpB });
const address: Difference = {
  region: 'westeurope',
  field: 'publicIPAddresses',
  before: ['203.0.113.7'],
  after: ['203.0.113.9'],
};
const resource: Difference = {
  region: 'westeurope',
  field: 'publicIpAddressId',
  before: publicIpA,
  after: publicIpB,
};
const because = (code: 'public-ip-resource-changed' | 'unexplained') => ({
  causes: [code],
  causesByRegion: new Map([['westeurope', [code]]]),
});

describe('a line of the timeline, whole', () => {
  it('of what everybody told: Azure’s moment and name, all values, and every record behind it', () => {
    const row = change(30, { differences: [address], correlationId: 'X' });
    const log = operation(20, 31, { correlationId: 'x', changedByType: 'User' });
    const observations = [
      observation(0, 10, a),
      observation(60, 90, b),
      ...observedBy('team', [observation(1, 12, a), observation(59, 80, b)]),
      ...observedBy('file', [observation(2, 3, a), observation(61, 70, b)]),
    ];
    const [entry, ...others] = timelineOf({ observations, changes: [log, row] });
    expect(others).toEqual([]);
    expect(entry).toEqual({
      id: row.id,
      service,
      at: minute(30),
      notBefore: null,
      ...because('public-ip-resource-changed'),
      differences: [address, resource],
      sources: ['observed', 'recorded', 'imported', 'change-history', 'activity-log'],
      who: { certainty: 'certain', name: 'admin@contoso.example', type: 'User', operation: write },
      status: 'succeeded',
      truncated: false,
      deleted: false,
      changes: [row, expect.objectContaining({ source: 'observed', at: minute(59) }), log],
    });
  });

  it('of what was only seen: a span, and nobody', () => {
    expect(
      timelineOf({ observations: [observation(0, 10, a), observation(60, 90, b)], changes: [] }),
    ).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        service,
        at: minute(60),
        notBefore: minute(10),
        ...because('public-ip-resource-changed'),
        differences: [address, resource],
        sources: ['observed'],
        who: null,
        status: null,
        truncated: false,
        deleted: false,
        changes: [expect.objectContaining({ source: 'observed' })],
      },
    ]);
  });

  it('of an operation that changed nothing that is known', () => {
    const log = operation(20, 31, { status: 'failed' });
    expect(timelineOf({ observations: [], changes: [log] })).toEqual([
      {
        id: log.id,
        service,
        at: minute(31),
        notBefore: minute(20),
        causes: [],
        causesByRegion: new Map(),
        differences: [],
        sources: ['activity-log'],
        who: { certainty: 'certain', name: 'admin@contoso.example', type: null, operation: write },
        status: 'failed',
        truncated: false,
        deleted: false,
        changes: [log],
      },
    ]);
  });

  it('there is none where nothing is known', () =>
    expect(timelineOf({ observations: [], changes: [] })).toEqual([]));
});

describe('what Azure cut short', () => {
  const cut = (at: number) => change(at, { id: `cut-${at}`, differences: [], truncated: true });
  const seen = [observation(0, 10, a), observation(60, 90, b)];

  it('tells what was seen where it is the only record of that time', () => {
    expect(timelineOf({ observations: seen, changes: [cut(30)] })).toMatchObject([
      { id: 'cut-30', at: minute(30), notBefore: null, differences: [address, resource], truncated: true },
    ]);
  });

  it.each([
    [8, 30, 30],
    [10, 30, 30],
    [8, 60, 60],
    [30, 62, 30],
  ])('of two at minutes %i and %i the one within the span of 10 to 60 tells it: %i', (one, other, told) => {
    const entries = timelineOf({ observations: seen, changes: [cut(one), cut(other)] });
    expect(entries.filter(({ differences }) => differences.length > 0).map(({ id }) => id)).toEqual([
      `cut-${told}`,
    ]);
    expect(entries).toHaveLength(2);
  });

  it('is nobody’s where two may have been it', () => {
    const entries = timelineOf({ observations: seen, changes: [cut(20), cut(30)] });
    expect(entries.map(one => [one.sources.join(), one.differences.length])).toEqual([
      ['change-history', 0],
      ['change-history', 0],
      ['observed', 2],
    ]);
  });

  it('tells one change, not also the next', () => {
    const c = facts({}, { publicIPAddresses: ['203.0.113.9'], publicIpAddressId: publicIpB, zones: ['1'] });
    const entries = timelineOf({
      observations: [observation(0, 10, a), observation(14, 15, b), observation(17, 20, c)],
      changes: [cut(14)],
    });
    expect(entries.map(one => [one.id === 'cut-14', one.differences.map(({ field }) => field)])).toEqual([
      [true, ['publicIPAddresses', 'publicIpAddressId']],
      [false, ['zones']],
    ]);
  });

  it('leaves an address without a claim, for the reason may be what is missing', () => {
    const moved = facts({}, { publicIPAddresses: ['203.0.113.9'] });
    const changes = [change(30, { differences: [address], truncated: true })];
    expect(timelineOf({ observations: [], changes })).toMatchObject([{ causes: [], truncated: true }]);
    expect(
      timelineOf({ observations: [observation(0, 10, a), observation(60, 90, moved)], changes }),
    ).toMatchObject([{ causes: ['unexplained'], truncated: true }]);
  });
});

describe('one look that spans several of Azure’s records', () => {
  const zones: Difference = { region: 'westeurope', field: 'zones', before: null, after: ['1'] };
  const tier: Difference = { field: 'tier', before: 'Premium', after: 'Developer' };
  const later = facts(
    { tier: 'Developer' },
    { publicIPAddresses: ['203.0.113.9'], publicIpAddressId: publicIpB, zones: ['1'] },
  );
  const seen = [observation(0, 10, a), observation(60, 90, later)];

  it('adds what none of them tells to the last one of its region, with every reason that was seen', () => {
    const changes = [
      change(20, { differences: [address] }),
      change(30, { differences: [zones] }),
      change(40, { differences: [tier] }),
    ];
    const entries = timelineOf({ observations: seen, changes });
    expect(entries.map(one => [one.at, one.causes, one.differences])).toEqual([
      [minute(20), ['unexplained'], [address]],
      [minute(30), ['public-ip-resource-changed', 'zones-changed', 'tier-changed'], [zones, resource]],
      [minute(40), ['tier-changed'], [tier]],
    ]);
    expect(entries[1]?.causesByRegion).toEqual(
      new Map([['westeurope', ['public-ip-resource-changed', 'zones-changed', 'tier-changed']]]),
    );
  });

  it('gives a reason that was seen to an address that Azure told without one', () => {
    const inside: Difference = {
      ...address,
      field: 'privateIPAddresses',
      before: ['10.20.1.5'],
      after: ['10.20.1.9'],
    };
    const moved = facts({}, { ...b.regions?.['westeurope'], privateIPAddresses: ['10.20.1.9'] });
    const changes = [change(20, { differences: [address] }), change(30, { differences: [inside] })];
    const entries = timelineOf({
      observations: [observation(0, 10, a), observation(60, 90, moved)],
      changes,
    });
    expect(entries.map(one => [one.causes, one.causesByRegion])).toEqual([
      [['unexplained'], new Map([['westeurope', ['unexplained']]])],
      [['public-ip-resource-changed'], new Map([['westeurope', ['public-ip-resource-changed']]])],
    ]);
  });

  it('adds it to a record that tells of more than its region', () => {
    const regions = { westeurope: regionFacts(), eastus: regionFacts({ primary: false }) };
    const east: Difference = { ...zones, region: 'eastus' };
    const moved = {
      westeurope: { ...regionFacts(), ...b.regions?.['westeurope'] },
      eastus: regionFacts({ primary: false, zones: ['1'] }),
    };
    const changes = [change(20, { differences: [address, tier] }), change(30, { differences: [east] })];
    const entries = timelineOf({
      observations: [
        observation(0, 10, facts({ regions })),
        observation(60, 90, facts({ tier: 'Developer', regions: moved })),
      ],
      changes,
    });
    expect(entries.map(one => one.differences)).toEqual([[address, tier, resource], [east]]);
  });

  it('adds what holds for the whole service to the last of them', () => {
    const changes = [change(20, { differences: [address] }), change(30, { differences: [zones] })];
    expect(timelineOf({ observations: seen, changes }).map(one => one.differences)).toEqual([
      [address],
      [zones, tier, resource],
    ]);
  });
});

describe('the log', () => {
  it('names an operation once, at the change that Azure says it made', () => {
    const row = change(30, { differences: [address], correlationId: 'x' });
    const entries = timelineOf({
      observations: [],
      changes: [row, operation(20, 31, { correlationId: 'x' })],
    });
    expect(entries.map(one => one.sources)).toEqual([['change-history', 'activity-log']]);
  });

  it('names whoever may have done what was seen, and leaves the operations where they are', () => {
    const seen = [observation(0, 10, a), observation(60, 90, b)];
    const changes = [operation(20, 30), operation(40, 50, { changedBy: 'reader@contoso.example' })];
    expect(timelineOf({ observations: seen, changes }).map(one => [one.at, one.who?.certainty])).toEqual([
      [minute(30), 'certain'],
      [minute(50), 'certain'],
      [minute(60), 'possible'],
    ]);
  });
});

describe('a region that went and came', () => {
  const primary = (at: number, before: boolean | null, after: boolean | null) =>
    change(at, { differences: [{ region: 'eastus', field: 'primary', before, after }] });

  it('is added, removed, reinstated, and removed again', () => {
    const changes = [
      primary(1, null, false),
      primary(2, false, null),
      primary(3, null, false),
      primary(4, false, null),
    ];
    expect(timelineOf({ observations: [], changes }).map(one => one.causes)).toEqual([
      ['region-added'],
      ['region-removed'],
      ['region-reinstated'],
      ['region-removed'],
    ]);
  });

  it('is new where only something in it had gone before', () => {
    const zones = change(1, {
      differences: [{ region: 'eastus', field: 'zones', before: ['1'], after: null }],
    });
    expect(
      timelineOf({ observations: [], changes: [zones, primary(2, null, false)] }).map(one => one.causes),
    ).toEqual([['zones-changed'], ['region-added']]);
  });

  it('is reinstated as both tell it', () => {
    const two = facts({ regions: { westeurope: regionFacts(), eastus: regionFacts({ primary: false }) } });
    const changes = [primary(20, false, null), primary(30, null, false)];
    expect(
      timelineOf({ observations: [observation(0, 10, two), observation(60, 90, two)], changes }).map(
        one => one.causes,
      ),
    ).toEqual([['region-removed'], ['region-reinstated']]);
  });
});

describe('a service that Azure says was created at minute 40', () => {
  const created = change(40, {
    differences: [
      { field: 'createdAt', before: null, after: minute(40) },
      { field: 'tier', before: null },
    ],
  });
  const { createdAt: _, ...bare } = a;

  it.each([
    [0, 'recreated'],
    [34, 'recreated'],
    [35, 'created'],
    [39, 'created'],
    [60, 'created'],
  ])('and that was seen from minute %i is %s', (from, cause) => {
    const observations = [observation(from, from, bare), observation(70, 90, bare)];
    expect(timelineOf({ observations, changes: [created] }).map(one => one.causes)).toEqual([[cause]]);
  });

  it('and that was missed before is created', () =>
    expect(
      timelineOf({
        observations: [observation(0, 10, absentFacts), observation(60, 90, bare)],
        changes: [created],
      }).map(one => one.causes),
    ).toEqual([['created']]));
});
