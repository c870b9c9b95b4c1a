import { type ShownConflict, shownConflicts } from '../../../domain/timeline/conflicts.ts';
import { stepsOf } from '../../../domain/timeline/derive.ts';
import { isChange, type TimelineEntry } from '../../../domain/timeline/entry.ts';
import type { History } from '../../../domain/timeline/history.ts';
import { timelineOf } from '../../../domain/timeline/merge.ts';
import { resolve } from '../../../domain/timeline/resolve.ts';
import { instantOf } from '../../../domain/timeline/time.ts';
import { type Track, tracksOf } from '../../../domain/timeline/track.ts';
import { type Gap, gapsOf, type Lane, lanesOf, repeatsPublic } from '../../../domain/timeline/validity.ts';

/** Everything that the tab shows of a history. Times in milliseconds since 1970. */
export type TimelineModel = {
  /** Newest first. */
  readonly entries: readonly TimelineEntry[];
  readonly tracks: readonly Track[];
  readonly lanes: readonly Lane[];
  readonly gaps: readonly Gap[];
  readonly conflicts: readonly ShownConflict[];
  /** First moment of which anything about addresses is known; null where nothing is. */
  readonly knownSince: number | null;
  /** First and last observation; null without any. */
  readonly observedSince: number | null;
  readonly lastSeen: number | null;
};

/** `regions`: short forms in ARM's order, which comes before that of former regions. */
export function timelineModel(history: History, regions: readonly string[] = []): TimelineModel {
  const resolved = resolve(history.observations);
  const entries = [...timelineOf(history, stepsOf(history.observations, resolved))].reverse();
  const place = (region: string) => (regions.indexOf(region) + regions.length + 1) % (regions.length + 1);
  const tracks = [...tracksOf(history, resolved)].sort((a, b) => place(a.region) - place(b.region));
  const lanes = lanesOf(tracks);
  const ends = history.observations.map(one => [instantOf(one.at), instantOf(one.until)] as const);
  const pieces = tracks.flatMap(track => track.pieces);
  const starts = [...pieces.map(piece => piece.from), ...ends.map(([at]) => at)];
  const known = pieces.map(({ from, to }) => ({ from, to }));
  return {
    entries,
    tracks,
    lanes: lanes.filter(lane => !repeatsPublic(lane, lanes)),
    gaps: gapsOf([...resolved.stretches, ...known]),
    conflicts: shownConflicts(resolved.conflicts),
    knownSince: least(starts),
    observedSince: least(ends.map(([at]) => at)),
    lastSeen: ends.length === 0 ? null : ends.reduce((last, [, until]) => Math.max(last, until), 0),
  };
}

function least(instants: readonly number[]): number | null {
  return instants.length === 0 ? null : instants.reduce((a, b) => Math.min(a, b));
}

/** A line that the reader should see without asking: something changed, or somebody tried and failed. */
export function isNews(entry: TimelineEntry): boolean {
  return isChange(entry) || entry.truncated || entry.status === 'failed';
}
