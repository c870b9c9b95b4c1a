import { armKey } from '../arm-id.ts';
import type { CauseCode } from './causes.ts';
import { type Difference, differenceKey } from './difference.ts';
import { hashId } from './hash.ts';
import { instantOf } from './time.ts';

export type ChangeSource = 'observed' | 'change-history' | 'activity-log';

/** How an operation of the activity log ended. */
export type OperationStatus = 'started' | 'succeeded' | 'failed';

/**
 * One record of a change, as one source tells it. `observed` follows from observations, `change-history` has Azure's
 * values, `activity-log` is an operation and has no differences.
 */
export type Change = {
  readonly id: string;
  /** ARM id of the service. */
  readonly service: string;
  /** ISO time; of an observed change the first sight of what is new, of an operation its last event. */
  readonly at: string;
  /** ISO time: the change lies after it. Of an operation its first event; null where `at` is the moment itself. */
  readonly notBefore: string | null;
  readonly source: ChangeSource;
  readonly causes: readonly CauseCode[];
  readonly differences: readonly Difference[];
  readonly correlationId: string | null;
  /** Name of a person or an application; null where the source does not tell, or where names were left out. */
  readonly changedBy: string | null;
  /** User, Application, ManagedIdentity, System, Unknown or another text of Azure's. */
  readonly changedByType: string | null;
  /** RBAC operation, such as Microsoft.ApiManagement/service/write. */
  readonly operation: string | null;
  /** Of an operation; null for the other sources. */
  readonly status: OperationStatus | null;
  /** Azure cut the list of differences or a value short. */
  readonly truncated: boolean;
};

/** The id of a change that has none of Azure's own: service, source, time and differences. */
export function changeId(change: Pick<Change, 'service' | 'source' | 'at' | 'differences'>): string {
  const differences = change.differences.map(differenceKey).sort().join('\n');
  return hashId(`${armKey(change.service)}|${change.source}|${instantOf(change.at)}|${differences}`);
}

const statusRank: Readonly<Record<OperationStatus, number>> = { started: 0, succeeded: 1, failed: 2 };

function larger(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a >= b ? a : b;
}

function smaller<T extends string>(a: T, b: T): T {
  const [first = a] = [a, b].sort();
  return first;
}

function later(a: string, b: string): string {
  return instantOf(a) > instantOf(b) || (instantOf(a) === instantOf(b) && a > b) ? a : b;
}

function earliest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return later(a, b) === a ? b : a;
}

function fuller(a: Change, b: Change): Change {
  const weight = (one: Change) => JSON.stringify([one.differences, one.causes]);
  const [left, right] = [weight(a), weight(b)];
  if (left.length !== right.length) return left.length > right.length ? a : b;
  if (a.truncated !== b.truncated) return a.truncated ? b : a;
  return left > right ? a : b;
}

/**
 * Two records with one id: what one of them lacks (a name left out of an export, the end of an operation that was
 * still running) comes from the other. Field by field, so that the order of arrival does not matter.
 */
export function joinChanges(a: Change, b: Change): Change {
  const values = fuller(a, b);
  const status =
    a.status === null || b.status === null
      ? (a.status ?? b.status)
      : statusRank[a.status] >= statusRank[b.status]
        ? a.status
        : b.status;
  return {
    id: a.id,
    service: smaller(a.service, b.service),
    at: later(a.at, b.at),
    notBefore: earliest(a.notBefore, b.notBefore),
    source: smaller(a.source, b.source),
    causes: values.causes,
    differences: values.differences,
    correlationId: larger(a.correlationId, b.correlationId),
    changedBy: larger(a.changedBy, b.changedBy),
    changedByType: larger(a.changedByType, b.changedByType),
    operation: larger(a.operation, b.operation),
    status,
    truncated: values.truncated,
  };
}

/** Order of records in files and lists: by time, then by id. */
export function compareChanges(a: Change, b: Change): number {
  return instantOf(a.at) - instantOf(b.at) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
