import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armKey } from '../arm-id.ts';
import { sampleHostName } from '../guidance/samples.ts';
import { visibleText } from '../visible-text.ts';
import { csvCell, toCsv } from './csv.ts';
import { fleetCsvSteps } from './export-csv.ts';
import { type FleetExportSource, fleetJsonSteps } from './export-json.ts';
import { fleetMarkdown } from './export-markdown.ts';
import type { FleetRow } from './fleet-row.ts';
import { readerRequestText } from './reader-request.ts';
import {
  sampleRegion,
  sampleRows,
  sampleService,
  subscriptionA,
  unreadableSample,
} from './testing/sample-fleet.ts';

/** Runs an export to its end. */
function written(steps: Generator<number, string>): string {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('a CSV cell', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['\t=1', "'\t=1"],
    ['\uff1d1', "'\uff1d1"],
    ['\u2013', '\u2013'],
    ['a=b', 'a=b'],
    ['', ''],
    ['\u200b=1', '[U+200B]=1'],
    ['\u202ea\ud83d', '[U+202E]a[U+D83D]'],
  ])('%j is written %j', (text, cell) => expect(csvCell(text)).toBe(cell));

  it('survives a reader of RFC 4180, and never begins with what runs', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' =', '\ufeff='), fc.string())
        .map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 })), rows => {
        const read = readCsv(toCsv(rows));
        expect(read.map(row => row.map(cell => cell.replace(/^'/, '')))).toEqual(
          rows.map(row => row.map(cell => visibleText(cell).replace(/^'/, ''))),
        );
        expect(
          read.flat().filter(cell => /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(cell)),
        ).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** A reader of RFC 4180 of its own, so that writer and reader cannot share a mistake. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 1;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        cell += text[at];
        if (text[at] === '"') at++;
      }
      at++;
    } else {
      for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at++) cell += text[at];
    }
    row.push(cell);
    if (text[at] === ',') at++;
    else {
      rows.push(row);
      row = [];
      at += 2;
    }
  }
  return rows;
}

const regions = [
  sampleRegion({ outboundPublicIPAddresses: ['60.0.0.0/31'] }),
  sampleRegion({ name: 'eastus', publicIPAddresses: ['20.1.1.1'] }),
];
const rows = sampleRows(
  [
    { name: 'a', regions, tags: { 'cost,centre': '=cmd|calc' } },
    { name: 'b', tier: 'BasicV2' },
  ],
  undefined,
  [unreadableSample('odd')],
);

describe('the fleet as CSV', () => {
  const table = (from = rows) => {
    const [head = [], ...lines] = readCsv(written(fleetCsvSteps(from)));
    return lines.map(line => Object.fromEntries(head.map((name, at) => [name, line[at]])));
  };
  const column = (name: string) => table().map(line => line[name]);

  it('begins with a byte order mark', () => expect(written(fleetCsvSteps(rows)).charCodeAt(0)).toBe(0xfeff));
  it('has one line a row and one address a line of its cell', () =>
    expect(column('Public IPs')).toEqual([
      '203.0.113.7\n20.1.1.1',
      'Shared\n203.0.113.7 (reported, not dedicated)',
      '',
    ]));
  it('keeps what could not be read, with its id and the problem', () => {
    expect(column('Status')).toEqual(['Online', 'Online', 'Unreadable: sku: is missing']);
    const { Service, Subscription, Status, Id, ...others } = table().at(-1) ?? {};
    expect([Service, Subscription, Status, Id]).toEqual([
      'odd',
      'Contoso Production',
      'Unreadable: sku: is missing',
      unreadableSample('odd').id,
    ]);
    expect(new Set(Object.values(others))).toEqual(new Set(['']));
  });
  it('has all that is known of a service', () => {
    const id = sampleService({ name: 'full' }).id;
    const full = sampleRows(
      [
        {
          name: 'full',
          tier: 'Premium',
          units: 3,
          vnetMode: 'Internal',
          createdAt: '2024-05-01T00:00:00Z',
          tags: { env: 'prod', team: 'x' },
          hostNames: [sampleHostName('Proxy', 'api.contoso.com')],
          regions: [
            sampleRegion({ privateIPAddresses: ['10.0.0.5'], outboundPublicIPAddresses: ['192.0.2.40/31'] }),
            sampleRegion({ name: 'eastus', platformVersion: null, publicIPAddresses: [] }),
          ],
        },
      ],
      new Map([
        [
          armKey(id),
          { last: { at: '2026-11-16T00:00:00Z', causes: ['unexplained', 'created'] }, unexplained: null },
        ],
      ]),
    );
    expect(table(full)).toEqual([
      {
        Service: 'full',
        'Resource group': 'rg',
        Subscription: 'Contoso Production',
        'Subscription id': subscriptionA,
        'Subscription state': 'Enabled',
        Tier: 'Premium',
        Units: '3',
        'VNet mode': 'Internal',
        'Public IPs': '203.0.113.7',
        'Private VIPs': '10.0.0.5',
        'Outbound IPs': '192.0.2.40/31',
        Regions: 'westeurope\neastus',
        Status: 'Online',
        'Provisioning state': 'Succeeded',
        'Gateway host name': 'api.contoso.com',
        'Platform version': 'stv2\n',
        Created: '2024-05-01T00:00:00Z',
        'Last change': '2026-11-16T00:00:00Z',
        Cause: 'Unexplained\nCreated',
        Tags: 'env=prod\nteam=x',
        Id: id,
      },
    ]);
  });
  it('says why there is no address, and nothing where there can be none', () => {
    const [line] = table(sampleRows([{ regions: [sampleRegion({ publicIPAddresses: [] })] }]));
    expect([line?.['Public IPs'], line?.['Private VIPs'], line?.['Outbound IPs']]).toEqual([
      'Not reported',
      '',
      'Not reported',
    ]);
  });
  it('keeps tags as text', () => expect(column('Tags')[0]).toBe('cost,centre==cmd|calc'));
});

describe('a service of which Azure reports little', () => {
  it('has empty cells, and not the words of a program', () => {
    const bare = sampleRows([
      { name: 'bare', units: null, createdAt: null, regions: [sampleRegion({ platformVersion: null })] },
    ]).map(row => (row.kind === 'service' ? { ...row, subscriptionState: null } : row));
    const text = written(fleetCsvSteps(bare));
    expect(text).not.toMatch(/null|undefined|NaN/);
    expect(text.split('\r\n')[1]).toBe(
      `bare,rg,Contoso Production,${subscriptionA},,Premium,,None,203.0.113.7,,Not reported,westeurope,Online,Succeeded,,,,,,,${sampleService({ name: 'bare' }).id}`,
    );
  });

  it('is one service in Markdown', () =>
    expect(
      fleetMarkdown(sampleRows([{ name: 'only' }]), { columns: [], link: 'https://apim.example/', asOf: 0 }),
    ).toMatch(/^\[1 service\]/));
});

describe('the fleet as JSON', () => {
  const from = { cloud: 'AzureCloud', tenant: 't', source: 'arm', asOf: 0, generatedAt: 1_000 } as const;
  const read = (some = rows): unknown => JSON.parse(written(fleetJsonSteps(some, from)));
  it('says its version, its time and its source', () =>
    expect(read()).toMatchObject({
      schemaVersion: 1,
      generatedAt: '1970-01-01T00:00:01.000Z',
      asOf: '1970-01-01T00:00:00.000Z',
      source: 'arm',
    }));
  it('keeps the order, and says which addresses are the service’s own', () =>
    expect(read()).toMatchObject({
      services: [
        { name: 'a', addresses: 'dedicated', subscriptionName: 'Contoso Production' },
        { name: 'b', addresses: 'shared' },
      ],
      unreadable: [unreadableSample('odd')],
    }));
  it('has the last change of a service, and null where none is recorded', () => {
    const last = { at: '2026-11-16T00:00:00Z', causes: ['created'] };
    const changed = new Map([[armKey(sampleService({ name: 'a' }).id), { last, unexplained: null }]]);
    expect(read(sampleRows([{ name: 'a' }, { name: 'b' }], changed))).toMatchObject({
      services: [{ lastChange: last }, { lastChange: null }],
      unreadable: [],
    });
  });
});

describe('a long export', () => {
  const many: readonly FleetRow[] = sampleRows(Array.from({ length: 250 }, (_, at) => ({ name: `s${at}` })));
  const from: FleetExportSource = {
    cloud: 'AzureCloud',
    tenant: 't',
    source: 'arm',
    asOf: 0,
    generatedAt: 0,
  };

  it.each([
    ['CSV', () => fleetCsvSteps(many)],
    ['JSON', () => fleetJsonSteps(many, from)],
  ])('as %s tells how far it is, a hundred rows at a time', (_, steps) =>
    expect([...steps()]).toEqual([100, 200, 250]),
  );

  it('loses no row on the way', () => {
    const [, ...lines] = readCsv(written(fleetCsvSteps(many)));
    expect(lines.map(([name]) => name)).toEqual(many.map(({ name }) => name));
    const read = JSON.parse(written(fleetJsonSteps(many, from)));
    expect(read.services.map((service: { name: string }) => service.name)).toEqual(
      many.map(({ name }) => name),
    );
  });

  it('hides nothing: a character that cannot be seen is escaped in JSON, and written as its number elsewhere', () => {
    const id = '/subscriptions/s/resourceGroups/a\u202eb\ud83d';
    const hidden = sampleRows([{ id, tags: { 'k\u200b': '@v' } }]);
    const asJson = written(fleetJsonSteps(hidden, from));
    expect(asJson).toContain('a\\u202eb\\ud83d');
    expect(asJson).toContain('"k\\u200b": "@v"');
    expect(JSON.parse(asJson)).toMatchObject({ services: [{ id }] });
    const asCsv = written(fleetCsvSteps(hidden));
    expect(asCsv).toContain('/a[U+202E]b[U+D83D]');
    expect(asCsv).toContain('k[U+200B]=@v');
  });

  it('is the same text as JSON written at once', () => {
    const text = written(fleetJsonSteps(rows, from));
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`);
    const empty = written(fleetJsonSteps([], from));
    expect(empty).toBe(`${JSON.stringify(JSON.parse(empty), null, 2)}\n`);
  });
});

describe('the fleet as Markdown', () => {
  it('has the columns of the screen, each row on one line, and the link to the view', () => {
    const text = fleetMarkdown(rows, {
      columns: ['tier', 'public', 'tag:cost,centre'],
      link: 'https://ip.example/?tenant=t&q=(a)',
      asOf: 0,
    });
    expect(text.split('\n')).toEqual([
      '[3 services](https://ip.example/?tenant=t&q=%28a%29), as of 1970-01-01T00:00:00.000Z',
      '',
      '| Service | Subscription | Tier, units | Public IPs | cost,centre |',
      '| --- | --- | --- | --- | --- |',
      expect.stringMatching(
        /^\| a \| Contoso Production \| .* \| 203\.0\.113\.7, 20\.1\.1\.1 \| =cmd\\\|calc \|$/,
      ),
      expect.stringMatching(/^\| b \| .* \| Shared \| {2}\|$/),
      expect.stringMatching(/^\| odd \| .* \| unreadable: sku: is missing \| {2}\| {2}\|$/),
      '',
    ]);
  });
});

describe('the request for a role', () => {
  const request = { account: 'reader@contoso.example', tenant: 'Contoso (t)', cloud: 'Azure public cloud' };
  it('names at most 20 subscriptions', () => {
    const subscriptions = Array.from({ length: 25 }, (_, index) => ({ id: `${index}`, name: `s${index}` }));
    expect(readerRequestText({ ...request, subscriptions })).toContain('- s19 (19)\n- and 5 more\n');
    expect(readerRequestText({ ...request, subscriptions: subscriptions.slice(0, 20) })).toContain(
      '- s19 (19)\n\n',
    );
  });
  it('names the account, where it is, what it sees and the command that does it', () =>
    expect(readerRequestText({ ...request, subscriptions: [{ id: '1', name: 'one' }] }).split('\n')).toEqual([
      'Please give me the Reader role on the API Management services that I look after.',
      '',
      'Account: reader@contoso.example',
      'Tenant: Contoso (t)',
      'Cloud: Azure public cloud',
      'Subscriptions that I can see now:',
      '- one (1)',
      '',
      'Reader on the service, on its resource group or on the subscription is enough. For a subscription:',
      'az role assignment create --assignee reader@contoso.example --role Reader --scope /subscriptions/SUBSCRIPTION_ID',
      '',
    ]));
  it('says where none is seen', () =>
    expect(readerRequestText({ ...request, subscriptions: [] })).toContain('I see no subscription at all'));
});
