import type { Change, OperationStatus } from './change.ts';
import type { Candidate, Who } from './entry.ts';
import { instantOf } from './time.ts';

/** Operations of the activity log that belong to one action (one correlation id), such as a deployment. */
export type Action = {
  readonly key: string;
  readonly operations: readonly Change[];
  /** Milliseconds: first and last event. */
  readonly from: number;
  readonly to: number;
  readonly status: OperationStatus;
};

/** The key under which records belong to one action of Azure's. */
export function actionKey(change: Change): string {
  return change.correlationId?.toLowerCase() ?? change.id;
}

export function actionsOf(changes: readonly Change[]): ReadonlyMap<string, Action> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    if (change.source !== 'activity-log') continue;
    const key = actionKey(change);
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return new Map([...groups].map(([key, operations]) => [key, actionOf(key, operations)]));
}

function actionOf(key: string, operations: readonly Change[]): Action {
  const has = (status: OperationStatus) => operations.some(one => one.status === status);
  return {
    key,
    operations,
    from: Math.min(...operations.map(one => instantOf(one.notBefore ?? one.at))),
    to: Math.max(...operations.map(one => instantOf(one.at))),
    status: has('failed') ? 'failed' : has('started') ? 'started' : 'succeeded',
  };
}

/** The succeeded actions that were under way in (`after`, `until`]. */
export function succeededWithin(actions: Iterable<Action>, after: number, until: number): Action[] {
  return [...actions].filter(one => one.status === 'succeeded' && one.to > after && one.from <= until);
}

function candidateOf(change: Change): Candidate {
  return { name: change.changedBy, type: change.changedByType, operation: change.operation };
}

/**
 * Null where no record names anybody or anything. Azure's change history is asked first, then the log; `possible` where
 * records of one source name different people.
 */
export function whoDid(changes: readonly Change[]): Who | null {
  const told = changes.filter(one => one.changedBy !== null || one.operation !== null);
  const naming = (['change-history', 'activity-log'] as const)
    .map(source => told.filter(one => one.source === source && one.changedBy !== null))
    .find(records => records.length > 0);
  const [first] = naming ?? told;
  if (!first) return null;
  const names = new Set(naming?.map(one => one.changedBy?.toLowerCase()));
  if (naming && names.size > 1)
    return { certainty: 'possible', candidates: distinct(naming.map(candidateOf)) };
  return {
    certainty: 'certain',
    ...candidateOf(first),
    operation: first.operation ?? told.find(one => one.operation !== null)?.operation ?? null,
  };
}

/** Several actions may have been it: their names, each once. */
export function mayHaveDone(actions: readonly Action[]): Who {
  return {
    certainty: 'possible',
    candidates: distinct(actions.flatMap(one => one.operations.map(candidateOf))),
  };
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(candidates.map(one => [`${one.name}|${one.operation}`.toLowerCase(), one])).values()];
}
