import { describe, expect, it } from 'vitest';
import { column, idsOf, refusalOf, resources, rowsOf } from './testing.ts';

describe('a table', () => {
  it.each(['resources', 'Resources', 'RESOURCES'])('is found as %s', name => {
    expect(rowsOf(`${name} | count`, { Resources: resources })).toEqual([{ Count: 4 }]);
  });

  it.each(['resourcecontainers', 'resourcechanges', 'resourcecontainerchanges'])('may be %s', name => {
    expect(rowsOf(`${name} | count`, { [name]: resources })).toEqual([{ Count: 4 }]);
  });

  it('is empty where it is not given', () => {
    expect(rowsOf('resourcechanges')).toEqual([]);
  });

  it('is Resources where the query begins with an operator', () => {
    expect(idsOf(`where name == 'a' | project id`)).toBe('2');
  });

  it('may stand in brackets', () => {
    expect(idsOf(`(resources | where name == 'a') | project id`)).toBe('2');
  });

  it('has the same columns whatever its rows hold', () => {
    const [row] = rowsOf('resources', { resources: [{ id: 7, etag: 'x', tags: undefined }] });
    expect(row).toEqual({
      id: '7',
      name: '',
      type: '',
      tenantId: '',
      kind: '',
      location: '',
      resourceGroup: '',
      subscriptionId: '',
      managedBy: '',
      sku: null,
      plan: null,
      properties: null,
      tags: null,
      identity: null,
      zones: null,
      extendedLocation: null,
    });
  });

  it.each(['foo', 'advisorresources', 'resources2'])('%s is unknown', name => {
    expect(refusalOf(`${name} | take 1`)).toMatchObject({ code: 'InvalidQuery', token: name });
  });
});

describe('let', () => {
  it('names values and tables', () => {
    const text = `
      let place = 'west';
      let few = 1 + 1;
      let chosen = resources | where location == place;
      chosen | union (chosen | take few) | where strlen(name) < few`;
    expect(idsOf(text)).toBe('1313');
  });

  it('names the moment of the query', () => {
    const text = 'let since = ago(1d); resources | project x = now() - since | take 1';
    expect(column(text, { resources })).toEqual(['1.00:00:00']);
  });

  it('gives way to a column of the same name', () => {
    expect(idsOf(`let name = 'x'; resources | where name == 'a'`)).toBe('2');
  });

  it.each([
    'let x = 1; let x = 2; resources',
    'let x = name; resources',
    'let x = y; let y = 1; resources',
    'let f = (a: string) { a }; resources',
    'let x = 1',
    'let x = 1 resources',
    'let T = foo | take 1; T',
  ])('is refused: %s', text => {
    expect(refusalOf(text).code).toMatch(/^(?:InvalidQuery|ParserFailure)$/);
  });
});
