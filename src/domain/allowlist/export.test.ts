import { describe, expect, it } from 'vitest';
import { correctedValues, csvList, plainList } from './correct/corrected-values.ts';
import { noTicks } from './correct/taken-out.ts';
import { resultCsv, resultJson } from './export.ts';
import { judged, testService } from './testing.ts';

const one = testService('one', [{ publicIPAddresses: ['203.0.113.18'] }]);
const two = testService('two', [{ publicIPAddresses: ['198.51.100.24'] }]);
const judgement = () =>
  judged({ text: '198.51.100.0/24\n=cmd 192.0.2.1\n203.0.113.999', chosen: [one, two] });
const context = { services: [one.id], purposes: ['internet-back-ends'] as const, generatedAt: 0 };

describe('the result as a file', () => {
  it('is a table of what is missing and of every line, and no cell of it is run by a spreadsheet', () => {
    expect(resultCsv(judgement()).replace('\ufeff', '').split('\r\n').slice(0, -1)).toEqual([
      'Line,Text,Verdict,Detail,Addresses too many',
      ',203.0.113.18/32,missing,"one, West Europe, outbound IP",',
      '1,198.51.100.0/24,wider,"covers 1 that you need, 255 others; needed: 198.51.100.24",255',
      '2,192.0.2.1,unknown,no service you can read,',
      '3,203.0.113.999,not read,not a valid address,',
    ]);
  });

  it('is JSON with the answer, the needs and the entries', () => {
    const json: unknown = JSON.parse(resultJson(judgement(), context));
    expect(json).toMatchObject({
      schemaVersion: 1,
      generatedAt: '1970-01-01T00:00:00.000Z',
      answer: { title: '1 of 2 needed addresses is missing.', tone: 'missing' },
      needs: [
        { value: '198.51.100.24', state: 'covered', lines: [1] },
        { value: '203.0.113.18', lacking: ['203.0.113.18/32'] },
      ],
      list: {
        format: 'text',
        entries: [{ line: 1, verdict: 'wider', addressesTooMany: '255' }, { line: 2 }],
      },
    });
  });
});

describe('the corrected list in another format', () => {
  it('holds what stays and what is added', () => {
    expect(plainList(correctedValues(judgement(), noTicks, new Map()))).toBe(
      '198.51.100.0/24\n192.0.2.1\n203.0.113.18/32\n',
    );
    const narrowed = correctedValues(judgement(), { ...noTicks, wider: true }, new Map());
    expect(csvList(narrowed)).toContain('198.51.100.24/32,covered,kept of a wider entry');
  });
});
