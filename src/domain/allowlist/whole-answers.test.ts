import { describe, expect, it } from 'vitest';
import type { FormerAddress } from '../former-address.ts';
import { sampleIds, sampleNetwork, sampleSubnet } from '../guidance/samples.ts';
import { answerOf, listWords } from './answer.ts';
import { type Case, judged, testService } from './testing.ts';

const west = testService('west', [{ publicIPAddresses: ['203.0.113.7', '203.0.113.9'] }]);
const east = testService('east', [
  { publicIPAddresses: ['198.51.100.24'], name: 'eastus', displayName: 'East US' },
]);
const events = testService('events', [{ publicIPAddresses: [] }], { tier: 'Consumption' });
const inside = testService(
  'inside',
  [
    { subnetId: sampleIds.subnet('a') },
    {
      subnetId: sampleIds.subnet('b'),
      primary: false,
      name: 'eastus',
      displayName: 'East US',
      publicIPAddresses: ['203.0.113.99'],
    },
  ],
  { tier: 'Premium', vnetMode: 'External' },
);
const network = sampleNetwork({
  subnets: [sampleSubnet('a'), sampleSubnet('b', { addressPrefixes: ['10.1.0.0/27'] })],
});
const gone = (address: string): FormerAddress => ({
  service: west.id,
  region: 'westeurope',
  kind: 'publicIPAddresses',
  address,
  from: 0,
  lastSeen: 0,
  goneBy: 0,
  cause: null,
});
const answer = (given: Partial<Case>) => answerOf(judged({ text: '', chosen: [west], ...given }));
const said = (given: Partial<Case>) => {
  const { title, details, tone } = answer(given);
  return [tone, title, ...details];
};

describe('the whole answer', () => {
  it('counts what each entry is, what is needed and what is met', () => {
    const text = [
      '203.0.113.7',
      '203.0.113.9',
      '203.0.113.8/30',
      '192.0.2.77',
      '192.0.2.78',
      '192.0.2.79',
      '198.51.100.24',
      '192.0.2.1',
      '192.0.2.2',
      'permit udp host 203.0.113.7 any',
      'deny ip host 192.0.2.3 any',
      'deny all',
      'office',
    ].join('\n');
    const former = ['192.0.2.77', '192.0.2.78', '192.0.2.79'].map(gone);
    expect(answer({ text, former, others: [east] })).toEqual({
      title: 'All 2 needed addresses are covered.',
      details: ['Four entries are stale or too wide.'],
      tone: 'covered',
      counts: {
        covered: 2,
        wider: 1,
        stale: 3,
        'not-needed': 1,
        unknown: 2,
        refuses: 2,
        'no-effect': 1,
        needed: 2,
        met: 2,
        metByWider: 0,
      },
    });
    expect(answer({ text: '203.0.113.0/24' }).counts).toMatchObject({ needed: 2, met: 2, metByWider: 2 });
    expect(answer({ text: '203.0.113.7' }).counts).toMatchObject({ needed: 2, met: 1, metByWider: 0 });
  });

  it.each<[string, Partial<Case>, readonly string[]]>([
    [
      'addresses, of which one is missing',
      { text: '203.0.113.7' },
      [
        'missing',
        '1 of 2 needed addresses is missing.',
        'This list refuses calls that leave from West Europe.',
      ],
    ],
    [
      'an address, covered',
      { chosen: [east], text: '198.51.100.24' },
      ['covered', 'The one needed address is covered.'],
    ],
    [
      'ranges, covered',
      {
        chosen: [inside],
        network,
        purposes: ['private-back-ends'],
        text: '10.0.0.0/27\n10.1.0.0/27',
      },
      ['covered', 'All 2 needed ranges are covered.'],
    ],
    [
      'ranges and addresses, missing',
      { chosen: [inside], network, purposes: ['private-back-ends', 'internet-back-ends'] },
      [
        'missing',
        '4 of 4 needed addresses are missing.',
        'This list refuses calls that leave from East US and West Europe.',
      ],
    ],
    [
      'a host name, missing: it belongs to no region',
      { chosen: [events], purposes: ['clients'] },
      ['missing', '1 of 1 needed values is missing.'],
    ],
    [
      'a host name, covered',
      { chosen: [events], purposes: ['clients'], text: 'contoso.azure-api.net' },
      ['covered', 'The one needed value is covered.'],
    ],
    [
      'what clients need, without the port that is optional',
      {
        chosen: [east],
        purposes: ['clients'],
        text: JSON.stringify({
          access: 'Allow',
          direction: 'Outbound',
          destinationAddressPrefix: '198.51.100.24',
          destinationPortRange: '443',
        }),
      },
      ['covered', 'The one needed address is covered.'],
    ],
    [
      'what clients need, missing in two regions',
      { chosen: [east, west], purposes: ['clients'] },
      [
        'missing',
        '3 of 3 needed addresses are missing.',
        'Clients behind this list do not reach East US and West Europe.',
      ],
    ],
    [
      'what clients and back ends need, missing',
      { chosen: [east], purposes: ['clients', 'internet-back-ends'] },
      ['missing', '2 of 2 needed addresses are missing.', 'This list refuses calls that leave from East US.'],
    ],
    [
      'nothing',
      { purposes: ['private-back-ends'] },
      ['nothing', 'These services need nothing for this purpose.'],
    ],
    [
      'nothing that is known',
      { chosen: [inside], purposes: ['private-back-ends'] },
      ['incomplete', 'This list cannot be complete.'],
    ],
    [
      'something that is not known, all the rest covered',
      {
        chosen: [west, inside],
        purposes: ['private-back-ends', 'internet-back-ends'],
        text: '203.0.113.7\n203.0.113.9',
      },
      ['incomplete', 'This list cannot be complete.', 'It holds all 2 known to be needed.'],
    ],
    [
      'something that is not known, and more is missing',
      { chosen: [west, inside], purposes: ['internet-back-ends'], text: '203.0.113.7' },
      [
        'missing',
        '1 of 2 known needed addresses is missing.',
        'This list refuses calls that leave from West Europe.',
        'It cannot be complete either: not all that is needed is known.',
      ],
    ],
    [
      'what a line may refuse',
      { chosen: [east], text: 'deny AzureCloud\n198.51.100.24' },
      ['incomplete', 'This list cannot be complete.', 'It holds the one known to be needed.'],
    ],
  ])('is about %s', (_, given, expected) => expect(said(given)).toEqual(expected));

  it.each<[string, string, readonly string[]]>([
    ['words are no fault', '198.51.100.24\noffice', []],
    ['one line', '198.51.100.24\n203.0.113.999', ['Line 2 could not be read.']],
    [
      'a line with two things that are no addresses counts once',
      '["198.51.100.24",\n{"cidrs": ["203.0.113.998", "203.0.113.999"]}]',
      ['Line 2 could not be read.'],
    ],
    ['two lines', '203.0.113.998\n198.51.100.24\n203.0.113.999', ['Lines 1, 3 could not be read.']],
  ])('names lines that could not be read: %s', (_, text, expected) =>
    expect(answer({ chosen: [east], text }).details).toEqual(expected),
  );
});

it.each([
  ['', '0 lines, 0 entries, plain text'],
  ['\n', '1 line, 0 entries, plain text'],
  ['203.0.113.1', '1 line, 1 entry, plain text'],
  ['203.0.113.1\n203.0.113.2\n', '2 lines, 2 entries, plain text'],
  ['Name,Address\noffice,203.0.113.1', '2 lines, 1 entry, CSV'],
  ['{"ipAddresses": ["203.0.113.1"]}', '1 line, 1 entry, IP group, JSON'],
])('the words below the list: %j', (text, expected) =>
  expect(listWords({ list: judged({ text, chosen: [west] }).list })).toBe(expected),
);
