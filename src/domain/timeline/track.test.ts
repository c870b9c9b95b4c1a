import { describe, expect, it } from 'vitest';
import type { Change } from './change.ts';
import { absentFacts } from './facts.ts';
import { change, facts, minute, observation, regionFacts } from './test-data.ts';
import { regionsOf, tracksOf } from './track.ts';

function told(at: number, differences: Change['differences']): Change {
  return change(at, { source: 'change-history', differences });
}

function pieces(changes: readonly Change[], observations = [observation(10, 20)]) {
  const tracks = tracksOf({ observations, changes });
  return tracks
    .find(({ region, kind }) => region === 'westeurope' && kind === 'publicIPAddresses')
    ?.pieces.map(({ from, to, state, addresses }) => [
      (from - Date.parse(minute(0))) / 60_000,
      (to - Date.parse(minute(0))) / 60_000,
      state,
      addresses.join(' '),
    ]);
}

describe('tracksOf', () => {
  it('takes what Azure’s change history says was valid before and since', () =>
    expect(
      pieces([
        told(30, [
          {
            region: 'westeurope',
            field: 'publicIPAddresses',
            before: ['203.0.113.7'],
            after: ['203.0.113.9'],
          },
        ]),
      ]),
    ).toEqual([
      [10, 20, 'addresses', '203.0.113.7'],
      [30, 30, 'addresses', '203.0.113.7'],
      [30, 30, 'addresses', '203.0.113.9'],
    ]));

  it('puts what is told before what was seen later', () =>
    expect(
      pieces([
        told(2, [
          {
            region: 'westeurope',
            field: 'publicIPAddresses',
            before: ['203.0.113.5'],
            after: ['203.0.113.7'],
          },
        ]),
      ])?.map(([from]) => from),
    ).toEqual([2, 2, 10]));

  it('knows a region that came from one that had no address', () => {
    const came = (field: Change['differences'][number]) => told(2, [field]);
    const address = {
      region: 'westeurope',
      field: 'publicIPAddresses',
      before: null,
      after: ['203.0.113.7'],
    } as const;
    expect(pieces([came(address)])?.[0]).toEqual([2, 2, 'addresses', '']);
    const primary = { region: 'westeurope', field: 'primary', before: null, after: false } as const;
    expect(pieces([told(2, [primary, address])])?.[0]).toEqual([2, 2, 'no-region', '']);
  });

  it('knows the moment at which the service was made', () =>
    expect(pieces([told(2, [{ field: 'tier', before: null, after: 'Premium' }])])?.[0]).toEqual([
      2,
      2,
      'no-service',
      '',
    ]));

  it('leaves out what is no list, no address and not of the change history', () => {
    const difference = {
      region: 'westeurope',
      field: 'publicIPAddresses',
      before: 'text',
      after: true,
    } as const;
    expect(pieces([told(30, [difference])])).toHaveLength(1);
    expect(pieces([told(30, [{ ...difference, field: 'zones', before: ['1'], after: ['2'] }])])).toHaveLength(
      1,
    );
    expect(pieces([change(30, { source: 'activity-log', differences: [] })])).toHaveLength(1);
  });

  it('joins neighbours that touch and say the same, and keeps a gap', () => {
    expect(pieces([], [observation(10, 20), observation(20, 30)])).toHaveLength(1);
    expect(pieces([], [observation(10, 20), observation(25, 30)])).toHaveLength(2);
  });

  it('tells no region from no service', () => {
    const elsewhere = facts({ regions: { eastus: regionFacts() } });
    expect(
      pieces([], [observation(0, 5), observation(10, 20, elsewhere), observation(30, 40, absentFacts)])?.map(
        ([, , state]) => state,
      ),
    ).toEqual(['addresses', 'no-region', 'no-service']);
  });
});

describe('regionsOf', () => {
  it('knows regions that the change history alone names, the primary first', () =>
    expect(
      regionsOf({
        observations: [observation(10, 20)],
        changes: [
          told(5, [{ region: 'eastus', field: 'privateIPAddresses', before: ['10.0.0.4'], after: null }]),
          told(6, [{ region: 'australiaeast', field: 'zones', before: null, after: ['1'] }]),
        ],
      }),
    ).toEqual(['westeurope', 'eastus']));
});

describe('regions of several times', () => {
  it('names the latest primary first, then the others by name, and those that Azure alone told of', () => {
    const regions = {
      westeurope: regionFacts({ primary: false }),
      eastus: regionFacts({ primary: false }),
      northeurope: regionFacts(),
    };
    const asia = told(5, [
      { region: 'eastasia', field: 'publicIPAddresses', before: null, after: ['1.1.1.1'] },
    ]);
    const { regions: _, ...withoutRegions } = facts();
    const observations = [observation(0, 10, facts({ regions })), observation(20, 30, withoutRegions)];
    expect(regionsOf({ observations, changes: [asia] })).toEqual([
      'northeurope',
      'eastasia',
      'eastus',
      'westeurope',
    ]);
  });

  it('takes the public addresses as outbound ones where ARM leaves those out', () => {
    const seen = observation(0, 10, facts({}, { outboundPublicIPAddresses: null }));
    const outbound = tracksOf({ observations: [seen], changes: [] }).find(
      ({ kind }) => kind === 'outboundPublicIPAddresses',
    );
    expect(outbound?.pieces.map(one => one.addresses)).toEqual([['203.0.113.7']]);
  });
});
