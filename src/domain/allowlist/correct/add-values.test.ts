import { describe, expect, it } from 'vitest';
import type { FormerAddress } from '../../former-address.ts';
import { type Case, judged, testService } from '../testing.ts';
import { correct } from './correct.ts';
import { noTicks } from './taken-out.ts';

const one = testService('one', [{ publicIPAddresses: ['203.0.113.18'] }]);
const two = testService('two', [{ publicIPAddresses: ['198.51.100.24'] }]);
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

function corrected(text: string, given: Partial<Case> = {}) {
  return correct(judged({ text, chosen: [one, two], former, ...given }), noTicks, new Map());
}
const lines = (...texts: readonly string[]) => `${texts.join('\n')}\n`;

/** Rules of a network security group for addresses that come in; each named after what is said of it. */
type Rule = Readonly<Record<string, string | number | readonly string[]>>;
const rule = (priority: number, sources: string | readonly string[], parts: Rule = {}): Rule => ({
  access: 'Allow',
  direction: 'Inbound',
  protocol: 'Tcp',
  priority,
  ...(typeof sources === 'string' ? { sourceAddressPrefix: sources } : { sourceAddressPrefixes: sources }),
  ...parts,
});
const nsg = (...rules: readonly Rule[]) => JSON.stringify(rules, null, 1);

describe('the place of what is added', () => {
  it.each([
    [
      'behind the last of its kind, before what else follows',
      lines('198.51.100.24', '# the end'),
      lines('198.51.100.24', '203.0.113.18', '# the end'),
    ],
    [
      'in front of the rule that refuses all the rest, behind a comment',
      lines('permit tcp host 198.51.100.24 any', '! the rest', 'deny ip any any'),
      lines(
        'permit tcp host 198.51.100.24 any',
        '! the rest',
        'permit tcp host 203.0.113.18 any',
        'deny ip any any',
      ),
    ],
    [
      'in front of such a rule, though addresses stand behind it',
      lines('permit ip host 192.0.2.1 any', 'deny ip any any', 'permit ip host 198.51.100.24 any'),
      lines(
        'permit ip host 192.0.2.1 any',
        'permit ip host 198.51.100.24 any',
        'permit ip host 203.0.113.18 any',
        'deny ip any any',
        'permit ip host 198.51.100.24 any',
      ),
    ],
    [
      'behind a rule that refuses some, and one that lets all of another protocol through',
      lines(
        'deny ip host 192.0.2.1 any',
        'permit udp any any',
        'permit tcp host 198.51.100.24 any',
        'remark the end',
      ),
      lines(
        'deny ip host 192.0.2.1 any',
        'permit udp any any',
        'permit tcp host 198.51.100.24 any',
        'permit tcp host 203.0.113.18 any',
        'remark the end',
      ),
    ],
    [
      'in front of a refusal of all in a text that allows nothing yet',
      lines('deny ip any any', '! the end'),
      lines('198.51.100.24/32', '203.0.113.18/32', 'deny ip any any', '! the end'),
    ],
    [
      'at the end of a text that only refuses some',
      lines('deny ip host 192.0.2.1 any'),
      lines('deny ip host 192.0.2.1 any', '198.51.100.24/32', '203.0.113.18/32'),
    ],
  ])('of lines is %s', (_, text, expected) => expect(corrected(text).text).toBe(expected));

  it('is the block of a web server that most of the addresses stand in, in front of its own refusal', () => {
    const block = (path: string, ...directives: readonly string[]) =>
      `location ${path} {\n${directives.map(directive => `  ${directive};\n`).join('')}}\n`;
    const first = block('/internal', 'allow 10.0.0.1', 'deny all');
    const last = block('/old', 'allow 192.0.2.1', 'allow 192.0.2.2');
    const text = `${first}${block('/api', 'allow 198.51.100.24', 'deny 192.0.2.9', 'allow 192.0.2.3')}${last}`;
    expect(corrected(text).text).toBe(
      `${first}${block('/api', 'allow 198.51.100.24', 'deny 192.0.2.9', 'allow 192.0.2.3', 'allow 203.0.113.18')}${last}`,
    );
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['more of what nobody knows', ['192.0.2.1'], ['192.0.2.2', '192.0.2.3']],
    ['what is needed', ['192.0.2.1', '192.0.2.2', '192.0.2.3'], ['198.51.100.24']],
    ['what is wider than needed', ['192.0.2.1', '192.0.2.2', '192.0.2.3'], ['198.51.100.0/24']],
    ['what was ours', ['192.0.2.1', '192.0.2.2', '192.0.2.3'], ['203.0.113.7']],
  ])('is the rule with %s', (_, less, more) => {
    const added = (...rules: readonly Rule[]) => corrected(nsg(...rules)).text;
    const expected = [
      ...more,
      ...(more[0]?.startsWith('198.51.100.') ? [] : ['198.51.100.24/32']),
      '203.0.113.18/32',
    ];
    expect(JSON.parse(added(rule(100, less), rule(200, more)))).toEqual([
      rule(100, less),
      rule(200, expected),
    ]);
    expect(JSON.parse(added(rule(100, more), rule(200, less)))).toEqual([
      rule(100, expected),
      rule(200, less),
    ]);
  });

  it.each<[string, Rule]>([
    ['refuses', rule(100, ['192.0.2.1', '192.0.2.2'], { access: 'Deny' })],
    ['names service tags', rule(100, ['Storage', 'Sql'])],
    ['is for another protocol', rule(100, ['192.0.2.1', '192.0.2.2'], { protocol: 'Udp' })],
    ['is for the other direction', rule(100, ['192.0.2.1', '192.0.2.2'], { direction: 'Outbound' })],
  ])('is no rule that %s', (_, other) => {
    const result = corrected(nsg(other, rule(200, ['192.0.2.9'])));
    expect(JSON.parse(result.text)).toEqual([
      other,
      rule(200, ['192.0.2.9', '198.51.100.24/32', '203.0.113.18/32']),
    ]);
    expect(result.notPlaced).toEqual([]);
  });

  it.each<[string, readonly Rule[]]>([
    ['behind a refusal of all', [rule(100, '*', { access: 'Deny' }), rule(200, ['192.0.2.9'])]],
    ['for one address alone', [rule(100, '192.0.2.9')]],
    ['for service tags', [rule(100, ['Storage', 'Sql'])]],
  ])('is no rule %s: nothing is added, and it says so', (_, rules) =>
    expect(corrected(nsg(...rules))).toMatchObject({
      text: nsg(...rules),
      added: [],
      notPlaced: ['198.51.100.24/32', '203.0.113.18/32'],
    }),
  );

  it.each<[string, Rule]>([
    ['behind it', rule(4096, '*', { access: 'Deny' })],
    ['before it, of another protocol', rule(100, '*', { access: 'Deny', protocol: 'Udp' })],
    ['before it, of one address', rule(100, '192.0.2.1', { access: 'Deny' })],
    ['before it, of which all of another protocol may come in', rule(100, '*', { protocol: 'Udp' })],
  ])('may be a rule with a refusal %s', (_, other) =>
    expect(JSON.parse(corrected(nsg(rule(200, ['198.51.100.24']), other)).text)).toEqual([
      rule(200, ['198.51.100.24', '203.0.113.18/32']),
      other,
    ]),
  );

  it('may be a rule of another network security group than the refusal', () => {
    const groups = (...sources: readonly string[]) =>
      JSON.stringify([
        { securityRules: [rule(100, '*', { access: 'Deny' })] },
        { securityRules: [rule(200, sources)] },
      ]);
    expect(JSON.parse(corrected(groups('198.51.100.24')).text)).toEqual(
      JSON.parse(groups('198.51.100.24', '203.0.113.18/32')),
    );
  });

  it('is the rule of its own side', () => {
    const text = (sources: readonly string[], destinations: readonly string[]) =>
      nsg(rule(100, sources), {
        access: 'Allow',
        direction: 'Outbound',
        protocol: 'Tcp',
        priority: 100,
        destinationAddressPrefixes: destinations,
      });
    const result = corrected(text(['192.0.2.1'], ['192.0.2.2']), {
      chosen: [one],
      purposes: ['clients', 'internet-back-ends'],
    });
    expect(JSON.parse(result.text)).toEqual(
      JSON.parse(text(['192.0.2.1', '203.0.113.18/32'], ['192.0.2.2', '203.0.113.18/32'])),
    );
    expect(result.added).toEqual(['203.0.113.18/32', '203.0.113.18/32']);
  });

  it.each([
    ['a host name', lines('partner.example')],
    ['a service tag', lines('deny any', 'ApiManagement')],
    ['a rule for another protocol', lines('permit udp host 198.51.100.24 any')],
  ])('is not known in a text that allows %s alone', (_, text) =>
    expect(corrected(text)).toMatchObject({ text, notPlaced: ['198.51.100.24/32', '203.0.113.18/32'] }),
  );
});

describe('the manner of a line that is added', () => {
  it.each([
    [
      'that of one that is needed, not of one that was',
      lines('old: 203.0.113.7', '198.51.100.24'),
      lines('old: 203.0.113.7', '198.51.100.24', '203.0.113.18'),
    ],
    [
      'that of a line with one address, not with two',
      lines('198.51.100.24, 192.0.2.1', '  192.0.2.2;'),
      lines('198.51.100.24, 192.0.2.1', '  192.0.2.2;', '  203.0.113.18;'),
    ],
    [
      'that of any other where none is needed',
      lines('  192.0.2.1 ;'),
      lines('  192.0.2.1 ;', '  198.51.100.24 ;', '  203.0.113.18 ;'),
    ],
  ])('is %s', (_, text, expected) => expect(corrected(text).text).toBe(expected));

  it('is that of a line that can hold the value: words for one address hold no range', () => {
    const range = testService('range', [{ outboundPublicIPAddresses: ['192.0.2.40/31'] }]);
    const text = lines('permit tcp host 198.51.100.24 any', 'permit tcp 10.0.0.0/8 any');
    expect(corrected(text, { chosen: [two, range] }).text).toBe(
      lines('permit tcp host 198.51.100.24 any', 'permit tcp 10.0.0.0/8 any', 'permit tcp 192.0.2.40/31 any'),
    );
  });
});
