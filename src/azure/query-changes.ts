import { queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import { armKey, formatServiceId, parseServiceId } from '../domain/arm-id.ts';
import type { UnreadableRow } from '../domain/service.ts';
import type { PropertyChange } from '../domain/timeline/azure-change-paths.ts';
import type { ResourceChange } from '../domain/timeline/azure-changes.ts';
import { type ArmError, armErrorOf } from './arm-error.ts';
import { type Azure, azureKey } from './azure.ts';
import { changesKql, changesOfKql } from './changes-kql.ts';
import { freshness } from './freshness.ts';
import {
  inGroups,
  queryResourceGraph,
  type SubscriptionSelection,
  sortedIds,
} from './query-resource-graph.ts';
import { type RowReader, readRows } from './read-rows.ts';
import { text } from './wire.ts';

export type ChangeHistory = {
  /** Newest first; no change comes twice. */
  readonly changes: readonly ResourceChange[];
  readonly unreadable: readonly UnreadableRow[];
  /** ISO time of the oldest change, null without any: how far back the answer really reaches is not said by Azure. */
  readonly oldest: string | null;
  /** Why a part of it is missing; null where nothing is. */
  readonly incomplete: ArmError | null;
  /** Epoch ms of the last answer. */
  readonly receivedAt: number;
};

const isTime = v.check((time: string) => !Number.isNaN(Date.parse(time)), 'is not a time');

/** A row of our query over `resourcechanges` (azure-rest-api-specs, resources/changes; the table of the same name). */
const changeRow = v.object({
  id: v.pipe(v.string(), v.nonEmpty('is empty')),
  targetResourceId: v.pipe(v.string(), v.nonEmpty('is empty')),
  changeType: v.string(),
  timestamp: v.pipe(v.string(), isTime),
  correlationId: text,
  changedBy: text,
  changedByType: text,
  operation: text,
  isTruncated: v.nullish(v.unknown(), null),
  changes: v.pipe(
    v.nullish(
      v.custom<object>(value => typeof value === 'object' && !Array.isArray(value)),
      {},
    ),
    v.transform(changes =>
      Object.fromEntries(Object.entries(changes).map(([path, one]) => [path, change(one)])),
    ),
  ),
});

const reader: RowReader<v.InferOutput<typeof changeRow>, ResourceChange> = {
  schema: changeRow,
  map: row => row,
};

function change(value: unknown): PropertyChange {
  const result = v.safeParse(propertyChange, value);
  // A property in a form that nobody has seen yet did change: how, is not known.
  return result.success ? result.output : { previousValue: null, newValue: null, isTruncated: true };
}

const propertyChange = v.object({
  previousValue: v.nullish(v.unknown(), null),
  newValue: v.nullish(v.unknown(), null),
  isTruncated: v.nullish(v.unknown(), null),
});

/**
 * The change history of all services in the selected subscriptions.
 * @throws ArmError where nothing could be read.
 */
export async function queryChanges(azure: Azure, { subscriptionIds, signal }: Scope): Promise<ChangeHistory> {
  const groups = inGroups(subscriptionIds);
  const parts = await Promise.all(groups.map(group => readChanges(azure, changesKql, group, signal)));
  return joined(parts);
}

/** The change history of one service. @throws ArmError where nothing could be read. */
export async function queryChangesOf(
  azure: Azure,
  { id, signal }: { readonly id: string; readonly signal?: AbortSignal | undefined },
): Promise<ChangeHistory> {
  const parsed = parseServiceId(id);
  const kql = changesOfKql(parsed ? formatServiceId(parsed) : id);
  return joined([await readChanges(azure, kql, parsed ? [parsed.subscriptionId] : 'all', signal)]);
}

type Scope = { readonly subscriptionIds: SubscriptionSelection; readonly signal?: AbortSignal | undefined };
type Part = Omit<ChangeHistory, 'oldest'>;

async function readChanges(
  azure: Azure,
  kql: string,
  subscriptionIds: SubscriptionSelection,
  signal: AbortSignal | undefined,
): Promise<Part> {
  const changes: ResourceChange[] = [];
  const unreadable: UnreadableRow[] = [];
  let receivedAt = 0;
  let incomplete: ArmError | null = null;
  const query = {
    operation: 'query the change history',
    kql,
    subscriptionIds,
    signal,
  };
  try {
    for await (const page of queryResourceGraph(azure, query)) {
      const rows = await readRows(reader, page.rows, signal);
      changes.push(...rows.rows);
      unreadable.push(...rows.unreadable);
      receivedAt = page.receivedAt;
    }
  } catch (cause) {
    incomplete = armErrorOf(cause);
  }
  return { changes, unreadable, incomplete, receivedAt };
}

function joined(parts: readonly Part[]): ChangeHistory {
  const incomplete = parts.find(part => part.incomplete)?.incomplete ?? null;
  const receivedAt = Math.max(0, ...parts.map(part => part.receivedAt));
  if (incomplete && receivedAt === 0) throw incomplete;
  const distinct = new Map(parts.flatMap(part => part.changes).map(one => [armKey(one.id), one]));
  const changes = [...distinct.values()].sort((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp));
  return {
    changes,
    unreadable: parts.flatMap(part => part.unreadable),
    oldest: changes.at(-1)?.timestamp ?? null,
    incomplete,
    receivedAt,
  };
}

export function changesQuery(azure: Azure, selection: SubscriptionSelection) {
  const ids = selection === 'all' ? 'all' : sortedIds(selection);
  return queryOptions({
    queryKey: [...azureKey(azure), 'changes', ids] as const,
    queryFn: ({ signal }) => queryChanges(azure, { subscriptionIds: ids, signal }),
    staleTime: freshness.changes,
    retry: false,
  });
}

export function changesOfQuery(azure: Azure, id: string) {
  return queryOptions({
    queryKey: [...azureKey(azure), 'changes-of', armKey(id)] as const,
    queryFn: ({ signal }) => queryChangesOf(azure, { id, signal }),
    staleTime: freshness.changes,
    retry: false,
  });
}
