import { describe, expect, it } from 'vitest';
import type { FormerAddress } from '../former-address.ts';
import { guidanceFor } from '../guidance/guidance.ts';
import { sampleIds } from '../guidance/samples.ts';
import { noNetworkFacts } from '../network-facts.ts';
import { judgeSteps } from './judge.ts';
import { needText } from './need-words.ts';
import { type Case, indexOf, judged, readList, testService } from './testing.ts';

const west = testService('west', [{ publicIPAddresses: ['203.0.113.7', '203.0.113.9'] }]);
const east = testService('east', [{ publicIPAddresses: ['198.51.100.24'] }]);
const gone: FormerAddress = {
  service: west.id,
  region: 'westeurope',
  kind: 'publicIPAddresses',
  address: '192.0.2.77',
  from: 0,
  lastSeen: 0,
  goneBy: 0,
  cause: 'Zones changed',
};
const verdicts = (given: Partial<Case>) =>
  judged({ text: '', chosen: [west], others: [east], former: [gone], ...given });
const lines = (text: string) => [...verdicts({ text }).lines.values()];

/** Rules by what they are told to be. */
const rules = {
  'which you need': { access: 'Deny', sourceAddressPrefix: '203.0.113.9' },
  stale: { sourceAddressPrefix: '192.0.2.77' },
  wider: { sourceAddressPrefix: '203.0.113.6/31' },
  unknown: { sourceAddressPrefix: '192.0.2.1' },
  'not-needed': { sourceAddressPrefix: '198.51.100.24' },
  'no-effect': { sourceAddressPrefix: '203.0.113.7', protocol: 'Udp' },
  refuses: { access: 'Deny', sourceAddressPrefix: '192.0.2.2' },
  covered: { sourceAddressPrefix: '203.0.113.7' },
} as const;
type Told = keyof typeof rules;
const inOneLine = (...told: readonly Told[]) =>
  JSON.stringify(told.map(one => ({ access: 'Allow', direction: 'Inbound', protocol: '*', ...rules[one] })));

describe('a line with several entries', () => {
  it.each<[Told, Told]>([
    ['which you need', 'stale'],
    ['stale', 'wider'],
    ['wider', 'unknown'],
    ['unknown', 'not-needed'],
    ['not-needed', 'no-effect'],
    ['no-effect', 'refuses'],
    ['refuses', 'covered'],
  ])('tells "%s" before "%s", in whatever order they stand', (first, second) => {
    const tells = (text: string) =>
      lines(text).map(({ class: kind, detail, more }) => [`${kind}: ${detail}`.includes(first), more]);
    expect(tells(inOneLine(first, second))).toEqual([[true, 1]]);
    expect(tells(inOneLine(second, first))).toEqual([[true, 1]]);
  });

  it.each([
    ['of one kind and place says it once', '203.0.113.7, 203.0.113.9', 'covered', 0],
    ['counts those that are told otherwise', '192.0.2.1, 203.0.113.7, 203.0.113.9', 'unknown', 2],
    ['counts those of its kind with other words', '203.0.113.7, 203.0.113.6/31, 203.0.113.0/29', 'wider', 2],
  ])('%s', (_, text, kind, more) =>
    expect(lines(text).map(one => [one.class, one.more])).toEqual([[kind, more]]),
  );
});

it('each line has the verdict of its entries, or why it has none; comments have neither', () => {
  const text =
    '# partner\n203.0.113.999\n192.0.2.77\nof the office\ndeny ip host 203.0.113.9 any\n{"a":1}\n203.0.113.7';
  const plain = { note: '', alarming: false, more: 0 };
  expect(verdicts({ text }).lines).toEqual(
    new Map([
      [2, { ...plain, line: 2, class: 'no-address', detail: 'not a valid address' }],
      [
        3,
        { ...plain, line: 3, class: 'stale', detail: 'West Europe until 1 Jan 1970', note: 'zones changed' },
      ],
      [4, { ...plain, line: 4, class: 'no-address', detail: 'no address on this line' }],
      [
        5,
        {
          ...plain,
          line: 5,
          class: 'refuses',
          detail: 'refuses 203.0.113.9, which you need',
          alarming: true,
        },
      ],
      [6, { ...plain, line: 6, class: 'no-address', detail: 'no address on this line' }],
      [7, { ...plain, line: 7, class: 'covered', detail: 'West Europe, outbound IP' }],
    ]),
  );
});

it('reasons to doubt the answer are named once each, those of the list first', () => {
  const deny = { access: 'Deny', direction: 'Inbound', sourceAddressPrefix: 'AzureCloud' };
  const text = `[${JSON.stringify([deny, deny])}`;
  expect(verdicts({ text }).doubts).toEqual([
    'The text is not complete: something is wrong on line 1. What can be read was read.',
    'Line 1 refuses a service tag whose addresses are not known here: it may refuse what you need.',
  ]);
});

it('needs stand in one order, whatever groups they are judged in', () => {
  const inside = testService('inside', [{ subnetId: sampleIds.subnet('a') }], {
    tier: 'Premium',
    vnetMode: 'External',
  });
  const purposes = ['management', 'internet-back-ends', 'clients'] as const;
  const { needs } = verdicts({ chosen: [inside, west], purposes });
  expect(needs.map(({ need }) => [needText(need.value), need.side, ...need.ports].join(' '))).toEqual([
    '203.0.113.7 destination 443',
    '203.0.113.7 destination 80',
    '203.0.113.7 source',
    '203.0.113.9 destination 443',
    '203.0.113.9 destination 80',
    '203.0.113.9 source',
    'ApiManagement source 3443',
  ]);
});

it('a long list is judged with a pause after every five hundred entries', () => {
  const pauses = (count: number) => {
    const steps = judgeSteps({
      list: readList(Array<string>(count).fill('192.0.2.1').join('\n')),
      guidance: [
        guidanceFor({ service: west, network: noNetworkFacts, subscriptionState: 'Enabled', asOf: '' }),
      ],
      purposes: ['internet-back-ends'],
      sources: {
        index: indexOf([west]),
        network: { all: () => [], meeting: () => [] },
        former: { all: () => [], meeting: () => [] },
        tags: new Map(),
      },
    });
    let paused = 0;
    while (!steps.next().done) paused++;
    return paused;
  };
  const short = pauses(1);
  expect([499, 500].map(count => pauses(count) - short)).toEqual([0, 1]);
});
