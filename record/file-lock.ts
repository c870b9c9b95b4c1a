import { randomUUID } from 'node:crypto';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { TargetError } from './target.ts';

/** A lock is held for a comparison and a rename: one this old was left by a recorder that died. */
const staleMs = 30_000;
const longestWaitMs = 60_000;

/** Runs work while no other recorder on this machine (or on the same share) is in its own. @throws TargetError */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + longestWaitMs;
  while (!(await take(path))) {
    await removeStale(path);
    if (Date.now() > giveUpAt)
      throw new TargetError(`${path} is held by another recorder. If none is running, delete it.`);
    await new Promise(done => setTimeout(done, 20 + Math.random() * 80));
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.write(
      `${JSON.stringify({ pid: process.pid, host: hostname(), at: new Date().toISOString() })}\n`,
    );
    await file.close();
    return true;
  } catch (error) {
    // Windows answers EPERM while another process deletes its lock.
    if (error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'EPERM'))
      return false;
    throw error;
  }
}

/** Moves a stale lock away first: of two recorders that find it, one alone can. A lock that turns out to be fresh is put back. */
async function removeStale(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found || Date.now() - found.mtimeMs < staleMs) return;
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    const moved = await stat(aside);
    if (moved.mtimeMs !== found.mtimeMs) await link(aside, path);
  } catch {
    // Somebody else was quicker.
  } finally {
    await rm(aside, { force: true });
  }
}
