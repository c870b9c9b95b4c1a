import { describe, expect, it } from 'vitest';
import { ask, column, idsOf, refusalOf, resources, rowsOf } from '../testing.ts';

function namesOf(text: string): readonly string[] {
  return ask(text).columns.map(({ name }) => name);
}

describe('where', () => {
  it('keeps the rows for which the predicate is true, not null', () => {
    expect(idsOf('resources | where tags.n > 1')).toBe('13');
    expect(idsOf('resources | where not(tags.n > 1)')).toBe('4');
  });

  it('is also called filter', () => {
    expect(idsOf(`resources | filter location == 'west'`)).toBe('13');
  });

  it.each(['name', '1', 'tags.n', 'count() > 1', 'foo == 1', 'Name == 1'])('refuses %s', predicate => {
    expect(refusalOf(`resources | where ${predicate}`).code).toMatch(/^(?:InvalidQuery|UnknownFunction)$/);
  });
});

describe('project', () => {
  it('gives the columns in the order asked for', () => {
    const [row] = rowsOf('resources | project tags.n, upper = toupper(name), id', { resources });
    expect(Object.entries(row ?? {})).toEqual([
      ['tags_n', 2],
      ['upper', 'B'],
      ['id', '1'],
    ]);
  });

  it.each([
    [`properties.a['b c'].d[0]`, ['properties_a_b c_d_0']],
    ['tostring(properties.a), tolower(name), 1 + 1', ['properties_a', 'Column1', 'Column2']],
    ['name, parse_json(properties.a), todynamic(properties.a)', ['name', 'properties_a', 'properties_a1']],
    ['strlen(name), gettype(tags), split(id, "/")[1]', ['strlen_name', 'type_tags', 'id_1']],
    ['id, name = id', ['id', 'name']],
  ])('names the columns of %s', (items, names) => {
    expect(namesOf(`resources | project ${items}`)).toEqual(names);
  });

  it.each([
    'name, name',
    'name, x = 1, x = 2',
    'name, tostring(name)',
    'foo',
    'id as x',
    'name.x',
    'name[0]',
  ])('refuses %s', items => {
    expect(refusalOf(`resources | project ${items}`).code).toMatch(/^(?:InvalidQuery|ParserFailure)$/);
  });
});

describe('project-away', () => {
  it.each([
    ['name, tags', 'id type'],
    ['t*', 'id name'],
    ['*e', 'id tags'],
    ['*a*', 'id type'],
    ['*', ''],
  ])('leaves out %s', (patterns, names) => {
    expect(namesOf(`resources | project id, name, type, tags | project-away ${patterns}`).join(' ')).toBe(
      names,
    );
  });

  it.each(['foo', 'x*', 'name*name'])('refuses %s, which names nothing', pattern => {
    expect(refusalOf(`resources | project id, name | project-away ${pattern}`).code).toBe('InvalidQuery');
  });
});

describe('project-rename', () => {
  it('keeps values and places', () => {
    const [row] = rowsOf('resources | project id, name | project-rename key = id', { resources });
    expect(Object.entries(row ?? {})).toEqual([
      ['key', '1'],
      ['name', 'b'],
    ]);
  });

  it.each(['x = foo', 'name = id', 'x = id, x = name'])('refuses %s', renames => {
    expect(refusalOf(`resources | project id, name | project-rename ${renames}`).code).toBe('InvalidQuery');
  });
});

describe('extend', () => {
  it('adds columns and replaces those of the same name', () => {
    const [row] = rowsOf('resources | project id, name | extend name = toupper(name), n = strlen(id)', {
      resources,
    });
    expect(Object.entries(row ?? {})).toEqual([
      ['id', '1'],
      ['name', 'B'],
      ['n', 1],
    ]);
  });

  it('reads the columns as they were before it', () => {
    const text = 'resources | extend name = id, x = name | take 1';
    expect(column(text, { resources })).toEqual(['b']);
  });

  it('refuses a name that is written twice', () => {
    expect(refusalOf('resources | extend x = 1, x = 2').code).toBe('InvalidQuery');
  });
});

describe('distinct', () => {
  it('gives each combination once', () => {
    expect(rowsOf('resources | distinct location', { resources })).toEqual([
      { location: 'west' },
      { location: 'north' },
      { location: '' },
    ]);
    expect(rowsOf('resources | project location, kind | distinct *', { resources })).toHaveLength(3);
    expect(rowsOf('resources | distinct l = tolower(name), location', { resources })).toHaveLength(3);
  });

  it.each(['tags', 'tags.n', '*'])('refuses dynamic values: %s', items => {
    expect(refusalOf(`resources | distinct ${items}`).code).toBe('InvalidQuery');
  });
});
