import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileTarget } from './file-target.ts';
import { replaceTarget } from './replace-target.ts';
import type { Target } from './target.ts';
import { addLine, linesOf } from './testing/lines.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recorder-'));
  path = join(folder, 'history.jsonl');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a file on this machine', () => {
  it('loses no line of two recorders that write a hundred times each', async () => {
    const rounds = async (name: string) => {
      for (let round = 0; round < 100; round++) await addLine(fileTarget(path), `${name} ${round}`);
    };
    await Promise.all([rounds('a'), rounds('b')]);
    const lines = await linesOf(fileTarget(path));
    const all = ['a', 'b'].flatMap(name => Array.from({ length: 100 }, (_, round) => `${name} ${round}`));
    expect([...lines].sort()).toEqual(all.sort());
    expect(await readdir(folder)).toEqual(['history.jsonl']);
  });

  it('stays as it was where the recorder fails between reading and writing', async () => {
    await writeFile(path, 'old\n');
    await expect(
      replaceTarget(fileTarget(path), async () => ({
        lines: (function* () {
          yield 'new\n'.repeat(100_000);
          throw new Error('killed');
        })(),
        result: null,
      })),
    ).rejects.toThrow('killed');
    expect(await readFile(path, 'utf8')).toBe('old\n');
    expect(await readdir(folder)).toEqual(['history.jsonl']);
  });

  it('does not replace a file that somebody else wrote after it was read', async () => {
    await writeFile(path, 'old\n');
    const target: Target = fileTarget(path);
    const { version } = await target.read();
    await writeFile(path, 'theirs\n');
    expect(await target.write(['ours\n'], version)).toBe('conflict');
    expect(await readFile(path, 'utf8')).toBe('theirs\n');
  });

  it('takes over the lock and removes the leftovers of a recorder that was killed', async () => {
    const leftover = join(folder, '.history.jsonl.1-killed.tmp');
    for (const file of [`${path}.lock`, leftover]) {
      await writeFile(file, 'killed');
      await utimes(file, new Date(0), new Date(0));
    }
    await addLine(fileTarget(path), 'alive');
    expect(await readdir(folder)).toEqual(['history.jsonl']);
    expect(await readFile(path, 'utf8')).toBe('alive\n');
  });

  it('says why a place cannot be read', async () => {
    await expect(addLine(fileTarget(folder), 'a')).rejects.toThrow(
      `${folder} cannot be read: it is not a file`,
    );
  });
});
