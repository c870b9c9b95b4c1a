import { describe, expect, it } from 'vitest';
import { sampleIds, sampleNetwork, sampleSubnet } from '../guidance/samples.ts';
import { rangeText } from '../ranges/ip-range.ts';
import { rangesOf } from '../ranges/range-set.ts';
import { needText } from './need-words.ts';
import { type Case, judged, nsg, testService } from './testing.ts';

/** What is told of each need: what it is, how far it is met, and by which lines or against which one. */
const told = (given: Case) =>
  judged(given).needs.map(({ need, state, lacking, lines, byWider, refusedBy }) => ({
    need: needText(need.value),
    state,
    lacking: rangesOf(lacking).map(rangeText),
    lines,
    byWider,
    refusedBy: refusedBy?.line ?? null,
  }));

describe('an address that is needed', () => {
  const chosen = [testService('small', [{ publicIPAddresses: ['203.0.113.7'] }])];
  const missing = { state: 'missing', lacking: ['203.0.113.7'], lines: [], byWider: false, refusedBy: null };
  const covered = { state: 'covered', lacking: [], lines: [1], byWider: false, refusedBy: null };

  it.each([
    ['stands in no line', '198.51.100.7', missing],
    ['stands in a line of its own', '203.0.113.7', covered],
    ['stands in a wider line alone', '203.0.113.0/24', { ...covered, byWider: true }],
    ['stands in a wider line too', '203.0.113.0/24\n203.0.113.7', { ...covered, lines: [1, 2] }],
    [
      'stands in more than three lines: the first three are named, in their order',
      '203.0.113.7\n203.0.113.7/32\n203.0.113.6/31\n203.0.113.7',
      { ...covered, lines: [1, 2, 3] },
    ],
    ['stands twice in one line', '203.0.113.7 203.0.113.7', covered],
    [
      'is refused before it is allowed: no line lets it through',
      'deny ip host 203.0.113.7 any\n203.0.113.7',
      { ...missing, refusedBy: 1 },
    ],
    ['is refused, and allowed nowhere', 'deny ip 203.0.113.0 0.0.0.255 any', { ...missing, refusedBy: 1 }],
    ['is allowed before it is refused', '203.0.113.7\ndeny ip host 203.0.113.7 any', covered],
    ['is refused with all the rest', '198.51.100.7\ndeny all', missing],
    ['is refused with every address of IPv4', '198.51.100.7\ndeny 0.0.0.0/0', missing],
    ['is refused with half of all addresses', '198.51.100.7\ndeny 128.0.0.0/1', { ...missing, refusedBy: 2 }],
    [
      'is refused by a rule whose order is lower, though it stands below',
      nsg(
        { access: 'Deny', sourceAddressPrefix: '203.0.113.0/24', priority: 90 },
        { access: 'Deny', sourceAddressPrefix: '203.0.113.7', priority: 80 },
        { access: 'Deny', sourceAddressPrefix: '203.0.113.0/25', priority: 85 },
      ),
      { ...missing, refusedBy: 3 },
    ],
    [
      'is refused with the internet, and by a rule of its own behind that',
      nsg(
        { access: 'Deny', sourceAddressPrefix: 'Internet', priority: 80 },
        { access: 'Deny', sourceAddressPrefix: '203.0.113.7', priority: 90 },
      ),
      { ...missing, refusedBy: 3 },
    ],
  ])('%s', (_, text, expected) =>
    expect(told({ text, chosen })).toEqual([{ need: '203.0.113.7', ...expected }]),
  );
});

describe('a range that is needed', () => {
  const chosen = [
    testService('inside', [{ subnetId: sampleIds.subnet('a') }], { tier: 'Premium', vnetMode: 'External' }),
  ];
  const network = sampleNetwork({ subnets: [sampleSubnet('a')] });

  it.each([
    ['is met by its halves', '10.0.0.0/28\n10.0.0.16/28', 'covered', [], [1, 2], false, null],
    ['is met in part', '10.0.0.0/28', 'partly', ['10.0.0.16/28'], [1], false, null],
    ['is met in part by a wider line', '10.0.0.16-10.0.0.99', 'partly', ['10.0.0.0/28'], [1], false, null],
    [
      'is met in part, the rest is refused',
      'deny ip host 10.0.0.9 any\n10.0.0.0/27',
      'partly',
      ['10.0.0.9'],
      [2],
      false,
      1,
    ],
    [
      'is met by a wider line and half of it by a line of its own',
      '10.0.0.0/24\n10.0.0.0/28',
      'covered',
      [],
      [1, 2],
      false,
      null,
    ],
  ])('%s', (_, text, state, lacking, lines, byWider, refusedBy) =>
    expect(told({ text, chosen, network, purposes: ['private-back-ends'] })).toEqual([
      { need: '10.0.0.0/27', state, lacking, lines, byWider, refusedBy },
    ]),
  );
});

const events = testService(
  'events',
  [{ publicIPAddresses: [], name: 'northeurope', displayName: 'North Europe' }],
  { tier: 'Consumption' },
);

describe('a host name that is needed', () => {
  it.each([
    ['stands in no line', '203.0.113.7\nwww.contoso.com', 'missing', []],
    ['stands in lines of its own', 'contoso.azure-api.net\ncontoso.azure-api.net', 'covered', [1, 2]],
    ['is refused', 'deny contoso.azure-api.net', 'missing', []],
  ])('%s', (_, text, state, lines) =>
    expect(told({ text, chosen: [events], purposes: ['clients'] })).toEqual([
      { need: 'contoso.azure-api.net', state, lacking: [], lines, byWider: false, refusedBy: null },
    ]),
  );
});

describe('a service tag that is needed', () => {
  const tag = { name: 'AzureCloud.northeurope', changeNumber: '7' };
  const read = sampleNetwork({ serviceTags: [{ ...tag, prefixes: ['192.0.2.0/25'] }] });
  const unread = sampleNetwork({});
  const empty = sampleNetwork({ serviceTags: [{ ...tag, prefixes: [] }] });
  const missing = { state: 'missing', lacking: [], lines: [], byWider: false, refusedBy: null };
  const covered = { state: 'covered', lacking: [], lines: [1], byWider: false, refusedBy: null };

  it.each([
    ['stands by its name', 'AzureCloud.northeurope', unread, covered],
    ['stands by its name, its ranges were read', 'AzureCloud.northeurope', read, covered],
    ['is met by any source, which is wider', 'any', read, { ...covered, byWider: true }],
    ['is met by any source, its ranges were not read', 'any', unread, covered],
    ['stands in no line, its ranges were not read', '192.0.2.0/25', unread, missing],
    ['stands in no line, and holds nothing', '192.0.2.0/25', empty, missing],
    [
      'is met by its ranges',
      '192.0.2.0/26\n192.0.2.64/26',
      read,
      { state: 'covered', lacking: [], lines: [1, 2], byWider: false, refusedBy: null },
    ],
    [
      'is met by a wider range',
      '192.0.2.0/24',
      read,
      { state: 'covered', lacking: [], lines: [1], byWider: true, refusedBy: null },
    ],
    ['is missing by its ranges', '203.0.113.7', read, { ...missing, lacking: ['192.0.2.0/25'] }],
    [
      'is refused by its name before it is allowed',
      nsg(
        { sourceAddressPrefix: 'AzureCloud' },
        { access: 'Deny', sourceAddressPrefix: 'AzureCloud.northeurope', priority: 90 },
      ),
      unread,
      { ...missing, refusedBy: 3 },
    ],
    [
      'is allowed by its name before it is refused',
      nsg(
        { access: 'Deny', sourceAddressPrefix: 'AzureCloud', priority: 110 },
        { sourceAddressPrefix: 'AzureCloud.northeurope' },
      ),
      unread,
      { ...covered, lines: [3] },
    ],
    [
      'is refused with the internet',
      nsg({ access: 'Deny', sourceAddressPrefix: 'INTERNET' }),
      unread,
      missing,
    ],
    ['is refused with any source', nsg({ access: 'Deny', sourceAddressPrefix: '*' }), unread, missing],
  ])('%s', (_, text, network, expected) =>
    expect(told({ text, chosen: [events], network })).toEqual([
      { need: 'AzureCloud.northeurope', ...expected },
    ]),
  );
});
