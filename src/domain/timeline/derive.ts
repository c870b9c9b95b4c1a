import { type Carried, carry, carryOn, differencesFrom } from './carry.ts';
import { type CauseContext, type Causes, causesOf } from './causes.ts';
import { type Change, changeId } from './change.ts';
import { comparable, sortedRegions } from './comparable.ts';
import { appeared, type Difference, differencesOfGone, differencesOfNew } from './difference.ts';
import { createdInstant, type FactValue, isAbsent, type ServiceFacts } from './facts.ts';
import type { Observation } from './observation.ts';
import { type Resolved, resolve, type Stretch } from './resolve.ts';
import { clockTolerance, isoOf } from './time.ts';

/** A change that follows from observations: it happened after `notBefore` and not after `at` (milliseconds since 1970). */
export type Step = {
  readonly notBefore: number;
  readonly at: number;
  /** When the observation that shows it began, and when each of its facts was last seen as before. */
  readonly shownAt: number;
  readonly lastSeen: readonly number[];
  readonly differences: readonly Difference[];
  readonly context: CauseContext;
  readonly causes: Causes;
};

type State = {
  carried: Carried | undefined;
  /** Last sight of the service being there, or being absent. */
  presence: 'unknown' | 'there' | 'absent';
  presenceSeen: number;
  readonly everRegions: Set<string>;
};

/** The change points of one service, in the order of time: nothing where observations agree, whatever their order of arrival. */
export function stepsOf(
  observations: readonly Observation[],
  resolved: Resolved = resolve(observations),
): Step[] {
  const state: State = {
    carried: undefined,
    presence: 'unknown',
    presenceSeen: Number.NEGATIVE_INFINITY,
    everRegions: new Set(),
  };
  const steps: Step[] = [];
  for (const stretch of resolved.stretches) {
    const step = isAbsent(stretch.observation.facts) ? goneStep(state, stretch) : thereStep(state, stretch);
    if (step) push(steps, step);
  }
  return steps;
}

function goneStep(state: State, stretch: Stretch): Step | undefined {
  const before = state.presence === 'there' ? state.carried : undefined;
  const seen = state.presenceSeen;
  const repeated = state.presence === 'absent';
  state.presence = 'absent';
  state.presenceSeen = repeated ? Math.max(seen, stretch.sureTo) : stretch.sureTo;
  return before && newStep(differencesOfGone(before.facts), [seen], stretch.sureFrom, {});
}

function thereStep(state: State, stretch: Stretch): Step | undefined {
  const { facts } = stretch.observation;
  const { carried, presence, presenceSeen } = state;
  const formerRegions = new Set(state.everRegions);
  for (const name of carried ? sortedRegions(carried.facts).names : []) {
    formerRegions.delete(name);
    state.everRegions.add(name);
  }
  state.presence = 'there';
  state.presenceSeen = presence === 'there' ? Math.max(presenceSeen, stretch.sureTo) : stretch.sureTo;

  if (!carried) {
    state.carried = carry(facts, stretch.sureTo);
    if (presence !== 'absent') return undefined;
    return newStep(
      differencesOfFirst(facts, presenceSeen, stretch.sureFrom),
      [presenceSeen],
      stretch.sureFrom,
      {},
    );
  }

  const found = differencesFrom(carried, facts);
  const recreatedSince =
    presence === 'absent' && isRecreated(carried.facts, facts, presenceSeen) ? presenceSeen : undefined;
  carryOn(carried, facts, stretch.sureTo);
  const differences = presence === 'absent' ? [appeared(facts), ...found.differences] : found.differences;
  if (differences.length === 0) return undefined;
  const lastSeen =
    recreatedSince !== undefined
      ? [recreatedSince]
      : presence === 'absent'
        ? [presenceSeen, ...found.lastSeen]
        : found.lastSeen;
  return newStep(differences, lastSeen, stretch.sureFrom, { formerRegions });
}

/** A new life that began after the service was seen to be absent: nothing of it can be older than that sight. */
function isRecreated(before: ServiceFacts, after: ServiceFacts, absentSince: number): boolean {
  const created = createdInstant(after);
  return (
    created >= absentSince - clockTolerance &&
    comparable('createdAt', before.createdAt) !== comparable('createdAt', after.createdAt)
  );
}

/** A service that was absent before and of which nothing else is known: created if Azure's own time says so, else it was hidden. */
function differencesOfFirst(facts: ServiceFacts, absentUntil: number, at: number): Difference[] {
  const { createdAt } = facts;
  const created = createdInstant(facts);
  const inside = created > absentUntil - clockTolerance && created <= at + clockTolerance;
  if (typeof createdAt !== 'string' || !inside) return [appeared(facts)];
  return [{ field: 'createdAt', before: null, after: createdAt }, ...differencesOfNew(facts)];
}

/** Where clocks overlap the last sight of the old may be later than the first of the new: the change lies between the two. */
function newStep(
  differences: readonly Difference[],
  lastSeen: readonly number[],
  sureFrom: number,
  context: CauseContext,
): Step {
  return {
    notBefore: Math.min(sureFrom, ...lastSeen),
    at: Math.max(sureFrom, ...lastSeen),
    shownAt: sureFrom,
    lastSeen,
    differences,
    context,
    causes: causesOf(differences, context),
  };
}

/**
 * Appends a step. One whose facts were not read at the step before (a subscription state that came in later) may have
 * happened with it: the two are one change then, with the span of both. Regions that came back did so at the step before.
 */
function push(steps: Step[], step: Step): void {
  const last = steps.at(-1);
  if (!last || !mayBelongTo(step, last, steps.at(-2))) {
    steps.push(step);
    return;
  }
  const differences = [...last.differences, ...step.differences];
  steps[steps.length - 1] = {
    ...last,
    notBefore: Math.min(last.notBefore, step.notBefore),
    at: Math.max(last.at, step.at),
    lastSeen: [...last.lastSeen, ...step.lastSeen],
    differences,
    causes: causesOf(differences, last.context),
  };
}

/** None of the step's facts was read when the last step showed, and that one is the only step they may belong to. */
function mayBelongTo(step: Step, last: Step, beforeLast: Step | undefined): boolean {
  return (
    Math.max(...step.lastSeen) < last.shownAt &&
    (!beforeLast || Math.min(...step.lastSeen) >= beforeLast.shownAt)
  );
}

/** Azure lists addresses in any order, and so do two who looked: the record of one change is the same whoever told it. */
function inOrder({ before, after, ...rest }: Difference): Difference {
  return {
    ...rest,
    ...(before !== undefined && { before: sorted(before) }),
    ...(after !== undefined && { after: sorted(after) }),
  };
}

function sorted(value: FactValue): FactValue {
  return typeof value === 'object' && value !== null ? [...value].sort() : value;
}

/** A step as the record that the history file holds. */
export function changeOfStep(service: string, step: Step): Change {
  const at = isoOf(step.at);
  const differences = step.differences.map(inOrder);
  return {
    id: changeId({ service, source: 'observed', at, differences }),
    service,
    at,
    notBefore: Number.isFinite(step.notBefore) ? isoOf(step.notBefore) : null,
    source: 'observed',
    causes: step.causes.all,
    differences,
    correlationId: null,
    changedBy: null,
    changedByType: null,
    operation: null,
    status: null,
    truncated: false,
  };
}

/** The observed changes of one service: derived anew from its observations, never stored on their own. */
export function observedChanges(observations: readonly Observation[]): Change[] {
  const service = observations[0]?.service;
  return service === undefined ? [] : stepsOf(observations).map(step => changeOfStep(service, step));
}
