import { describe, expect, it } from 'vitest';
import { judged, testService } from '../testing.ts';
import { correctedValues, csvList, jsonList, plainList } from './corrected-values.ts';
import { noTicks } from './taken-out.ts';

const one = testService('one', [{ publicIPAddresses: ['203.0.113.18'] }]);
const two = testService('two', [{ publicIPAddresses: ['198.51.100.24'] }]);
const other = testService('other', [{ publicIPAddresses: ['203.0.113.130'] }]);
const text = `address,action,protocol
203.0.113.0/24,allow,tcp
192.0.2.1,allow,
192.0.2.2,deny,tcp
10.0.0.0/8,allow,udp
"192.0.2.1/32",allow,tcp
api.partner.example,allow,tcp
`;
const judgement = judged({ text, chosen: [one, two], others: [other] });
const values = (wider: boolean) => correctedValues(judgement, { ...noTicks, wider }, new Map());

describe('the corrected list in a format of its own', () => {
  it('has what lets through and what is added, each once, with what it is', () =>
    expect(values(false)).toEqual([
      {
        value: '203.0.113.0/24',
        status: 'wider',
        reason: 'covers 1 that you need, 255 others',
      },
      { value: '192.0.2.1', status: 'unknown', reason: 'no service you can read' },
      { value: '10.0.0.0/8', status: 'no-effect', reason: 'the rule is for UDP alone' },
      { value: 'api.partner.example', status: 'unknown', reason: 'a host name, not needed by these' },
      { value: '198.51.100.24/32', status: 'added', reason: 'two, West Europe, outbound IP' },
    ]));

  it('has what stays of a ticked entry, and for whom', () =>
    expect(values(true).slice(0, 2)).toEqual([
      { value: '203.0.113.18/32', status: 'covered', reason: 'kept of a wider entry' },
      { value: '203.0.113.130/32', status: 'not-needed', reason: 'kept for other' },
    ]));

  it('leaves out what is switched off, and writes everything as a network', () => {
    const rules = [
      { access: 'Allow', direction: 'Inbound', protocol: '*', priority: 100, sourceAddressPrefix: '*' },
      {
        access: 'Allow',
        direction: 'Inbound',
        protocol: '*',
        sourceAddressPrefix: '192.0.2.1',
        enabled: false,
      },
    ];
    const list = correctedValues(judged({ text: JSON.stringify(rules), chosen: [one] }), noTicks, new Map());
    expect(plainList(list)).toBe('0.0.0.0/0\n');
  });

  it('is a value a line, a table or JSON', () => {
    const some = [
      { value: '203.0.113.18/32', status: 'covered', reason: 'West Europe, outbound IP' },
      { value: '198.51.100.24/32', status: 'added', reason: 'two' },
    ] as const;
    expect(plainList(some)).toBe('203.0.113.18/32\n198.51.100.24/32\n');
    expect(csvList(some)).toBe(
      '\ufeffValue,Status,Reason\r\n203.0.113.18/32,covered,"West Europe, outbound IP"\r\n198.51.100.24/32,added,two\r\n',
    );
    expect(jsonList(some)).toBe(`[
  {
    "value": "203.0.113.18/32",
    "status": "covered",
    "reason": "West Europe, outbound IP"
  },
  {
    "value": "198.51.100.24/32",
    "status": "added",
    "reason": "two"
  }
]
`);
  });
});
