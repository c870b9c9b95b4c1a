import { describe, expect, it } from 'vitest';
import { type CauseCode, causeCodes, causesOf } from './causes.ts';
import { type Difference, differencesBetween, differencesOfGone, differencesOfNew } from './difference.ts';
import type { RegionFacts, ServiceFacts } from './facts.ts';
import { facts, publicIpA, publicIpB, regionFacts, subnetA, subnetB } from './test-data.ts';

function codes(before: ServiceFacts, after: ServiceFacts, context = {}): readonly CauseCode[] {
  return causesOf(differencesBetween(before, after), context).all;
}

/** Another address of each kind, so that every case has something to explain. */
const moved: Partial<RegionFacts> = {
  publicIPAddresses: ['203.0.113.9'],
  privateIPAddresses: ['10.20.1.9'],
  outboundPublicIPAddresses: ['203.0.113.9'],
};
const second = regionFacts({ primary: false, publicIPAddresses: ['198.51.100.4'] });

describe('causesOf claims', () => {
  const cases: readonly [CauseCode, ServiceFacts, ServiceFacts][] = [
    ['recreated', facts(), facts({ createdAt: '2026-02-01T00:00:00Z' }, moved)],
    ['subscription-state-changed', facts(), facts({ subscriptionState: 'Warned' }, moved)],
    ['subscription-reinstated', facts({ subscriptionState: 'Disabled' }), facts({}, moved)],
    ['vnet-added', facts({ vnetMode: 'None' }), facts({ vnetMode: 'External' }, moved)],
    ['vnet-removed', facts({ vnetMode: 'External' }), facts({ vnetMode: 'None' }, moved)],
    ['vnet-mode-switched', facts({ vnetMode: 'External' }), facts({ vnetMode: 'Internal' }, moved)],
    ['subnet-moved', facts(), facts({}, { ...moved, subnetId: subnetB })],
    ['public-ip-resource-changed', facts(), facts({}, { ...moved, publicIpAddressId: publicIpB })],
    ['zones-changed', facts(), facts({}, { ...moved, zones: ['1', '2'] })],
    ['nat-gateway-changed', facts(), facts({}, { ...moved, natGatewayState: 'Enabled' })],
    ['nat-gateway-changed', facts({}, { natGatewayState: 'Enabled' }), facts({}, moved)],
    ['gateway-toggled', facts(), facts({}, { ...moved, gatewayDisabled: true })],
    ['public-access-changed', facts(), facts({ publicNetworkAccess: 'Disabled' }, moved)],
    ['platform-migrated', facts({}, { platformVersion: 'stv1' }), facts({}, moved)],
    ['tier-changed', facts({ tier: 'Developer' }), facts({}, moved)],
    ['unexplained', facts(), facts({}, moved)],
  ];
  it.each(cases)('%s, and nothing else', (code, before, after) => {
    expect(codes(before, after)).toEqual([code]);
  });

  it.each<[string, Difference]>([
    ['a subscription state that was not read before', { field: 'subscriptionState', after: 'Warned' }],
    ['a public access that was cut short', { field: 'publicNetworkAccess', before: 'Enabled' }],
    ['a tier of which one side is not known', { field: 'tier', after: 'Premium' }],
    ['a VNet mode that was cut short', { field: 'vnetMode', after: 'Internal' }],
    ['a VNet mode of which the new one was cut short', { field: 'vnetMode', before: 'Internal' }],
    [
      'a platform of which one side is not known',
      { region: 'eastus', field: 'platformVersion', after: 'stv2' },
    ],
    [
      'a gateway of which one side is not known',
      { region: 'eastus', field: 'gatewayDisabled', before: true },
    ],
    ['a VNet mode that Azure does not document', { field: 'vnetMode', before: 'Internal', after: 'Mesh' }],
  ])('nothing for %s', (_, difference) => expect(causesOf([difference]).all).toEqual([]));

  it.each<[CauseCode, Difference]>([
    ['zones-changed', { region: 'westeurope', field: 'zones' }],
    ['public-ip-resource-changed', { region: 'westeurope', field: 'publicIpAddressId' }],
    ['vnet-added', { field: 'vnetMode', before: null, after: 'External' }],
    ['vnet-removed', { field: 'vnetMode', before: 'External', after: null }],
  ])('%s where Azure says that it changed, though not from what to what', (code, difference) =>
    expect(causesOf([difference]).all).toEqual([code]),
  );

  it('created for a service that was not known before', () => {
    const differences = [
      { field: 'createdAt', before: null, after: '2026-02-01T00:00:00Z' } as const,
      ...differencesOfNew(facts()),
    ];
    expect(causesOf(differences).all).toEqual(['created']);
  });

  it('recreated for one that was', () => {
    const differences = [{ field: 'createdAt', before: null, after: '2026-02-01T00:00:00Z' } as const];
    expect(causesOf(differences, { livedBefore: true }).all).toEqual(['recreated']);
  });

  it('gone for a service that is no longer there, and nothing for its regions', () => {
    expect(causesOf(differencesOfGone(facts())).all).toEqual(['gone']);
  });

  it('region-added and region-removed for the region alone', () => {
    const one = facts();
    const two = facts({ regions: { westeurope: regionFacts(), eastus: second } });
    expect(causesOf(differencesBetween(one, two))).toEqual({
      all: ['region-added'],
      byRegion: new Map([['eastus', ['region-added']]]),
    });
    expect(codes(two, one)).toEqual(['region-removed']);
  });

  it('region-reinstated for a region that had been there before', () => {
    const two = facts({ regions: { westeurope: regionFacts(), eastus: second } });
    expect(codes(facts(), two, { formerRegions: new Set(['eastus']) })).toEqual(['region-reinstated']);
  });

  it('every code of the contract in at least one of these tests', () => {
    const tested = new Set([
      ...cases.map(([code]) => code),
      ...['created', 'gone', 'region-added', 'region-removed', 'region-reinstated'],
    ]);
    expect([...tested].sort()).toEqual([...causeCodes].sort());
  });
});

describe('causesOf with several reasons at once', () => {
  it('names both', () => {
    const after = facts({ vnetMode: 'External' }, { ...moved, subnetId: subnetB });
    expect(codes(facts(), after)).toEqual(['vnet-mode-switched', 'subnet-moved']);
  });

  it('keeps the reason of one region from explaining another', () => {
    const before = facts({ regions: { westeurope: regionFacts(), eastus: second } });
    const after = facts({
      regions: {
        westeurope: regionFacts({ ...moved, zones: ['1'] }),
        eastus: { ...second, publicIPAddresses: ['198.51.100.5'] },
      },
    });
    const causes = causesOf(differencesBetween(before, after));
    expect(causes.byRegion.get('westeurope')).toEqual(['zones-changed']);
    expect(causes.byRegion.get('eastus')).toEqual(['unexplained']);
    expect(causes.all).toEqual(['zones-changed', 'unexplained']);
  });

  it('lets a reason of the whole service explain every region', () => {
    const before = facts({
      subscriptionState: 'Warned',
      regions: { westeurope: regionFacts(), eastus: second },
    });
    const after = facts({
      regions: { westeurope: regionFacts(moved), eastus: { ...second, publicIPAddresses: ['198.51.100.5'] } },
    });
    expect(codes(before, after)).toEqual(['subscription-reinstated']);
  });

  it.each([
    ['public-ip-resource-changed', { publicIpAddressId: publicIpB }],
    ['zones-changed', { zones: ['1', '2', '3'] }],
  ] as const)('lets %s explain the private VIP alone', (code, reason) => {
    expect(codes(facts(), facts({}, { privateIPAddresses: ['10.20.1.9'], ...reason }))).toEqual([code]);
  });

  it('says recreated alone: the new service is another one', () => {
    const after = facts({ createdAt: '2026-02-01T00:00:00Z', tier: 'Developer', vnetMode: 'None' }, moved);
    expect(codes(facts(), after)).toEqual(['recreated']);
  });

  it('does not claim a removed region as the reason for another address', () => {
    const before = facts({ regions: { westeurope: regionFacts(), eastus: second } });
    expect(codes(before, facts({}, moved))).toEqual(['region-removed', 'unexplained']);
  });
});

describe('causesOf does not claim anything for', () => {
  const none: readonly [string, ServiceFacts, ServiceFacts][] = [
    [
      'the order of a list',
      facts({}, { publicIPAddresses: ['203.0.113.7', '203.0.113.8'], zones: ['1', '2'] }),
      facts({}, { publicIPAddresses: ['203.0.113.8', '203.0.113.7'], zones: ['2', '1'] }),
    ],
    [
      'another spelling of an ARM id',
      facts(),
      facts({}, { subnetId: subnetA.toUpperCase(), publicIpAddressId: publicIpA.toLowerCase() }),
    ],
    ['another case of a name', facts({ tier: 'premium', subscriptionState: 'enabled' }), facts()],
    [
      'an empty list instead of null',
      facts({}, { privateIPAddresses: [] }),
      facts({}, { privateIPAddresses: null }),
    ],
    [
      'fewer fraction digits of the creation time',
      facts(),
      facts({ createdAt: '2024-01-10T08:00:00.1234567Z' }),
    ],
    [
      'Unsupported instead of Disabled',
      facts({}, { natGatewayState: 'Unsupported' }),
      facts({}, { natGatewayState: null }),
    ],
    ['an undetermined platform', facts(), facts({}, { platformVersion: 'undetermined' })],
    ['a default that is written out', facts({ publicNetworkAccess: null }), facts()],
    [
      'outbound addresses that Azure begins to write out',
      facts({}, { outboundPublicIPAddresses: null }),
      facts(),
    ],
  ];
  it.each(none)('%s', (_, before, after) => {
    expect(differencesBetween(before, after)).toEqual([]);
    expect(differencesBetween(after, before)).toEqual([]);
  });

  it('a fact that one source does not read', () => {
    const { subscriptionState: _, ...unread } = facts();
    const { zones: __, privateIPAddresses: ___, ...region } = regionFacts();
    expect(differencesBetween(facts(), { ...unread, regions: { westeurope: region } })).toEqual([]);
    const { regions: ____, ...noRegions } = facts();
    expect(differencesBetween(facts(), noRegions)).toEqual([]);
  });

  it('a list of differences that Azure cut short: the reason may be what is missing', () => {
    const differences = differencesBetween(facts(), facts({}, moved));
    expect(causesOf(differences, { truncated: true }).all).toEqual([]);
  });

  it('a mode or a state that Azure has not documented', () => {
    expect(codes(facts({ vnetMode: 'Sideways' }), facts({}, moved))).toEqual(['unexplained']);
    expect(codes(facts(), facts({}, { natGatewayState: 'Preparing' }))).toEqual([]);
  });

  it('a region that becomes the primary one', () => {
    expect(codes(facts(), facts({}, { primary: false }))).toEqual([]);
  });

  it('a subnet that appears or goes while the mode stays', () => {
    expect(codes(facts({}, { subnetId: null }), facts())).toEqual([]);
  });
});
