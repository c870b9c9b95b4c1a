import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Bundle, withNamed } from './bundle.ts';
import { importCycle } from './import-cycle.ts';
import { jump, readHistory, withLine } from './size-history.ts';

/** Bytes that do not compress: a file of 10 kB weighs 10 kB. */
const bundle = new Bundle(
  {
    'index.html': { file: 'index-a.js', name: 'index', imports: ['_shared.js'] },
    'src/screen.tsx': { file: 'screen-b.js', name: 'screen', imports: ['_shared.js', 'index.html'] },
    'src/later.tsx': { file: 'later-c.js', name: 'later', imports: [] },
    '_shared.js': { file: 'shared-d.js', name: 'shared', imports: [] },
    'style.css': { file: 'style.css', name: '', imports: [] },
  },
  file => randomBytes(file.startsWith('screen') ? 30_000 : 10_000),
);

describe('a bundle', () => {
  it('weighs what an entry imports statically, each file once', () => {
    expect(bundle.sizeOf(['index.html']).gzip).toBeCloseTo(20, 0);
    expect(bundle.sizeOf(['index.html', 'src/screen.tsx']).gzip).toBeCloseTo(50, 0);
    expect(bundle.sizeOf(['*']).gzip).toBeCloseTo(60, 0);
  });

  it('names every script, the largest first', () => {
    expect(bundle.files()[0]).toMatchObject({ name: 'screen', file: 'screen-b.js' });
    expect(
      bundle
        .files()
        .map(one => one.name)
        .sort(),
    ).toEqual(['index', 'later', 'screen', 'shared']);
  });

  it('does not know an entry that it does not have', () => {
    expect(() => bundle.sizeOf(['src/gone.tsx'])).toThrow('src/gone.tsx');
  });
});

describe('a page', () => {
  const html =
    '<link rel="modulepreload" href="/assets/runtime-r.js"><script src="/assets/index-a.js"></script>';

  it('loads the scripts that its HTML names, and what its entry imports', () => {
    const manifest = withNamed(
      {
        'index.html': { file: 'assets/index-a.js', name: 'index', imports: ['_shared.js'] },
        '_runtime.js': { file: 'assets/runtime-r.js', name: 'runtime', imports: [] },
        '_shared.js': { file: 'assets/shared-s.js', name: 'shared', imports: [] },
        '_later.js': { file: 'assets/later-l.js', name: 'later', imports: [] },
      },
      html,
    );
    expect(manifest['index.html']?.imports).toEqual(['_shared.js', '_runtime.js']);
  });
});

describe('files that import each other', () => {
  const file = (...imports: string[]) => ({ imports });

  it.each([
    ['two', { page: file('a'), a: file('b'), b: file('a') }, ['a', 'b', 'a']],
    ['three', { a: file('b'), b: file('c'), c: file('a') }, ['a', 'b', 'c', 'a']],
    ['one that imports itself', { page: file('a'), a: file('a') }, ['a', 'a']],
    ['two behind what was seen already', { a: file(), b: file('a', 'c'), c: file('b') }, ['b', 'c', 'b']],
  ])('are found: %s', (_name, manifest, cycle) => {
    expect(importCycle(manifest)).toEqual(cycle);
  });

  it.each([
    ['a file that two import', { page: file('a', 'b'), a: file('c'), b: file('c'), c: file() }],
    ['a file that the manifest does not have', { page: file('gone') }],
  ])('are not seen in %s', (_name, manifest) => {
    expect(importCycle(manifest)).toBeUndefined();
  });

  it('are told by the names of the files', () => {
    expect(bundle.cycle()).toBeUndefined();
    const knot = new Bundle(
      {
        '_a.js': { file: 'a.js', name: 'shared', imports: ['_b.js'] },
        '_b.js': { file: 'b.js', name: '', imports: ['_a.js'] },
      },
      () => Buffer.alloc(0),
    );
    expect(knot.cycle()).toEqual(['shared', '_b.js', 'shared']);
  });
});

describe('the history of sizes', () => {
  const first = withLine([], { date: '2026-11-01', sizes: new Map([['a', 10.04]]) });
  const second = withLine(readHistory(first), { date: '2026-11-02', sizes: new Map([['b', 2]]) });

  it('gets a line for a version, and a column for a new total', () => {
    expect(first).toBe('date,a\n2026-11-01,10.0\n');
    expect(second).toBe('date,a,b\n2026-11-01,10.0,\n2026-11-02,,2.0\n');
  });

  it('tells a jump against the last line', () => {
    expect(jump(readHistory(first), 'a', 11.26)).toBe('1.3 kB more than on 2026-11-01');
    expect(jump(readHistory(first), 'a', 8)).toBe('2.0 kB less than on 2026-11-01');
    expect(jump(readHistory(first), 'a', 10.01)).toBe('');
    expect(jump(readHistory(second), 'a', 11)).toBe('');
    expect(jump([], 'a', 11)).toBe('');
  });
});
