import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Page, type PageOptions, pageOf } from './paging.ts';
import type { QueryResult } from './run-query.ts';
import { ask, correlationId, moment } from './testing.ts';

const query = 'resources | project id, name | order by id asc';

function resultOf(count: number, text = query): QueryResult {
  const resources = Array.from({ length: count }, (_, place) => ({
    id: String(place).padStart(5, '0'),
    name: 'n',
  }));
  return ask(text, { resources });
}

function answer(result: QueryResult, options: PageOptions, text = query) {
  return pageOf(result, options, { query: text, now: () => moment, correlationId });
}

function page(result: QueryResult, options: PageOptions, text = query): Page {
  const answered = answer(result, options, text);
  if (!answered.ok) throw new Error(JSON.stringify(answered.error));
  return answered.page;
}

function idsIn({ data }: Page): readonly unknown[] {
  return 'rows' in data ? data.rows.map(([id]) => id) : data.map(({ id }) => id);
}

describe('a page', () => {
  it('that holds everything has no token', () => {
    expect(page(resultOf(2), {})).toEqual({
      totalRecords: 2,
      count: 2,
      data: [
        { id: '00000', name: 'n' },
        { id: '00001', name: 'n' },
      ],
      facets: [],
      resultTruncated: 'false',
    });
  });

  it('that does not leads to the next one', () => {
    const first = page(resultOf(5), { $top: 2 });
    expect(first).toMatchObject({ totalRecords: 5, count: 2, resultTruncated: 'false' });
    const second = page(resultOf(5), { $skipToken: first.$skipToken });
    expect(idsIn(second)).toEqual(['00002', '00003']);
  });

  it('has 100 rows unless $top says otherwise', () => {
    expect(page(resultOf(101), {}).count).toBe(100);
    expect(page(resultOf(1001), { $top: 1000 }).count).toBe(1000);
  });

  it('begins where $skip says, also after a token', () => {
    const first = page(resultOf(9), { $top: 2, $skip: 3 });
    expect(idsIn(first)).toEqual(['00003', '00004']);
    expect(idsIn(page(resultOf(9), { $skipToken: first.$skipToken, $skip: 8 }))).toEqual(['00008']);
    expect(page(resultOf(9), { $skip: 20 })).toMatchObject({
      totalRecords: 9,
      count: 0,
      resultTruncated: 'false',
    });
  });

  it('as a table names the columns with their types', () => {
    const text =
      'resources | project id, n = strlen(name), r = 1.5, b = true, tags, t = now(), s = 1d, i = toint(1)';
    expect(page(resultOf(1, text), { resultFormat: 'table' }, text).data).toEqual({
      columns: [
        { name: 'id', type: 'string' },
        { name: 'n', type: 'integer' },
        { name: 'r', type: 'number' },
        { name: 'b', type: 'boolean' },
        { name: 'tags', type: 'object' },
        { name: 't', type: 'string' },
        { name: 's', type: 'string' },
        { name: 'i', type: 'integer' },
      ],
      rows: [['00000', 1, 1.5, true, null, '2026-11-22T10:30:15.5Z', '1.00:00:00', 1]],
    });
  });

  it.each([
    'resources | project name',
    'resources | project Id = id',
    'resources | summarize count() by name = id',
  ])('cannot lead on without a column id: %s', text => {
    const first = page(resultOf(5, text), { $top: 2 }, text);
    expect(first).toMatchObject({ totalRecords: 5, count: 2, resultTruncated: 'true' });
    expect(first).not.toHaveProperty('$skipToken');
  });

  it.each(['take', 'limit'])('cannot lead on after %s, which also ignores $skip', word => {
    const text = `resources | project id | ${word} 4`;
    const first = page(resultOf(5, text), { $top: 2, $skip: 3 }, text);
    expect(idsIn(first)).toEqual(['00000', '00001']);
    expect(first).toMatchObject({ totalRecords: 4, resultTruncated: 'true' });
    expect(first).not.toHaveProperty('$skipToken');
  });
});

describe('a request for a page', () => {
  const token = page(resultOf(5), { $top: 2 }).$skipToken;

  it('is refused with the token of another query', () => {
    const other = answer(resultOf(5), { $skipToken: token }, `${query} `);
    expect(other).toMatchObject({
      ok: false,
      error: {
        error: {
          code: 'BadRequest',
          message: `Please provide below info when asking for support: timestamp = 2026-11-22T10:30:15.5000000Z, correlationId = ${correlationId}.`,
          details: [{ code: 'BadRequest', message: '$skipToken is not one that was given for this query.' }],
        },
      },
    });
  });

  it.each([
    { $skipToken: '' },
    { $skipToken: 'abc' },
    { $skipToken: `${token}AA` },
    { $skipToken: Buffer.from('2.2.').toString('base64') },
    { $skipToken: 7 },
    { $top: 0 },
    { $top: 1001 },
    { $top: 1.5 },
    { $top: '10' },
    { $skip: -1 },
    { $skip: null },
    { resultFormat: 'csv' },
  ])('is refused with %j', options => {
    expect(answer(resultOf(5), options).ok).toBe(false);
  });

  it('gives a token that does not show the place', () => {
    expect(token).toMatch(/^[A-Za-z0-9+/=]+$/);
  });
});

describe('pages', () => {
  it('hold every row once and in order, whatever their sizes', () => {
    const sizes = fc.array(fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }), { minLength: 1 });
    fc.assert(
      fc.property(
        fc.nat({ max: 300 }),
        sizes,
        fc.constantFrom('table', 'objectArray'),
        (count, tops, resultFormat) => {
          const result = resultOf(count);
          const seen: unknown[] = [];
          let $skipToken: string | undefined;
          for (let number = 0; number === 0 || $skipToken !== undefined; number += 1) {
            const $top = tops[number % tops.length];
            const next = page(result, {
              resultFormat,
              ...($top === undefined ? {} : { $top }),
              ...($skipToken === undefined ? {} : { $skipToken }),
            });
            expect(next).toMatchObject({
              totalRecords: count,
              count: idsIn(next).length,
              resultTruncated: 'false',
            });
            seen.push(...idsIn(next));
            $skipToken = next.$skipToken;
          }
          expect(seen).toEqual(result.rows.map(({ id }) => id));
        },
      ),
    );
  });
});
