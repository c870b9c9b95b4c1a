import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { functionNames } from './functions/functions.ts';
import { aggregateNames } from './operators/aggregate.ts';
import { tableColumns, tableNames } from './tables.ts';

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');

function listed(start: string): readonly string[] {
  const line = readme.split('\n').find(text => text.startsWith(start)) ?? '';
  return [...line.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? '').sort();
}

describe('the list of what is supported', () => {
  it('has every function and no other', () => {
    expect(listed('- Functions: ')).toEqual([...functionNames].sort());
  });

  it('has every aggregate and no other', () => {
    expect(listed('- Aggregates: ')).toEqual([...aggregateNames, 'arg_max', 'arg_min'].sort());
  });

  it('has every table and column', () => {
    const missing = [...tableNames, ...tableColumns.map(({ name }) => name)].filter(
      name => !readme.includes(`\`${name}\``),
    );
    expect(missing).toEqual([]);
  });
});
