import { describe, expect, it } from 'vitest';
import { readList } from '../testing.ts';
import { entriesOf, problemsOf } from './testing.ts';

const networkSecurityGroup = `{
  "name": "nsg-hub",
  "location": "203.0.113.1",
  "properties": {
    "securityRules": [
      {
        "name": "allow-partners",
        "properties": {
          "protocol": "Tcp",
          "sourcePortRange": "*",
          "destinationPortRanges": ["443", "3443-3444"],
          "sourceAddressPrefixes": ["203.0.113.7/32", "203.0.113.8"],
          "destinationAddressPrefix": "10.1.0.0/24",
          "access": "Allow",
          "priority": 100,
          "direction": "Inbound"
        }
      },
      {
        "name": "to-database",
        "properties": {
          "protocol": "*",
          "destinationPortRange": "1433",
          "sourceAddressPrefix": "10.1.0.0/24",
          "destinationAddressPrefix": "Sql.WestEurope",
          "access": "Deny",
          "priority": 110,
          "direction": "Outbound"
        }
      }
    ],
    "defaultSecurityRules": [
      {
        "properties": {
          "sourceAddressPrefix": "VirtualNetwork",
          "access": "Allow",
          "priority": 65000,
          "direction": "Inbound"
        }
      }
    ]
  }
}`;

describe('structured text', () => {
  it('of a network security group is read whole', () => {
    const text = networkSecurityGroup;
    const scope = '@at 0';
    expect(entriesOf(text)).toEqual([
      `12: "203.0.113.7/32" = range 203.0.113.7 allow source by tcp 443-443+3443-3444 #100 ${scope} in 1`,
      `12: "203.0.113.8" = range 203.0.113.8 allow source by tcp 443-443+3443-3444 #100 ${scope} in 1`,
      `25: "Sql.WestEurope" = tag Sql.WestEurope deny destination 1433-1433 #110 ${scope} in 2`,
      `35: "VirtualNetwork" = tag VirtualNetwork allow source #65000 ${scope} in 2`,
    ]);
    const { entries, ...rest } = readList(text);
    const place = (part: string) => ({ from: text.indexOf(part), to: text.indexOf(part) + part.length });
    const inside = (list: string) => ({
      from: text.indexOf(list) + 1,
      to: text.indexOf(list) + list.length - 1,
    });
    expect(entries[0]).toEqual({
      action: 'allow',
      side: 'source',
      protocol: 'tcp',
      ports: [
        { first: 443, last: 443 },
        { first: 3443, last: 3444 },
      ],
      scope: 'at 0',
      order: 100,
      idle: null,
      value: { kind: 'range', range: expect.anything() },
      line: 12,
      ...place('"203.0.113.7/32"'),
      group: 1,
    });
    const list = { kind: 'array', quote: '"', comma: true };
    expect(rest).toEqual({
      text,
      format: 'nsg',
      lines: text.split('\n'),
      groups: [
        {
          ...list,
          ...inside('["443", "3443-3444"]'),
          items: [place('"443"'), place('"3443-3444"')],
        },
        {
          ...list,
          ...inside('["203.0.113.7/32", "203.0.113.8"]'),
          items: [place('"203.0.113.7/32"'), place('"203.0.113.8"')],
        },
        { kind: 'fixed' },
      ],
      problems: [],
      notes: [],
    });
  });

  it('of Bicep has lists without commas, in single quotes', () => {
    const text =
      "param ips array = [\n  '203.0.113.7'\n]\nparam none array = []\nparam one string = '203.0.113.8'";
    expect(readList(text).groups).toEqual([
      { kind: 'array', from: 19, to: 36, items: [{ from: 22, to: 35 }], quote: "'", comma: false },
      { kind: 'array', from: 58, to: 58, items: [], quote: "'", comma: false },
      { kind: 'fixed' },
    ]);
    expect(entriesOf(text)).toEqual([
      "2: '203.0.113.7' = range 203.0.113.7 allow #0 in 0",
      "5: '203.0.113.8' = range 203.0.113.8 allow #0 in 2",
    ]);
  });

  it('that ends behind a bracket has an empty list', () => {
    expect(readList('[').groups).toEqual([
      { kind: 'array', from: 1, to: 1, items: [], quote: '"', comma: true },
    ]);
    expect(readList('\n\n[').notes).toEqual([
      'The text is not complete: something is wrong on line 3. What can be read was read.',
    ]);
  });
});

describe('a list of values', () => {
  it.each([
    ['of addresses alone is a list to change', '["203.0.113.7", "203.0.113.8"]', ['array'], [0, 0]],
    ['with anything else in it is not', '["203.0.113.7", 5, "203.0.113.8"]', ['fixed'], [0, 0]],
    ['within a list is one', '[["203.0.113.7"], "203.0.113.8"]', ['array', 'fixed'], [0, 1]],
    ['under a key of other things is not', '{"id": ["203.0.113.7"], "a": "203.0.113.8"}', ['fixed'], [0]],
    [
      'holds no text that is a list of its own',
      '["203.0.113.7, 203.0.113.8", "203.0.113.9"]',
      ['array', 'fixed'],
      [1, 1, 0],
    ],
  ])('%s', (_, text, kinds, groups) => {
    const list = readList(text);
    expect(list.groups.map(({ kind }) => kind)).toEqual(kinds);
    expect(list.entries.map(({ group }) => group)).toEqual(groups);
  });
});

describe('a value', () => {
  const addressKeys = [
    ...[
      'ipAddress',
      'ipAddresses',
      'ipAddressOrRange',
      'cidr',
      'cidr_blocks',
      'cidrIp',
      'ip_rules',
      'allowedIps',
    ],
    ...['allowed_ip_ranges', 'addressPrefix', 'addressPrefixes', 'ipRangeFilter'],
  ];
  it.each(addressKeys)('of %s should be an address', key => {
    expect(entriesOf(JSON.stringify({ [key]: ['*', 'Sql', 'host.contoso.com'] }))).toEqual([
      '1: "*" = any allow #0 in 0',
      '1: "Sql" = tag Sql allow #0 in 0',
      '1: "host.contoso.com" = host host.contoso.com allow #0 in 0',
    ]);
    expect(problemsOf(JSON.stringify({ [key]: 'no address' }))).toEqual([
      '1: neither an address nor a service tag',
    ]);
  });

  it.each(['office', 'note', 'value'])('of %s may be an address', key => {
    expect(entriesOf(JSON.stringify({ [key]: ['*', 'Sql', '203.0.113.7', '203.0.113.999'] }))).toEqual([
      '1: "203.0.113.7" = range 203.0.113.7 allow #0 in 0',
    ]);
    expect(problemsOf(JSON.stringify({ [key]: ['*', 'Sql', '203.0.113.999'] }))).toEqual([]);
  });

  it.each(['id', 'etag', 'name', 'description', 'type', 'location', 'contentVersion', 'nextHopIpAddress'])(
    'of %s is no address',
    key => expect(entriesOf(JSON.stringify({ [key]: '203.0.113.7' }))).toEqual([]),
  );

  it('may hold several addresses', () =>
    expect(entriesOf('{"ipRangeFilter": "203.0.113.7, 203.0.113.8,"}')).toEqual([
      '1: "203.0.113.7, 203.0.113.8," = range 203.0.113.7 allow #0 in 0',
      '1: "203.0.113.7, 203.0.113.8," = range 203.0.113.8 allow #0 in 0',
    ]));

  it.each([
    ['ip_rules = [var.more]', ['1: a value that is not in the text: var.more']],
    ['ip_rules = [null, true, false, 12]', []],
    [
      'ip_rules = [1.5, nullable, untrue]',
      ['1.5', 'nullable', 'untrue'].map(source => `1: a value that is not in the text: ${source}`),
    ],
    ['other = [var.more]', []],
    ['source_addresses = var.more', ['1: a value that is not in the text: var.more']],
    [
      'ip_rules = concat(\n    var.more,\n  [])',
      ['1: a value that is not in the text: concat( var.more, [])'],
    ],
    [`ip_rules = ${'v'.repeat(40)}`, [`1: a value that is not in the text: ${'v'.repeat(40)}`]],
    [`ip_rules = ${'v'.repeat(41)}`, [`1: a value that is not in the text: ${'v'.repeat(39)}…`]],
  ])('that is none is named where an address should stand: %s', (line, expected) =>
    expect(problemsOf(`locals {}\n${line}`)).toEqual(expected.map(problem => problem.replace('1:', '2:'))),
  );

  it('is read as well where it stands within an expression', () =>
    expect(entriesOf('locals {}\nsource_addresses = concat(["Sql"], ["203.0.113.7"])')).toEqual([
      '2: "Sql" = tag Sql allow source #100000 in 0',
      '2: "203.0.113.7" = range 203.0.113.7 allow source #100000 in 1',
    ]));
});

describe('a first and a last address', () => {
  it.each([
    ['{"startIpAddress": "10.0.0.1", "endIpAddress": "10.0.0.4"}', 'allow #0 in 0'],
    ['{"start_ip": "10.0.0.1", "end_ip": "10.0.0.4"}', 'allow #0 in 0'],
    ['{"startAddress": "10.0.0.1", "endAddress": "10.0.0.4"}', 'allow #0 in 0'],
    ['{"startIp": "10.0.0.1", "endIp": "10.0.0.4", "action": "Deny"}', 'deny #100000 in 0'],
    ['{"properties": {"startIp": "10.0.0.1", "endIp": "10.0.0.4"}}', 'allow #0 in 0'],
  ])('are one range: %s', (text, terms) => {
    const place = text.slice(text.indexOf('"10.0.0.1"'), text.indexOf('"10.0.0.4"') + 10);
    expect(entriesOf(text)).toEqual([`1: ${place} = range 10.0.0.1-10.0.0.4 ${terms}`]);
    expect(readList(text).groups).toEqual([{ kind: 'fixed' }]);
  });

  it('may stand the other way round', () =>
    expect(entriesOf('{"endIp": "10.0.0.4", "startIp": "10.0.0.1"}')).toEqual([
      '1: "10.0.0.4", "startIp": "10.0.0.1" = range 10.0.0.1-10.0.0.4 allow #0 in 0',
    ]));

  it('leave what stands beside them as it is', () =>
    expect(
      entriesOf(
        '{"startIp": "10.0.0.1", "endIp": "10.0.0.4", "restartIp": "10.0.0.7", "endIps": "10.0.0.8"}',
      ),
    ).toEqual([
      '1: "10.0.0.1", "endIp": "10.0.0.4" = range 10.0.0.1-10.0.0.4 allow #0 in 0',
      '1: "10.0.0.7" = range 10.0.0.7 allow #0 in 0',
      '1: "10.0.0.8" = range 10.0.0.8 allow #0 in 0',
    ]));

  it.each([
    '{"startIp": "10.0.0.1"}',
    '{"startIp": "10.0.0.1", "endIp": 5}',
    '{"endIp": "10.0.0.1"}',
    '{"startIp": null, "endIp": "10.0.0.1"}',
  ])('are two: %s is one address', text =>
    expect(entriesOf(text)).toEqual(['1: "10.0.0.1" = range 10.0.0.1 allow #0 in 0']),
  );

  it('that are no range are named', () =>
    expect(problemsOf('{"startIp": "10.0.0.9", "endIp": "10.0.0.999"}')).toEqual(['1: not a valid address']));
});

describe('what belongs together', () => {
  it('is what one group of rules holds', () => {
    const group = { securityRules: [{ access: 'Allow', sourceAddressPrefix: '203.0.113.7' }] };
    const text = JSON.stringify([group, group]);
    const [first, second] = [1, JSON.stringify(group).length + 2];
    expect(readList(text).entries.map(({ scope, order }) => [scope, order])).toEqual([
      [`at ${first}`, 100_000],
      [`at ${second}`, 100_001],
    ]);
  });

  it.each([
    ['securityRule', 'at 0'],
    ['security_rules', 'at 0'],
    ['networkRuleCollections', 'at 0'],
    ['ruleCollection', 'at 0'],
    ['securityRulesets', ''],
    ['rules', ''],
  ])('stands under %s', (key, scope) =>
    expect(readList(`{"${key}": {"rule": {"a": "203.0.113.7"}}}`).entries).toMatchObject([{ scope }]),
  );

  it('is counted by the outermost group', () =>
    expect(
      readList('{"ruleCollections": [{"ruleCollections": [{"a": "203.0.113.7"}]}]}').entries,
    ).toMatchObject([{ scope: 'at 0' }]));

  it('is read under its properties, whatever those are', () =>
    expect(entriesOf('{"properties": ["203.0.113.7"]}')).toEqual([
      '1: "203.0.113.7" = range 203.0.113.7 allow #0 in 0',
    ]));
});
