import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actions } from './actions.ts';

const folder = new URL('.', import.meta.url);
const page = readFileSync(new URL('../../SECURITY.md', folder), 'utf8');

/** The table under `| read | right |`: what is read, and the right that it takes. */
const table = (/\n\| read +\| right[^\n]*\n[^\n]*\n((?:\|[^\n]*\n)+)/.exec(page)?.[1] ?? '')
  .split('\n')
  .filter(line => line !== '')
  .map(line => line.split('|').map(cell => cell.trim()))
  .map(([, read = '', right = '']) => ({ read, right: right.replaceAll('`', '') }));

/** What the reads of this folder call themselves. */
const reads = readdirSync(folder)
  .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap(file => [...readFileSync(new URL(file, folder), 'utf8').matchAll(/\boperation: '([^']+)'/g)])
  .flatMap(([, name]) => name ?? []);

describe('the table of rights in SECURITY.md', () => {
  it('names every read of this folder, and no other', () => {
    expect(reads.length).toBeGreaterThan(15);
    expect(table.map(({ read }) => read).sort()).toEqual([...new Set(reads)].sort());
  });

  it('names every right that a refusal asks for, and no other', () => {
    const asked = Object.values(actions).filter(action => action !== null);
    const written = table.map(({ right }) => right).filter(right => right !== '');
    expect([...new Set(written)].sort()).toEqual([...new Set(asked)].sort());
  });

  it('asks for nothing but reading', () =>
    expect(
      table.filter(({ right }) => right !== '' && !/^Microsoft\.[\w.]+\/[\w/]+\/read$/.test(right)),
    ).toEqual([]));
});
