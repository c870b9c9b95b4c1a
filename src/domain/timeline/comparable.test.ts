import { describe, expect, it } from 'vitest';
import { comparable, comparableOf, factsKey, isComplete, sortedRegions } from './comparable.ts';
import {
  contradict,
  differencesBetween,
  differencesOfGone,
  differencesOfNew,
  isAddressDifference,
  sameFacts,
} from './difference.ts';
import { absentFacts, type FactValue, type RegionField, type ServiceField } from './facts.ts';
import { facts, publicIpA, regionFacts, subnetA } from './test-data.ts';

const { zones: _, ...regionWithoutZones } = regionFacts();
const { tier: __, ...withoutTier } = facts();
const { regions: ___, ...withoutRegions } = facts();

describe('the form in which two values are equal', () => {
  it.each<[ServiceField | RegionField, FactValue | undefined, string | undefined]>([
    ['createdAt', '2024-01-10T08:00:00.1234567Z', '2024-01-10t08:00:00'],
    ['createdAt', null, undefined],
    ['tier', ' Premium ', 'premium'],
    ['tier', null, undefined],
    ['tier', undefined, undefined],
    ['vnetMode', 'Internal', 'internal'],
    ['vnetMode', null, 'none'],
    ['subscriptionState', 'Enabled', 'enabled'],
    ['subscriptionState', '', undefined],
    ['publicNetworkAccess', null, 'enabled'],
    ['publicNetworkAccess', 'Disabled', 'disabled'],
    ['primary', true, 'true'],
    ['primary', false, 'false'],
    ['publicIPAddresses', null, ''],
    ['publicIPAddresses', ['203.0.113.7'], '203.0.113.7'],
    ['publicIPAddresses', ['203.0.113.9', '203.0.113.7', '203.0.113.9'], '203.0.113.7,203.0.113.9'],
    ['privateIPAddresses', ['FD00::1'], 'fd00::1'],
    ['outboundPublicIPAddresses', [], ''],
    ['subnetId', '/Subscriptions/1/', '/subscriptions/1'],
    ['subnetId', null, ''],
    ['publicIpAddressId', true, ''],
    ['natGatewayState', 'Unsupported', ''],
    ['natGatewayState', 'disabled', ''],
    ['natGatewayState', 'Enabled', 'enabled'],
    ['zones', ['2', '1'], '1,2'],
    ['zones', 'x', 'x'],
    ['platformVersion', 'undetermined', undefined],
    ['platformVersion', 'STV2', 'stv2'],
    ['gatewayDisabled', true, 'true'],
    ['gatewayDisabled', false, ''],
    ['gatewayDisabled', null, ''],
  ])('of %s %j is %j', (field, value, form) => expect(comparable(field, value)).toBe(form));

  it('of outbound addresses that ARM leaves out is that of the public ones', () => {
    const region = regionFacts({ outboundPublicIPAddresses: null, publicIPAddresses: ['198.51.100.4'] });
    expect(comparableOf(region, 'outboundPublicIPAddresses')).toBe('198.51.100.4');
    expect(comparableOf(region, 'privateIPAddresses')).toBe('10.20.1.5');
    expect(comparableOf(regionFacts(), 'outboundPublicIPAddresses')).toBe('203.0.113.7');
  });
});

describe('the key of facts', () => {
  it('names every field that was read, regions in order', () => {
    const two = facts({
      regions: { westeurope: regionFacts({ platformVersion: 'undetermined' }), eastus: { primary: false } },
    });
    expect(factsKey(two)).toBe(
      'createdAt=2024-01-10t08:00:00;tier=premium;vnetMode=internal;subscriptionState=enabled;publicNetworkAccess=enabled;' +
        'regions:eastus{primary=false;}westeurope{primary=true;publicIPAddresses=203.0.113.7;privateIPAddresses=10.20.1.5;' +
        `outboundPublicIPAddresses=203.0.113.7;subnetId=${subnetA.toLowerCase()};publicIpAddressId=${publicIpA.toLowerCase()};` +
        'natGatewayState=;zones=;gatewayDisabled=;}',
    );
  });

  it('is a word of its own where the service was not there, and short where no region was read', () => {
    expect(factsKey(absentFacts)).toBe('absent');
    expect(factsKey({ tier: 'Premium' })).toBe('tier=premium;');
    expect(sortedRegions({})).toEqual({ names: [], regions: [] });
  });
});

it.each([
  ['every field', facts(), true],
  ['every field, and lists that are empty', facts({}, { zones: null, privateIPAddresses: null }), true],
  ['no tier', withoutTier, false],
  ['a tier that says nothing', facts({ tier: null }), false],
  ['no regions', withoutRegions, false],
  ['no zones of its region', facts({ regions: { westeurope: regionWithoutZones } }), false],
  ['no zones of one of two', facts({ regions: { a: regionFacts(), b: regionWithoutZones } }), false],
  ['a platform that says nothing', facts({}, { platformVersion: 'undetermined' }), false],
])('facts with %s are complete: %j', (_what, what, expected) => expect(isComplete(what)).toBe(expected));

describe('differences', () => {
  const east = regionFacts({ primary: false, publicIPAddresses: ['198.51.100.4'], privateIPAddresses: null });
  const two = facts({ regions: { westeurope: regionFacts(), eastus: east } });
  const whole = (side: 'before' | 'after') =>
    (
      [
        ['primary', false],
        ['publicIPAddresses', ['198.51.100.4']],
        ['outboundPublicIPAddresses', ['203.0.113.7']],
        ['subnetId', subnetA],
        ['publicIpAddressId', publicIpA],
        ['natGatewayState', 'Disabled'],
        ['platformVersion', 'stv2'],
      ] as const
    ).map(([field, value]) => ({ region: 'eastus', field, before: null, after: null, [side]: value }));

  it('of a region that came or went are what it brought or took along', () => {
    expect(differencesBetween(facts(), two)).toEqual(whole('after'));
    expect(differencesBetween(two, facts())).toEqual(whole('before'));
  });

  it('of a service that came or went are its tier and its regions', () => {
    const small = facts({ regions: { eastus: east } });
    expect(differencesOfNew(small)).toEqual([
      { field: 'tier', before: null, after: 'Premium' },
      ...whole('after'),
    ]);
    expect(differencesOfGone(small)).toEqual([
      { field: 'tier', before: 'Premium', after: null },
      ...whole('before'),
    ]);
  });

  it('are in the order of fields and regions, with the values as they were read', () => {
    const after = facts({
      tier: 'Developer',
      regions: {
        westeurope: regionFacts({ zones: ['2', '1'] }),
        eastus: { ...east, gatewayDisabled: true },
      },
    });
    expect(differencesBetween(two, after)).toEqual([
      { field: 'tier', before: 'Premium', after: 'Developer' },
      { region: 'eastus', field: 'gatewayDisabled', before: false, after: true },
      { region: 'westeurope', field: 'zones', before: null, after: ['2', '1'] },
    ]);
  });

  it.each([
    ['facts and themselves', facts(), facts(), false],
    ['facts of which one read less', facts(), withoutRegions, false],
    ['facts of which one read less, the other way', withoutRegions, facts(), false],
    ['another tier', facts(), facts({ tier: 'Developer' }), true],
    ['a service and none', facts(), absentFacts, true],
    ['no service twice', absentFacts, { ...absentFacts }, false],
  ])('contradict for %s: %j', (_what, one, other, expected) => {
    expect(contradict(one, other)).toBe(expected);
    expect(contradict(other, one)).toBe(expected);
  });

  it('are none where the same was found in another spelling, and not the same where less was read', () => {
    expect(sameFacts(facts(), facts({ tier: 'PREMIUM' }))).toBe(true);
    expect(sameFacts(facts(), withoutRegions)).toBe(false);
  });

  it('are those of an address, or not', () => {
    expect(isAddressDifference({ field: 'privateIPAddresses' })).toBe(true);
    expect(isAddressDifference({ field: 'zones' })).toBe(false);
  });
});
