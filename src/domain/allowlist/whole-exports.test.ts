import { describe, expect, it } from 'vitest';
import { sampleIds, sampleNetwork, sampleSubnet } from '../guidance/samples.ts';
import { resultCsv, resultJson } from './export.ts';
import { type Case, judged, testService } from './testing.ts';

const west = testService('west', [{ publicIPAddresses: ['203.0.113.7', '203.0.113.9'] }]);
const inside = testService('inside', [{ subnetId: sampleIds.subnet('a') }], {
  tier: 'Premium',
  vnetMode: 'External',
});
const network = sampleNetwork({ subnets: [sampleSubnet('a')] });
const events = testService('events', [{ publicIPAddresses: [] }], { tier: 'Consumption' });
const rows = (given: Case) => resultCsv(judged(given)).replace('\ufeff', '').split('\r\n').slice(1, -1);

describe('the table of a result', () => {
  it.each<[string, Case, readonly string[]]>([
    [
      'has the lines in their order, read or not',
      {
        text: `203.0.113.999\n203.0.113.7\n  203.0.113.998 (old)\n${'203.0.113.9\n'.repeat(7)}198.51.100.300`,
        chosen: [west],
      },
      [
        '1,203.0.113.999,not read,not a valid address,',
        '2,203.0.113.7,covered,"West Europe, outbound IP",',
        '3,203.0.113.998 (old),not read,not a valid address,',
        ...[4, 5, 6, 7, 8, 9, 10].map(line => `${line},203.0.113.9,covered,"West Europe, outbound IP",`),
        '11,198.51.100.300,not read,not a valid address,',
      ],
    ],
    [
      'has what is missing of a range, one a line of its cell',
      { text: '10.0.0.4/30', chosen: [inside], network, purposes: ['private-back-ends'] },
      [
        ',"10.0.0.0/30\n10.0.0.8/29\n10.0.0.16/28",partly,"inside, West Europe, subnet range",',
        '1,10.0.0.4/30,covered,"part of 10.0.0.0/27, West Europe, subnet range",',
      ],
    ],
    [
      'marks what is optional',
      {
        text: '[{"access": "Allow", "direction": "Outbound", "destinationAddressPrefix": "203.0.113.0/28", "destinationPortRange": "443"}]',
        chosen: [west],
        purposes: ['clients'],
      },
      [
        ',203.0.113.7/32,"optional, missing","west, West Europe, public IP",',
        ',203.0.113.9/32,"optional, missing","west, West Europe, public IP",',
        '1,"""203.0.113.0/28""",wider,"covers 2 that you need, 14 others; needed: 203.0.113.7 and 203.0.113.9",14',
      ],
    ],
    [
      'has host names by their names',
      { text: '', chosen: [events], purposes: ['clients'] },
      [',contoso.azure-api.net,missing,"events, host name",'],
    ],
  ])('%s', (_, given, expected) => expect(rows(given)).toEqual(expected));
});

it('the JSON of a result holds all of it', () => {
  const judgement = judged({
    text: '203.0.113.6/31\ndeny AzureCloud\n203.0.113.999',
    chosen: [west, events],
  });
  const text = resultJson(judgement, {
    services: [west.id, events.id],
    purposes: ['internet-back-ends'],
    generatedAt: Date.UTC(2026, 10, 22, 10),
  });
  const use = (region: string, from: string, service = west) => ({
    serviceId: service.id,
    service: service.name,
    purpose: 'internet-back-ends',
    from,
    region,
  });
  const doubt =
    'Line 2 refuses a service tag whose addresses are not known here: it may refuse what you need.';
  const missing = { required: true, state: 'missing', lines: [], byWiderEntry: false };
  expect(JSON.parse(text)).toEqual({
    schemaVersion: 1,
    generatedAt: '2026-11-22T10:00:00.000Z',
    services: [west.id, events.id],
    purposes: ['internet-back-ends'],
    answer: {
      title: '2 of 3 known needed values are missing.',
      details: [
        'This list refuses calls that leave from West Europe.',
        'It cannot be complete either: not all that is needed is known.',
        'One entry is wider than needed.',
        'Line 3 could not be read.',
      ],
      tone: 'missing',
    },
    needs: [
      {
        value: '203.0.113.7',
        required: true,
        state: 'covered',
        lacking: [],
        lines: [1],
        byWiderEntry: true,
        for: [use('westeurope', 'publicIPAddresses')],
      },
      {
        ...missing,
        value: '203.0.113.9',
        lacking: ['203.0.113.9/32'],
        for: [use('westeurope', 'publicIPAddresses')],
      },
      {
        ...missing,
        value: 'AzureCloud.westeurope',
        lacking: [],
        for: [use('westeurope', 'location', events)],
      },
    ],
    unknown: [
      {
        service: 'events',
        purpose: 'internet-back-ends',
        code: 'shared-ranges',
        text: 'It has no address of its own: it calls from AzureCloud.westeurope, which others share.',
        region: 'westeurope',
      },
    ],
    doubts: [doubt],
    list: {
      format: 'text',
      entries: [
        {
          line: 1,
          text: '203.0.113.6/31',
          action: 'allow',
          verdict: 'wider',
          detail: 'covers 1 that you need, 1 others',
          note: 'needed: 203.0.113.7',
          addressesTooMany: '1',
        },
        {
          line: 2,
          text: 'AzureCloud',
          action: 'deny',
          verdict: 'refuses',
          detail: 'allows nothing',
          note: '',
          addressesTooMany: '0',
        },
      ],
      notRead: [{ line: 3, problem: 'not a valid address' }],
    },
  });
  expect(text.startsWith('{\n  "schemaVersion": 1,\n') && text.endsWith('\n}\n')).toBe(true);
});
