import { describe, expect, it } from 'vitest';
import { ask, refusalOf, rowsOf } from '../testing.ts';

/** learn: join operator. */
const tables = {
  resources: [
    { id: 'a', kind: '1' },
    { id: 'b', kind: '2' },
    { id: 'b', kind: '3' },
    { id: 'c', kind: '4' },
  ],
  resourcecontainers: [
    { id: 'b', name: '10' },
    { id: 'c', name: '20' },
    { id: 'c', name: '30' },
    { id: 'd', name: '40' },
  ],
};

function joined(kind: string): readonly string[] {
  const text = `resources | project id, kind | join ${kind} (resourcecontainers | project id, name) on id`;
  return rowsOf(text, tables).map(row => Object.values(row).join(' '));
}

describe('join', () => {
  it.each([
    ['', ['b 2 b 10', 'c 4 c 20', 'c 4 c 30']],
    ['kind=innerunique', ['b 2 b 10', 'c 4 c 20', 'c 4 c 30']],
    ['kind=inner', ['b 2 b 10', 'b 3 b 10', 'c 4 c 20', 'c 4 c 30']],
    ['kind = leftouter', ['a 1  ', 'b 2 b 10', 'b 3 b 10', 'c 4 c 20', 'c 4 c 30']],
    ['kind=fullouter', ['a 1  ', 'b 2 b 10', 'b 3 b 10', 'c 4 c 20', 'c 4 c 30', '  d 40']],
    ['kind=leftsemi', ['b 2', 'b 3', 'c 4']],
    ['kind=leftanti', ['a 1']],
  ])('%s', (kind, rows) => {
    expect(joined(kind)).toEqual(rows);
  });

  it.each([
    'on id, name',
    'on id and name',
    'on $left.id == $right.id, $left.name == $right.name',
    'on $left.id == $right.id and $left.name == $right.name',
  ])('compares several keys: %s', condition => {
    const rows = [
      { id: 'a', name: 'x' },
      { id: 'a', name: 'y' },
    ];
    const text = `resources | project id, name | join kind=inner (resources | project id, name) ${condition}`;
    expect(rowsOf(text, { resources: rows })).toEqual([
      { id: 'a', name: 'x', id1: 'a', name1: 'x' },
      { id: 'a', name: 'y', id1: 'a', name1: 'y' },
    ]);
  });

  it('matches columns of different names', () => {
    const text =
      'resources | join kind=inner (resourcecontainers | project key = id, name) on $left.id == $right.key';
    expect(rowsOf(`${text} | project kind, key`, tables)).toHaveLength(4);
  });

  it('matches empty text, and never null', () => {
    const rows = [{ id: '' }, { id: 'x' }];
    const empty = 'resources | project id | join kind=inner (resources | project id) on id';
    const nulls =
      'resources | project n = toint(id) | join kind=leftouter (resources | project n = toint(id)) on n';
    expect(rowsOf(empty, { resources: rows })).toHaveLength(2);
    expect(rowsOf(nulls, { resources: rows })).toEqual([
      { n: null, n1: null },
      { n: null, n1: null },
    ]);
    expect(
      rowsOf(
        'resources | project n = toint(id) | join kind=fullouter (resources | project n = toint(id)) on n',
        { resources: rows },
      ),
    ).toHaveLength(4);
  });

  it('takes a table without brackets, and keeps case apart', () => {
    const both = { resources: [{ id: 'A' }], resourcecontainers: [{ id: 'a' }] };
    expect(rowsOf('resources | join resourcecontainers on id', both)).toEqual([]);
  });

  it.each([
    ['project id, name | join (resources | project id, name, id1 = name) on id', 'id name id2 name1 id1'],
    ['project id, name, name1 = id | join (resources | project id, name) on id', 'id name name1 id1 name2'],
  ])('names the columns of %s', (text, names) => {
    const { columns } = ask(`resources | ${text}`);
    expect(columns.map(({ name }) => name).join(' ')).toBe(names);
  });

  it.each([
    'join kind=rightouter (resources) on id',
    'join kind=sideways (resources) on id',
    'join hint.strategy=broadcast (resources) on id',
    'join (resources) on tags',
    'join (resources) on foo',
    'join (resources | project n = 1) on $left.id == $right.n',
    'join (resources) on $right.id == $left.id',
    'join (resources) on tolower(id)',
    'join (resources) on $left.id != $right.id',
    'join (resources)',
    'join on id',
    'join (resources on id',
  ])('refuses %s', operator => {
    expect(refusalOf(`resources | ${operator}`).code).toMatch(
      /^(?:InvalidQuery|InvalidQueryLanguage|ParserFailure)$/,
    );
  });
});
