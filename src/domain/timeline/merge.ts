import { type CauseCode, type CauseContext, type Causes, causesOf } from './causes.ts';
import { type Change, type ChangeSource, compareChanges } from './change.ts';
import { changeOfStep, type Step, stepsOf } from './derive.ts';
import type { Difference } from './difference.ts';
import { type Draft, differencesOf, draftOfAction, draftsOfHistory } from './draft.ts';
import type { EntrySource, TimelineEntry } from './entry.ts';
import { isAbsent } from './facts.ts';
import type { History } from './history.ts';
import { joinObserved } from './join-observed.ts';
import { type Action, actionsOf, mayHaveDone, succeededWithin, whoDid } from './operations.ts';
import { clockTolerance, instantOf, isoOf } from './time.ts';
import { witnessesOf } from './witnesses.ts';

const sourceOrder: readonly EntrySource[] = [
  'observed',
  'recorded',
  'imported',
  'change-history',
  'activity-log',
];

/**
 * The timeline of one service, oldest first: what was observed, Azure's change history and the activity log as one list
 * in which each change stands once, with all sources that tell of it. What was observed may come from this browser, from
 * the reader's team, from a file that was taken in, or from several of them.
 */
export function timelineOf(
  history: History,
  steps: readonly Step[] = stepsOf(history.observations),
): readonly TimelineEntry[] {
  const [service] = [
    ...new Set([...history.observations, ...history.changes].map(one => one.service)),
  ].sort();
  if (service === undefined) return [];
  const changes = [...history.changes].sort(compareChanges);
  const actions = actionsOf(changes);
  const recorded = draftsOfHistory(changes, actions);
  const drafts = [...recorded];
  const witnesses = witnessesOf(history.observations);
  const seenBy = new Map<Change, readonly EntrySource[]>();
  for (const step of steps) {
    const change = changeOfStep(service, step);
    seenBy.set(change, witnesses(step));
    const own = joinObserved(change, step, recorded);
    if (own) drafts.push(own);
  }
  const used = new Set<string>();
  for (const draft of drafts) attachActions(draft, actions, used);
  for (const action of actions.values()) if (!used.has(action.key)) drafts.push(draftOfAction(action));
  return entriesOf(drafts, history, one => seenBy.get(one) ?? [one.source]);
}

/** Adds the log: by correlation id where Azure gives one, else by time if exactly one succeeded action can have been it. */
function attachActions(draft: Draft, actions: ReadonlyMap<string, Action>, used: Set<string>): void {
  if (draft.action !== null) {
    const action = actions.get(draft.action);
    if (action) take(draft, action, used);
    return;
  }
  if (draft.notBefore === null) return;
  const within = succeededWithin(actions.values(), draft.notBefore, draft.at);
  const [only] = within;
  if (only && within.length === 1) take(draft, only, used);
  else if (only) draft.possible = mayHaveDone(within);
}

function take(draft: Draft, action: Action, used: Set<string>): void {
  used.add(action.key);
  draft.changes.push(...action.operations);
}

/** Causes need the order of time: a region that had left before is reinstated, a service that had lived before is recreated. */
function entriesOf(
  drafts: readonly Draft[],
  history: History,
  sourcesOf: (change: Change) => readonly EntrySource[],
): TimelineEntry[] {
  const firstSeen = history.observations
    .filter(one => !isAbsent(one.facts))
    .reduce((first, one) => Math.min(first, instantOf(one.at)), Number.POSITIVE_INFINITY);
  const formerRegions = new Set<string>();
  let gone = false;
  return [...drafts]
    .sort((a, b) => a.at - b.at || compareChanges(first(a), first(b)))
    .map(draft => {
      const context: CauseContext = {
        ...draft.context,
        formerRegions: new Set([...(draft.context.formerRegions ?? []), ...formerRegions]),
        livedBefore: gone || firstSeen < (draft.notBefore ?? draft.at) - clockTolerance,
      };
      const differences = differencesOf(draft);
      const causes = withExplained(causesOf(differences, context), draft.alsoExplained);
      if (causes.all.includes('gone')) gone = true;
      for (const { region, field, after } of differences)
        if (region !== undefined && field === 'primary' && after === null) formerRegions.add(region);
      const sources = new Set(draft.changes.flatMap(sourcesOf));
      return entryOf(draft, { differences, causes, sources });
    });
}

function first(draft: Draft): Change {
  const [one] = [...draft.changes].sort(byWeight);
  if (!one) throw new RangeError('A line of the timeline without a record');
  return one;
}

/** The record that tells most comes first: Azure's values and moment, then what was seen, then the log. */
function byWeight(a: Change, b: Change): number {
  const weight: Readonly<Record<ChangeSource, number>> = {
    'change-history': 0,
    observed: 1,
    'activity-log': 2,
  };
  return weight[a.source] - weight[b.source] || compareChanges(a, b);
}

function withExplained(causes: Causes, also: ReadonlyMap<string, readonly CauseCode[]>): Causes {
  if (also.size === 0) return causes;
  const byRegion = new Map(causes.byRegion);
  for (const [region, codes] of also) {
    const own = (byRegion.get(region) ?? []).filter(code => code !== 'unexplained');
    byRegion.set(region, [...new Set([...own, ...codes])]);
  }
  const all = new Set([
    ...causes.all.filter(code => code !== 'unexplained'),
    ...[...byRegion.values()].flat(),
  ]);
  return { all: [...all], byRegion };
}

type Told = {
  readonly differences: readonly Difference[];
  readonly causes: Causes;
  readonly sources: ReadonlySet<EntrySource>;
};

function entryOf(draft: Draft, { differences, causes, sources }: Told): TimelineEntry {
  const changes = [...draft.changes].sort(byWeight);
  const main = first(draft);
  const log = changes.filter(one => one.source === 'activity-log');
  return {
    id: main.id,
    service: main.service,
    at: isoOf(draft.at),
    notBefore: draft.notBefore === null ? null : isoOf(draft.notBefore),
    causes: causes.all,
    causesByRegion: causes.byRegion,
    differences,
    sources: sourceOrder.filter(source => sources.has(source)),
    who: whoDid(changes) ?? draft.possible,
    status: log.some(one => one.status === 'failed') ? 'failed' : (log[0]?.status ?? null),
    truncated: changes.some(one => one.truncated),
    deleted: causes.all.includes('gone') && sources.has('change-history'),
    changes,
  };
}
