import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleText } from '../visible-text.ts';
import { compact } from './compact.ts';
import { observedChanges } from './derive.ts';
import { absentFacts } from './facts.ts';
import { fileLimits } from './file.ts';
import { type HistoryResult, readHistory, readHistoryFile } from './file-read.ts';
import { changeLine, headLine, observationLine } from './file-write.ts';
import { type History, mergeHistories } from './history.ts';
import { timelineOf } from './merge.ts';
import {
  change,
  facts,
  minute,
  observation,
  operation,
  publicIpB,
  regionFacts,
  service,
} from './test-data.ts';

const head = {
  exportedAt: '2026-11-22T10:00:00Z',
  cloud: 'AzureCloud',
  tenant: '6babcaad-604b-40ac-a9d7-9fd97c0b779f',
};
const a = facts();
const b = facts({}, { publicIPAddresses: ['203.0.113.9'], publicIpAddressId: publicIpB });

const history: History = mergeHistories({
  observations: [observation(0, 10, a), observation(20, 30, b), observation(40, 50, absentFacts)],
  changes: [
    change(25, {
      differences: [{ region: 'westeurope', field: 'zones', before: null, after: ['1', '2'] }],
      causes: ['zones-changed'],
      changedBy: 'admin@contoso.example',
      changedByType: 'User',
      correlationId: 'x',
    }),
    operation(22, 26, { status: 'failed' }),
  ],
});

function lines(what: History = history, names = true): string[] {
  const changes = [...observedChanges(what.observations), ...what.changes];
  return [
    headLine(head),
    ...what.observations.map(observationLine),
    ...changes.map(one => changeLine(one, { names })),
  ];
}

function read(text: string | readonly (string | Uint8Array)[]): Promise<HistoryResult> {
  return readHistory(typeof text === 'string' ? [text] : text, head);
}

async function refusal(text: string | readonly (string | Uint8Array)[]) {
  const result = await read(text);
  return result.ok ? undefined : `${result.line}: ${result.reason}`;
}

const headText = `${JSON.stringify({ format: 'apim-ip-history', version: 1, ...head })}\n`;
const observationText = `${JSON.stringify({ type: 'observation', ...observation(0, 10, a) })}\n`;

function broken(changes: object): string {
  return `${headText}${observationText}${JSON.stringify({ type: 'observation', ...observation(0, 10, a), ...changes })}\n`;
}

describe('a history file', () => {
  it('has the lines of the contract', () => {
    const written = lines({ observations: [observation(0, 10, a)], changes: [] });
    expect(written.join('')).toBe(
      `{"format":"apim-ip-history","version":1,"exportedAt":"2026-11-22T10:00:00Z","cloud":"AzureCloud","tenant":"${head.tenant}"}\n` +
        `{"type":"observation","service":"${service}","at":"2026-01-01T00:00:00Z","until":"2026-01-01T00:10:00Z","source":"arm","facts":${JSON.stringify(a)}}\n`,
    );
  });

  it('holds observed changes for people and scripts', () => {
    const change = lines()
      .map(line => JSON.parse(line))
      .find(one => one.source === 'observed');
    expect(change).toMatchObject({
      type: 'change',
      service,
      at: minute(20),
      notBefore: minute(10),
      causes: ['public-ip-resource-changed'],
      truncated: false,
    });
  });

  it('leaves out the names of people unless asked', () => {
    expect(lines(history, true).join('')).toContain('admin@contoso.example');
    expect(lines(history, false).join('')).not.toContain('contoso.example');
  });

  it('gives back what was written', async () => {
    const result = await read(lines().join(''));
    expect(result).toMatchObject({ ok: true, head, lines: lines().length });
    expect(result.ok && mergeHistories(result.history)).toEqual(history);
  });

  it('gives back the same timeline and changes nothing when it is read twice', async () => {
    const result = await read(lines().join(''));
    const twice = result.ok ? mergeHistories(history, result.history, result.history) : undefined;
    expect(twice).toEqual(history);
    expect(twice && timelineOf(twice)).toEqual(timelineOf(history));
  });

  it('derives observed changes anew instead of believing them', async () => {
    const forged = lines().map(line => line.replace('203.0.113.9', '203.0.113.99'));
    const observed = forged.filter(line => line.includes('"observed"'));
    const result = await read([headText, observationText, ...observed]);
    expect(result.ok && result.history.changes).toEqual([]);
  });

  it.each([1, 7, 64, 4096])('is the same in pieces of %i bytes', async size => {
    const bytes = new TextEncoder().encode(lines().join('').replace('rg-apim', 'rg-äpim'));
    const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.slice(index * size, (index + 1) * size),
    );
    const result = await read(pieces);
    expect(result).toMatchObject({ ok: true, lines: lines().length });
  });

  it.each([
    ['without a last line break', headText + observationText.trimEnd()],
    [
      'with a byte order mark and Windows line ends',
      `\uFEFF${headText}${observationText}`.replaceAll('\n', '\r\n'),
    ],
    ['with keys that are not known', headText + observationText.replace('{', '{"later":1,')],
    ['with empty lines at the end', `${headText}${observationText}\n\n`],
  ])('is read %s', async (_, text) => {
    const result = await read(text);
    expect(result.ok && result.history.observations).toHaveLength(1);
  });

  it('with a head alone is an empty history', async () => {
    expect(await read(headText)).toMatchObject({ ok: true, history: { observations: [], changes: [] } });
  });

  it('brings lists, times and empty lists to one form', async () => {
    const odd = facts({}, { publicIPAddresses: ['b', 'a', 'b'], zones: [] });
    const result = await read(broken({ at: '2026-01-01T01:00:00.500+01:00', facts: odd }));
    expect(result.ok && result.history.observations[1]).toMatchObject({
      at: '2026-01-01T00:00:00.500Z',
      facts: { regions: { westeurope: { publicIPAddresses: ['a', 'b'], zones: null } } },
    });
  });

  it('shows what somebody hid in its texts', async () => {
    const hidden = observation(0, 1, facts({ tier: 'Pre\u202emium' }, { zones: ['1\u200b'] }));
    const result = await read(lines(mergeHistories({ observations: [hidden], changes: [] })).join(''));
    expect(JSON.stringify(result)).toContain('"tier":"Pre[U+202E]mium"');
    expect(JSON.stringify(result)).toContain('"zones":["1[U+200B]"]');
  });

  it('of a random history gives it back', async () => {
    const times = fc.integer({ min: 0, max: 500 });
    // As the border hands them over: nothing in them is hidden.
    const texts = fc.string({ unit: 'binary', maxLength: 20 }).map(visibleText);
    const anyFacts = fc
      .record({
        tier: texts,
        vnetMode: fc.option(texts),
        zones: fc.option(fc.array(texts)),
        region: fc.constantFrom('westeurope', 'tostring', 'eastus2'),
      })
      .map(({ tier, vnetMode, zones, region }) =>
        facts({
          tier,
          vnetMode,
          regions: {
            [region]: regionFacts({ zones: zones && zones.length > 0 ? [...new Set(zones)].sort() : null }),
          },
        }),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(times, times, anyFacts)), async parts => {
        const whole = mergeHistories({
          observations: parts.map(([from, long, what]) => observation(from, from + long, what)),
          changes: [],
        });
        const result = await read(lines(whole).join(''));
        const kept = result.ok ? mergeHistories(result.history) : undefined;
        expect(kept).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a file that is refused', () => {
  it.each<[string, string, string]>([
    ['empty', '', '1: the file is empty'],
    ['no JSON', 'hello\n', '1: is not JSON'],
    [
      'of another format',
      '{"format":"something"}\n',
      '1: not a history file: format: must be apim-ip-history',
    ],
    [
      'of a later version',
      headText.replace('"version":1', '"version":2'),
      '1: apim-ip-history version 2 is not known here; this program reads 1',
    ],
    [
      'of another cloud',
      headText.replace('AzureCloud', 'AzureChinaCloud'),
      '1: recorded in the cloud AzureChinaCloud, not in AzureCloud',
    ],
    [
      'of another tenant',
      headText.replace('6babcaad', '00000000'),
      `1: recorded in the tenant ${head.tenant.replace('6babcaad', '00000000')}, not in ${head.tenant}`,
    ],
    ['cut off', headText + observationText.slice(0, -20), '2: is not JSON'],
    ['with a hole', `${headText}\n${observationText}`, '2: is empty'],
    ['with two heads', headText + headText, '2: type: is missing'],
    [
      'with an unknown record',
      `${headText}{"type":"secret"}\n`,
      '2: type: must be a record of type observation or change',
    ],
    ['with a list for a line', `${headText}[1]\n`, '2: type: is missing'],
    ['with a missing time', broken({ at: undefined }), '3: at: is missing'],
    [
      'with a time that is none',
      broken({ at: 'yesterday' }),
      '3: at: must be an ISO time with a zone, between 2010 and 2100',
    ],
    [
      'with a time of the year 9999',
      broken({ until: '9999-01-01T00:00:00Z' }),
      '3: until: must be an ISO time with a zone, between 2010 and 2100',
    ],
    ['that ends before it begins', broken({ until: minute(-1) }), '3: until lies before at'],
    [
      'of another resource',
      broken({ service: '/subscriptions/1/resourceGroups/2/providers/Microsoft.Web/sites/3' }),
      '3: service: must be the ARM id of an API Management service',
    ],
    ['of an unknown source', broken({ source: 'rumour' }), '3: source: must be arm or resource-graph'],
    [
      'with a number for an address',
      broken({ facts: { regions: { westeurope: { publicIPAddresses: [7] } } } }),
      '3: facts.regions.westeurope.publicIPAddresses.0: must be a list of texts',
    ],
    [
      'with a region like a path',
      broken({ facts: { regions: { '../x': {} } } }),
      '3: facts.regions.../x: must be the short form of a region',
    ],
    [
      'with a long text',
      broken({ facts: { tier: 'x'.repeat(3000) } }),
      `3: facts.tier: is longer than ${fileLimits.text} characters`,
    ],
    [
      'with a long list',
      broken({ facts: { regions: { westeurope: { zones: Array(600).fill('1') } } } }),
      `3: facts.regions.westeurope.zones: holds more than ${fileLimits.list} entries`,
    ],
  ])('is %s, and says where', async (_, text, expected) => {
    const told = await refusal(text);
    expect(told?.replace('must be text', 'must be a list of texts')).toBe(expected);
  });

  it('is one with a change that makes no sense', async () => {
    const bad = (more: object) => `${headText}${JSON.stringify({ type: 'change', ...change(5), ...more })}\n`;
    expect(await refusal(bad({ causes: ['because'] }))).toBe('2: causes.0: is not a cause code');
    expect(await refusal(bad({ notBefore: minute(6) }))).toBe('2: at lies before notBefore');
    expect(await refusal(bad({ differences: [{ field: 'colour' }] }))).toBe(
      '2: differences.0.field: is not the name of a fact',
    );
    expect(await refusal(bad({}))).toBeUndefined();
  });

  it('is one with bytes that are no text', async () => {
    const bytes = new TextEncoder().encode(headText);
    expect(await refusal([bytes, new Uint8Array([0x7b, 0xff, 0xfe])])).toBe('2: is not UTF-8 text');
  });

  it('is one with an endless line, before it is read to its end', async () => {
    let pieces = 0;
    function* endless() {
      yield headText;
      for (;;) {
        pieces += 1;
        yield 'x'.repeat(100_000);
      }
    }
    expect(await readHistory(endless(), head)).toMatchObject({ ok: false, line: 2 });
    expect(pieces).toBeLessThan(15);
  });

  it('is one that is larger than allowed', async () => {
    const text = headText + observationText;
    expect((await readHistory([text], head, text.length)).ok).toBe(true);
    expect(await readHistory([text], head, text.length - 1)).toEqual({
      ok: false,
      line: 1,
      reason: `the file has more than ${text.length - 1} characters`,
    });
  });

  it('is one that nests without end', async () => {
    const nested = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(await refusal(`${headText}{"type":"observation","facts":${nested}}\n`)).toMatch(/^2: /);
  });

  it.each(['__proto__', 'constructor', 'toString'])('is one that names a region %s', async name => {
    const text = headText + observationText.replace('"westeurope"', `"${name}"`);
    expect(await refusal(text)).toBe('2: facts.regions: must be an object by region');
    expect(Object.hasOwn(Object.prototype, 'publicIPAddresses')).toBe(false);
  });

  it('never throws, whatever is in it, and never gives half of it back', async () => {
    const whole = lines().join('');
    const damage = fc.record({
      at: fc.nat(whole.length - 1),
      remove: fc.nat(40),
      put: fc.string({ maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ at, remove, put }) => {
        const result = await read(whole.slice(0, at) + put + whole.slice(at + remove));
        if (result.ok) expect(result.history.observations.length).toBeLessThanOrEqual(4);
        else expect(result.line).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('readHistoryFile', () => {
  it('hands over records as they come, and waits for whoever uses them', async () => {
    const batches: number[] = [];
    const result = await readHistoryFile(
      [headText, observationText, observationText + observationText],
      head,
      async records => {
        await Promise.resolve();
        batches.push(records.length);
      },
    );
    expect(result).toMatchObject({ ok: true, lines: 4 });
    expect(batches).toEqual([1, 2]);
  });
});

describe('compact', () => {
  it('keeps the timeline of a random history, in fewer records', () => {
    const times = fc.integer({ min: 0, max: 300 });
    const parts = fc.array(
      fc.tuple(times, times, fc.constantFrom(a, b, absentFacts, facts({ tier: 'Developer' }))),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(parts, all => {
        const whole = mergeHistories({
          observations: all.map(([from, long, what]) => observation(from, from + long, what)),
          changes: history.changes,
        });
        const small = compact(whole);
        expect(small.observations.length).toBeLessThanOrEqual(whole.observations.length);
        expect(timelineOf(small)).toEqual(timelineOf(whole));
        expect(compact(small)).toEqual(small);
      }),
      { numRuns: 500 },
    );
  });

  it('makes one of what two recorders saw alike, and leaves gaps', () => {
    const observations = [observation(0, 10, a), observation(5, 20, a), observation(30, 40, a)];
    expect(compact({ observations, changes: [] }).observations).toEqual([
      observation(0, 20, a),
      observation(30, 40, a),
    ]);
  });

  it('drops what is older than asked, except what was last known then', () => {
    const observations = [observation(0, 10, a), observation(20, 30, b), observation(40, 50, a)];
    const old = compact({ observations, changes: [change(5), change(45)] }, { keepSince: minute(35) });
    expect(old).toEqual({
      observations: [observation(20, 30, b), observation(40, 50, a)],
      changes: [change(45)],
    });
  });
});

describe('whoever reads a file piece by piece', () => {
  it('gets an error of its own back, and not as a fault of the file', async () => {
    const full = new Error('the disk is full');
    await expect(
      readHistoryFile([lines().join('')], head, () => {
        throw full;
      }),
    ).rejects.toBe(full);
  });
});
