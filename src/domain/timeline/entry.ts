import type { CauseCode } from './causes.ts';
import type { Change, ChangeSource, OperationStatus } from './change.ts';
import type { Difference } from './difference.ts';

/** Where a line is known from: seen by this browser, recorded by the reader's team, told by a file that the reader took in, or one of Azure's two records. */
export type EntrySource = ChangeSource | 'recorded' | 'imported';

export type Candidate = {
  readonly name: string | null;
  readonly type: string | null;
  readonly operation: string | null;
};

/** Who made a change: `certain` only where Azure says so, or where one succeeded operation alone can have been it. */
export type Who =
  | ({ readonly certainty: 'certain' } & Candidate)
  | { readonly certainty: 'possible'; readonly candidates: readonly Candidate[] };

/** One line of the timeline: what one or several sources tell of the same change. */
export type TimelineEntry = {
  /** Id of the record that tells most. */
  readonly id: string;
  readonly service: string;
  /** ISO time: the moment, or the end of the span in which the change lies. */
  readonly at: string;
  /** ISO time: the change lies after it; null where `at` is the moment itself. */
  readonly notBefore: string | null;
  readonly causes: readonly CauseCode[];
  readonly causesByRegion: ReadonlyMap<string, readonly CauseCode[]>;
  /** Empty for an operation of the activity log that changed nothing that is known. */
  readonly differences: readonly Difference[];
  readonly sources: readonly EntrySource[];
  /** Null: not recorded. */
  readonly who: Who | null;
  /** How the operation ended, where the activity log tells. */
  readonly status: OperationStatus | null;
  readonly truncated: boolean;
  /** `gone` is certain to be a deletion: Azure recorded it. Otherwise the service may be hidden. */
  readonly deleted: boolean;
  /** The records behind the line. */
  readonly changes: readonly Change[];
};

/** True for an entry that changed something, unlike an operation of the log that stands alone. */
export function isChange(entry: Pick<TimelineEntry, 'differences'>): boolean {
  return entry.differences.length > 0;
}
