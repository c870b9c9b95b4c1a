import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FleetFilter, filterRows, noFilter } from './fleet-filter.ts';
import { sampleRegion, sampleRows, subscriptionB, unreadableSample } from './testing/sample-fleet.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
const fleet = () =>
  sampleRows(
    [
      { name: 'api-prod', vnetMode: 'Internal', tags: { Env: 'Prod' }, resourceGroup: 'rg-one' },
      {
        name: 'pay-prod',
        vnetMode: 'external',
        regions: [
          sampleRegion({ publicIPAddresses: ['198.51.100.24'], outboundPublicIPAddresses: ['60.0.0.0/31'] }),
          sampleRegion({
            name: 'germanywestcentral',
            displayName: 'Germany West Central',
            privateIPAddresses: ['10.10.0.4'],
          }),
        ],
        hostNames: [
          { type: 'Proxy', hostName: 'api.Pay.example', certificateSource: null, certificateExpiry: null },
        ],
      },
      { name: 'orders', tier: 'Standard', subscriptionId: subscriptionB, provisioningState: 'Failed' },
      { name: 'events', tier: 'Consumption', regions: [sampleRegion({ publicIPAddresses: [] })] },
    ],
    new Map([
      [
        `/subscriptions/${subscriptionB}/resourcegroups/rg/providers/microsoft.apimanagement/service/orders`,
        { last: { at: '2026-11-10T10:00:00Z', causes: ['tier-changed'] }, unexplained: null },
      ],
    ]),
    [unreadableSample('odd-one')],
  );

function found(filter: Partial<FleetFilter>): readonly string[] {
  return filterRows(fleet(), { ...noFilter, ...filter }, now).map(row => row.name);
}

describe('the text filter', () => {
  it.each([
    ['PROD', ['api-prod', 'pay-prod', 'orders', 'events', 'odd-one'].filter(name => name !== 'orders')],
    ['api-PROD', ['api-prod']],
    ['rg-one', ['api-prod']],
    ['fabrikam', ['orders']],
    [subscriptionB, ['orders']],
    ['198.51', ['pay-prod']],
    ['10.10', ['pay-prod']],
    ['60.0.0.0/31', ['pay-prod']],
    ['api.pay.example', ['pay-prod']],
    ['env:prod', ['api-prod']],
    ['germany west', ['pay-prod']],
    ['germanywestcentral', ['pay-prod']],
    ['pay  10.10', ['pay-prod']],
    ['  pay ', ['pay-prod']],
    ['pay api-prod', []],
    ['odd', ['odd-one']],
  ])('%j finds %j', (q, names) => expect(found({ q })).toEqual(names));

  it('does not find what only two neighbouring values spell together', () =>
    expect(found({ q: 'rg-onecontoso' })).toEqual([]));
});

describe('nothing to filter by', () => {
  it('gives back the rows themselves', () => {
    const rows = fleet();
    expect(filterRows(rows, { ...noFilter, q: '  ' }, now)).toBe(rows);
  });
});

describe('filters by value', () => {
  const all = ['api-prod', 'pay-prod', 'orders', 'events', 'odd-one'];
  it.each<[string, Partial<FleetFilter>, readonly string[]]>([
    ['nothing', {}, all],
    ['a tier, without case', { tier: ['STANDARD'] }, ['orders']],
    ['several tiers', { tier: ['standard', 'consumption'] }, ['orders', 'events']],
    ['a VNet mode, without case', { vnet: ['External'] }, ['pay-prod']],
    ['a region that is not the primary one', { region: ['germanywestcentral'] }, ['pay-prod']],
    ['a status', { status: ['failed'] }, ['orders']],
    ['a tag, without case', { tag: ['env:PROD'] }, ['api-prod']],
    ['risk', { risk: true }, ['orders']],
    ['changed in 14 days', { changed: '14d' }, ['orders']],
    ['changed in 11 days', { changed: '11d' }, []],
    ['changed since a date', { changed: '2026-11-10' }, ['orders']],
    ['all parts at once', { vnet: ['Internal', 'None'], tier: ['Premium'] }, ['api-prod']],
    ['a value that nobody has', { tier: ['Gold'] }, []],
  ])('%s', (_name, filter, names) => expect(found(filter)).toEqual(names));

  it('text and values together never let more through than each alone', () => {
    const word = fc.constantFrom('prod', '10.10', 'contoso', 'o', 'zz');
    const tier = fc.subarray(['Premium', 'Standard', 'Consumption']);
    fc.assert(
      fc.property(word, tier, fc.boolean(), (q, tiers, risk) => {
        const both = found({ q, tier: tiers, risk });
        const alone = [found({ q }), found({ tier: tiers }), found({ risk })].map(list => new Set(list));
        expect(both).toEqual(all.filter(name => alone.every(list => list.has(name))));
      }),
    );
  });
});
