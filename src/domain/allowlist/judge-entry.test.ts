import { describe, expect, it } from 'vitest';
import { loadedTag } from '../find/sources.ts';
import type { FormerAddress } from '../former-address.ts';
import { sampleIds, sampleNetwork, sampleSubnet } from '../guidance/samples.ts';
import { rangeText } from '../ranges/ip-range.ts';
import { rangesOf } from '../ranges/range-set.ts';
import type { EntryVerdict } from './judgement.ts';
import { type Case, judged, nsg, testService } from './testing.ts';

const plain = { note: '', needed: [], others: 0n, alarming: false, doubt: '' };
/** All that is told of an entry. */
const told = ({ class: kind, detail, note, needed, others, alarming, doubt }: EntryVerdict) => ({
  class: kind,
  detail,
  note,
  needed: rangesOf(needed).map(rangeText),
  others,
  alarming,
  doubt,
});
const verdicts = (given: Case) => judged(given).entries.map(told);

const west = testService('west', [
  { publicIPAddresses: ['203.0.113.7', '203.0.113.9', '203.0.113.18'], displayName: 'West Europe' },
]);
const east = testService('east', [
  { publicIPAddresses: ['198.51.100.40/30'], name: 'eastus', displayName: 'East US' },
]);

describe('an entry that is needed', () => {
  const outbound = 'West Europe, outbound IP';
  const wide = { ...plain, class: 'wider' };

  it.each([
    ['as it is', '203.0.113.7', { class: 'covered', detail: outbound, needed: ['203.0.113.7'] }],
    [
      'for one of its addresses',
      '203.0.113.6/31',
      {
        ...wide,
        detail: 'covers 1 that you need, 1 others',
        note: 'needed: 203.0.113.7',
        needed: ['203.0.113.7'],
        others: 1n,
      },
    ],
    [
      'for two of its addresses',
      '203.0.113.0/28',
      {
        ...wide,
        detail: 'covers 2 that you need, 14 others',
        note: 'needed: 203.0.113.7 and 203.0.113.9',
        needed: ['203.0.113.7', '203.0.113.9'],
        others: 14n,
      },
    ],
    [
      'for more: two are named and the others counted',
      '203.0.113.0/24',
      {
        ...wide,
        detail: 'covers 3 that you need, 253 others',
        note: 'needed: 203.0.113.7, 203.0.113.9 and 1 more',
        needed: ['203.0.113.7', '203.0.113.9', '203.0.113.18'],
        others: 253n,
      },
    ],
    [
      'with every other of its family',
      '0.0.0.0/0',
      {
        ...wide,
        detail: 'covers 3 that you need, and every other',
        note: 'needed: 203.0.113.7, 203.0.113.9 and 1 more',
        needed: ['203.0.113.7', '203.0.113.9', '203.0.113.18'],
        others: (1n << 32n) - 3n,
      },
    ],
    [
      'with every other of both families',
      'any',
      {
        ...wide,
        detail: 'covers 3 that you need, and every other',
        note: 'needed: 203.0.113.7, 203.0.113.9 and 1 more',
        needed: ['203.0.113.7', '203.0.113.9', '203.0.113.18'],
        others: (1n << 32n) + (1n << 128n) - 3n,
      },
    ],
  ])('%s', (_, text, expected) =>
    expect(verdicts({ text, chosen: [west] })).toEqual([{ ...plain, ...expected }]),
  );

  it.each([
    ['the whole of it', '198.51.100.40/30', 'East US, outbound IP'],
    ['its beginning', '198.51.100.40', 'part of 198.51.100.40/30, East US, outbound IP'],
    ['its end', '198.51.100.43', 'part of 198.51.100.40/30, East US, outbound IP'],
    ['its middle', '198.51.100.41-198.51.100.42', 'part of 198.51.100.40/30, East US, outbound IP'],
  ])('of a range is told what of it: %s', (_, text, detail) =>
    expect(verdicts({ text, chosen: [east] })).toMatchObject([{ class: 'covered', detail, others: 0n }]),
  );

  it('and holds two parts of a range is told the range alone', () => {
    const prefixes = ['198.51.100.40/32', '198.51.100.43/32'];
    const tags = new Map([['contosotag', loadedTag({ name: 'ContosoTag', changeNumber: '1', prefixes })]]);
    const text = nsg({ sourceAddressPrefix: 'ContosoTag' });
    expect(verdicts({ text, chosen: [east], tags })).toMatchObject([
      { class: 'covered', detail: 'East US, outbound IP' },
    ]);
  });

  it('is told whose it is where several services are chosen', () => {
    const text = '203.0.113.7\n203.0.113.0/24';
    expect(verdicts({ text, chosen: [west, east] }).map(({ note }) => note)).toEqual([
      'west',
      'needed: 203.0.113.7, 203.0.113.9 and 1 more',
    ]);
    expect(verdicts({ text, chosen: [west] })[0]?.note).toBe('');
  });

  it('for two purposes is one that you need', () => {
    const both = verdicts({
      text: '203.0.113.0/29',
      chosen: [west],
      purposes: ['clients', 'internet-back-ends'],
    });
    expect(both.map(({ detail }) => detail)).toEqual(['covers 1 that you need, 7 others']);
  });
});

describe('an entry that is needed by its name', () => {
  const events = testService(
    'events',
    [{ publicIPAddresses: [], name: 'northeurope', displayName: 'North Europe' }],
    { tier: 'Consumption' },
  );
  const network = sampleNetwork({
    serviceTags: [{ name: 'AzureCloud.northeurope', changeNumber: '7', prefixes: ['192.0.2.0/25'] }],
  });
  const tags = new Map([
    ['azurecloud', loadedTag({ name: 'AzureCloud', changeNumber: '7', prefixes: ['192.0.2.0/24'] })],
  ]);
  const shared = 'North Europe, shared ranges of the region';
  const needed = ['192.0.2.0/25'];

  it.each<[string, Partial<Case>, object]>([
    ['a tag', { text: 'AzureCloud.northeurope' }, { class: 'covered', detail: shared }],
    [
      'a tag that holds more than is needed',
      { text: 'AzureCloud', network, tags },
      { class: 'covered', detail: shared, needed },
    ],
    [
      'any source, which is no name',
      { text: 'any', network },
      {
        class: 'wider',
        detail: 'covers 1 that you need, and every other',
        note: 'needed: 192.0.2.0/25',
        needed,
        others: (1n << 32n) + (1n << 128n) - 128n,
      },
    ],
    ['any source, where its ranges were not read', { text: 'any' }, { class: 'covered', detail: shared }],
    [
      'a host name',
      { text: 'contoso.azure-api.net', purposes: ['clients'] },
      { class: 'covered', detail: 'host name' },
    ],
    [
      'another host name',
      { text: 'www.contoso.com', purposes: ['clients'] },
      { class: 'unknown', detail: 'a host name, not needed by these' },
    ],
    [
      'a tag where a host name is needed',
      { text: 'AzureCloud', purposes: ['clients'] },
      { class: 'unknown', detail: 'a service tag, its ranges were not looked up' },
    ],
  ])('%s', (_, given, expected) =>
    expect(verdicts({ text: '', chosen: [events], ...given })).toEqual([{ ...plain, ...expected }]),
  );

  it('is told whose it is where several services are chosen', () =>
    expect(
      verdicts({ text: 'contoso.azure-api.net', chosen: [events, west], purposes: ['clients'] }),
    ).toMatchObject([{ class: 'covered', detail: 'host name', note: 'events' }]));
});

describe('an entry that refuses', () => {
  const refuses = { ...plain, class: 'refuses' };

  it.each([
    [
      'what is needed',
      'deny ip host 203.0.113.7 any',
      {
        detail: 'refuses 203.0.113.7, which you need',
        needed: ['203.0.113.7'],
        alarming: true,
      },
    ],
    [
      'more of what is needed than is named',
      'deny ip 203.0.113.0 0.0.0.255 any',
      {
        detail: 'refuses 203.0.113.7, 203.0.113.9 and 1 more, which you need',
        needed: ['203.0.113.7', '203.0.113.9', '203.0.113.18'],
        alarming: true,
      },
    ],
    ['what nobody needs', 'deny ip host 192.0.2.1 any', { detail: 'refuses nothing that you need' }],
    [
      'all the rest',
      'deny all',
      {
        detail: 'refuses all the rest',
        needed: ['203.0.113.7', '203.0.113.9', '203.0.113.18'],
      },
    ],
    ['a host name', 'deny www.contoso.com', { detail: 'refuses nothing that you need' }],
    [
      'a tag whose addresses are not known',
      'deny AzureCloud',
      {
        detail: 'allows nothing',
        doubt:
          'Line 1 refuses a service tag whose addresses are not known here: it may refuse what you need.',
      },
    ],
    [
      'a port that may be the one in use',
      'deny tcp host 203.0.113.7 any eq 22',
      {
        detail: 'refuses 203.0.113.7 on port 22',
        alarming: true,
        doubt:
          'Line 1 refuses 203.0.113.7 on port 22: whether your back end listens there is not known here.',
      },
    ],
    [
      'a port of an address that nobody needs',
      'deny tcp host 192.0.2.1 any eq 22',
      {
        detail: 'refuses nothing that you need',
      },
    ],
  ])('%s', (_, text, expected) =>
    expect(verdicts({ text, chosen: [west] })).toEqual([{ ...refuses, ...expected }]),
  );
});

describe('an entry that lets nothing through', () => {
  const inside = testService('inside', [{ subnetId: sampleIds.subnet('a') }], {
    tier: 'Premium',
    vnetMode: 'External',
  });
  const purposes = ['management', 'load-balancer'] as const;

  it('because of its terms is told why', () =>
    expect(verdicts({ text: 'permit udp host 203.0.113.7 any', chosen: [west] })).toEqual([
      { ...plain, class: 'no-effect', detail: 'the rule is for UDP alone' },
    ]));

  it('to what needs are of its side is told what it is, whatever others need', () =>
    expect(
      verdicts({
        text: 'permit ip host 192.0.2.1 any',
        chosen: [west],
        purposes: ['clients', 'internet-back-ends'],
      }),
    ).toEqual([{ ...plain, class: 'unknown', detail: 'no service you can read' }]));

  it('because a line before it refuses all that is needed of it is told which', () =>
    expect(verdicts({ text: 'deny ip 203.0.113.0 0.0.0.255 any\n203.0.113.7', chosen: [west] })[1]).toEqual({
      ...plain,
      class: 'no-effect',
      detail: 'line 1 refuses it first',
      needed: ['203.0.113.7'],
    }));

  it('and one that lets through another name than the one refused before it', () => {
    const text = nsg(
      { access: 'Deny', sourceAddressPrefix: 'ApiManagement', priority: 90 },
      { sourceAddressPrefix: 'ApiManagement' },
      { sourceAddressPrefix: '*', priority: 110 },
    );
    expect(verdicts({ text, chosen: [inside], purposes })).toEqual([
      {
        ...plain,
        class: 'refuses',
        detail: 'allows nothing',
        doubt:
          'Line 2 refuses a service tag whose addresses are not known here: it may refuse what you need.',
      },
      { ...plain, class: 'no-effect', detail: 'line 2 refuses it first' },
      { ...plain, class: 'covered', detail: 'service tag' },
    ]);
  });
});

describe('an entry that these services do not need', () => {
  const inside = testService('inside', [{ subnetId: sampleIds.subnet('a') }], {
    tier: 'Premium',
    vnetMode: 'External',
  });
  const network = sampleNetwork({ subnets: [sampleSubnet('a')] });
  const gone: FormerAddress = {
    service: west.id,
    region: 'westeurope',
    kind: 'publicIPAddresses',
    address: '192.0.2.77',
    from: Date.UTC(2025, 0, 1),
    lastSeen: Date.UTC(2026, 3, 9),
    goneBy: Date.UTC(2026, 3, 9),
    cause: 'Zones changed',
  };
  const tag = (name: string) => nsg({ sourceAddressPrefix: name });
  const manages = 'manages services, never calls back ends';
  const unread = 'a service tag, its ranges were not looked up';

  it.each<[string, Partial<Case>, object]>([
    [
      'of another service',
      { text: '198.51.100.40/30', others: [east] },
      { class: 'not-needed', detail: 'east, not chosen' },
    ],
    [
      'of a chosen service, for another purpose',
      { text: '10.0.0.0/27', chosen: [inside], network },
      { class: 'not-needed', detail: 'inside the subnet range, never seen from outside', note: 'inside' },
    ],
    [
      'formerly of one',
      { text: '192.0.2.77', former: [gone] },
      { class: 'stale', detail: 'West Europe until 9 Apr 2026', note: 'zones changed' },
    ],
    [
      'a part of it formerly of one',
      { text: '192.0.2.76/31', former: [gone] },
      { class: 'unknown', detail: 'no service you can read, holds 192.0.2.77, formerly yours' },
    ],
    ['of nobody known', { text: '192.0.2.1' }, { class: 'unknown', detail: 'no service you can read' }],
    [
      'every address, where nothing is needed',
      { text: 'any', purposes: ['private-back-ends'] },
      { class: 'unknown', detail: 'every address' },
    ],
    ['the tag of management', { text: tag('ApiManagement') }, { class: 'not-needed', detail: manages }],
    [
      'the tag of management in one region, to private back ends',
      { text: tag('apimanagement.WestEurope'), purposes: ['private-back-ends', 'internet-back-ends'] },
      { class: 'not-needed', detail: manages },
    ],
    [
      'the tag of management where clients connect',
      { text: tag('ApiManagement'), purposes: ['clients'] },
      { class: 'no-effect', detail: 'the rule is for the other direction' },
    ],
    [
      'the tag of management where more than back ends is asked for',
      { text: tag('ApiManagement'), purposes: ['internet-back-ends', 'traffic-manager'] },
      { class: 'unknown', detail: unread },
    ],
    [
      'another tag of that beginning',
      { text: tag('ApiManagementTest') },
      { class: 'unknown', detail: unread },
    ],
    ['another tag of that end', { text: tag('OldApiManagement') }, { class: 'unknown', detail: unread }],
    [
      'a tag that Azure does not return',
      { text: tag('Contoso'), tags: new Map([['contoso', null]]) },
      { class: 'unknown', detail: unread },
    ],
  ])('%s', (_, given, expected) =>
    expect(verdicts({ text: '', chosen: [west], ...given })).toEqual([{ ...plain, ...expected }]),
  );
});
