import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { staleAfterMs } from './check.ts';
import type { Connectivity, RegionNetworkStatus } from './connectivity.ts';
import { regionSummary, regionVerdict } from './region-verdict.ts';
import { sampleCheck, sampleNow, sampleRegionStatus } from './samples.ts';
import { networkVerdict } from './verdict.ts';

const fails = sampleCheck({ status: 'failure' });
const optionalFails = sampleCheck({ status: 'failure', isOptional: true });
const starts = sampleCheck({ status: 'initializing' });
const control = { resourceType: 'ApiManagement Control Plane - inbound', name: 'https://c.example:3443/s' };
const inboundFails = sampleCheck({ ...control, status: 'failure' });
const old = sampleCheck({ lastUpdated: '2026-11-22T05:14:00Z' });
const odd = sampleCheck({ status: 'unknown', statusText: 'Degraded' });
const fine = sampleCheck();

const region = sampleRegionStatus;
const say = (...regions: RegionNetworkStatus[]) => {
  const { state, title } = networkVerdict(regions, [], sampleNow);
  return `${state}: ${title}`;
};

describe('networkVerdict', () => {
  it.each([
    [[region('West Europe')], 'fine: West Europe reaches everything.'],
    [[region('westeurope')], 'fine: West Europe reaches everything.'],
    [[region('West Europe'), region('East US')], 'fine: West Europe and East US reach everything.'],
    [[region('West Europe'), region('East US'), region('UK South')], 'fine: All 3 regions reach everything.'],
    [[region('West Europe', [fine, optionalFails])], 'fine: West Europe reaches everything that it needs.'],
    [
      [region('North Europe', [fails, fails]), region('West Europe')],
      'failing: North Europe cannot reach two dependencies that it needs.',
    ],
    [[region('North Europe', [fails])], 'failing: North Europe cannot reach one dependency that it needs.'],
    [
      [
        region(
          'North Europe',
          Array.from({ length: 11 }, () => fails),
        ),
      ],
      'failing: North Europe cannot reach 11 dependencies that it needs.',
    ],
    [
      [region('North Europe', [fails]), region('West Europe', [fails]), region('East US')],
      'failing: North Europe and West Europe cannot reach dependencies that they need.',
    ],
    [
      [region('North Europe', [inboundFails, fine])],
      'failing: Azure cannot reach North Europe on port 3443 to manage the service.',
    ],
    [
      [region('North Europe', [inboundFails, fails])],
      'failing: North Europe cannot reach one dependency that it needs, and Azure cannot reach it on port 3443 to manage the service.',
    ],
    [
      [region('North Europe', [fails]), region('East US', [inboundFails])],
      'failing: North Europe cannot reach one dependency that it needs, and Azure cannot reach East US on port 3443 to manage the service.',
    ],
    [
      [region('North Europe', [fails, inboundFails]), region('East US', [inboundFails])],
      'failing: North Europe cannot reach one dependency that it needs, and Azure cannot reach North Europe and East US on port 3443 to manage the service.',
    ],
    [
      [region('UK South', [fails]), region('East US', [fails]), region('West US', [fails])],
      'failing: UK South, East US and West US cannot reach dependencies that they need.',
    ],
    [
      [region('West Europe', [fine, optionalFails]), region('East US')],
      'fine: West Europe and East US reach everything that they need.',
    ],
    [
      [region('West Europe', [starts]), region('East US', [starts, fine])],
      'starting: West Europe and East US are still starting: not every check has a result.',
    ],
    [[region('West Europe', [old, odd, fine])], /^unclear: .*: 2 checks are old/],
    [
      [region('West Europe', []), region('East US', [])],
      'none: Azure reports no checks for West Europe and East US.',
    ],
    [
      [region('West Europe', [starts])],
      'starting: West Europe is still starting: not every check has a result.',
    ],
    [
      [region('West Europe', [old])],
      'stale: Azure has had no news from inside the network since 22 Nov 2026, 05:14 UTC.',
    ],
    [
      [region('West Europe', [{ ...old, status: 'failure' }])],
      'stale: Azure has had no news from inside the network since 22 Nov 2026, 05:14 UTC.',
    ],
    [
      [region('West Europe', [old]), region('East US')],
      'stale: Azure has had no news from inside the network of West Europe since 22 Nov 2026, 05:14 UTC.',
    ],
    [[region('West Europe', [old, fine])], /^unclear: .*1 check is old/],
    [[region('West Europe', [odd])], /^unclear: What West Europe can reach is not clear/],
    [[region('West Europe', [])], 'none: Azure reports no checks for West Europe.'],
    [[], 'none: Azure reports no network checks for this service.'],
  ] as const)('says of case %# the one sentence that answers', (regions, words) => {
    if (typeof words === 'string') expect(say(...regions)).toBe(words);
    else expect(say(...regions)).toMatch(words);
  });

  it('names what holds besides: the regions that are fine and those without news', () => {
    const { detail } = networkVerdict(
      [region('East US'), region('North Europe', [fails]), region('UK South', [old])],
      [],
      sampleNow,
    );
    expect(detail).toEqual([
      'Azure has had no news from inside the network of UK South since 22 Nov 2026, 05:14 UTC.',
      'East US reaches everything.',
    ]);
  });

  it('names a region of the service that Azure leaves out, and never takes it for fine', () => {
    const verdict = networkVerdict([region('West Europe')], ['West Europe', 'East US'], sampleNow);
    expect(verdict).toMatchObject({ state: 'unclear', title: 'Azure says nothing about East US.' });
    expect(verdict.regions.map(regionSummary)).toEqual(['not in Azure’s answer', 'the one check is fine']);
  });

  it('puts the region that fails first', () =>
    expect(
      networkVerdict([region('East US'), region('UK South', [fails])], [], sampleNow).regions.map(
        one => one.label,
      ),
    ).toEqual(['UK South', 'East US']));

  it('takes a failure of which Azure does not say whether it is needed for needed', () =>
    expect(say(region('East US', [{ ...fails, isOptional: null }]))).toMatch(/^failing/));

  it('knows no age where Azure gives no time', () =>
    expect(say(region('East US', [{ ...fine, lastUpdated: null }]))).toMatch(/^fine/));

  it.each([
    [staleAfterMs, 'fine'],
    [staleAfterMs + 1, 'stale'],
    [-60_000, 'fine'],
  ])('takes a result that is %i ms old for %s', (age, state) => {
    const lastUpdated = new Date(sampleNow - age).toISOString();
    expect(regionVerdict(region('East US', [{ ...fine, lastUpdated }]), sampleNow).state).toBe(state);
  });
});

describe('regionSummary', () => {
  it.each([
    [[fine], 'the one check is fine'],
    [[fine, fine], 'all 2 fine'],
    [[fails, inboundFails, starts, optionalFails], '2 failing, 1 starting, 1 optional failing'],
    [[odd], '1 unclear'],
    [[old, old], 'no news'],
    [[], 'no checks reported'],
  ] as const)('counts case %#', (checks, words) =>
    expect(regionSummary(regionVerdict(region('East US', checks), sampleNow))).toBe(words),
  );
});

const anyCheck: fc.Arbitrary<Connectivity> = fc.record({
  name: fc.string(),
  status: fc.constantFrom('success', 'failure', 'initializing', 'unknown'),
  statusText: fc.string(),
  error: fc.option(fc.string()),
  lastUpdated: fc.option(
    fc.oneof(
      fc.string(),
      fc.integer({ min: -3_600_000, max: 86_400_000 }).map(age => new Date(sampleNow - age).toISOString()),
    ),
  ),
  lastStatusChange: fc.option(fc.string()),
  resourceType: fc.option(fc.constantFrom('SQLDatabase', 'constructor', control.resourceType)),
  isOptional: fc.option(fc.boolean()),
});
const anyStatus = fc.array(
  fc
    .record({
      location: fc.option(fc.constantFrom('westeurope', 'East US', 'x')),
      checks: fc.array(anyCheck),
    })
    .map(({ location, checks }) => ({ ...region('', checks), location })),
  { maxLength: 4 },
);

describe('whatever Azure answers', () => {
  it('the verdict is fine only where no needed check fails, is old, starts or is not known', () => {
    fc.assert(
      fc.property(anyStatus, status => {
        const { state } = networkVerdict(status, [], sampleNow);
        const needed = status.flatMap(one => one.connectivity).filter(one => one.isOptional !== true);
        if (state === 'fine') expect(needed.every(one => one.status === 'success')).toBe(true);
      }),
    );
  });

  it('optional checks never change the verdict of fresh results', () => {
    const fresh = anyCheck.map(check => ({ ...check, lastUpdated: sampleCheck().lastUpdated }));
    fc.assert(
      fc.property(fc.array(fresh, { minLength: 1 }), fc.array(fresh), (checks, more) => {
        const state = (all: readonly Connectivity[]) => regionVerdict(region('x', all), sampleNow).state;
        const optional = more.map(check => ({ ...check, isOptional: true }));
        expect(state([...checks, ...optional])).toBe(state(checks));
      }),
    );
  });

  it('the verdict is one sentence that is not empty, and does not depend on the order of the checks', () => {
    fc.assert(
      fc.property(anyStatus, status => {
        const { title } = networkVerdict(status, [], sampleNow);
        expect(title).toMatch(/^\S.*\.$/s);
        const turned = status.map(one => ({ ...one, connectivity: one.connectivity.toReversed() }));
        expect(networkVerdict(turned, [], sampleNow).title).toBe(title);
      }),
    );
  });
});
