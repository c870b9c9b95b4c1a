import { setTimeout as pause } from 'node:timers/promises';
import { type ExpectedOwner, readHistoryFile } from '../src/domain/timeline/file-read.ts';
import type { RecordedHistory } from '../src/domain/timeline/recorded-history.ts';
import { type Snapshot, type Target, TargetError } from './target.ts';

/** Another recorder may come between so often; each time both wait a little longer, at random. */
const mostConflicts = 30;
const longestPauseMs = 5_000;

type Next<T> = { readonly lines: Iterable<string>; readonly result: T };

/** Reads, lets a new file be made of what was read, and writes it, from the start wherever somebody else wrote meanwhile. @throws TargetError */
export async function replaceTarget<T>(
  target: Target,
  make: (snapshot: Snapshot, conflicts: number) => Promise<Next<T>>,
): Promise<T> {
  for (let conflicts = 0; ; conflicts++) {
    const snapshot = await target.read();
    const { lines, result } = await make(snapshot, conflicts);
    if ((await target.write(lines, snapshot.version)) === 'written') return result;
    if (conflicts >= mostConflicts)
      throw new TargetError(
        `${target.name} was written by others ${conflicts} times meanwhile. Nothing was written; try again.`,
      );
    await pause(Math.random() * Math.min(longestPauseMs, 50 * 2 ** conflicts));
  }
}

/** Reads the file into a history; false where there is none yet. @throws TargetError for a damaged file, which stays as it is */
export async function readTarget(
  target: Target,
  { chunks }: Snapshot,
  owner: ExpectedOwner,
  history: RecordedHistory,
): Promise<boolean> {
  if (!chunks) return false;
  const result = await readHistoryFile(chunks, owner, records => history.add(records));
  if (!result.ok)
    throw new TargetError(
      `${target.name}, line ${result.line}: ${result.reason}. The file was left as it is.`,
    );
  history.settle();
  return true;
}
