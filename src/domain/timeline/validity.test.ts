import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressesAt } from './at-date.ts';
import { absentFacts } from './facts.ts';
import type { History } from './history.ts';
import { resolve } from './resolve.ts';
import { change, facts, minute, observation, regionFacts } from './test-data.ts';
import { instantOf } from './time.ts';
import { regionsOf, tracksOf } from './track.ts';
import { gapsOf, lanesOf, repeatsPublic, spansOf } from './validity.ts';

const a = facts();
const b = facts({}, { publicIPAddresses: ['203.0.113.9'] });
const east = regionFacts({ primary: false, publicIPAddresses: ['198.51.100.4'], privateIPAddresses: null });
const two = facts({ regions: { westeurope: regionFacts(), eastus: east } });
const at = (count: number) => instantOf(minute(count));

function lane(history: History, region = 'westeurope', kind = 'publicIPAddresses') {
  return lanesOf(tracksOf(history)).find(one => one.region === region && one.kind === kind);
}

const seen = (...observations: History['observations']): History => ({ observations, changes: [] });

describe('lanesOf', () => {
  it('has a bar from first to last sight, ongoing where nothing later is known', () => {
    expect(lane(seen(observation(0, 10, a), observation(20, 30, b)))).toMatchObject({
      bars: [
        { addresses: ['203.0.113.7'], from: at(0), to: at(10), ongoing: false },
        { addresses: ['203.0.113.9'], from: at(20), to: at(30), ongoing: true },
      ],
      bridges: [],
    });
  });

  it('leaves a gap a gap, and bridges it where both sides are equal', () => {
    expect(lane(seen(observation(0, 10, a), observation(500, 600, a)))).toMatchObject({
      bars: [
        { from: at(0), to: at(10), ongoing: false },
        { from: at(500), to: at(600), ongoing: true },
      ],
      bridges: [{ from: at(10), to: at(500) }],
    });
  });

  it('bridges the lane that stayed equal where another one changed in the gap', () => {
    const history = seen(observation(0, 10, a), observation(500, 600, b));
    expect(lane(history, 'westeurope', 'privateIPAddresses')?.bridges).toEqual([
      { from: at(10), to: at(500) },
    ]);
    expect(lane(history)?.bridges).toEqual([]);
  });

  it('joins what two observers saw at the same time', () => {
    expect(lane(seen(observation(0, 10, a), observation(5, 20, a)))?.bars).toEqual([
      { addresses: ['203.0.113.7'], from: at(0), to: at(20), ongoing: true },
    ]);
  });

  it('ends with the region, and begins again with it', () => {
    const bars = lane(
      seen(observation(0, 10, two), observation(20, 30, a), observation(40, 50, two)),
      'eastus',
    )?.bars;
    expect(bars).toMatchObject([
      { from: at(0), to: at(10), ongoing: false },
      { from: at(40), to: at(50), ongoing: true },
    ]);
  });

  it('ends with the service', () => {
    expect(lane(seen(observation(0, 10, a), observation(20, 30, absentFacts)))?.bars).toMatchObject([
      { ongoing: false },
    ]);
  });

  it('passes over observations that did not read the addresses', () => {
    const { publicIPAddresses: _, outboundPublicIPAddresses: __, ...region } = regionFacts();
    const history = seen(
      observation(0, 10, a),
      observation(20, 30, facts({ regions: { westeurope: region } })),
    );
    expect(lane(history)?.bars).toMatchObject([{ to: at(10), ongoing: true }]);
  });

  it('has no lane for addresses that never were', () => {
    expect(lane(seen(observation(0, 10, two)), 'eastus', 'privateIPAddresses')).toBeUndefined();
  });

  it('knows from Azure, on a first visit, what was valid before', () => {
    const recorded = change(20, {
      differences: [
        { region: 'westeurope', field: 'publicIPAddresses', before: ['203.0.113.1'], after: ['203.0.113.7'] },
      ],
    });
    expect(lane({ observations: [observation(60, 60, a)], changes: [recorded] })).toMatchObject({
      bars: [
        { addresses: ['203.0.113.1'], from: at(20), to: at(20) },
        { addresses: ['203.0.113.7'], from: at(20), to: at(20) },
        { addresses: ['203.0.113.7'], from: at(60), ongoing: true },
      ],
      bridges: [{ from: at(20), to: at(60) }],
    });
  });

  it('says where the outbound lane repeats the public one', () => {
    const lanes = lanesOf(tracksOf(seen(observation(0, 10, a))));
    expect(lanes.filter(one => repeatsPublic(one, lanes)).map(one => one.kind)).toEqual([
      'outboundPublicIPAddresses',
    ]);
    const nat = facts({}, { outboundPublicIPAddresses: ['192.0.2.40/31'] });
    const changed = lanesOf(tracksOf(seen(observation(0, 10, a), observation(20, 30, nat))));
    expect(changed.some(one => repeatsPublic(one, changed))).toBe(false);
  });
});

describe('regionsOf', () => {
  it('lists every region that ever was, the primary one first', () => {
    expect(regionsOf(seen(observation(0, 10, two), observation(20, 30, a)))).toEqual([
      'westeurope',
      'eastus',
    ]);
  });
});

describe('spansOf', () => {
  it('tells since when and until when an address was one of the service', () => {
    const spans = spansOf(
      tracksOf(seen(observation(0, 10, a), observation(20, 30, a), observation(40, 50, b))),
    );
    expect(spans.filter(one => one.kind === 'publicIPAddresses')).toEqual([
      {
        address: '203.0.113.7',
        region: 'westeurope',
        kind: 'publicIPAddresses',
        from: at(0),
        to: at(30),
        ongoing: false,
      },
      {
        address: '203.0.113.9',
        region: 'westeurope',
        kind: 'publicIPAddresses',
        from: at(40),
        to: at(50),
        ongoing: true,
      },
    ]);
  });

  it('keeps one of several addresses while another one changes', () => {
    const pair = (other: string) => facts({}, { publicIPAddresses: ['203.0.113.7', other] });
    const spans = spansOf(tracksOf(seen(observation(0, 10, pair('a')), observation(20, 30, pair('b')))));
    expect(
      spans.find(one => one.address === '203.0.113.7' && one.kind === 'publicIPAddresses'),
    ).toMatchObject({
      from: at(0),
      to: at(30),
      ongoing: true,
    });
  });
});

describe('gapsOf', () => {
  it('lists the time between observations, and leaves out what is shorter than asked', () => {
    const { stretches } = resolve([observation(0, 10, a), observation(12, 20, b), observation(500, 600, a)]);
    expect(gapsOf(stretches)).toEqual([
      { from: at(10), to: at(12) },
      { from: at(20), to: at(500) },
    ]);
    expect(gapsOf(stretches, 3_600_000)).toEqual([{ from: at(20), to: at(500) }]);
  });
});

describe('addressesAt', () => {
  const tracks = tracksOf(seen(observation(10, 20, two), observation(40, 50, a), observation(80, 90, b)));
  const state = (count: number, region = 'westeurope') =>
    addressesAt(tracks, at(count)).find(one => one.region === region && one.kind === 'publicIPAddresses');

  it.each([10, 15, 20])('knows the addresses at minute %i, between two sights', count => {
    expect(state(count)).toMatchObject({
      state: 'known',
      addresses: ['203.0.113.7'],
      from: at(10),
      to: at(20),
    });
  });

  it('does not know what was before the record', () => {
    expect(state(5)).toMatchObject({ state: 'before-record', recordedSince: at(10) });
    expect(addressesAt(tracksOf(seen()), at(5))).toEqual([]);
  });

  it('says what lies on both sides of a gap, and whether it is the same', () => {
    expect(state(30)).toMatchObject({
      state: 'gap',
      same: true,
      before: ['203.0.113.7'],
      from: at(20),
      to: at(40),
    });
    expect(state(60)).toMatchObject({
      state: 'gap',
      same: false,
      before: ['203.0.113.7'],
      after: ['203.0.113.9'],
    });
  });

  it('says what was last seen for a later date', () => {
    expect(state(99)).toMatchObject({ state: 'after-record', addresses: ['203.0.113.9'], lastSeen: at(90) });
  });

  it('knows that a region was no part of the service', () => {
    expect(state(45, 'eastus')?.state).toBe('no-region');
    expect(state(60, 'eastus')?.state).toBe('no-region');
    expect(state(99, 'eastus')?.state).toBe('no-region');
  });

  it('agrees with the lanes at every instant of a random history', () => {
    const histories = fc.array(
      fc.record({
        gap: fc.integer({ min: 6, max: 50 }),
        long: fc.integer({ min: 0, max: 50 }),
        what: fc.constantFrom(a, b, two, absentFacts),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 1200 }), (parts, count) => {
        let end = 0;
        const observations = parts.map(({ gap, long, what }) => {
          const from = end + gap;
          end = from + long;
          return observation(from, end, what);
        });
        const all = tracksOf(seen(...observations));
        const lanes = lanesOf(all);
        for (const known of addressesAt(all, at(count))) {
          const bars = lanes.find(one => one.region === known.region && one.kind === known.kind)?.bars ?? [];
          const bar = bars.find(one => one.from <= at(count) && at(count) <= one.to);
          const holds = known.state === 'known' && known.addresses.length > 0;
          expect(holds ? known.addresses : undefined).toEqual(bar?.addresses);
        }
      }),
      { numRuns: 300 },
    );
  });
});
