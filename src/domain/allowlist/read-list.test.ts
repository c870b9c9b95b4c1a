import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListEntry } from './list.ts';
import { needText } from './need-words.ts';
import { readList } from './testing.ts';

function shown({ line, value, action, side, ports, protocol, idle }: ListEntry): string {
  const text = value.kind === 'any' ? 'any' : needText(value);
  const terms = [
    action === 'deny' && 'deny',
    side,
    protocol,
    ports?.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join('+'),
    idle,
  ];
  return [`${line}: ${text}`, ...terms.filter(Boolean)].join(' ');
}
const entries = (text: string) => readList(text).entries.map(shown);
const problems = (text: string) => readList(text).problems.map(({ line, problem }) => `${line}: ${problem}`);

describe('plain text', () => {
  it('reads addresses and ranges with their lines, and names the lines without one', () => {
    const text = [
      '# partner firewall',
      '203.0.113.7/32',
      '  203.0.113.74   # North Europe, was 203.0.113.61',
      '',
      '192.0.2.40 - 192.0.2.41, 192.0.2.44',
      '198.51.100.0 255.255.255.0',
      '2001:db8::/48',
      '203.0.113.999',
      'Added by hand:',
      '- "10.20.1.5"',
      'ApiManagement.WestEurope',
      'api.contoso.com:443 and 203.0.113.9:443',
    ].join('\r\n');
    expect(readList(text).format).toBe('text');
    expect(entries(text)).toEqual([
      '2: 203.0.113.7',
      '3: 203.0.113.74',
      '5: 192.0.2.40/31',
      '5: 192.0.2.44',
      '6: 198.51.100.0/24',
      '7: 2001:db8::/48',
      '10: 10.20.1.5',
      '11: ApiManagement.WestEurope',
      '12: api.contoso.com',
      '12: 203.0.113.9',
    ]);
    expect(problems(text)).toEqual(['8: not a valid address', '9: no address on this line']);
  });

  it('names what makes an address wrong though it looks right', () =>
    expect(problems('203.0.113.7\u200b\n\u202e203.0.113.0/24\nword\u200b')).toEqual([
      '1: holds what cannot be seen: 203.0.113.7[U+200B]',
      '2: holds what cannot be seen: [U+202E]203.0.113.0/24',
      '3: no address on this line',
    ]));

  it.each([
    ['permit tcp host 203.0.113.130 any eq 443', ['1: 203.0.113.130 source tcp 443']],
    ['access-list 101 permit ip 203.0.113.0 0.0.0.255 any', ['1: 203.0.113.0/24 source']],
    ['permit tcp any host 203.0.113.130 range 80 443', ['1: 203.0.113.130 destination tcp 80-443']],
    ['permit udp 203.0.113.7 10.0.0.0/8', ['1: 203.0.113.7 source udp', '1: 10.0.0.0/8 destination udp']],
    ['deny ip any any', ['1: any deny source', '1: any deny destination']],
    ['-A INPUT -s 203.0.113.7/32 -p tcp -j DROP', ['1: 203.0.113.7 deny']],
    ['any', ['1: any']],
    ['not any of these', []],
    ['203.0.113.0/24 our block of addresses', ['1: 203.0.113.0/24']],
    ['block 203.0.113.0/24', ['1: 203.0.113.0/24 deny']],
  ])('%s', (text, expected) => expect(entries(text)).toEqual(expected));

  it('keeps the place of each entry, so that it can be cut out', () => {
    const text = 'a 203.0.113.7, 10.0.0.1 - 10.0.0.9 b\n198.51.100.0 255.255.255.0 c';
    expect(readList(text).entries.map(({ from, to }) => text.slice(from, to))).toEqual([
      '203.0.113.7',
      '10.0.0.1 - 10.0.0.9',
      '198.51.100.0 255.255.255.0',
    ]);
  });
});

describe('nginx', () => {
  const text = `# office
location / {
  allow 203.0.113.7;   # West Europe
  allow 192.0.2.40/31; deny 203.0.113.8;
  deny all;
}
location /admin { allow unix:; allow 10.0.0.0/8; deny all; proxy_pass http://10.1.1.1; }
`;

  it('reads allow and deny by block', () => {
    expect(readList(text).format).toBe('nginx');
    expect(entries(text)).toEqual([
      '3: 203.0.113.7 source',
      '4: 192.0.2.40/31 source',
      '4: 203.0.113.8 deny source',
      '5: any deny source',
      '7: 10.0.0.0/8 source',
      '7: any deny source',
    ]);
    expect(new Set(readList(text).entries.map(({ scope }) => scope)).size).toBe(2);
    expect(problems(text)).toEqual(['7: no address in this directive']);
    expect(readList(text).notes).toHaveLength(1);
  });
});

describe('CSV', () => {
  it('reads the columns of addresses, and what others say of the rule', () => {
    const text = [
      'Name;Source addresses;Ports;Protocol;Action;Direction;Priority',
      'office;203.0.113.7;443;TCP;Allow;Inbound;100',
      '"two; quoted";"203.0.113.8',
      '203.0.113.9";443;Any;Allow;Inbound;110',
      'out;203.0.113.10;*;*;Allow;Outbound;120',
      'refused;203.0.113.0/24;*;*;Deny;Inbound;130',
      'wrong;203.0.113.300;*;*;Allow;Inbound;140',
      'empty;;;;;;',
    ].join('\n');
    expect(readList(text).format).toBe('csv');
    expect(entries(text)).toEqual([
      '2: 203.0.113.7 source tcp 443',
      '3: 203.0.113.8 source 443',
      '3: 203.0.113.9 source 443',
      '5: 203.0.113.10 source the rule is for the other direction',
      '6: 203.0.113.0/24 deny source',
    ]);
    expect(problems(text)).toEqual(['7: not a valid address', '8: no address in this row']);
  });

  it('reads first and last addresses', () => {
    expect(entries('name,start ip,end ip\na,10.0.0.1,10.0.0.6\n')).toEqual(['2: 10.0.0.1-10.0.0.6']);
  });

  it('leaves lines without a head to plain text', () => {
    expect(readList('203.0.113.7,office\n203.0.113.8,branch').format).toBe('text');
    expect(entries('203.0.113.7,office\n203.0.113.8,branch')).toEqual(['1: 203.0.113.7', '2: 203.0.113.8']);
  });
});

const rule = (parts: Record<string, unknown>) => ({
  access: 'Allow',
  direction: 'Inbound',
  protocol: 'Tcp',
  priority: 100,
  sourcePortRange: '*',
  sourceAddressPrefix: '',
  sourceAddressPrefixes: [],
  destinationAddressPrefix: '*',
  destinationAddressPrefixes: [],
  destinationPortRange: '443',
  destinationPortRanges: [],
  name: 'rule',
  id: '/subscriptions/1/resourceGroups/g/providers/Microsoft.Network/networkSecurityGroups/n/securityRules/r',
  ...parts,
});

describe('JSON', () => {
  it('reads rules of a network security group as the Azure CLI lists them', () => {
    const text = JSON.stringify(
      [
        rule({ sourceAddressPrefixes: ['203.0.113.7/32', '203.0.113.8'] }),
        rule({ sourceAddressPrefix: 'ApiManagement', destinationPortRange: '3443', priority: 110 }),
        rule({
          sourceAddressPrefix: '*',
          access: 'Deny',
          protocol: '*',
          destinationPortRange: '*',
          priority: 4096,
        }),
        rule({
          direction: 'Outbound',
          sourceAddressPrefix: '10.0.0.0/24',
          destinationAddressPrefix: '198.51.100.24',
          priority: 120,
        }),
        rule({
          sourceAddressPrefix: '203.0.113.10',
          destinationPortRange: null,
          destinationPortRanges: ['22', '80-90'],
          protocol: 'Udp',
        }),
        rule({ sourceAddressPrefix: 'no good', priority: 130 }),
      ],
      null,
      1,
    );
    const list = readList(text);
    expect(list.format).toBe('nsg');
    expect(entries(text).map(entry => entry.replace(/^\d+: /, ''))).toEqual([
      '203.0.113.7 source tcp 443',
      '203.0.113.8 source tcp 443',
      'ApiManagement source tcp 3443',
      'any deny source',
      '198.51.100.24 destination tcp 443',
      '203.0.113.10 source udp 22+80-90',
    ]);
    expect(list.entries.map(({ order }) => order)).toEqual([100, 100, 110, 4096, 120, 100]);
    expect(list.lines[(list.entries[2]?.line ?? 0) - 1]).toContain('"ApiManagement"');
    expect(list.problems.map(({ problem }) => problem)).toEqual(['neither an address nor a service tag']);
  });

  it('reads rules in ARM’s own shape, under their properties', () => {
    const { name, ...properties } = rule({ sourceAddressPrefix: '203.0.113.7', access: 'Deny' });
    expect(entries(JSON.stringify({ properties: { securityRules: [{ name, properties }] } }))).toEqual([
      '1: 203.0.113.7 deny source tcp 443',
    ]);
  });

  it.each([
    [
      'ip-group',
      { ipAddresses: ['203.0.113.7', '10.0.0.1-10.0.0.9'], name: 'x' },
      ['203.0.113.7', '10.0.0.1-10.0.0.9'],
    ],
    ['json', ['203.0.113.7', 'text', 5, null], ['203.0.113.7']],
    [
      'json',
      { ipRules: [{ value: '203.0.113.7', action: 'Allow' }], defaultAction: 'Deny' },
      ['203.0.113.7'],
    ],
    [
      'json',
      [{ startIpAddress: '10.0.0.1', endIpAddress: '10.0.0.4', name: 'office' }],
      ['10.0.0.1-10.0.0.4'],
    ],
    ['json', { contentVersion: '1.0.0.0', ipAddressOrRange: '203.0.113.0/24' }, ['203.0.113.0/24']],
    [
      'json',
      {
        ipSecurityRestrictions: [
          { ipAddress: 'Any', action: 'Deny', priority: 9 },
          { ipAddress: '203.0.113.7/32' },
        ],
      },
      ['any deny', '203.0.113.7'],
    ],
    [
      'json',
      {
        ruleCollections: [
          {
            action: { type: 'Deny' },
            rules: [
              { sourceAddresses: ['10.0.0.4'], destinationAddresses: ['203.0.113.7'], ipProtocols: ['TCP'] },
            ],
          },
        ],
      },
      ['10.0.0.4 deny source', '203.0.113.7 deny destination'],
    ],
  ])('reads %s %j', (format, value, expected) => {
    const text = JSON.stringify(value);
    expect(readList(text).format).toBe(format);
    expect(entries(text).map(entry => entry.slice(3))).toEqual(expected);
  });

  it('reads what it can of a text that is cut off, and says so', () => {
    const text = '{\n "ipAddresses": [\n  "203.0.113.7",\n  "203.0.1';
    expect(entries(text)).toEqual(['3: 203.0.113.7']);
    expect(problems(text)).toEqual(['4: not a valid address']);
    expect(readList(text).notes).toEqual([
      'The text is not complete: something is wrong on line 4. What can be read was read.',
    ]);
  });
});

describe('Terraform', () => {
  const text = `resource "azurerm_network_security_rule" "apim" {
  name                        = "allow-apim"
  priority                    = 100
  direction                   = "Inbound"
  access                      = "Allow"
  protocol                    = "Tcp"
  source_port_range           = "*"
  destination_port_range      = "443"
  source_address_prefixes     = ["203.0.113.7/32", # West Europe
    "203.0.113.8/32", var.more]
  destination_address_prefix  = "*"
  network_security_group_name = azurerm_network_security_group.hub.name
}
/* "203.0.113.99" is no longer ours */
resource "azurerm_network_security_group" "spoke" {
  security_rule {
    access                = "Deny"
    direction             = "Inbound"
    priority              = 200
    source_address_prefix = "Internet"
  }
}
resource "azurerm_ip_group" "office" {
  cidrs = concat(["192.0.2.40/31"], local.others)
}
locals { partners = ["198.51.100.24"] }
resource "azurerm_storage_account" "s" {
  network_rules {
    default_action = "Deny"
    ip_rules       = ["198.51.100.62"]
  }
}
`;
  it('reads rules, groups, locals and storage rules', () => {
    expect(readList(text).format).toBe('terraform');
    expect(entries(text)).toEqual([
      '9: 203.0.113.7 source tcp 443',
      '10: 203.0.113.8 source tcp 443',
      '20: Internet deny source',
      '24: 192.0.2.40/31',
      '26: 198.51.100.24',
      '30: 198.51.100.62',
    ]);
    expect(problems(text)).toEqual([
      '10: a value that is not in the text: var.more',
      '24: a value that is not in the text: concat(["192.0.2.40/31"], local.others)',
    ]);
  });
});

describe('Bicep', () => {
  const text = `param partners array = [
  '198.51.100.24'
  '198.51.100.62' // East
]
resource nsg 'Microsoft.Network/networkSecurityGroups@2024-05-01' = {
  name: 'nsg-hub'
  properties: {
    securityRules: [
      {
        name: 'allow-apim'
        properties: {
          access: 'Allow'
          direction: 'Inbound'
          priority: 100
          protocol: 'Tcp'
          destinationPortRange: '443'
          sourceAddressPrefixes: [ '203.0.113.7/32', '203.0.113.8/32' ]
          destinationAddressPrefix: '*'
        }
      }
      {
        name: 'deny-rest'
        properties: { access: 'Deny', direction: 'Inbound', priority: 4000, protocol: '*', sourceAddressPrefix: '*' }
      }
    ]
  }
}
resource group 'Microsoft.Network/ipGroups@2024-05-01' = if (deploy) {
  properties: { ipAddresses: union(partners, ['192.0.2.40/31']) }
}
`;
  it('reads parameters, rules and groups', () => {
    expect(readList(text).format).toBe('bicep');
    expect(entries(text)).toEqual([
      '2: 198.51.100.24',
      '3: 198.51.100.62',
      '17: 203.0.113.7 source tcp 443',
      '17: 203.0.113.8 source tcp 443',
      '23: any deny source',
      '29: 192.0.2.40/31',
    ]);
    expect(problems(text)).toEqual([
      `29: a value that is not in the text: union(partners, ['192.0.2.40/31'])`,
    ]);
  });
});

describe('any text', () => {
  const hostile = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.json(),
    fc
      .array(
        fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          '(',
          ')',
          '"',
          "'",
          '<<EOF\n',
          '/*',
          ',',
          '=',
          ':',
          '\n',
          'allow 1.2.3.4;',
          'resource "a" "b" {',
          '203.0.113.7',
          'source_address_prefix',
          '\\',
        ),
        { maxLength: 60 },
      )
      .map(parts => parts.join(' ')),
  );

  it('is read without throwing, each entry on its own line', () => {
    fc.assert(
      fc.property(hostile, text => {
        const list = readList(text);
        for (const { line, from, to } of list.entries) {
          expect(from < to && to <= text.length && line >= 1 && line <= list.lines.length).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('nested too deeply is read without exhausting the stack', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const text = `${open.repeat(50_000)}"203.0.113.7"${close.repeat(50_000)}`;
      expect(() => readList(text)).not.toThrow();
    }
  });
});
