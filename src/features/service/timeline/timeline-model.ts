import { type ShownConflict, shownConflicts } from '../../../domain/timeline/conflicts.ts';
import { stepsOf } from '../../../domain/timeline/derive.ts';
import { isChange, type TimelineEntry } from '../../../domain/timeline/entry.ts';
import type { History } from '../../../domain/timeline/history.ts';
import { timelineOf } from '../../../domain/timeline/merge.ts';
import { type Observation, type Observer, observerOf } from '../../../domain/timeline/observation.ts';
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
  /** First and last sight of each observer; those who never looked are left out. */
  readonly seen: Readonly<Partial<Record<Observer, Seen>>>;
};

type Seen = { readonly since: number; readonly last: number };

/** `regions`: short forms in ARM's order, which comes before that of former regions. */
export function timelineModel(history: History, regions: readonly string[] = []): TimelineModel {
  const resolved = resolve(history.observations);
  const entries = [...timelineOf(history, stepsOf(history.observations, resolved))].reverse();
  const place = (region: string) => (regions.indexOf(region) + regions.length + 1) % (regions.length + 1);
  const tracks = [...tracksOf(history, resolved)].sort((a, b) => place(a.region) - place(b.region));
  const lanes = lanesOf(tracks);
  const pieces = tracks.flatMap(track => track.pieces);
  const starts = [...pieces.map(piece => piece.from), ...history.observations.map(one => instantOf(one.at))];
  const known = pieces.map(({ from, to }) => ({ from, to }));
  return {
    entries,
    tracks,
    lanes: lanes.filter(lane => !repeatsPublic(lane, lanes)),
    gaps: gapsOf([...resolved.stretches, ...known]),
    conflicts: shownConflicts(resolved.conflicts),
    knownSince: least(starts),
    seen: seenBy(history.observations),
  };
}

function seenBy(observations: readonly Observation[]): TimelineModel['seen'] {
  const seen: Partial<Record<Observer, Seen>> = {};
  for (const one of observations) {
    const [at, until] = [instantOf(one.at), instantOf(one.until)];
    const { since = at, last = until } = seen[observerOf(one)] ?? {};
    seen[observerOf(one)] = { since: Math.min(since, at), last: Math.max(last, until) };
  }
  return seen;
}

function least(instants: readonly number[]): number | null {
  return instants.length === 0 ? null : instants.reduce((a, b) => Math.min(a, b));
}

/** A line that the reader should see without asking: something changed, or somebody tried and failed. */
export function isNews(entry: TimelineEntry): boolean {
  return isChange(entry) || entry.truncated || entry.status === 'failed';
}
