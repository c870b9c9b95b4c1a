import { describe, expect, it } from 'vitest';
import { armKey } from '../arm-id.ts';
import { byRegion, byTier, byVnetMode } from './distribution.ts';
import { facetOptions, tagNames } from './facets.ts';
import { summarise, summarising } from './summarise.ts';
import {
  sampleRegion,
  sampleRows,
  sampleService,
  subscriptionB,
  unreadableSample,
} from './testing/sample-fleet.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
const two = [
  sampleRegion(),
  sampleRegion({ name: 'eastus', displayName: 'East US', primary: false, publicIPAddresses: ['20.1.1.1'] }),
];
const rows = sampleRows(
  [
    { name: 'a', vnetMode: 'External', regions: two, tags: { Env: 'prod' } },
    { name: 'b', vnetMode: 'External', tier: 'StandardV2', tags: { env: 'prod', team: 'x' } },
    { name: 'c', vnetMode: 'Internal' },
    { name: 'd', vnetMode: 'Internal', tier: 'PremiumV2' },
    { name: 'e', tier: 'Consumption' },
    { name: 'f', subscriptionId: subscriptionB },
    { name: 'g', subscriptionId: subscriptionB },
    { name: 'h', provisioningState: 'Failed' },
  ],
  new Map([
    [
      armKey(sampleService({ name: 'a' }).id),
      {
        last: { at: '2026-11-16T00:00:00Z', causes: ['unexplained'] },
        unexplained: { at: '2026-11-16T00:00:00Z' },
      },
    ],
    [
      armKey(sampleService({ name: 'c' }).id),
      { last: { at: '2026-10-01T00:00:00Z', causes: ['created'] }, unexplained: null },
    ],
  ]),
  [unreadableSample('odd')],
);

describe('the six figures', () => {
  const summary = () => summarise(rows, now);
  it('the three VNet modes add up to the whole', () => {
    const { services, external, internal, noVnet } = summary();
    expect([services, external, internal, noVnet]).toEqual([8, 2, 2, 4]);
  });
  it('count each dedicated address once', () => expect(summary().publicIps).toBe(2));
  it('tell integration, injection and shared apart', () => {
    const { integration, injection, shared } = summary();
    expect([integration, injection, shared]).toEqual([1, 1, 1]);
  });
  it('say what the risk is, the most frequent first', () => {
    const { atRisk, risks } = summary();
    expect([atRisk, risks]).toEqual([3, ['subscription Warned', 'Error']]);
  });
  it('count changes of 14 days and what is unexplained', () => {
    const { changed, unexplained } = summary();
    expect([changed, unexplained]).toEqual([1, 1]);
  });
  it('keep what could not be read apart', () => expect(summary().unreadable).toBe(1));
  it('put risks that are as frequent in the order of their words', () => {
    const some = sampleRows([
      { name: 'a', provisioningState: 'Stopped' },
      { name: 'b', provisioningState: 'Failed' },
    ]);
    expect(summarise(some, now).risks).toEqual(['Error', 'Stopped']);
  });
  it('let the page breathe before every two hundred services', () => {
    const many = sampleRows(Array.from({ length: 401 }, (_, at) => ({ name: `s${at}` })));
    expect([...summarising(many, now)]).toHaveLength(3);
    expect([...summarising(many.slice(0, 400), now)]).toHaveLength(2);
  });
  it('are all zero for nothing', () =>
    expect(
      Object.values(summarise([], now)).every(value => value === 0 || Object.keys(value).length === 0),
    ).toBe(true));
});

describe('values to filter by', () => {
  it('are those of the fleet, counted, by label', () =>
    expect(facetOptions(rows, 'tier', [])).toEqual([
      { value: 'Consumption', label: 'Consumption', count: 1 },
      { value: 'Premium', label: 'Premium', count: 5 },
      { value: 'PremiumV2', label: 'Premium v2', count: 1 },
      { value: 'StandardV2', label: 'Standard v2', count: 1 },
    ]));
  it('keep a chosen one that nobody has', () =>
    expect(facetOptions(rows, 'status', ['Stopped']).find(one => one.value === 'Stopped')).toEqual({
      value: 'Stopped',
      label: 'Stopped',
      count: 0,
    }));
  it('count a region of any role, and tags without case', () => {
    expect(facetOptions(rows, 'region', []).find(one => one.value === 'eastus')).toMatchObject({
      label: 'East US',
      count: 1,
    });
    expect(facetOptions(rows, 'tag', []).map(one => [one.value, one.count])).toEqual([
      ['Env:prod', 2],
      ['team:x', 1],
    ]);
  });
  it('count VNet modes, and leave out what Azure does not report', () => {
    const some = sampleRows([
      { name: 'a', vnetMode: '' },
      { name: 'b', vnetMode: 'Internal' },
    ]);
    expect(facetOptions(some, 'vnet', [])).toEqual([{ value: 'Internal', label: 'Internal', count: 1 }]);
  });
  it('name each tag once', () => expect(tagNames(rows)).toEqual(['Env', 'team']));
});

describe('distributions', () => {
  it('by tier, the most frequent first', () =>
    expect(byTier(rows)[0]).toEqual({ label: 'Premium', count: 5 }));
  it('keep integration and injection apart from the classic modes', () =>
    expect(byVnetMode(rows)).toEqual([
      { label: 'None', count: 4 },
      { label: 'External', count: 1 },
      { label: 'External, integration', count: 1 },
      { label: 'Internal', count: 1 },
      { label: 'Internal, injection', count: 1 },
    ]));
  it('say that a tier is not reported', () =>
    expect(byTier(sampleRows([{ tier: '' }]))).toEqual([{ label: 'Not reported', count: 1 }]));
  it('count a service in each of its regions', () =>
    expect(byRegion(rows)).toEqual([
      { label: 'West Europe', count: 8 },
      { label: 'East US', count: 1 },
    ]));
});
