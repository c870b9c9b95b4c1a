import { describe, expect, it } from 'vitest';
import { sampleIds } from '../guidance/samples.ts';
import { type Case, judged, testService } from './testing.ts';

const small = testService('small', [{ publicIPAddresses: ['203.0.113.7', '203.0.113.9'] }]);
const inside = testService('inside', [{ subnetId: sampleIds.subnet('a') }], {
  tier: 'Premium',
  vnetMode: 'External',
});
const events = testService('events', [{ publicIPAddresses: [] }], { tier: 'Consumption' });

/** A security group with one rule a line, the first on line 2. */
const nsg = (...rules: readonly (readonly [number, 'Allow' | 'Deny', string])[]) =>
  `[\n${rules
    .map(([priority, access, sourceAddressPrefix]) =>
      JSON.stringify({ access, direction: 'Inbound', priority, sourceAddressPrefix }),
    )
    .join(',\n')}\n]`;
const told = (given: Partial<Case>) =>
  judged({ text: '', chosen: [small], ...given }).entries.map(
    ({ entry, class: kind, detail, alarming }) => `${entry.line} ${kind}${alarming ? '!' : ''}: ${detail}`,
  );

describe('of two rules about one address', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'of one order the refusal decides, wherever it stands',
      nsg([100, 'Allow', '203.0.113.7'], [100, 'Deny', '203.0.113.7']),
      ['2 no-effect: line 3 refuses it first', '3 refuses!: refuses 203.0.113.7, which you need'],
    ],
    [
      'of one order and both refusing the first is at fault',
      nsg([100, 'Deny', '203.0.113.7'], [100, 'Deny', '203.0.113.0/29']),
      ['2 refuses!: refuses 203.0.113.7, which you need', '3 refuses: refuses nothing that you need'],
    ],
    [
      'and both refusing the one with the lower order is at fault, though it stands below',
      nsg([200, 'Deny', '203.0.113.7'], [100, 'Deny', '203.0.113.0/29']),
      ['2 refuses: refuses nothing that you need', '3 refuses!: refuses 203.0.113.7, which you need'],
    ],
    [
      'and both allowing neither refuses',
      nsg([100, 'Allow', '203.0.113.7'], [90, 'Allow', '203.0.113.7']),
      ['2 covered: West Europe, outbound IP', '3 covered: West Europe, outbound IP'],
    ],
    [
      'the one that is about it is named, not another refusal above',
      'deny ip host 192.0.2.1 any\npermit ip host 192.0.2.2 any\ndeny ip host 203.0.113.7 any\n203.0.113.7',
      [
        '1 refuses: refuses nothing that you need',
        '2 unknown: no service you can read',
        '3 refuses!: refuses 203.0.113.7, which you need',
        '4 no-effect: line 3 refuses it first',
      ],
    ],
    [
      'the one whose addresses are known is named',
      'deny AzureCloud\ndeny ip host 203.0.113.7 any\n203.0.113.7',
      [
        '1 refuses: allows nothing',
        '2 refuses!: refuses 203.0.113.7, which you need',
        '3 no-effect: line 2 refuses it first',
      ],
    ],
    [
      'in two blocks the one in its own block is named',
      'location /a {\n deny 203.0.113.0/24;\n}\nlocation /b {\n deny 203.0.113.7;\n allow 203.0.113.7;\n}',
      [
        '2 refuses!: refuses 203.0.113.7 and 203.0.113.9, which you need',
        '5 refuses!: refuses 203.0.113.7, which you need',
        '6 no-effect: line 5 refuses it first',
      ],
    ],
    [
      'in two blocks the one that allows is enough',
      'location /a {\n deny 203.0.113.7;\n}\nlocation /b {\n allow 203.0.113.7;\n}',
      ['2 refuses: refuses nothing that you need', '5 covered: West Europe, outbound IP'],
    ],
  ])('%s', (_, text, expected) => expect(told({ text })).toEqual(expected));
});

describe('a refusal of all the rest is at fault', () => {
  it.each<[string, string, string]>([
    ['for nothing that no line allows', '203.0.113.7\ndeny all', '2 refuses: refuses all the rest'],
    [
      'for what a later line allows, not for what an earlier one does or a later one refuses',
      '203.0.113.9\ndeny all\n203.0.113.7\ndeny ip host 203.0.113.9 any',
      '2 refuses!: refuses 203.0.113.7, before a later line allows it',
    ],
    [
      'for what a later line allows, not for what a later one refuses as well',
      'deny all\n203.0.113.7\ndeny ip host 203.0.113.9 any',
      '1 refuses!: refuses 203.0.113.7, before a later line allows it',
    ],
    [
      'for what a later line allows, whatever tags stand beside it',
      'deny all\nAzureCloud\n203.0.113.7',
      '1 refuses!: refuses 203.0.113.7, before a later line allows it',
    ],
    [
      'for nothing that the block of another line allows',
      'location /a {\n deny all;\n}\nlocation /b {\n deny 203.0.113.7;\n allow 203.0.113.7;\n}',
      '2 refuses: refuses all the rest',
    ],
  ])('%s', (_, text, expected) => expect(told({ text })).toContain(expected));
});

describe('a service tag that is allowed', () => {
  const management = { chosen: [inside], purposes: ['management'] as const };
  const covered = 'covered: service tag';

  it.each<[string, string, string]>([
    [
      'behind a refusal of its name',
      nsg([90, 'Deny', 'ApiManagement'], [100, 'Allow', 'ApiManagement']),
      '3 no-effect: line 2 refuses it first',
    ],
    [
      'behind a refusal of every source',
      nsg([90, 'Deny', '*'], [100, 'Allow', 'ApiManagement']),
      '3 no-effect: line 2 refuses it first',
    ],
    [
      'before a refusal of its name',
      nsg([110, 'Deny', 'ApiManagement'], [100, 'Allow', 'ApiManagement']),
      `3 ${covered}`,
    ],
    [
      'behind a refusal of another name',
      nsg([90, 'Deny', 'AzureLoadBalancer'], [100, 'Allow', 'ApiManagement']),
      `3 ${covered}`,
    ],
    [
      'behind a rule that allows it too',
      nsg([90, 'Allow', 'ApiManagement'], [100, 'Allow', 'ApiManagement']),
      `3 ${covered}`,
    ],
  ])('%s', (_, text, expected) => expect(told({ ...management, text })).toContain(expected));
});

it('a host name is not refused with the addresses', () =>
  expect(told({ chosen: [events], purposes: ['clients'], text: 'deny all\ncontoso.azure-api.net' })).toEqual([
    '1 refuses: refuses all the rest',
    '2 covered: host name',
  ]));
