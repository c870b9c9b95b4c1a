import { describe, expect, it } from 'vitest';
import { certain, type FactAt } from './fact-at.ts';
import { absentFacts, type FactValue } from './facts.ts';
import type { History } from './history.ts';
import { lastKnownAt, observationsAround, recordOf, whileThere } from './recorded-at.ts';
import { change, facts, minute, observation, publicIpA, regionFacts, subnetA, subnetB } from './test-data.ts';
import { instantOf } from './time.ts';

const of = (...observations: History['observations']): History => ({ observations, changes: [] });
const recordedAt = (history: History, instant: number) => recordOf(history)(instant);
const at = (count: number) => instantOf(minute(count));

const moved = of(
  observation(100, 200),
  observation(
    300,
    400,
    facts({ vnetMode: 'External' }, { subnetId: subnetB, publicIPAddresses: ['1.1.1.1'] }),
  ),
);

describe('what is known of a service at an instant', () => {
  it('is what was seen before and after it', () => {
    const { facts: known, regions, absent } = recordedAt(moved, at(150));
    expect(known.vnetMode).toEqual({ state: 'known', value: 'Internal' });
    expect(regions.map(one => one.name)).toEqual(['westeurope']);
    expect(regions[0]?.facts.subnetId).toEqual({ state: 'known', value: subnetA });
    expect(regions[0]?.addresses.publicIPAddresses).toMatchObject({
      state: 'known',
      addresses: ['203.0.113.7'],
    });
    expect(absent).toBe(false);
  });

  it('is every fact of it, whole', () => {
    const two = { westeurope: regionFacts({ zones: ['1'] }), eastus: { primary: false } };
    const known = <T>(value: T) => ({ state: 'known', value });
    const addresses = (list: readonly string[]) => ({
      state: 'known',
      addresses: list,
      from: at(100),
      to: at(200),
    });
    const unknown = { state: 'unknown' };
    const unread = { state: 'before-record', recordedSince: null };
    expect(recordedAt(of(observation(100, 200, facts({ regions: two }))), at(150))).toEqual({
      facts: {
        createdAt: known('2024-01-10T08:00:00.123Z'),
        tier: known('Premium'),
        vnetMode: known('Internal'),
        subscriptionState: known('Enabled'),
        publicNetworkAccess: known('Enabled'),
      },
      regions: [
        {
          name: 'westeurope',
          addresses: {
            publicIPAddresses: expect.objectContaining(addresses(['203.0.113.7'])),
            privateIPAddresses: expect.objectContaining(addresses(['10.20.1.5'])),
            outboundPublicIPAddresses: expect.objectContaining(addresses(['203.0.113.7'])),
          },
          facts: {
            primary: known(true),
            subnetId: known(subnetA),
            publicIpAddressId: known(publicIpA),
            natGatewayState: known('Disabled'),
            zones: known(['1']),
            platformVersion: known('stv2'),
            gatewayDisabled: known(false),
          },
        },
        {
          name: 'eastus',
          addresses: {
            publicIPAddresses: expect.objectContaining(unread),
            privateIPAddresses: expect.objectContaining(unread),
            outboundPublicIPAddresses: expect.objectContaining(unread),
          },
          facts: {
            primary: known(false),
            subnetId: unknown,
            publicIpAddressId: unknown,
            natGatewayState: unknown,
            zones: unknown,
            platformVersion: unknown,
            gatewayDisabled: unknown,
          },
        },
      ],
      otherRegions: [],
      absent: false,
    });
  });

  it('names both values where one became the other in a gap, and the one where both sides agree', () => {
    const { facts: known, regions } = recordedAt(moved, at(250));
    expect(known.vnetMode).toEqual({ state: 'changed', before: 'Internal', after: 'External' });
    expect(known.tier).toEqual({ state: 'same', value: 'Premium' });
    expect(regions[0]?.facts.subnetId).toEqual({ state: 'changed', before: subnetA, after: subnetB });
  });

  it('is unknown before the first sight, and what was last seen after the last', () => {
    expect(recordedAt(moved, at(50)).facts.tier).toEqual({ state: 'unknown' });
    expect(recordedAt(moved, at(50)).regions[0]?.facts.zones).toEqual({ state: 'unknown' });
    expect(recordedAt(moved, at(500)).facts.vnetMode).toEqual({ state: 'last-seen', value: 'External' });
  });

  it('leaves a field unknown that no reading gave', () => {
    const { natGatewayState: _, ...rest } = regionFacts();
    const seen = observation(100, 200, facts({ regions: { westeurope: rest } }));
    expect(recordedAt(of(seen), at(150)).regions[0]?.facts.natGatewayState).toEqual({ state: 'unknown' });
  });

  it('tells regions of another time apart', () => {
    const two = facts({ regions: { westeurope: regionFacts(), eastus: regionFacts({ primary: false }) } });
    const { regions, otherRegions } = recordedAt(
      of(observation(100, 200), observation(300, 400, two)),
      at(150),
    );
    expect(regions.map(one => one.name)).toEqual(['westeurope']);
    expect(otherRegions).toEqual(['eastus']);
  });

  it('says that the service was not there', () => {
    const gone = recordedAt(of(observation(100, 200), observation(300, 400, absentFacts)), at(350));
    expect(gone).toMatchObject({ absent: true, regions: [], otherRegions: ['westeurope'] });
  });
});

describe('a service that is gone', () => {
  const history = of(observation(100, 200), observation(300, 400, absentFacts));

  it('is shown as it was last seen', () => {
    const last = lastKnownAt(whileThere(history));
    expect(last).toBe(at(200));
    expect(recordedAt(whileThere(history), at(200)).regions[0]?.addresses.publicIPAddresses).toMatchObject({
      state: 'known',
      addresses: ['203.0.113.7'],
    });
  });

  it('was last seen when the last of its addresses was', () => expect(lastKnownAt(moved)).toBe(at(400)));

  it('leaves out what Azure tells of its end together with other things, and keeps what else went', () => {
    const end = change(450, {
      differences: [
        { region: 'westeurope', field: 'zones', before: ['1'], after: null },
        { field: 'tier', after: null },
      ],
    });
    const zones = change(150, {
      differences: [{ region: 'westeurope', field: 'zones', before: ['1'], after: null }],
    });
    expect(whileThere({ observations: [], changes: [zones, end] }).changes).toEqual([zones]);
  });

  it('has no last sight where it was never seen', () =>
    expect(lastKnownAt(whileThere(of(observation(300, 400, absentFacts))))).toBeNull());
});

it.each<[FactAt, FactValue | undefined]>([
  [{ state: 'known', value: 'Premium' }, 'Premium'],
  [{ state: 'same', value: null }, null],
  [{ state: 'last-seen', value: false }, false],
  [{ state: 'changed', before: 'Developer', after: 'Premium' }, undefined],
  [{ state: 'unknown' }, undefined],
  [{ state: 'absent' }, undefined],
])('of %j the value %j can be worked with', (fact, value) => expect(certain(fact)).toBe(value));

it.each([
  ['inside an observation', 150, [100]],
  ['at its beginning', 100, [100]],
  ['at its end', 200, [100]],
  ['in a gap', 250, [100, 300]],
  ['before the first', 50, [100]],
  ['after the last', 500, [300]],
])('the records of a moment %s', (_, count, starts) =>
  expect(observationsAround(moved.observations, at(count)).map(one => one.at)).toEqual(starts.map(minute)),
);

describe('records that tell little', () => {
  const { regions: _, ...withoutRegions } = facts();

  it('know nothing of a region where none was read', () => {
    const { regions } = recordedAt(of(observation(100, 200), observation(300, 400, withoutRegions)), at(350));
    expect(regions[0]?.facts.subnetId).toEqual({ state: 'last-seen', value: subnetA });
  });

  it('cannot tell a fact between a time without the service and one with it', () => {
    const history = of(observation(100, 200, absentFacts), observation(300, 400));
    expect(recordedAt(history, at(250)).facts.vnetMode).toEqual({ state: 'unknown' });
    const back = of(observation(100, 200), observation(300, 400, absentFacts));
    expect(recordedAt(back, at(250)).facts.vnetMode).toEqual({ state: 'unknown' });
  });

  it('cannot tell the gateway of a region between a time without the region and one with it', () => {
    const two = facts({ regions: { westeurope: regionFacts(), eastus: regionFacts({ primary: false }) } });
    const history = of(observation(100, 200), observation(300, 400, two));
    const region = recordedAt(history, at(250)).regions.find(one => one.name === 'eastus');
    expect(region?.facts.gatewayDisabled).toEqual({ state: 'unknown' });
    expect(region?.facts.primary).toEqual({ state: 'unknown' });
  });

  it('keep the platform that was last told where a later reading says that it is undetermined', () => {
    const history = of(
      observation(100, 200),
      observation(300, 400, facts({}, { platformVersion: 'undetermined' })),
    );
    expect(recordedAt(history, at(350)).regions[0]?.facts.platformVersion).toEqual({
      state: 'last-seen',
      value: 'stv2',
    });
  });

  it('hold what Azure told of the time while the service was there, and not that it went', () => {
    const went = change(450, { differences: [{ field: 'tier', before: 'Premium', after: null }] });
    const zones = change(150, {
      differences: [{ region: 'westeurope', field: 'zones', before: null, after: ['1'] }],
    });
    const tier = change(160, { differences: [{ field: 'tier', before: 'Developer', after: 'Premium' }] });
    expect(whileThere({ observations: [], changes: [zones, tier, went] }).changes).toEqual([zones, tier]);
  });

  it('of several that ended before, the one that ended last stands for them', () => {
    const [long, short] = [observation(0, 100), observation(10, 50)];
    expect(observationsAround([long, short], at(150))).toEqual([long]);
    expect(observationsAround([short, observation(20, 60)], at(150))).toEqual([observation(20, 60)]);
  });
});
