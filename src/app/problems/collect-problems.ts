import type { Query, QueryClient } from '@tanstack/react-query';
import type { ArmWait } from '../../azure/arm-activity.ts';
import { ArmError } from '../../azure/arm-error.ts';
import { type Azure, azureKey } from '../../azure/azure.ts';
import { isNotOffered } from '../../azure/is-not-offered.ts';
import type { ActivityLog } from '../../azure/list-activity.ts';
import type { ChangeHistory } from '../../azure/query-changes.ts';
import type { FleetRead } from '../../azure/read-fleet.ts';
import type { GuidanceAnswer } from '../../azure/read-guidance.ts';
import type { NetworkRead } from '../../azure/read-network-facts.ts';
import type { SubnetRangesRead } from '../../azure/read-subnet-ranges.ts';
import { armName, armSegment } from '../../domain/arm-id.ts';
import { clock } from '../../ui/clock.ts';
import type { Problem, Retry } from './problem.ts';

/** What an answer tells of its own gaps; `about` is an ARM id, null for reads of many. */
type Gap = {
  readonly about: string | null;
  readonly subscriptionId?: string;
  readonly reason: ArmError | 'not-listed';
};

/** Not every tier and VNet mode has these: that is an answer, and no failure. */
const notForAll = new Set<unknown>(['network-status', 'outbound-dependencies']);

/**
 * Everything that this account's reads lack at this moment: reads that failed, gaps that answers name themselves, and
 * reads that wait to be sent again. What is on the screen comes first, and faults before missing rights.
 */
export function collectProblems(
  queries: QueryClient,
  azure: Azure,
  waits: readonly ArmWait[],
  reads: readonly Query[] = queries.getQueryCache().findAll({ queryKey: azureKey(azure) }),
): readonly Problem[] {
  const found = reads.flatMap(query => [...failureOf(query), ...gapsOf(queries, query)]);
  const distinct = new Map([...waits.map(waiting), ...found.sort(byWeight)].map(one => [one.key, one]));
  return [...distinct.values()];
}

function byWeight(a: Problem, b: Problem): number {
  return Number(b.isShown) - Number(a.isShown) || Number(b.isFault) - Number(a.isFault);
}

function failureOf(query: Query): readonly Problem[] {
  const { error, errorUpdatedAt } = query.state;
  if (error === null || (isNotOffered(error) && notForAll.has(query.queryKey[4]))) return [];
  const gap = { about: idOf(query), reason: error };
  return [problem(query, gap, clock.of(errorUpdatedAt))];
}

/** Which kind of answer a key holds is known by its own file in `src/azure`; so is where it names its gaps. */
function gapsOf(queries: QueryClient, query: Query): readonly Problem[] {
  const { queryKey, state } = query;
  const gaps = (): readonly Gap[] => {
    switch (queryKey[4]) {
      case 'fleet':
        return gapsOfFleet(queries.getQueryData<FleetRead>(queryKey));
      case 'changes':
      case 'changes-of':
        return whole(queries.getQueryData<ChangeHistory>(queryKey)?.incomplete);
      case 'activity':
        return whole(queries.getQueryData<ActivityLog>(queryKey)?.failure);
      case 'check-guidance':
        return whole(queries.getQueryData<GuidanceAnswer>(queryKey)?.error, idOf(query));
      case 'network-facts':
        return gapsOfNetwork(queries.getQueryData<NetworkRead>(queryKey));
      case 'subnet-ranges':
        return gapsOfNetwork(queries.getQueryData<SubnetRangesRead>(queryKey));
      default:
        return [];
    }
  };
  return gaps().map(gap => problem(query, gap, clock.of(state.dataUpdatedAt)));
}

function gapsOfFleet(read: FleetRead | undefined): readonly Gap[] {
  if (!read) return [];
  const missing = read.missing.map(({ subscriptionId, reason }) => ({ about: null, subscriptionId, reason }));
  return [...whole(read.incomplete), ...missing];
}

function gapsOfNetwork(read: Pick<SubnetRangesRead, 'failures'> | undefined): readonly Gap[] {
  return (read?.failures ?? []).map(({ of, error }) => {
    const subscriptionId = armSegment(of, 'subscriptions');
    return { about: of, reason: error, ...(subscriptionId !== undefined && { subscriptionId }) };
  });
}

function whole(reason: ArmError | null | undefined, about: string | null = null): readonly Gap[] {
  return reason ? [{ about, reason }] : [];
}

function problem(query: Query, gap: Omit<Gap, 'reason'> & Pick<Problem, 'reason'>, at: number): Problem {
  const { about, reason } = gap;
  const arm = reason instanceof ArmError ? reason : undefined;
  const notListed = about === null ? 'query services' : 'query a subnet';
  const operation = arm?.scope.operation ?? (reason === 'not-listed' ? notListed : 'read');
  const subscriptionId = gap.subscriptionId ?? arm?.scope.subscriptionId ?? null;
  const isRight = reason === 'not-listed' || arm?.kind === 'forbidden' || arm?.kind === 'not-found';
  return {
    key: `${operation} ${subscriptionId?.toLowerCase() ?? ''} ${about?.toLowerCase() ?? ''}`,
    operation,
    about: about === null ? null : armName(about),
    subscriptionId,
    reason,
    at,
    retry: retryOf(query, arm, isRight),
    isFault: !isRight,
    isShown: query.isActive(),
  };
}

function retryOf({ state }: Query, arm: ArmError | undefined, isRight: boolean): Retry {
  if (state.fetchStatus === 'fetching') return { by: 'itself-now' };
  if (state.fetchStatus === 'paused') return { by: 'connection' };
  if (arm?.kind === 'sign-in') return { by: 'sign-in', claims: arm.claims };
  return { by: isRight ? 'right' : 'reader' };
}

function waiting({ id, error, until }: ArmWait): Problem {
  const { operation, subscriptionId = null } = error.scope;
  return {
    key: `wait ${id}`,
    operation,
    about: null,
    subscriptionId,
    reason: error,
    at: null,
    retry: { by: 'itself', until },
    isFault: true,
    isShown: true,
  };
}

/** The ARM id that a key ends with, for reads of one resource. */
function idOf({ queryKey }: Query): string | null {
  const [, , , , , id] = queryKey;
  return typeof id === 'string' && id.startsWith('/') ? id : null;
}
