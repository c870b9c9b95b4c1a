import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { withLock } from './file-lock.ts';
import { piecesOf, type Snapshot, type Target, TargetError } from './target.ts';

/** Leftovers of a recorder that was killed are removed when they are this old: no recorder writes for an hour. */
const leftoverMs = 3_600_000;
/** Windows refuses to replace a file while somebody reads it. */
const renameTries = 20;

/**
 * A file on this machine. It is written beside the old one, flushed and renamed over it, so that a reader sees the old
 * file or the new one and a crash leaves the old one. A lock is held only while the version is compared and the name moved.
 */
export function fileTarget(path: string): Target {
  const given = resolve(path);
  return {
    name: path,
    async read(): Promise<Snapshot> {
      const handle = await open(given, 'r').catch(absent);
      if (!handle) return { version: null, chunks: null };
      try {
        if (!(await handle.stat()).isFile()) throw new Error('it is not a file');
        return { version: await versionOf(handle), chunks: handle.createReadStream() };
      } catch (error) {
        await handle.close();
        throw said(path, 'read', error);
      }
    },
    async write(lines, version) {
      try {
        await mkdir(dirname(given), { recursive: true });
        const place = await realpath(given).catch(() => given);
        return await replace(place, lines, version);
      } catch (error) {
        throw error instanceof TargetError ? error : said(path, 'written', error);
      }
    },
  };
}

async function replace(place: string, lines: Iterable<string>, version: string | null) {
  await removeLeftovers(place);
  const beside = join(dirname(place), `.${basename(place)}.${process.pid}-${randomUUID()}.tmp`);
  try {
    const file = await open(beside, 'wx');
    try {
      for (const piece of piecesOf(lines)) await file.write(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    return await withLock(`${place}.lock`, async () => {
      if ((await currentVersion(place)) !== version) return 'conflict';
      await renameOver(beside, place);
      return 'written';
    });
  } finally {
    await rm(beside, { force: true });
  }
}

async function currentVersion(place: string): Promise<string | null> {
  const handle = await open(place, 'r').catch(absent);
  if (!handle) return null;
  try {
    return await versionOf(handle);
  } finally {
    await handle.close();
  }
}

/** Of the open file, not of the name: the name may lead to another file a moment later. */
async function versionOf(handle: FileHandle): Promise<string> {
  const { ino, size, mtimeNs } = await handle.stat({ bigint: true });
  return `${ino}-${size}-${mtimeNs}`;
}

async function renameOver(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!isCode(error, 'EPERM', 'EACCES', 'EBUSY') || tries >= renameTries) throw error;
      await new Promise(done => setTimeout(done, 50));
    }
  }
}

async function removeLeftovers(place: string): Promise<void> {
  const begin = `.${basename(place)}.`;
  for (const name of await readdir(dirname(place))) {
    if (!name.startsWith(begin) || !name.endsWith('.tmp')) continue;
    const file = join(dirname(place), name);
    const found = await stat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > leftoverMs) await rm(file, { force: true });
  }
}

function absent(error: unknown): undefined {
  if (!isCode(error, 'ENOENT')) throw error;
}

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

function said(path: string, what: string, error: unknown): TargetError {
  return new TargetError(
    `${path} cannot be ${what}: ${error instanceof Error ? error.message : String(error)}`,
  );
}
