import { describe, expect, it } from 'vitest';
import { loadedTag } from '../../find/sources.ts';
import type { FormerAddress } from '../../former-address.ts';
import { type Case, judged, testService } from '../testing.ts';
import { correct } from './correct.ts';
import { correctedValues } from './corrected-values.ts';
import { differenceText } from './difference.ts';
import { applyEdits } from './edits.ts';
import { noTicks, type Ticks } from './taken-out.ts';
import { whyUnchanged } from './unchanged.ts';

const one = testService('one', [{ publicIPAddresses: ['203.0.113.18'] }]);
const two = testService('two', [
  {
    publicIPAddresses: ['198.51.100.24', '198.51.100.62'],
    outboundPublicIPAddresses: ['198.51.100.24', '198.51.100.62'],
  },
]);
const other = testService('other', [{ publicIPAddresses: ['203.0.113.130'] }]);
const former: readonly FormerAddress[] = [
  {
    service: one.id,
    region: 'westeurope',
    kind: 'publicIPAddresses',
    address: '203.0.113.7',
    from: 0,
    lastSeen: 1,
    goneBy: 2,
    cause: null,
  },
];
const all: Ticks = { stale: true, wider: true, 'not-needed': true };

function corrected(text: string, ticks: Ticks = noTicks, given: Partial<Case> = {}) {
  const judgement = judged({ text, chosen: [one, two], others: [other], former, ...given });
  return correct(judgement, ticks, given.tags ?? new Map());
}
const marks = (text: string, ticks?: Ticks) =>
  corrected(text, ticks).lines.map(line => `${line.mark} ${line.text}`);

const partner = `# partner
203.0.113.7/32
198.51.100.0/24
203.0.113.130/32
192.0.2.200
`;

describe('the corrected list', () => {
  it('only adds, and leaves every other line as it is', () => {
    expect(marks(partner)).toEqual([
      '  # partner',
      '  203.0.113.7/32',
      '  198.51.100.0/24',
      '  203.0.113.130/32',
      '  192.0.2.200',
      '+ 203.0.113.18/32',
      '  ',
    ]);
    expect(corrected(partner).text).toBe(`${partner}203.0.113.18/32\n`);
  });

  it('takes out what is ticked, but never an address that a readable service has', () => {
    const result = corrected(partner, all);
    expect(result.text).toBe(`# partner
198.51.100.24/32
198.51.100.62/32
203.0.113.130/32
192.0.2.200
203.0.113.18/32
`);
    expect([...result.kept]).toEqual([[4, 'a service that you can read has it now']]);
    expect(differenceText(result.lines)).toBe(`--- pasted
+++ corrected
@@ -1,6 +1,7 @@
 # partner
-203.0.113.7/32
-198.51.100.0/24
+198.51.100.24/32
+198.51.100.62/32
 203.0.113.130/32
 192.0.2.200
+203.0.113.18/32
 
`);
  });

  it('says for whom it keeps what is not needed of a wider entry', () => {
    const result = corrected('203.0.113.0/24', { ...noTicks, wider: true });
    expect(result.text).toBe('203.0.113.18/32\n203.0.113.130/32\n198.51.100.24/32\n198.51.100.62/32');
    expect(result.forOthers).toEqual([{ cidr: '203.0.113.130/32', owners: ['other'] }]);
  });

  it.each([
    ['bare', '203.0.113.18\n203.0.113.0/24', '203.0.113.18\n203.0.113.130/32'],
    ['a CIDR', '203.0.113.0/24\n203.0.113.18/32\n203.0.113.130', '203.0.113.18/32\n203.0.113.130'],
    ['in another wide entry', '203.0.113.0/24\n203.0.113.0/27', '203.0.113.18/32\n203.0.113.130/32'],
    [
      'behind a refusal',
      '203.0.113.0/24\ndeny any\n203.0.113.18',
      '203.0.113.18/32\n203.0.113.130/32\ndeny any\n203.0.113.18',
    ],
    ['in brackets', '["203.0.113.18", "203.0.113.0/24"]', '["203.0.113.18", "203.0.113.130/32"]'],
  ])('does not write what is there already: %s', (_, text, expected) =>
    expect(corrected(text, { ...noTicks, wider: true }, { chosen: [one] }).text).toBe(expected),
  );

  describe('in rows of a network security group', () => {
    const head = 'name,priority,direction,access,protocol,source,sourcePorts,destination,ports';
    const row = (name: string, priority: string, source: string, destination = '10.9.0.4') =>
      `${name},${priority},Inbound,Allow,Tcp,${source},*,${destination},443`;
    const deny = 'rest,4096,Inbound,Deny,*,*,*,*,*';
    const rows = (...lines: readonly string[]) => `${[head, ...lines].join('\n')}\n`;

    it('takes over what every row has, and says what is to be filled in', () => {
      const result = corrected(
        rows(row('a', '100', '198.51.100.24/32'), row('b', '110', '198.51.100.62/32'), deny),
      );
      expect(result.lines.filter(({ mark }) => mark === '+').map(({ text }) => text)).toEqual([
        row('', '', '203.0.113.18/32'),
      ]);
      expect(result.toFillIn).toEqual(['name', 'priority']);
    });

    it('leaves a destination open where the rows differ', () => {
      const result = corrected(
        rows(row('a', '100', '198.51.100.24/32'), row('b', '110', '198.51.100.62/32', '10.9.0.5')),
      );
      expect(result.toFillIn).toEqual(['name', 'priority', 'destination']);
    });

    it('keeps the name and the priority of a row that becomes narrower', () => {
      const narrowed = (text: string, others: readonly (typeof other)[]) =>
        corrected(text, { ...noTicks, wider: true }, { chosen: [one], others });
      expect(narrowed(rows(row('a', '100', '203.0.113.0/24')), [])).toMatchObject({
        text: rows(row('a', '100', '203.0.113.18/32')),
        toFillIn: [],
      });
      expect(narrowed(rows(row('a', '100', '203.0.113.0/24')), [other])).toMatchObject({
        text: rows(row('a', '100', '203.0.113.18/32'), row('', '', '203.0.113.130/32')),
        toFillIn: ['name', 'priority'],
      });
    });

    it('is not complete with a row that has no name or no priority', () => {
      const again = judged({
        text: rows(row('', '', '203.0.113.18/32'), row('b', '', '10.0.0.1'), deny),
        chosen: [one],
      });
      expect(again.doubts).toEqual([
        'Line 2 has no name and no priority: a network security group takes no such rule, and when it would decide is not known.',
        'Line 3 has no priority: a network security group takes no such rule, and when it would decide is not known.',
      ]);
    });
  });

  it('names a value once in another format, and for whom it stays', () => {
    const judgement = judged({
      text: '203.0.113.18\n203.0.113.0/24',
      chosen: [one],
      others: [other],
    });
    expect(correctedValues(judgement, { ...noTicks, wider: true }, new Map())).toEqual([
      { value: '203.0.113.18', status: 'covered', reason: 'West Europe, outbound IP' },
      { value: '203.0.113.130/32', status: 'not-needed', reason: 'kept for other' },
    ]);
  });

  it('takes out one class alone', () => {
    expect(marks(partner, { ...noTicks, stale: true })).toContain('- 203.0.113.7/32');
    expect(marks(partner, { ...noTicks, stale: true })).toContain('  198.51.100.0/24');
  });

  it('takes a service tag out that is of no use here', () => {
    expect(
      marks('203.0.113.18\n198.51.100.24\n198.51.100.62\nApiManagement', { ...noTicks, 'not-needed': true }),
    ).toEqual(['  203.0.113.18', '  198.51.100.24', '  198.51.100.62', '- ApiManagement']);
  });

  it.each([
    ['bare addresses', '198.51.100.24\r\n198.51.100.62', '198.51.100.24\r\n198.51.100.62\r\n203.0.113.18'],
    ['nothing yet', '', '198.51.100.24/32\n198.51.100.62/32\n203.0.113.18/32\n'],
    [
      'a router’s list with a last refusal',
      'permit tcp host 198.51.100.24 any eq 443\npermit tcp host 198.51.100.62 any eq 443 \ndeny ip any any\n',
      'permit tcp host 198.51.100.24 any eq 443\npermit tcp host 198.51.100.62 any eq 443 \npermit tcp host 203.0.113.18 any eq 443\ndeny ip any any\n',
    ],
    [
      'nginx',
      'location / {\n  allow 198.51.100.24; # East\n  allow 198.51.100.62;\n  deny all;\n}\n',
      'location / {\n  allow 198.51.100.24; # East\n  allow 198.51.100.62;\n  allow 203.0.113.18;\n  deny all;\n}\n',
    ],
    [
      'CSV',
      'name,address,port\n"East, old",198.51.100.24,443\nWest,198.51.100.62,443\n',
      'name,address,port\n"East, old",198.51.100.24,443\nWest,198.51.100.62,443\n,203.0.113.18,443\n',
    ],
    [
      'JSON on one line',
      '["198.51.100.24","198.51.100.62"]',
      '["198.51.100.24","198.51.100.62", "203.0.113.18/32"]',
    ],
    [
      'an IP group',
      '{\n  "ipAddresses": [\n    "198.51.100.24",\n    "198.51.100.62"\n  ]\n}\n',
      '{\n  "ipAddresses": [\n    "198.51.100.24",\n    "198.51.100.62",\n    "203.0.113.18/32"\n  ]\n}\n',
    ],
    [
      'Terraform',
      'locals {\n  allowed = [\n    "198.51.100.24/32", # East\n    "198.51.100.62/32",\n  ]\n}\n',
      'locals {\n  allowed = [\n    "198.51.100.24/32", # East\n    "198.51.100.62/32",\n    "203.0.113.18/32",\n  ]\n}\n',
    ],
    [
      'Bicep',
      "param allowed array = [\n  '198.51.100.24/32'\n  '198.51.100.62/32'\n]\n",
      "param allowed array = [\n  '198.51.100.24/32'\n  '198.51.100.62/32'\n  '203.0.113.18/32'\n]\n",
    ],
  ])('adds in the manner of %s', (_, text, expected) => expect(corrected(text).text).toBe(expected));

  it.each([
    [
      'the first',
      '["203.0.113.7", "198.51.100.24", "198.51.100.62", "203.0.113.18"]',
      '["198.51.100.24", "198.51.100.62", "203.0.113.18"]',
    ],
    [
      'the last, with something to add',
      '[\n "198.51.100.24",\n "198.51.100.62",\n "203.0.113.7"\n]',
      '[\n "198.51.100.24",\n "198.51.100.62",\n "203.0.113.18/32"\n]',
    ],
    [
      'a wider one',
      '["198.51.100.0/24", "203.0.113.18"]',
      '["198.51.100.24/32", "198.51.100.62/32", "203.0.113.18"]',
    ],
    ['the only one', '["203.0.113.7"]', '["198.51.100.24/32", "198.51.100.62/32", "203.0.113.18/32"]'],
  ])('takes %s out of a list in brackets', (_, text, expected) =>
    expect(corrected(text, all).text).toBe(expected),
  );

  it('says what it cannot do in the list’s own format', () => {
    const rules = [
      {
        access: 'Allow',
        direction: 'Inbound',
        priority: 100,
        protocol: '*',
        sourceAddressPrefix: '198.51.100.24',
      },
      {
        access: 'Allow',
        direction: 'Inbound',
        priority: 110,
        protocol: '*',
        sourceAddressPrefix: '203.0.113.7',
      },
    ];
    const result = corrected(JSON.stringify(rules, null, 1), all);
    expect(result.lines.every(({ mark }) => mark === ' ')).toBe(true);
    expect(result.notPlaced).toEqual(['198.51.100.62/32', '203.0.113.18/32']);
    expect(result.byHand).toEqual(['Take "203.0.113.7" out of line 14.']);
  });

  it.each([
    [
      'sources in one cell',
      'name,source\na,"198.51.100.24, 198.51.100.62"\n',
      /^Nothing to copy: nothing could be added in the format/,
    ],
    ['an explicit refusal', 'deny ip host 203.0.113.18 any\n198.51.100.0/24', /changed by hand\.$/],
    ['a list as it should be', '203.0.113.18\n198.51.100.24\n198.51.100.62', /nothing to change\.$/],
  ])('says why it is the pasted list: %s', (_, text, why) => {
    const judgement = judged({ text, chosen: [one, two] });
    expect(whyUnchanged(correct(judgement, noTicks, new Map()), judgement)).toMatch(why);
  });

  it('gives no such reason where it changed', () => {
    const judgement = judged({ text: partner, chosen: [one, two] });
    expect(whyUnchanged(correct(judgement, noTicks, new Map()), judgement)).toBeUndefined();
  });

  it('puts nothing behind a rule that refuses it, and says so', () => {
    const text = 'deny ip 203.0.113.0 0.0.0.255 any\npermit ip 198.51.100.0 0.0.0.255 any';
    expect(corrected(text).byHand).toEqual([
      'Line 1 refuses 203.0.113.18 (one, West Europe, outbound IP): narrow that rule, or move it behind one that allows.',
    ]);
  });

  it('keeps a wide entry of which too much is in use', () => {
    const many = testService('many', [
      { publicIPAddresses: Array.from({ length: 100 }, (_, at) => `20.1.1.${at * 2}`) },
    ]);
    const result = corrected('20.0.0.0/8', all, { chosen: [many], others: [] });
    expect([...result.kept]).toEqual([[1, 'too much of it is in use to be named one by one']]);
  });

  it('replaces a service tag that was looked up by what is needed of it', () => {
    const tags = new Map([
      ['azurecloud.x', loadedTag({ name: 'AzureCloud.x', changeNumber: '1', prefixes: ['203.0.113.0/24'] })],
    ]);
    const text = '["198.51.100.24","198.51.100.62"]\n';
    const rule = {
      access: 'Allow',
      direction: 'Inbound',
      priority: 100,
      protocol: '*',
      sourceAddressPrefix: 'AzureCloud.x',
    };
    expect(corrected(text, all, { tags }).added).toEqual(['203.0.113.18/32']);
    expect(corrected(JSON.stringify([rule]), all, { tags }).byHand).toEqual([
      'Replace "AzureCloud.x" on line 1 by 203.0.113.18/32, 203.0.113.130/32.',
    ]);
  });

  it.each<[string, string, Partial<Case>, readonly string[]]>([
    ['two addresses on each line', '198.51.100.24, 198.51.100.62\n', {}, ['203.0.113.18/32']],
    ['ranges from the first to the last', '198.51.100.24 - 198.51.100.62\n', {}, ['203.0.113.18/32']],
    [
      'a router’s words for one address, where a range is missing',
      'permit tcp host 203.0.113.18 any eq 443\n',
      { chosen: [one, testService('nat', [{ outboundPublicIPAddresses: ['192.0.2.40/31'] }])] },
      ['192.0.2.40/31'],
    ],
    [
      'a rule behind one that refuses everything',
      JSON.stringify([
        { access: 'Deny', direction: 'Inbound', priority: 100, protocol: '*', sourceAddressPrefix: '*' },
        {
          access: 'Allow',
          direction: 'Inbound',
          priority: 200,
          protocol: '*',
          sourceAddressPrefixes: ['198.51.100.24', '198.51.100.62'],
        },
      ]),
      {},
      ['198.51.100.24/32', '198.51.100.62/32', '203.0.113.18/32'],
    ],
  ])('adds nothing where it does not know how: %s', (_, text, given, notPlaced) => {
    const result = corrected(text, noTicks, given);
    expect(result.text).toBe(text);
    expect(differenceText(result.lines)).toBe('');
    expect([...result.notPlaced, ...result.byHand]).toEqual(expect.arrayContaining([...notPlaced]));
  });

  it.each([
    [
      'an address and its mask',
      '198.51.100.0 255.255.255.0\n203.0.113.18',
      'Replace 198.51.100.0 255.255.255.0 on line 1 by 198.51.100.24/32, 198.51.100.62/32.',
    ],
    [
      'one of two on a line',
      '203.0.113.7, 203.0.113.18\n198.51.100.24\n198.51.100.62',
      'Take 203.0.113.7 out of line 1.',
    ],
    [
      'a cell that goes over two lines',
      'name,address\n"two","203.0.113.7\n203.0.113.18"\nx,198.51.100.24\ny,198.51.100.62\n',
      'Take 203.0.113.7 out of line 2.',
    ],
  ])('leaves %s to the reader', (_, text, byHand) => {
    const result = corrected(text, all);
    expect(result.byHand).toEqual([byHand]);
    expect([...result.kept.values()]).toEqual(['to be changed by hand']);
    expect(result.text).toBe(text);
  });

  it('takes out a last line that has no end, and the end of the line before it', () =>
    expect(corrected('203.0.113.18\n198.51.100.24\n198.51.100.62\n203.0.113.7', all).text).toBe(
      '203.0.113.18\n198.51.100.24\n198.51.100.62',
    ));

  it('a list that was empty differs from before its first line', () =>
    expect(differenceText(corrected('').lines)).toContain('@@ -1,1 +1,4 @@'));
});

describe('edits of a text', () => {
  it('put what is added at the beginning of what is taken out before what follows', () => {
    const { text, lines } = applyEdits('a\nb\nc\n', [
      { from: 2, to: 4, insert: '' },
      { from: 2, to: 2, insert: 'x\n' },
    ]);
    expect(text).toBe('a\nx\nc\n');
    expect(lines.map(line => `${line.mark}${line.text}`)).toEqual([' a', '-b', '+x', ' c', ' ']);
  });
});
