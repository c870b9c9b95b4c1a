import { describe, expect, it } from 'vitest';
import { runQuery } from './run-query.ts';
import { correlationId, moment, refusalOf } from './testing.ts';

describe('a refusal', () => {
  it("has the shape of Resource Graph's answer", () => {
    // The answer to a `where` without a predicate: Azure/azure-powershell, ResourceGraph tests.
    const result = runQuery('Resources | where', {}, { now: () => moment, correlationId });
    expect(result).toEqual({
      ok: false,
      error: {
        error: {
          code: 'BadRequest',
          message: `Please provide below info when asking for support: timestamp = 2026-11-22T10:30:15.5000000Z, correlationId = ${correlationId}.`,
          details: [
            {
              code: 'InvalidQuery',
              message:
                'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.',
            },
            {
              code: 'ParserFailure',
              message: 'ParserFailure',
              line: 1,
              characterPositionInLine: 17,
              token: '<EOF>',
              expectedToken: 'Ǐ',
            },
          ],
        },
      },
    });
  });

  it('makes up a correlation id where none is given', () => {
    const result = runQuery('|', {}, { now: () => moment });
    expect(result.ok ? '' : result.error.error.message).toMatch(/correlationId = [\da-f]{8}-[\da-f-]{27}\.$/);
  });

  it('names an operator that Resource Graph lacks, without a place', () => {
    // Azure/azure-powershell issue 13762, with an operator that is still lacking.
    expect(refusalOf('Resources | evaluate bag_unpack(tags)')).toEqual({
      code: 'InvalidQueryLanguage',
      message: 'InvalidQueryLanguage',
      line: -1,
      characterPositionInLine: -1,
      token: 'evaluate',
    });
  });

  it('counts lines from 1 and characters from 0', () => {
    const text = "resources\n| where name == 'a'\n| project id,\n    foo";
    expect(refusalOf(text)).toMatchObject({ line: 4, characterPositionInLine: 4, token: 'foo' });
  });

  it.each([
    ['', 1, 0, '<EOF>', undefined],
    ['|', 1, 0, '|', undefined],
    ['resources |', 1, 11, '<EOF>', undefined],
    ['resources | wher id == 1', 1, 12, 'wher', undefined],
    ['resources where id == 1', 1, 10, 'where', undefined],
    ["resources | where (name == 'a'", 1, 30, '<EOF>', ')'],
    ["resources | where name = 'a'", 1, 23, '=', undefined],
    ['resources | where name ==', 1, 25, '<EOF>', 'Ǐ'],
    ['resources | project ,', 1, 20, ',', 'Ǐ'],
    ['resources | project id name', 1, 23, 'name', undefined],
    ['resources | order name', 1, 18, 'name', 'by'],
    ['resources | where id in [1]', 1, 24, '[', '('],
    ['resources | where id between (1, 2)', 1, 31, ',', '..'],
    ['resources | where * has 1', 1, 18, '*', 'Ǐ'],
    ['resources | extend x = #', 1, 23, '#', undefined],
    ['resources; resources', 1, 11, 'resources', undefined],
  ])('of %j names the token', (text, line, characterPositionInLine, token, expectedToken) => {
    const exact = { code: 'ParserFailure', message: 'ParserFailure', line, characterPositionInLine, token };
    expect(refusalOf(text)).toEqual(expectedToken === undefined ? exact : { ...exact, expectedToken });
  });

  it('of text that is too deep comes before the stack ends', () => {
    const deep = `resources | where ${'('.repeat(50_000)}true${')'.repeat(50_000)}`;
    const long = `resources | extend x = 1${' + 1'.repeat(50_000)}`;
    const path = `resources | extend x = tags${'.a'.repeat(50_000)}`;
    const pipes = `resources${' | take 1'.repeat(50_000)}`;
    const json = `resources | extend x = dynamic(${'['.repeat(50_000)}`;
    for (const text of [deep, long, path, pipes, json]) expect(refusalOf(text).code).toBe('ParserFailure');
  });

  it('does not come for a long list of conditions', () => {
    const ids = Array.from({ length: 5_000 }, (_, place) => `'${place}'`);
    const anyOf = `resources | where ${ids.map(id => `id == ${id}`).join(' or ')}`;
    const inList = `resources | where id in (${ids.join(', ')})`;
    for (const text of [anyOf, inList]) {
      expect(runQuery(text, { resources: [{ id: '7' }] }, { now: () => moment })).toMatchObject({
        rows: [{ id: '7' }],
      });
    }
  });
});
