import { describe, expect, it } from 'vitest';
import { readListSteps } from '../read-list.ts';
import { readList } from '../testing.ts';
import { entriesOf, problemsOf } from './testing.ts';

describe('a CSV export of rules', () => {
  const text = [
    'Rule name, Note ,Source address,Source port,Destination,Port,Protocol,Access,Direction,Priority,Empty',
    'office,"called ""HQ""",203.0.113.7, * ,10.1.0.0/24,443,TCP,Allow,Inbound,100,',
    '',
    'branches,,"203.0.113.8,  203.0.113.16/29; 2001:db8::7",*,10.1.0.0/24, 80-90 ,*,Allow,Ingress, 110 ,',
    'closed,,203.0.113.9,1024,10.9.0.0/24,*,Any,Deny,Inbound,120,',
    'out,,203.0.113.10,1025,10.9.0.1/24,,Udp,Allow,Outbound,130,',
    'none,,,1026,10.9.0.2/24,22,ICMP,Allow,Inbound,140,',
    'wrong,,203.0.113.300,*,10.1.0.0/24,443,TCP,Allow,Inbound,150,',
    'short,,*',
    'tag,,ApiManagement,*,10.1.0.0/24,443,TCP,Allow,Inbound,x17,',
    '   ',
  ].join('\r\n');

  it('is read whole', () => {
    const { entries, ...rest } = readList(text);
    expect(entries.map(({ order }) => order)).toEqual([100, 110, 110, 110, 120, 130, 6, 7]);
    expect(entriesOf(text)).toEqual([
      '2: 203.0.113.7 = range 203.0.113.7 allow source by tcp 443-443 #100 in 0',
      '4: "203.0.113.8,  203.0.113.16/29; 2001:db8::7" = range 203.0.113.8 allow source 80-90 #110 in 0',
      '4: "203.0.113.8,  203.0.113.16/29; 2001:db8::7" = range 203.0.113.16/29 allow source 80-90 #110 in 0',
      '4: "203.0.113.8,  203.0.113.16/29; 2001:db8::7" = range 2001:db8::7 allow source 80-90 #110 in 0',
      '5: 203.0.113.9 = range 203.0.113.9 deny source #120 in 0',
      '6: 203.0.113.10 = range 203.0.113.10 allow source by udp #130 in 0 the rule is for the other direction',
      '9: * = any allow source #6 in 0',
      '10: ApiManagement = tag ApiManagement allow source by tcp 443-443 #7 in 0',
    ]);
    expect(rest).toEqual({
      text,
      format: 'csv',
      lines: text.split('\r\n'),
      groups: [
        {
          kind: 'rows',
          delimiter: ',',
          value: 2,
          kept: [7, 8, 6, 5],
          open: ['Rule name', 'Note', 'Source port', 'Destination', 'Priority'],
        },
      ],
      problems: [
        { line: 7, problem: 'no address in this row' },
        { line: 8, problem: 'not a valid address' },
      ],
      notes: [
        'Line 9 has no priority: a network security group takes no such rule, and when it would decide is not known.',
      ],
    });
  });

  it('lets a new row take over what every rule that allows says of its other side', () => {
    const rules = (destination: string) =>
      [
        'Address\tDestination\tSource ports\tAction\tDirection',
        '203.0.113.7\t10.1.0.0/24\t *\tAllow\tInbound',
        `203.0.113.8\t${destination} \t*\tAllow\tInbound`,
        '203.0.113.9\t10.2.0.0/24\t53\tDeny\tInbound',
        '203.0.113.10\t10.3.0.0/24\t54\tAllow\tEgress',
        '\t10.4.0.0/24\t55\tAllow\tInbound',
      ].join('\n');
    const rows = { kind: 'rows', delimiter: '\t', value: 0 };
    expect(readList(rules('10.1.0.0/24')).groups).toEqual([{ ...rows, kept: [3, 4, 1, 2], open: [] }]);
    expect(readList(rules('10.5.0.0/24')).groups).toEqual([
      { ...rows, kept: [3, 4, 2], open: ['Destination'] },
    ]);
  });
});

describe('a column of addresses', () => {
  it.each([
    ...[
      'IP',
      'IPs',
      'ip_address',
      'IP addresses',
      'Address',
      'Addresses',
      'AddressPrefix',
      'Address prefixes',
    ],
    ...[
      'Prefix',
      'Prefixes',
      'CIDR',
      'CIDRs',
      'IP range',
      'Range',
      'Subnet',
      'Network',
      'Value',
      '"Address"',
    ],
  ])('may be called %s', head =>
    expect(entriesOf(`Owner;${head}\noffice;203.0.113.7`)).toEqual([
      '2: 203.0.113.7 = range 203.0.113.7 allow #0 in 0',
    ]),
  );

  it.each([
    ...['Source', 'Sources', 'Source address', 'Source address prefixes', 'Source IP', 'Source IP ranges'],
    ...['Source prefix', 'Source prefixes', 'Source CIDR', 'Source CIDRs', 'Source range', 'Source network'],
  ])('is the source of a rule where it is called %s', head =>
    expect(entriesOf(`Owner;${head}\noffice;203.0.113.7`)).toEqual([
      '2: 203.0.113.7 = range 203.0.113.7 allow source #0 in 0',
    ]),
  );

  it('may stand under a head that begins as a comment does', () =>
    expect(entriesOf('# Address,Note\n203.0.113.7,office')).toEqual([
      '2: 203.0.113.7 = range 203.0.113.7 allow #0 in 0',
    ]));

  it('may stand alone, and beside another one', () => {
    expect(entriesOf('Address\n203.0.113.7\n\n203.0.113.8\n')).toEqual([
      '2: 203.0.113.7 = range 203.0.113.7 allow #0 in 0',
      '4: 203.0.113.8 = range 203.0.113.8 allow #1 in 0',
    ]);
    expect(entriesOf('Address,Source\n203.0.113.7,203.0.113.8')).toEqual([
      '2: 203.0.113.7 = range 203.0.113.7 allow #0 in 0',
      '2: 203.0.113.8 = range 203.0.113.8 allow source #0 in 0',
    ]);
  });

  it.each([
    ...['Old IP', 'IP count', 'Gateway address', 'Addressing', 'Source of truth', 'Open source', 'Name'],
    ...[
      'Start IP',
      'End IP',
      'Restart IP,End IP',
      'Start IP,Weekend IP',
      'Start IPs,End IP',
      'Start IP,End IPs',
    ],
  ])('is not %s', head =>
    expect(readList(`Owner,${head}\noffice,203.0.113.7,203.0.113.9`).format).toBe('text'),
  );

  it.each([
    'Address,10.20.30.40',
    'address 10.20.30.40,office',
    '# Addresses\n203.0.113.7  # West Europe',
    'IP addresses: \n203.0.113.7  # West Europe',
  ])('is not made of a plain list: %s', text => expect(readList(text).format).toBe('text'));
});

describe('a first and a last address', () => {
  it.each(['Start IP,End IP', 'First address,Last address', 'From IP address,To IP address'])(
    'in the columns %s are one range, which is not copied',
    head => {
      const text = `${head},Source\n 10.0.0.1 , 10.0.0.6,203.0.113.7\n10.0.0.8\n10.0.0.9,10.0.0\n`;
      expect(entriesOf(text)).toEqual([
        '2:  10.0.0.1 , 10.0.0.6 = range 10.0.0.1-10.0.0.6 allow #0 in 0',
        '2: 203.0.113.7 = range 203.0.113.7 allow source #0 in 0',
      ]);
      expect(readList(text).groups).toEqual([{ kind: 'fixed' }]);
      expect(problemsOf(text)).toEqual(['3: no address in this row', '4: not a valid address']);
    },
  );

  it('may stand the other way round', () =>
    expect(entriesOf('End IP;Start IP\n10.0.0.6;10.0.0.1')).toEqual([
      '2: 10.0.0.6;10.0.0.1 = range 10.0.0.1-10.0.0.6 allow #0 in 0',
    ]));
});

describe('what other columns say', () => {
  it.each([
    ...['Access', 'Action', 'Effect', 'Allow/Deny', 'Policy'].map(
      head => [head, 'Deny', 'deny #0 in 0'] as const,
    ),
    ['Direction', 'EGRESS', 'allow #0 in 0 the rule is for the other direction'],
    ['Direction', 'outbound', 'allow #0 in 0 the rule is for the other direction'],
    ['Direction', 'not outbound', 'allow #0 in 0'],
    ['Direction', 'outbound too', 'allow #0 in 0'],
    ['Protocol', 'Icmp', 'allow by icmp #0 in 0'],
    ['Port', '22', 'allow 22-22 #0 in 0'],
    ['Ports', '22', 'allow 22-22 #0 in 0'],
    ['Port range', '80-90', 'allow 80-90 #0 in 0'],
    ['Port ranges', '80-90', 'allow 80-90 #0 in 0'],
    ['Destination port', '22', 'allow 22-22 #0 in 0'],
    ['Destination port ranges', '22', 'allow 22-22 #0 in 0'],
    ['Priority', '17', 'allow #17 in 0'],
    ['Order', '17', 'allow #17 in 0'],
    ['Sequence', '17', 'allow #17 in 0'],
    ['Priority', '17b', 'allow #0 in 0'],
  ] as const)('under %s: %s is %s', (head, cell, expected) =>
    expect(entriesOf(`${head},Address\n${cell},203.0.113.7`)).toEqual([
      `2: 203.0.113.7 = range 203.0.113.7 ${expected}`,
    ]),
  );

  it('is taken from columns of exactly that name', () => {
    const text = [
      'Address,Old action,Action taken,Old direction,Direction of travel,Old protocol,Protocol family,Passport,Ports of call,Old priority,Priority level',
      '203.0.113.7,Deny,Deny,Outbound,Outbound,TCP,TCP,443,443,7,7',
    ].join('\n');
    expect(entriesOf(text)).toEqual(['2: 203.0.113.7 = range 203.0.113.7 allow #0 in 0']);
  });

  it.each([
    ...[
      'Destination',
      'Destinations',
      'Destination address',
      'Destination address prefixes',
      'Destination IP',
    ],
    ...['Destination IP addresses', 'Destination prefix', 'Destination prefixes', 'Destination CIDR'],
    ...['Source port', 'Source ports', 'Source port range', 'Source port ranges'],
  ])('of the other side stands under %s', head =>
    expect(readList(`${head},Address\n*,203.0.113.7`).groups).toMatchObject([{ kept: [0], open: [] }]),
  );

  it.each(['Old destination', 'Destination region', 'Open source port', 'Source port of call'])(
    'of the other side does not stand under %s',
    head =>
      expect(readList(`${head},Address\n*,203.0.113.7`).groups).toMatchObject([{ kept: [], open: [head] }]),
  );
});

it('a long text is read in steps of 500 rows', () => {
  const steps = readListSteps(`Address\n${'203.0.113.7\n'.repeat(1_100)}`);
  let count = 0;
  while (!steps.next().done) count++;
  expect(count).toBe(3);
});
