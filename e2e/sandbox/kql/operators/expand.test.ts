import { describe, expect, it } from 'vitest';
import { ask, column, refusalOf, resources, rowsOf } from '../testing.ts';

function namesOf(text: string): readonly string[] {
  return ask(text).columns.map(({ name }) => name);
}

describe('mv-expand', () => {
  const expanded = (text: string) => rowsOf(`resources | project id, zones, tags | ${text}`, { resources });

  it('makes a row of each element: null stays as one row, an empty array gives none', () => {
    expect(expanded('mv-expand zones | project id, zones')).toEqual([
      { id: '1', zones: '1' },
      { id: '1', zones: '2' },
      { id: '2', zones: null },
      { id: '4', zones: '3' },
    ]);
  });

  it('is also written mvexpand', () => {
    expect(expanded('mvexpand zones')).toHaveLength(4);
  });

  it('keeps the old column where the new one has a name', () => {
    expect(expanded('mv-expand zone = zones | project zone, zones')[0]).toEqual({
      zone: '1',
      zones: ['1', '2'],
    });
  });

  it('expands side by side and fills up with null', () => {
    expect(expanded(`where id == '1' | mv-expand zones, x = dynamic([7, 8, 9]) | project zones, x`)).toEqual([
      { zones: '1', x: 7 },
      { zones: '2', x: 8 },
      { zones: null, x: 9 },
    ]);
  });

  it('expands property bags into bags of one, or into pairs', () => {
    const bags = (options: string) =>
      column(`resources | mv-expand ${options} x = tags`, { resources: [{ tags: { a: 1, b: [2] } }] });
    expect(bags('')).toEqual([{ a: 1 }, { b: [2] }]);
    expect(bags('kind=bag')).toEqual([{ a: 1 }, { b: [2] }]);
    expect(bags('kind=array')).toEqual([
      ['a', 1],
      ['b', [2]],
    ]);
    expect(bags('bagexpansion=array')).toHaveLength(2);
  });

  it('gives elements a type, null where they have another', () => {
    const text = 'resources | mv-expand x = dynamic([1, "2", 3.5]) to typeof(real)';
    expect(column(text, { resources: [{}] })).toEqual([1, null, 3.5]);
    expect(ask(text).columns.at(-1)).toEqual({ name: 'x', type: 'real' });
  });

  it('numbers the elements', () => {
    expect(expanded('mv-expand with_itemindex=i zones | project id, i')[1]).toEqual({ id: '1', i: 1 });
  });

  it('makes at most 128 rows of one, or as many as the query says', () => {
    const many = { resources: [{ zones: Array.from({ length: 200 }, (_, place) => place) }] };
    expect(rowsOf('resources | mv-expand zones', many)).toHaveLength(128);
    expect(rowsOf('resources | mv-expand zones limit 150', many)).toHaveLength(150);
  });

  it.each([
    ['properties.a', 'properties_a'],
    ['split(id, "/")', 'id'],
    ['id = zones', 'id'],
    ['with_itemindex=id zones', 'id1'],
  ])('names the columns of %s', (items, name) => {
    expect(namesOf(`resources | mv-expand ${items}`)).toContain(name);
  });

  it.each(['name', 'foo', 'zones to typeof(guid)', 'zones, zones', 'kind=other zones'])(
    'refuses %s',
    items => {
      expect(refusalOf(`resources | mv-expand ${items}`).code).not.toBe('');
    },
  );
});
