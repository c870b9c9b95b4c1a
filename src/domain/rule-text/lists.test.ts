import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { guide } from '../guidance/sample-answers.ts';
import { sampleNetwork, sampleRegion } from '../guidance/samples.ts';
import { bareAddresses } from './address-list.ts';
import { evil, hostile, inNetwork, onPublicIp, onShared, textOf, writtenBy } from './sample-rules.ts';

const services = [inNetwork, onShared, onPublicIp];
const values = (text: string) => text.split('\n').filter(line => line !== '' && !line.startsWith('#'));

describe('plain text', () => {
  it('lists every value once under its purpose', () => {
    const text = writtenBy('plain', [...services, ...services]);
    expect(text.slice(text.indexOf('# Clients to the service\n'))).toBe(`# Clients to the service
10.0.0.5/32
10.1.0.5/32
203.0.113.7/32
events.azure-api.net
# Service to internet back ends
13.69.0.0/17
198.51.100.4/31
203.0.113.7/32
203.0.113.9/32
2603:1020:200::/46
# Service to private back ends
10.0.0.0/27
10.1.0.0/27
fd00:1::/64
# DNS records inside the network
contoso.scm.azure-api.net. IN A 10.0.0.5
`);
  });

  it('has bare addresses without /32, and a /31 as two', () => {
    expect(values(writtenBy('plain', [onPublicIp], ['internet-back-ends'], { bareAddresses: true }))).toEqual(
      ['198.51.100.4', '198.51.100.5', '203.0.113.7'],
    );
  });

  it.each([
    ['ipv4', ['13.69.0.0/17']],
    ['ipv6', ['2603:1020:200::/46']],
  ] as const)('takes %s alone where asked', (family, expected) => {
    expect(values(writtenBy('plain', [onShared], ['internet-back-ends'], { family }))).toEqual(expected);
  });

  it('repeats what to doubt and what is not known as comments', () => {
    const routed = guide(
      { vnetMode: 'External', regions: [sampleRegion({ subnetId: '/subnets/a' })] },
      undefined,
      {
        subscriptionState: 'Warned',
      },
    );
    const comments = writtenBy('plain', [routed], ['clients', 'private-back-ends'])
      .split('\n')
      .filter(line => line.startsWith('# '));
    expect(comments).toContainEqual(expect.stringContaining('WARNING: The subscription is Warned.'));
    expect(comments).toContainEqual(
      expect.stringContaining('NOT KNOWN Service to private back ends West Europe: Subnet a was not read.'),
    );
  });

  it('says why there is nothing to write', () => {
    expect(textOf('plain', { services: [guide({ tier: 'Isolated' })] })).toMatchObject({
      kind: 'cannot',
      reason: expect.stringContaining('Microsoft documents no addresses'),
    });
    const unread = guide({ tier: 'Consumption' });
    expect(textOf('plain', { services: [unread], purposes: ['internet-back-ends'] })).toMatchObject({
      kind: 'cannot',
      reason: expect.stringContaining('the ranges behind it are not known here'),
    });
    expect(textOf('plain', { services: [onPublicIp], family: 'ipv6' }).kind).toBe('cannot');
  });

  it('has no line that a hostile name has made', () => {
    const plain = writtenBy('plain', services.map(hostile));
    expect(values(plain)).toEqual(values(writtenBy('plain', services)));
  });
});

describe('bareAddresses', () => {
  it.each([
    ['203.0.113.7/32', ['203.0.113.7']],
    ['203.0.113.254/31', ['203.0.113.254', '203.0.113.255']],
    ['203.0.113.0/30', ['203.0.113.0/30']],
    ['2001:db8::/127', ['2001:db8::', '2001:db8::1']],
    ['2001:db8::fffe/127', ['2001:db8::fffe', '2001:db8::ffff']],
    ['fd00::/64', ['fd00::/64']],
  ])('of %s are %j', (cidr, expected) => expect(bareAddresses(cidr)).toEqual(expected));

  it('of any range of two are the two', () => {
    fc.assert(
      fc.property(fc.ipV6(), address => {
        const even = ipaddr.IPv6.networkAddressFromCIDR(`${address}/127`).toString();
        const odd = ipaddr.IPv6.broadcastAddressFromCIDR(`${address}/127`).toString();
        const read = bareAddresses(`${even}/127`).map(text => ipaddr.parse(text).toString());
        expect(read).toEqual([even, odd]);
      }),
      { numRuns: 2000 },
    );
  });
});

/** RFC 4180 to the letter; anything else throws. */
function parseCsv(text: string): readonly (readonly string[])[] {
  if (!text.endsWith('\r\n')) throw new Error('the last line is not closed');
  return text
    .slice(0, -2)
    .split('\r\n')
    .map(line => {
      const cells: string[] = [];
      const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|$)/gy;
      let match = pattern.exec(line);
      while (match) {
        cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
        if (match[3] === '') break;
        match = pattern.exec(line);
      }
      if (!match || pattern.lastIndex !== line.length) throw new Error(`not CSV: ${line}`);
      return cells;
    });
}

describe('CSV', () => {
  const rowsOf = (text: string) => {
    const [head = [], ...rows] = parseCsv(text);
    for (const row of rows) expect(row.length).toBe(head.length);
    return rows.map(row => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
  };

  it('has a row for each value, and one for each warning and unknown', () => {
    const rows = rowsOf(writtenBy('csv', [inNetwork], ['private-back-ends', 'clients', 'dns']));
    expect(
      rows
        .filter(({ record }) => record === 'rule')
        .map(({ purpose, value, regions, dns_name }) => [purpose, value, regions, dns_name]),
    ).toEqual([
      ['clients', '10.0.0.5/32', 'westeurope', ''],
      ['clients', '10.1.0.5/32', 'northeurope', ''],
      ['private-back-ends', '10.0.0.0/27', 'westeurope', ''],
      ['private-back-ends', '10.1.0.0/27', 'northeurope', ''],
      ['private-back-ends', 'fd00:1::/64', 'northeurope', ''],
      ['dns', '10.0.0.5/32', 'westeurope', 'contoso.scm.azure-api.net'],
    ]);
    expect(rows.filter(({ record }) => record === 'warning').length).toBe(inNetwork.warnings.length - 1);
    expect(rows.every(({ record, value }) => (record === 'rule') === (value !== ''))).toBe(true);
  });

  it('merges equal values of several services into one row that names them', () => {
    const other = { ...inNetwork, id: `${inNetwork.id}-2`, name: 'second' };
    const rows = rowsOf(writtenBy('csv', [inNetwork, other], ['private-back-ends']));
    expect(rows.filter(({ record }) => record === 'rule').map(row => row['services'])).toEqual([
      'contoso second',
      'contoso second',
      'contoso second',
    ]);
  });

  it('names the tag behind a range', () => {
    const rows = rowsOf(writtenBy('csv', [onShared], ['internet-back-ends']));
    expect(rows[0]).toMatchObject({
      value: '13.69.0.0/17',
      service_tag: 'AzureCloud.westeurope',
      stability: 'shared',
    });
  });

  it('has no cell that a spreadsheet would run, whatever the names', () => {
    const text = writtenBy('csv', services.map(hostile));
    for (const row of parseCsv(text))
      for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@\t\r＝＋－＠]/);
    expect(rowsOf(text).filter(({ record }) => record === 'rule').length).toBe(
      rowsOf(writtenBy('csv', services)).filter(({ record }) => record === 'rule').length,
    );
  });
});

const entry = v.strictObject({
  purpose: v.picklist([
    'clients',
    'internet-back-ends',
    'private-back-ends',
    'management',
    'load-balancer',
    'traffic-manager',
    'dns',
  ]),
  enforceAt: v.picklist(['client-firewall', 'service-subnet-nsg', 'back-end-firewall', 'dns-zone']),
  valueIs: v.picklist(['source', 'destination', 'record']),
  kind: v.picklist(['cidr', 'serviceTag', 'hostName']),
  value: v.string(),
  region: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9]+$/))),
  protocol: v.literal('Tcp'),
  ports: v.array(v.number()),
  required: v.boolean(),
  stability: v.picklist(['static', 'shared', 'dynamic']),
  from: v.string(),
  reason: v.string(),
  docs: v.pipe(v.string(), v.startsWith('https://learn.microsoft.com/')),
  name: v.optional(v.string()),
  prefixes: v.optional(v.array(v.string())),
  changeNumber: v.optional(v.string()),
});
const notice = { code: v.string(), region: v.optional(v.string()), text: v.string() };
const document = v.strictObject({
  schemaVersion: v.literal(1),
  generatedAt: v.pipe(v.string(), v.isoTimestamp()),
  services: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      tier: v.string(),
      vnetMode: v.string(),
      subscriptionState: v.nullable(v.string()),
      asOf: v.string(),
      entries: v.array(entry),
      warnings: v.array(v.strictObject(notice)),
      unknown: v.array(v.strictObject({ ...notice, purpose: entry.entries.purpose })),
    }),
  ),
});

describe('JSON', () => {
  it('is the contract, with nothing more and nothing less', () => {
    const unread = guide(
      { vnetMode: 'External', regions: [sampleRegion({ subnetId: '/subnets/a' })] },
      sampleNetwork({}),
    );
    const read = v.parse(document, JSON.parse(writtenBy('json', [...services, unread])));
    expect(read.services.length).toBe(3);
    expect(read.services.flatMap(service => service.unknown).length).toBeGreaterThan(0);
  });

  it('keeps the asked purposes alone, with the doubts that bear on them', () => {
    const {
      services: [service],
    } = v.parse(document, JSON.parse(writtenBy('json', [inNetwork], ['private-back-ends'])));
    expect(new Set(service?.entries.map(({ purpose }) => purpose))).toEqual(new Set(['private-back-ends']));
    expect(service?.warnings.map(({ code }) => code)).toEqual(['bgp-default-route-not-visible']);
  });

  it('gives hostile text back as it was', () => {
    const read = v.parse(document, JSON.parse(writtenBy('json', [hostile(onPublicIp)])));
    expect(read.services[0]?.name).toBe(evil);
  });
});
