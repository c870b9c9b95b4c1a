import { describe, expect, it } from 'vitest';
import { idsOf, rowsOf } from '../testing.ts';

describe('union', () => {
  const tables = {
    resources: [{ id: 'r', name: 'x' }],
    resourcecontainers: [{ id: 'c', tags: { a: 1 } }],
  };

  it('puts the legs one after the other, with the columns of both', () => {
    const text = 'resources | project id, name | union (resourcecontainers | project id, tags)';
    expect(rowsOf(text, tables)).toEqual([
      { id: 'r', name: 'x', tags: null },
      { id: 'c', name: '', tags: { a: 1 } },
    ]);
  });

  it('keeps the common columns alone with kind=inner', () => {
    const text = 'resources | project id, name | union kind=inner (resourcecontainers | project id, tags)';
    expect(rowsOf(text, tables)).toEqual([{ id: 'r' }, { id: 'c' }]);
  });

  it('keeps columns of one name and several types apart', () => {
    const text = 'resources | project x = name | union (resourcecontainers | project x = 1)';
    expect(rowsOf(text, tables)).toEqual([
      { x_string: 'x', x_long: null },
      { x_string: '', x_long: 1 },
    ]);
  });

  it('says where a row is from', () => {
    const text =
      'resources | union withsource=table ResourceContainers, (resources | where true) | project table, id';
    expect(rowsOf(text, tables)).toEqual([
      { table: 'resources', id: 'r' },
      { table: 'ResourceContainers', id: 'c' },
      { table: 'union_arg2', id: 'r' },
    ]);
  });

  it('may begin a query', () => {
    expect(idsOf('union resources, (resourcecontainers | project id) | project id', tables)).toBe('rc');
  });
});
