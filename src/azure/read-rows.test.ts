import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readRow, readRows } from './read-rows.ts';

const reader = {
  schema: v.object({ id: v.string(), sku: v.object({ units: v.number() }) }),
  map: ({ id, sku }: { readonly id: string; readonly sku: { readonly units: number } }) =>
    `${id} ${sku.units}`,
};

describe('a row', () => {
  it('is what is made of it where it has its shape', () =>
    expect(readRow(reader, { id: '/a', sku: { units: 2 }, more: true })).toEqual({ row: '/a 2' }));

  it.each<[string, unknown, object]>([
    [
      'with the place of its first problem',
      { id: '/a', name: 'a', sku: { units: 'two' } },
      {
        id: '/a',
        name: 'a',
        problem: 'sku.units: Invalid type: Expected number but received "two"',
        json: '{\n  "id": "/a",\n  "name": "a",\n  "sku": {\n    "units": "two"\n  }\n}',
      },
    ],
    [
      'without an id and a name where they are no texts',
      { id: 5, name: null, sku: {} },
      {
        id: '',
        name: '',
        problem: 'id: Invalid type: Expected string but received 5',
        json: '{\n  "id": 5,\n  "name": null,\n  "sku": {}\n}',
      },
    ],
    [
      'without a place where it is no object',
      'odd',
      { id: '', name: '', problem: 'Invalid type: Expected Object but received "odd"', json: '"odd"' },
    ],
    [
      'without JSON where there is nothing',
      undefined,
      { id: '', name: '', problem: 'Invalid type: Expected Object but received undefined', json: '' },
    ],
  ])('that cannot be read comes back %s', (_, row, unreadable) =>
    expect(readRow(reader, row)).toEqual({ unreadable }),
  );

  it('that cannot be written as JSON comes back with words in its place', () => {
    const row: Record<string, unknown> = { id: '/a' };
    row['sku'] = row;
    expect(readRow(reader, row).unreadable).toMatchObject({
      id: '/a',
      json: 'This row is nested too deeply to be shown.',
    });
  });
});

describe('rows', () => {
  it('are read in their order, those that cannot be read beside the others', async () => {
    const rows = [{ id: '/a', sku: { units: 1 } }, { id: '/b' }, { id: '/c', sku: { units: 3 } }];
    await expect(readRows(reader, rows, undefined)).resolves.toMatchObject({
      rows: ['/a 1', '/c 3'],
      unreadable: [{ id: '/b', problem: expect.stringContaining('sku') }],
    });
  });
});
