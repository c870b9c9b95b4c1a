import { describe, expect, it } from 'vitest';
import type { Purpose } from '../guidance/purpose.ts';
import { sampleHostName, sampleIds, sampleNetwork } from '../guidance/samples.ts';
import { parseIpRange } from '../ranges/ip-range.ts';
import { rangeSet } from '../ranges/range-set.ts';
import type { Service } from '../service.ts';
import { needText } from './need-words.ts';
import { type CheckQuestion, purposesOf } from './needs.ts';
import { type Case, judged, testService } from './testing.ts';

const range = (text: string) => {
  const parsed = parseIpRange(text);
  return parsed ? [parsed] : [];
};
const needed = (chosen: readonly Service[], purposes: readonly Purpose[], given: Partial<Case> = {}) =>
  judged({ text: '', chosen, purposes, ...given });
const valuesOf = (chosen: readonly Service[], purposes: readonly Purpose[]) =>
  needed(chosen, purposes).needs.map(({ need }) => needText(need.value));

it.each<[readonly CheckQuestion[], readonly Purpose[]]>([
  [[], []],
  [['clients'], ['clients']],
  [['management'], ['management', 'load-balancer', 'traffic-manager']],
  [
    ['private-back-ends', 'internet-back-ends'],
    ['internet-back-ends', 'private-back-ends'],
  ],
])('the questions %j are about the purposes %j', (questions, purposes) =>
  expect(purposesOf(questions)).toEqual(purposes),
);

const shop = testService('shop', [{ publicIPAddresses: ['203.0.113.130', '203.0.113.74', '198.51.100.9'] }], {
  hostNames: [sampleHostName('Proxy', 'shop.azure-api.net')],
});
const orders = testService('orders', [
  { publicIPAddresses: ['203.0.113.74'], name: 'eastus', displayName: 'East US' },
]);
const events = testService(
  'events',
  [{ publicIPAddresses: [], name: 'northeurope', displayName: 'North Europe' }],
  { tier: 'Consumption', hostNames: [sampleHostName('Proxy', 'events.azure-api.net')] },
);
const alerts = testService('alerts', events.regions, {
  tier: 'Consumption',
  hostNames: [sampleHostName('Proxy', 'alerts.azure-api.net')],
});
const inside = (name: string, tier: string) =>
  testService(name, [{ subnetId: sampleIds.subnet('a') }], { tier, vnetMode: 'External' });

describe('what services need', () => {
  it('of addresses, each once with everybody who needs it', () => {
    const use = {
      serviceId: shop.id,
      service: 'shop',
      region: 'westeurope',
      purpose: 'internet-back-ends',
      from: 'publicIPAddresses',
    };
    const common = { side: 'source', ports: [], required: true };
    expect(needed([shop, orders], ['internet-back-ends']).needs.map(({ need }) => need)).toStrictEqual(
      [
        ['198.51.100.9', [use]],
        ['203.0.113.74', [use, { ...use, serviceId: orders.id, service: 'orders', region: 'eastus' }]],
        ['203.0.113.130', [use]],
      ].map(([text, uses]) => ({
        ...common,
        value: { kind: 'range', range: range(String(text))[0] },
        uses,
      })),
    );
  });

  it('of host names, which belong to no region', () =>
    expect(needed([events], ['clients']).needs.map(({ need }) => need)).toStrictEqual([
      {
        value: { kind: 'host', host: 'events.azure-api.net' },
        side: 'destination',
        ports: [443],
        required: true,
        uses: [
          { serviceId: events.id, service: 'events', purpose: 'clients', from: 'hostnameConfigurations' },
        ],
      },
    ]));

  it('of service tags, with their ranges where they were read', () => {
    const network = sampleNetwork({
      serviceTags: [{ name: 'AzureCloud.northeurope', changeNumber: '7', prefixes: ['192.0.2.0/25'] }],
    });
    const values = (given: Partial<Case>) =>
      needed([events], ['internet-back-ends'], given).needs.map(({ need }) => need.value);
    const tag = { kind: 'tag', name: 'AzureCloud.northeurope' };
    expect(values({ network })).toEqual([{ ...tag, set: rangeSet(range('192.0.2.0/25')) }]);
    expect(values({})).toEqual([{ ...tag, set: null }]);
  });

  it('stands in the order of the addresses, and what is none behind them by its name', () => {
    expect(valuesOf([events, shop, alerts], ['clients', 'internet-back-ends'])).toEqual([
      '198.51.100.9',
      '198.51.100.9',
      '198.51.100.9',
      '203.0.113.74',
      '203.0.113.74',
      '203.0.113.74',
      '203.0.113.130',
      '203.0.113.130',
      '203.0.113.130',
      'alerts.azure-api.net',
      'events.azure-api.net',
      'AzureCloud.northeurope',
    ]);
  });

  it.each([
    ['optional where everybody can do without', ['Developer', 'Developer'], false],
    ['required where the first cannot', ['Premium', 'Developer'], true],
    ['required where the second cannot', ['Developer', 'Premium'], true],
  ])('is %s', (_, [first = '', second = ''], required) =>
    expect(
      needed([inside('a', first), inside('b', second)], ['load-balancer']).needs.map(({ need }) => [
        needText(need.value),
        need.required,
      ]),
    ).toEqual([['AzureLoadBalancer', required]]),
  );

  it('is no record of DNS: a list holds none', () => {
    const internal = testService(
      'internal',
      [{ subnetId: sampleIds.subnet('a'), privateIPAddresses: ['10.0.0.5'] }],
      {
        tier: 'Premium',
        vnetMode: 'Internal',
      },
    );
    expect(valuesOf([internal], ['dns'])).toEqual([]);
  });
});

describe('what is not known of it', () => {
  it('is told with the service, the region and the reason', () =>
    expect(
      needed([inside('inside', 'Premium')], ['private-back-ends', 'internet-back-ends']).gaps,
    ).toStrictEqual(
      (['internet-back-ends', 'private-back-ends'] as const).map(purpose => ({
        service: 'inside',
        region: 'westeurope',
        purpose,
        code: 'subnet-not-readable',
        text: expect.stringContaining('Subnet a'),
      })),
    ));

  it('without a region where it is about the whole service', () => {
    const nameless = testService('nameless', events.regions, { tier: 'Consumption', hostNames: [] });
    expect(needed([nameless], ['clients']).gaps).toStrictEqual([
      { service: 'nameless', purpose: 'clients', code: 'host-name-not-reported', text: expect.any(String) },
    ]);
  });

  it('is only what was asked for', () =>
    expect(needed([inside('inside', 'Premium')], ['management']).gaps).toEqual([]));

  it('is the address of a service that calls from shared ranges', () =>
    expect(needed([events], ['clients', 'internet-back-ends']).gaps).toStrictEqual([
      {
        service: 'events',
        region: 'northeurope',
        purpose: 'internet-back-ends',
        code: 'shared-ranges',
        text: 'It has no address of its own: it calls from AzureCloud.northeurope, which others share.',
      },
    ]));
});
