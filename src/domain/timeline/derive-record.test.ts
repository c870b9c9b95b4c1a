import { describe, expect, it } from 'vitest';
import { observedChanges } from './derive.ts';
import { absentFacts, type ServiceFacts } from './facts.ts';
import { facts, minute, observation, publicIpA, publicIpB, regionFacts, service } from './test-data.ts';

const a = facts();
const b = facts({}, { publicIPAddresses: ['203.0.113.9'], publicIpAddressId: publicIpB });
const without = ({ subscriptionState: _, ...rest }: ServiceFacts): ServiceFacts => rest;
const gone = (from: number, to: number) => observation(from, to, absentFacts);

function spans(observations: Parameters<typeof observedChanges>[0]) {
  return observedChanges(observations).map(one => [one.notBefore, one.at, ...one.causes]);
}

describe('the record of an observed change', () => {
  const moved = facts(
    {},
    { publicIPAddresses: ['203.0.113.9', '198.51.100.4'], publicIpAddressId: publicIpB },
  );

  it('says when, why and what became what, with lists in order and nobody’s name', () => {
    expect(observedChanges([observation(0, 10, a), observation(20, 30, moved)])).toEqual([
      {
        id: '5fc1d8d76efb24c1c95e85e6baac717e',
        service,
        at: minute(20),
        notBefore: minute(10),
        source: 'observed',
        causes: ['public-ip-resource-changed'],
        differences: [
          {
            region: 'westeurope',
            field: 'publicIPAddresses',
            before: ['203.0.113.7'],
            after: ['198.51.100.4', '203.0.113.9'],
          },
          { region: 'westeurope', field: 'publicIpAddressId', before: publicIpA, after: publicIpB },
        ],
        correlationId: null,
        changedBy: null,
        changedByType: null,
        operation: null,
        status: null,
        truncated: false,
      },
    ]);
  });

  it('has no side that nobody knows', () => {
    const { tier: _, ...unread } = facts({ regions: {} });
    const [change] = observedChanges([observation(0, 10, unread), gone(20, 30)]);
    expect(change?.differences).toStrictEqual([{ field: 'tier', after: null }]);
  });

  it('there is none without an observation', () => expect(observedChanges([])).toEqual([]));
});

describe('the time of a service that was gone', () => {
  it('ends at the last sight of anybody who missed it', () =>
    expect(spans([observation(0, 10, a), gone(20, 60), gone(45, 50), observation(70, 80, a)])).toEqual([
      [minute(10), minute(20), 'gone'],
      [minute(60), minute(70)],
    ]));

  it('begins after the last sight of anybody who saw it', () =>
    expect(spans([observation(0, 60, a), observation(45, 50, a), gone(70, 80)])).toEqual([
      [minute(60), minute(70), 'gone'],
    ]));

  it('has its own sights where two clocks overlap', () => {
    expect(spans([observation(0, 24, a), gone(20, 20), observation(30, 40, a)])).toEqual([
      [minute(20), minute(24), 'gone'],
      [minute(20), minute(30)],
    ]);
    expect(spans([gone(0, 24), observation(20, 20, a), gone(30, 40)])).toEqual([
      [minute(20), minute(24)],
      [minute(20), minute(30), 'gone'],
    ]);
  });

  it('tells that it appeared, and no more, where nothing says that it is new', () => {
    const [change] = observedChanges([gone(10, 10), observation(20, 30, a)]);
    expect(change?.differences).toEqual([{ field: 'tier', before: null, after: 'Premium' }]);
  });

  it.each([
    [4, []],
    [5, []],
    [6, ['created']],
    [25, ['created']],
    [26, []],
  ])('seen at minute 20 and not at 10, made at minute %i by Azure’s clock: %j', (created, causes) => {
    const young = facts({ createdAt: minute(created) });
    const [change] = observedChanges([gone(10, 10), observation(20, 30, young)]);
    expect(change?.causes).toEqual(causes);
  });

  it.each([
    [24, 10],
    [25, 30],
    [35, 30],
  ])('missed until minute 30, made again at minute %i: changed after minute %i', (created, after) => {
    const anew = facts({ createdAt: minute(created) }, { publicIPAddresses: ['203.0.113.9'] });
    const found = spans([observation(0, 10, a), gone(20, 30), observation(40, 50, anew)]);
    expect(found[1]).toEqual([minute(after), minute(40), 'recreated']);
  });

  it('dates the address of a young service that was only hidden by its own last sight', () => {
    const young = facts({ createdAt: minute(0) });
    const moved = facts({ createdAt: minute(0) }, { publicIPAddresses: ['203.0.113.9'] });
    const found = spans([observation(1, 2, young), gone(3, 4), observation(6, 7, moved)]);
    expect(found[1]).toEqual([minute(2), minute(6), 'unexplained']);
  });
});

describe('a fact that was not read when a change showed', () => {
  const warned = facts({ subscriptionState: 'Warned' });
  const enabled = facts({}, { publicIPAddresses: ['203.0.113.9'] });

  it('makes the change as old as its own last sight', () =>
    expect(
      spans([
        observation(0, 10, warned),
        observation(12, 15, without(a)),
        observation(20, 25, without(enabled)),
        observation(30, 40, enabled),
      ]),
    ).toEqual([[minute(10), minute(30), 'subscription-reinstated']]));

  it('belongs to the later of two changes if it was read at the moment of the first', () =>
    expect(
      spans([
        observation(0, 10, facts({ subscriptionState: 'Warned', tier: 'Developer' })),
        observation(20, 20, warned),
        observation(30, 35, without(enabled)),
        observation(40, 50, enabled),
      ]),
    ).toEqual([
      [minute(10), minute(20), 'tier-changed'],
      [minute(20), minute(40), 'subscription-reinstated'],
    ]));

  it('stays apart where another fact changed with it that had been read', () =>
    expect(
      spans([
        observation(0, 10, warned),
        observation(20, 25, without(enabled)),
        observation(40, 50, { ...enabled, tier: 'Developer' }),
      ]),
    ).toEqual([
      [minute(10), minute(20), 'unexplained'],
      [minute(10), minute(40), 'subscription-reinstated', 'tier-changed'],
    ]));

  it('explains a region that came back as one that had been there', () => {
    const two = (state: string) =>
      facts({
        subscriptionState: state,
        regions: { westeurope: regionFacts(), eastus: regionFacts({ primary: false }) },
      });
    const found = spans([
      observation(0, 1, two('Warned')),
      observation(2, 3, warned),
      observation(4, 5, without(two('Warned'))),
      observation(6, 7, two('Enabled')),
    ]);
    expect(found[1]).toEqual([minute(3), minute(6), 'subscription-reinstated', 'region-reinstated']);
  });

  it('that was read at the very moment of a change is another change when it differs later', () =>
    expect(
      spans([
        observation(0, 10, a),
        observation(20, 20, b),
        observation(30, 40, { ...b, tier: 'Developer' }),
      ]),
    ).toEqual([
      [minute(10), minute(20), 'public-ip-resource-changed'],
      [minute(20), minute(30), 'tier-changed'],
    ]));
});
