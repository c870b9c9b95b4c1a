import { isAddressDifference } from '../src/domain/timeline/difference.ts';
import { isChange, type TimelineEntry } from '../src/domain/timeline/entry.ts';
import { emptyHistory, type History } from '../src/domain/timeline/history.ts';
import { timelineOf } from '../src/domain/timeline/merge.ts';
import type { RecordedHistory } from '../src/domain/timeline/recorded-history.ts';
import { instantOf } from '../src/domain/timeline/time.ts';

/** Changes of the touched services of which the file told nothing before, oldest first. */
export function newChanges(
  history: RecordedHistory,
  before: ReadonlyMap<string, History>,
  touched: Iterable<string>,
): readonly TimelineEntry[] {
  return inOrder(
    [...touched].flatMap(key => {
      const known = new Set(changesOf(before.get(key) ?? emptyHistory).flatMap(idsOf));
      return changesOf(history.of(key)).filter(entry => !idsOf(entry).some(id => known.has(id)));
    }),
  );
}

/** Every change since an instant (milliseconds since 1970), oldest first. */
export function changesSince(history: RecordedHistory, since: number): readonly TimelineEntry[] {
  return inOrder(
    [...history.keys].flatMap(key =>
      changesOf(history.of(key)).filter(entry => instantOf(entry.at) >= since),
    ),
  );
}

/** True where an address came, went or became another one. */
export function changesAddress({ differences }: TimelineEntry): boolean {
  return differences.some(isAddressDifference);
}

function changesOf(history: History): readonly TimelineEntry[] {
  return timelineOf(history).filter(isChange);
}

function idsOf({ changes }: TimelineEntry): readonly string[] {
  return changes.map(one => one.id);
}

function inOrder(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  return [...entries].sort((a, b) => instantOf(a.at) - instantOf(b.at));
}
