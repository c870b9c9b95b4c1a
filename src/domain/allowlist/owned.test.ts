import { describe, expect, it } from 'vitest';
import type { FormerAddress } from '../former-address.ts';
import { sampleIds, sampleNetwork, sampleSubnet } from '../guidance/samples.ts';
import { parseIpRange, rangeText } from '../ranges/ip-range.ts';
import { rangesOf } from '../ranges/range-set.ts';
import { type Case, judged, testService } from './testing.ts';

const west = testService('west', [{ publicIPAddresses: ['203.0.113.7'] }]);
const east = testService('east', [
  { publicIPAddresses: ['198.51.100.24'], name: 'eastus', displayName: 'East US' },
]);
const inside = testService(
  'inside',
  [
    {
      publicIPAddresses: ['203.0.113.99'],
      privateIPAddresses: ['10.0.0.5'],
      subnetId: sampleIds.subnet('a'),
    },
  ],
  { tier: 'Premium', vnetMode: 'Internal' },
);
const beside = testService('beside', [{ publicIPAddresses: [], privateIPAddresses: ['10.0.0.5'] }]);
const network = sampleNetwork({
  subnets: [sampleSubnet('a'), sampleSubnet('unused', { addressPrefixes: ['10.9.0.0/27'] })],
});
const all = (given: Partial<Case>) =>
  judged({ text: '', chosen: [west], others: [inside, east], network, ...given });

describe('an entry of a service that these purposes do not need', () => {
  it.each<[string, Partial<Case>, string, string]>([
    ['the address of another service', { text: '198.51.100.24' }, 'east, not chosen', ''],
    ['a range that holds it', { text: '198.51.100.0/24' }, 'holds 198.51.100.24, east, not chosen', ''],
    [
      'a part of its subnet',
      { text: '10.0.0.0/28', others: [inside] },
      'holds 10.0.0.5, inside, not chosen',
      '',
    ],
    ['an address inside its subnet', { text: '10.0.0.9' }, 'inside, not chosen', ''],
    [
      'its private VIP, to internet back ends',
      { text: '10.0.0.5', chosen: [inside] },
      'private VIP, never seen from outside',
      'inside',
    ],
    [
      'the same where another service has it too',
      { text: '10.0.0.5', chosen: [inside], others: [beside] },
      'private VIP, never seen from outside',
      'inside',
    ],
    [
      'an address inside its subnet, to internet back ends',
      { text: '10.0.0.9', chosen: [inside] },
      'inside the subnet range, never seen from outside',
      'inside',
    ],
    [
      'an address inside its subnet, to clients as well as internet back ends',
      { text: '10.0.0.9', chosen: [inside], purposes: ['clients', 'internet-back-ends'] },
      'inside the subnet range, not for this',
      'inside',
    ],
    [
      'its public IP, to private back ends',
      { text: '203.0.113.7', purposes: ['private-back-ends'] },
      'public IP and outbound IP, not for this',
      'west',
    ],
    [
      'its public IP that calls do not leave from',
      {
        text: '203.0.113.7',
        chosen: [
          testService('west', [
            { publicIPAddresses: ['203.0.113.7'], outboundPublicIPAddresses: ['203.0.113.8'] },
          ]),
        ],
      },
      'public IP, not for this',
      'west',
    ],
  ])('is told whose and what it is: %s', (_, given, detail, note) =>
    expect(all(given).entries.map(one => [one.class, one.detail, one.note])).toEqual([
      ['not-needed', detail, note],
    ]),
  );
});

describe('an entry that was of a service', () => {
  const day = 86_400_000;
  const now = Date.UTC(2026, 3, 9);
  const gone = (parts: Partial<FormerAddress>): FormerAddress => ({
    service: west.id,
    region: 'westeurope',
    kind: 'publicIPAddresses',
    address: '192.0.2.77',
    from: 0,
    lastSeen: now,
    goneBy: now,
    cause: null,
    ...parts,
  });

  it.each<[string, readonly FormerAddress[], string, string]>([
    ['until a day', [gone({})], 'West Europe until 9 Apr 2026', ''],
    [
      'until a day that nobody saw',
      [gone({ goneBy: now + 40 * day })],
      'West Europe, last seen 9 Apr 2026',
      '',
    ],
    ['and why it changed', [gone({ cause: 'VNet changed' })], 'West Europe until 9 Apr 2026', 'VNet changed'],
    [
      'of two that had it the later',
      [
        gone({ region: 'eastus', lastSeen: now - 9 * day, goneBy: now - 9 * day }),
        gone({}),
        gone({ region: 'westus', lastSeen: now - 8 * day, goneBy: now - 8 * day }),
      ],
      'West Europe until 9 Apr 2026',
      '',
    ],
  ])('is told whose: %s', (_, former, detail, note) =>
    expect(all({ text: '192.0.2.77', former }).entries.map(one => [one.class, one.detail, one.note])).toEqual(
      [['stale', detail, note]],
    ),
  );
});

describe('what readable services have now', () => {
  it('is every address of every one, and the subnets in use', () =>
    expect(rangesOf(all({}).owned).map(rangeText)).toEqual([
      '10.0.0.0/27',
      '198.51.100.24',
      '203.0.113.7',
      '203.0.113.99',
    ]));

  it.each([
    ['10.0.0.5', ['beside', 'inside']],
    ['10.0.0.9', ['inside']],
    ['0.0.0.0/0', ['beside', 'inside', 'west']],
    ['192.0.2.77', []],
  ])('is owned by name: %s', (text, names) => {
    const former: FormerAddress = {
      service: west.id,
      region: 'westeurope',
      kind: 'publicIPAddresses',
      address: '192.0.2.77',
      from: 0,
      lastSeen: 0,
      goneBy: 0,
      cause: null,
    };
    const { ownersOf } = all({ others: [inside, beside], former: [former] });
    expect([parseIpRange(text)].flatMap(range => (range ? ownersOf(range) : []))).toEqual(names);
  });
});
