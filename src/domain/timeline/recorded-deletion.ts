import type { TimelineEntry } from './entry.ts';
import type { History } from './history.ts';
import { timelineOf } from './merge.ts';

/**
 * The entry that ended the service, where Azure recorded that it was deleted and nothing tells that it came back. Null
 * where it may as well be hidden from this account.
 */
export function recordedDeletion(history: History): TimelineEntry | null {
  const last = timelineOf(history).findLast(beginsOrEnds);
  return last?.deleted ? last : null;
}

/** A service that is not there has no tier. */
function beginsOrEnds({ differences }: TimelineEntry): boolean {
  return differences.some(one => one.field === 'tier' && (one.before === null || one.after === null));
}
