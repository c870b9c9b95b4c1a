import { describe, expect, it } from 'vitest';
import { addressesAt, placeIn } from './at-date.ts';
import { absentFacts } from './facts.ts';
import { facts, minute, observation, regionFacts } from './test-data.ts';
import { instantOf } from './time.ts';
import { tracksOf } from './track.ts';

const at = (count: number) => instantOf(minute(count));
const moved = facts({}, { publicIPAddresses: ['203.0.113.9'] });
const elsewhere = facts({ regions: { eastus: regionFacts() } });

/** Seen as it was, again as it was, with another address, without the region twice, and not at all. */
const tracks = tracksOf({
  observations: [
    observation(10, 20),
    observation(40, 50),
    observation(80, 90, moved),
    observation(110, 120, elsewhere),
    observation(130, 140, elsewhere),
    observation(160, 170, absentFacts),
  ],
  changes: [],
});

describe('the public addresses of a region', () => {
  const [a, b] = [['203.0.113.7'], ['203.0.113.9']];
  const gap = (
    same: boolean,
    before: readonly string[],
    after: readonly string[],
    from: number,
    to: number,
  ) => ({
    state: 'gap',
    same,
    before,
    after,
    from: at(from),
    to: at(to),
  });
  it.each<[number, object]>([
    [9, { state: 'before-record', recordedSince: at(10) }],
    [10, { state: 'known', addresses: a, from: at(10), to: at(20) }],
    [20, { state: 'known', addresses: a, from: at(10), to: at(20) }],
    [21, gap(true, a, a, 20, 40)],
    [39, gap(true, a, a, 20, 40)],
    [60, gap(false, a, b, 50, 80)],
    [100, gap(false, b, [], 90, 110)],
    [115, { state: 'no-region' }],
    [125, { state: 'no-region' }],
    [150, gap(false, [], [], 140, 160)],
    [165, { state: 'no-service' }],
    [200, { state: 'no-service' }],
  ])('at minute %i are %j', (count, state) => {
    const found = addressesAt(tracks, at(count)).find(
      one => one.region === 'westeurope' && one.kind === 'publicIPAddresses',
    );
    expect(found).toEqual({ region: 'westeurope', kind: 'publicIPAddresses', ...state });
  });

  it('after the last sight are those that were seen then', () => {
    const [found] = addressesAt(tracksOf({ observations: [observation(10, 20)], changes: [] }), at(21));
    expect(found).toEqual({
      region: 'westeurope',
      kind: 'publicIPAddresses',
      state: 'after-record',
      addresses: a,
      lastSeen: at(20),
    });
  });
});

it('finds no place among no pieces', () =>
  expect(placeIn([], 5)).toEqual({ place: 'before', first: undefined }));
