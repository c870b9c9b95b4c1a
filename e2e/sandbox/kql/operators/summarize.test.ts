import { describe, expect, it } from 'vitest';
import { ask, refusalOf, rowsOf } from '../testing.ts';
import { aggregateNames } from './aggregate.ts';

const resources = [
  { id: '1', name: 'a', location: 'west', tags: { n: 3, list: ['x', 'y'] } },
  { id: '2', name: 'b', location: 'north', tags: { n: 1, list: ['y', 'z'] } },
  { id: '3', name: 'a', location: 'west', tags: { list: [] } },
  { id: '4', name: '', location: 'west', tags: { n: 2 } },
];

function summarized(text: string) {
  return rowsOf(`resources | summarize ${text}`, { resources });
}

const cases: Readonly<
  Record<string, readonly (readonly [aggregate: string, value: unknown, ofNothing: unknown])[]>
> = {
  count: [['count()', 4, 0]],
  countif: [[`countif(name == 'a')`, 2, 0]],
  dcount: [
    ['dcount(name)', 3, 0],
    ['dcount(tags.n)', 3, 0],
    ['dcount(name, 2)', 3, 0],
  ],
  sum: [
    ['sum(toint(tags.n))', 6, 0],
    ['sum(todouble(tags.n) / 2)', 3, 0],
    ['sum(toint(tags.n) * 1h)', '06:00:00', '00:00:00'],
  ],
  min: [
    ['min(toint(tags.n))', 1, null],
    ['min(name)', '', ''],
    ['min(ago(toint(tags.n) * 1d))', '2026-11-19T10:30:15.5Z', null],
  ],
  max: [
    ['max(toint(tags.n))', 3, null],
    ['max(name)', 'b', ''],
  ],
  make_list: [
    ['make_list(name)', ['a', 'b', 'a', ''], []],
    ['make_list(tags.n)', [3, 1, 2], []],
    ['make_list(name, 2)', ['a', 'b'], []],
  ],
  makelist: [['makelist(id)', ['1', '2', '3', '4'], []]],
  make_set: [
    ['make_set(name)', ['a', 'b', ''], []],
    ['make_set(tags.list)', ['x', 'y', 'z'], []],
    ['make_set(name, 1)', ['a'], []],
  ],
  makeset: [['makeset(location)', ['west', 'north'], []]],
  any: [['any(name)', 'a', '']],
  take_any: [['take_any(tags.n)', 3, null]],
};

describe.each(Object.entries(cases))('%s()', (_, calls) => {
  it.each(calls)('%s is %j, of nothing %j', (aggregate, value, ofNothing) => {
    expect(summarized(`x = ${aggregate}`)).toEqual([{ x: value }]);
    expect(rowsOf(`resources | summarize x = ${aggregate}`)).toEqual([{ x: ofNothing }]);
  });
});

describe('summarize', () => {
  it('has a case for every aggregate', () => {
    expect(Object.keys(cases).sort()).toEqual([...aggregateNames].sort());
  });

  it('groups by columns and expressions', () => {
    expect(summarized('count() by location, letter = toupper(name)')).toEqual([
      { location: 'west', letter: 'A', count_: 2 },
      { location: 'north', letter: 'B', count_: 1 },
      { location: 'west', letter: '', count_: 1 },
    ]);
  });

  it('groups by bins of time', () => {
    const text = `count() by day = bin(datetime(2024-01-01) + toint(id) * 12h, 1d)`;
    expect(summarized(text)).toEqual([
      { day: '2024-01-01T00:00:00Z', count_: 1 },
      { day: '2024-01-02T00:00:00Z', count_: 2 },
      { day: '2024-01-03T00:00:00Z', count_: 1 },
    ]);
  });

  it('keeps null apart from a value', () => {
    expect(summarized('count() by n = toint(tags.n)')).toHaveLength(4);
  });

  it('gives the groups alone where no aggregate is asked for', () => {
    expect(summarized('by location')).toEqual([{ location: 'west' }, { location: 'north' }]);
  });

  it('gives no row for no group', () => {
    expect(rowsOf('resources | summarize count() by location')).toEqual([]);
  });

  it('calculates with aggregates', () => {
    expect(summarized('1 + count(), share = todouble(countif(name == "a")) / count()')).toEqual([
      { Column1: 5, share: 0.5 },
    ]);
  });

  it.each([
    ['count(), count()', ['count_', 'count_1']],
    [
      'dcount(name), max(tostring(tags.n)), make_set(tags.list), any(id) by name',
      ['name', 'dcount_name', 'max_tags_n', 'set_tags_list', 'any_id'],
    ],
    ['max(name) by tolower(id)', ['Column1', 'max_name']],
    ['take_any(name, id) by location', ['location', 'name', 'id']],
    ['any(id, name) by location', ['location', 'any_id', 'any_name']],
    ['arg_max(strlen(name), id, tags.n) by location', ['location', 'strlen_name', 'id', 'tags_n']],
    ['longest = arg_max(strlen(name), id) by location', ['location', 'longest', 'id']],
  ])('names the columns of %s', (text, names) => {
    expect(ask(`resources | summarize ${text}`).columns.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    'name by id',
    'id = count() by id',
    'count() by id, id',
    'count() by tags',
    'sum(name)',
    'max(tags.n)',
    'arg_max(tags.n, *)',
    'arg_max(*)',
    'countif(name)',
    'count(*)',
    'make_list(name, id)',
    'unknown(name)',
    'max(count())',
  ])('refuses %s', text => {
    expect(refusalOf(`resources | summarize ${text}`).code).toMatch(/^(?:InvalidQuery|UnknownFunction)$/);
  });
});

describe('arg_max() and arg_min()', () => {
  const versions = [
    { name: 'Apple', kind: 'Red', tags: { v: 1 } },
    { name: 'Apple', kind: 'Green', tags: {} },
    { name: 'Banana', kind: 'Yellow', tags: {} },
    { name: 'Banana', kind: 'Green', tags: {} },
    { name: 'Pear', kind: 'Brown', tags: { v: 1 } },
    { name: 'Pear', kind: 'Green', tags: { v: 2 } },
  ];
  const table = 'resources | project name, kind, v = toint(tags.v)';

  it('give the row with the largest key, one without a key only where none has any', () => {
    expect(rowsOf(`${table} | summarize arg_max(v, *) by name`, { resources: versions })).toEqual([
      { name: 'Apple', v: 1, kind: 'Red' },
      { name: 'Banana', v: null, kind: 'Yellow' },
      { name: 'Pear', v: 2, kind: 'Green' },
    ]);
  });

  it('give the row with the smallest key', () => {
    expect(rowsOf(`${table} | summarize arg_min(v, kind) by name`, { resources: versions })[2]).toEqual({
      name: 'Pear',
      v: 1,
      kind: 'Brown',
    });
  });

  it('give empty values of nothing', () => {
    expect(rowsOf(`${table} | summarize arg_max(v, *)`)).toEqual([{ v: null, name: '', kind: '' }]);
  });

  it('leave out the columns of the groups from *, whatever they are called', () => {
    const names = ask(`${table} | summarize arg_max(v, *) by fruit = name`).columns.map(({ name }) => name);
    expect(names).toEqual(['fruit', 'v', 'kind']);
  });
});

describe('take_any()', () => {
  it('takes several columns from one row', () => {
    expect(summarized('take_any(*) by location')[1]).toMatchObject({ location: 'north', id: '2', name: 'b' });
  });
});
