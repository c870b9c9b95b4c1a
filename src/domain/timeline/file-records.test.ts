import { describe, expect, it } from 'vitest';
import { fileLimits } from './file.ts';
import { readHistory, readHistoryFile, recordOfLine } from './file-read.ts';
import { changeLine, observationLine } from './file-write.ts';
import { change, minute, observation, operation, regionFacts, service } from './test-data.ts';

const head = { exportedAt: '2026-11-22T10:00:00Z', cloud: 'AzureCloud', tenant: 'contoso' };
const headText = `${JSON.stringify({ format: 'apim-ip-history', version: 1, ...head })}\n`;

async function refusal(record: object): Promise<string | undefined> {
  const result = await readHistory([`${headText}${JSON.stringify(record)}\n`], head);
  return result.ok ? undefined : `${result.line}: ${result.reason}`;
}

const seen = (more: object) => ({ type: 'observation', ...observation(0, 10), ...more });
const withFacts = (more: object) => seen({ facts: more });
const inRegion = (more: object) => withFacts({ regions: { westeurope: more } });
const changed = (more: object) => ({ type: 'change', ...change(5), ...more });
const differing = (more: object) => changed({ differences: [{ field: 'zones', ...more }] });

describe('a line of a history file', () => {
  it('of an operation has every word that is known of it, and leaves out what is not', () => {
    const line = changeLine(operation(22, 26, { changedByType: 'User', truncated: true }), { names: true });
    expect(line).toBe(
      `{"type":"change","id":"operation-22-26","service":"${service}","at":"2026-01-01T00:26:00Z",` +
        '"notBefore":"2026-01-01T00:22:00Z","source":"activity-log","causes":[],"differences":[],' +
        '"correlationId":"correlation-22-26","changedBy":"admin@contoso.example","changedByType":"User",' +
        '"operation":"Microsoft.ApiManagement/service/write","status":"succeeded","truncated":true}\n',
    );
  });

  it('of a change of which little is known is short', () => {
    expect(changeLine(change(5), { names: true })).toBe(
      `{"type":"change","id":"change-5","service":"${service}","at":"2026-01-01T00:05:00Z",` +
        '"source":"change-history","causes":[],"differences":[],"truncated":false}\n',
    );
  });

  it('is read again alone as the record that it was', () => {
    const seenOnce = observation(0, 10);
    const known = operation(22, 26, { changedByType: 'User' });
    expect(recordOfLine(observationLine(seenOnce))).toEqual({ type: 'observation', observation: seenOnce });
    expect(recordOfLine(changeLine(known, { names: true }))).toEqual({ type: 'change', change: known });
    expect(recordOfLine(changeLine(change(5), { names: true }))).toEqual({
      type: 'change',
      change: change(5),
    });
  });

  it.each(['', '{"type":"observation"', '{"type":"observation"}', 'null'])('is none when it is %j', text =>
    expect(recordOfLine(text)).toBeUndefined(),
  );
});

describe('what a file is refused for, by field', () => {
  it.each<[string, object]>([
    ['service: must not be empty', seen({ service: '' })],
    ['service: must be the ARM id of an API Management service', seen({ service: ` ${service}` })],
    ['service: must be text', seen({ service: 7 })],
    ['at: must be an ISO time with a zone, between 2010 and 2100', seen({ at: '2009-12-31T23:59:59Z' })],
    [
      'until: must be an ISO time with a zone, between 2010 and 2100',
      seen({ until: '2100-01-01T00:00:00Z' }),
    ],
    ['facts.tier: must be text', withFacts({ tier: 7 })],
    ['facts.regions: must be an object by region', withFacts({ regions: null })],
    ['facts.regions: must be an object by region', withFacts({ regions: [] })],
    ['facts.regions: must be an object by region', withFacts({ regions: 'westeurope' })],
    [
      `facts.regions.${'x'.repeat(186)}: must be the short form of a region`,
      withFacts({ regions: { ['x'.repeat(300)]: {} } }),
    ],
    ['facts.regions.westeurope.primary: must be true or false', inRegion({ primary: 'yes' })],
    ['facts.regions.westeurope.zones: must be a list of texts', inRegion({ zones: '1' })],
    ['id: must not be empty', changed({ id: '' })],
    ['source: must be observed, change-history or activity-log', changed({ source: 'rumour' })],
    ['status: must be started, succeeded or failed', changed({ status: 'done' })],
    ['differences: must be a list', changed({ differences: 'none' })],
    ['truncated: must be true or false', changed({ truncated: 'no' })],
    ['differences.0.region: must be the short form of a region', differing({ region: '../x' })],
    ['differences.0.before: must be text, true, false, null or a list of texts', differing({ before: 7 })],
  ])('%s', async (reason, record) => expect(await refusal(record)).toBe(`2: ${reason}`));

  it.each<[unknown]>([[7], ['text'], [null], [true]])('a line that holds only %j', async value => {
    const result = await readHistory([`${headText}${JSON.stringify(value)}\n`], head);
    expect(result).toEqual({
      ok: false,
      line: 2,
      reason: 'must be a record of type observation or change',
    });
  });

  it.each<[string, object, string]>([
    ['without a format', {}, 'format: is missing'],
    [
      'with a version that is no number',
      { format: 'apim-ip-history', version: '1' },
      'version: must be a number',
    ],
    [
      'that does not name its cloud',
      { format: 'apim-ip-history', version: 1, ...head, cloud: '' },
      'cloud: must not be empty',
    ],
  ])('a head %s', async (_, text, reason) => {
    expect(await readHistory([JSON.stringify(text)], head)).toEqual({
      ok: false,
      line: 1,
      reason: `not a history file: ${reason}`,
    });
  });
});

describe('what a file may hold at the most', () => {
  const regions = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`region${index}`, regionFacts()]));
  const differences = (count: number) => Array.from({ length: count }, () => ({ field: 'tier' }));
  const texts = (count: number) => Array.from({ length: count }, (_, index) => String(index));

  it.each<[string, object, object, string]>([
    [
      'characters of a text',
      withFacts({ tier: 'x'.repeat(fileLimits.text) }),
      withFacts({ tier: 'x'.repeat(fileLimits.text + 1) }),
      'facts.tier: is longer than 2048 characters',
    ],
    [
      'entries of a list',
      inRegion({ zones: texts(fileLimits.list) }),
      inRegion({ zones: texts(fileLimits.list + 1) }),
      'facts.regions.westeurope.zones: holds more than 512 entries',
    ],
    [
      'regions',
      withFacts({ regions: regions(fileLimits.regions) }),
      withFacts({ regions: regions(fileLimits.regions + 1) }),
      'facts.regions: holds more than 128 regions',
    ],
    [
      'differences',
      changed({ differences: differences(fileLimits.differences) }),
      changed({ differences: differences(fileLimits.differences + 1) }),
      'differences: holds more than 2048 entries',
    ],
  ])('%s', async (_, most, more, reason) => {
    expect(await refusal(most)).toBeUndefined();
    expect(await refusal(more)).toBe(`2: ${reason}`);
  });

  it('characters of a line, whether or not its end has come', async () => {
    const record = JSON.stringify(seen({}));
    const line = (length: number) => record + ' '.repeat(length - record.length);
    const read = (text: string) => readHistory([headText, text], head);
    const refused = { ok: false, line: 2, reason: 'is longer than 1000000 characters' };
    expect(await read(`${line(1_000_000)}\n`)).toMatchObject({ ok: true, lines: 2 });
    expect(await read(line(1_000_000))).toMatchObject({ ok: true, lines: 2 });
    expect(await read(`${line(1_000_001)}\n`)).toEqual(refused);
    expect(await read(line(1_000_001))).toEqual(refused);
  });
});

describe('a change of a history file', () => {
  it.each([
    ['the moment at which its span begins is read', minute(5), undefined],
    ['a later moment is read', minute(4), undefined],
    ['an earlier moment is refused', minute(6), '2: at lies before notBefore'],
  ])('at %s', async (_, notBefore, reason) => expect(await refusal(changed({ notBefore }))).toBe(reason));

  it('has values of every kind, lists in order and once', async () => {
    const differences = [
      { field: 'tier', before: 'Developer', after: null },
      { region: 'westeurope', field: 'gatewayDisabled', before: false, after: true },
      { region: 'westeurope', field: 'zones', before: [], after: ['2', '1', '2'] },
    ];
    const result = await readHistory([headText, JSON.stringify(changed({ differences }))], head);
    expect(result.ok && result.history.changes).toEqual([
      change(5, {
        differences: [
          { field: 'tier', before: 'Developer', after: null },
          { region: 'westeurope', field: 'gatewayDisabled', before: false, after: true },
          { region: 'westeurope', field: 'zones', before: null, after: ['1', '2'] },
        ],
      }),
    ]);
  });
});

describe('the owner of a file', () => {
  it('is the same however the names of cloud and tenant are spelled', async () => {
    const expected = { cloud: 'AZURECLOUD', tenant: 'Contoso' };
    expect(await readHistory([headText], expected)).toEqual({
      ok: true,
      head,
      lines: 1,
      history: { observations: [], changes: [] },
    });
  });
});

describe('an error of whoever hands over the pieces', () => {
  it('comes back as it is', async () => {
    const lost = new Error('the connection was lost');
    function* pieces() {
      yield headText;
      throw lost;
    }
    await expect(readHistoryFile(pieces(), head, () => undefined)).rejects.toBe(lost);
  });
});
