import { countBefore } from '../count-before.ts';
import type { Change } from './change.ts';
import type { Step } from './derive.ts';
import { type Draft, newDraft } from './draft.ts';
import { isPartOf } from './same-change.ts';
import { clockTolerance } from './time.ts';

/** Joins an observed change with what Azure recorded of it (`recorded` in the order of time); returns a line of its own where Azure recorded nothing. */
export function joinObserved(change: Change, step: Step, recorded: readonly Draft[]): Draft | undefined {
  const near = recorded.slice(
    firstAfter(recorded, step.notBefore - clockTolerance),
    firstAfter(recorded, step.at + clockTolerance),
  );
  const matching = near.filter(draft =>
    draft.told.some(one => step.differences.some(seen => isPartOf(one, seen))),
  );
  const told = matching.length > 0 ? matching : onlyCutShort(near, step);
  const [only] = told;
  if (!only) {
    const from = Number.isFinite(step.notBefore) ? step.notBefore : step.at;
    return { ...newDraft([change], from, step.at, null), context: step.context };
  }
  if (told.length === 1) {
    only.changes.push(change);
    only.seen.push(...step.differences);
    only.context = step.context;
  } else spread(change, step, told);
  return undefined;
}

/** A record of which Azure cut off every value tells what was observed, where it is the only one and nothing else claimed it. */
function onlyCutShort(near: readonly Draft[], { notBefore, at }: Step): readonly Draft[] {
  const cut = near.filter(draft => draft.told.length === 0 && draft.seen.length === 0);
  const within = cut.filter(draft => draft.at > notBefore && draft.at <= at);
  return [within, cut].find(found => found.length === 1) ?? [];
}

/** An observation that spans several of Azure's records: each keeps its own, and what none of them tells goes to the last one of its region. */
function spread(change: Change, step: Step, told: readonly Draft[]): void {
  for (const draft of told) {
    draft.changes.push(change);
    draft.context = { ...step.context, ...draft.context };
  }
  for (const seen of step.differences) {
    if (told.some(draft => draft.told.some(one => isPartOf(one, seen)))) continue;
    const sameRegion = told.filter(draft => draft.told.some(one => one.region === seen.region));
    const target = (sameRegion.length > 0 ? sameRegion : told).at(-1);
    target?.added.push(seen);
    const codes = seen.region === undefined ? undefined : step.causes.byRegion.get(seen.region);
    if (seen.region !== undefined && codes) target?.alsoExplained.set(seen.region, codes);
  }
}

/** Index of the first draft later than an instant, in drafts sorted by time. */
function firstAfter(drafts: readonly Draft[], instant: number): number {
  return countBefore(drafts, draft => draft.at <= instant);
}
