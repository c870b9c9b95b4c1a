import { describe, expect, it } from 'vitest';
import { idsOf, refusalOf, resources, rowsOf } from '../testing.ts';

describe('order by', () => {
  it.each([
    // Descending unless said; ordered by code, not by language.
    ['name', '4123'],
    ['name asc', '3214'],
    ['name desc', '4123'],
    ['tolower(name) asc, id desc', '2314'],
    ['location asc, name asc', '4231'],
    // Nulls come first ascending and last descending.
    ['toint(tags.n) asc', '2413'],
    ['toint(tags.n) desc', '3142'],
    ['toint(tags.n) asc nulls last', '4132'],
    ['toint(tags.n) nulls first', '2314'],
    ['location', '1324'],
    ['strlen(name) asc, location asc, id asc', '4213'],
  ])('%s', (keys, ids) => {
    expect(idsOf(`resources | order by ${keys}`)).toBe(ids);
    expect(idsOf(`resources | sort by ${keys}`)).toBe(ids);
  });

  it('puts what is no number beside null', () => {
    const rows = ['1', 'NaN', '', '-1'].map(kind => ({ kind }));
    const value = `x = iff(kind == 'NaN', 0.0 / 0.0, todouble(kind))`;
    const ordered = (order: string) =>
      rowsOf(`resources | extend ${value} | order by x ${order}`, { resources: rows }).map(
        ({ kind }) => kind,
      );
    expect(ordered('asc')).toEqual(['', 'NaN', '-1', '1']);
    expect(ordered('desc')).toEqual(['1', '-1', 'NaN', '']);
  });

  it.each(['tags', 'tags.n', 'foo', 'name up'])('refuses %s', keys => {
    expect(refusalOf(`resources | order by ${keys}`).code).toMatch(/^(?:InvalidQuery|ParserFailure)$/);
  });
});

describe('top, take and limit', () => {
  it('take the first rows', () => {
    expect(idsOf('resources | take 2')).toBe('12');
    expect(idsOf('resources | limit 1 + 1')).toBe('12');
    expect(idsOf('resources | take 0')).toBe('');
    expect(idsOf('resources | take 9')).toBe('1234');
  });

  it('top orders first', () => {
    expect(idsOf('resources | top 2 by toint(tags.n)')).toBe('31');
    expect(idsOf('resources | top 2 by name asc nulls first')).toBe('32');
  });

  it.each(['take -1', 'take 1.5', `limit 'a'`, 'take tags.n', 'top 2 by tags', 'top 2'])(
    'refuse %s',
    operator => {
      expect(refusalOf(`resources | ${operator}`).code).toMatch(/^(?:InvalidQuery|ParserFailure)$/);
    },
  );
});

describe('count', () => {
  it('counts rows', () => {
    expect(rowsOf('resources | count', { resources })).toEqual([{ Count: 4 }]);
    expect(rowsOf('resources | count')).toEqual([{ Count: 0 }]);
  });
});
