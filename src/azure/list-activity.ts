import * as v from 'valibot';
import { armSegment } from '../domain/arm-id.ts';
import type { UnreadableRow } from '../domain/service.ts';
import type { ActivityEvent } from '../domain/timeline/activity-log.ts';
import { ArmError } from './arm-error.ts';
import type { ArmRequest } from './arm-request.ts';
import type { Azure } from './azure.ts';
import { listOf } from './collect-pages.ts';
import { freshness } from './freshness.ts';
import type { ById } from './get-resource.ts';
import { type RowReader, readRows } from './read-rows.ts';
import { resourceQuery } from './resource-query.ts';
import { looseText, required, text } from './wire.ts';

export type ActivityLog = {
  /** Newest first. */
  readonly events: readonly ActivityEvent[];
  readonly unreadable: readonly UnreadableRow[];
  /** ISO time since when the events are complete; null where that cannot be told. */
  readonly since: string | null;
  /** False: the log goes on behind `since`, because of its length or of a failure. */
  readonly whole: boolean;
  /** What broke the reading off; null where nothing did. */
  readonly failure: ArmError | null;
  /** Epoch ms. */
  readonly receivedAt: number;
};

const mostPages = 20;
/** Azure keeps 90 days; the hour leaves room for a clock that is ahead of Azure's. */
const windowMs = 90 * 24 * 3_600_000 - 3_600_000;

/** Without `claims` and `httpRequest`: names, groups and addresses of people that nobody here needs. */
const selected =
  'eventDataId,correlationId,operationName,status,eventTimestamp,resourceId,submissionTimestamp';

/** Azure writes these as a value with its translation; some tools as the value alone. */
const word = v.pipe(
  v.nullish(v.union([required, v.object({ value: v.nullish(required, '') })]), ''),
  v.transform(value => (typeof value === 'string' ? value : value.value)),
);

/** An event (azure-rest-api-specs, monitor 2015-04-01, EventData). `id` holds the resource where `resourceId` is missing. */
const activityRow = v.object({
  eventDataId: v.pipe(v.string(), v.nonEmpty('is empty')),
  id: looseText,
  resourceId: looseText,
  correlationId: text,
  operationName: word,
  status: word,
  eventTimestamp: v.pipe(
    v.string(),
    v.check(time => !Number.isNaN(Date.parse(time)), 'is not a time'),
  ),
  caller: looseText,
});

/**
 * What was done to a resource in the last 90 days: at most 20 pages, and how far back they reach.
 * @throws ArmError where not even the first page came; the right is `actions.activityLog`.
 */
export async function listActivity({ arm }: Azure, { id, signal }: ById): Promise<ActivityLog> {
  const to = arm.now();
  const from = new Date(to - windowMs).toISOString();
  const reader: RowReader<v.InferOutput<typeof activityRow>, ActivityEvent> = {
    schema: activityRow,
    map: row => toEvent(row, id),
  };
  const events: ActivityEvent[] = [];
  const unreadable: UnreadableRow[] = [];
  let failure: ArmError | null = null;
  let receivedAt = 0;
  let pages = 0;
  let whole = true;
  const request = requestOf(id, from, new Date(to).toISOString(), signal);
  try {
    for await (const answer of arm.pages(request)) {
      const page = await readRows(reader, listOf(request, answer), signal);
      events.push(...page.rows);
      unreadable.push(...page.unreadable);
      receivedAt = answer.receivedAt;
      pages++;
      whole = !hasNext(answer.body);
      if (pages === mostPages) break;
    }
  } catch (cause) {
    if (!(cause instanceof ArmError) || pages === 0) throw cause;
    failure = cause;
  }
  return {
    events: [...events].sort(newestFirst),
    unreadable,
    since: whole ? from : oldestOf(events),
    whole,
    failure,
    receivedAt,
  };
}

function requestOf(id: string, from: string, to: string, signal: AbortSignal | undefined): ArmRequest {
  const subscriptionId = armSegment(id, 'subscriptions') ?? '';
  return {
    operation: 'read the activity log',
    subscriptionId,
    path: `/subscriptions/${subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values`,
    apiVersion: '2015-04-01',
    query: {
      // An apostrophe inside of an OData text is written twice.
      $filter: `eventTimestamp ge '${from}' and eventTimestamp le '${to}' and resourceUri eq '${id.replaceAll("'", "''")}'`,
      $select: selected,
    },
    signal,
  };
}

function toEvent(row: v.InferOutput<typeof activityRow>, asked: string): ActivityEvent {
  const { eventDataId, correlationId, operationName, status, eventTimestamp, caller } = row;
  const resourceId = row.resourceId ?? row.id?.replace(/\/events\/.*$/i, '') ?? asked;
  return { eventDataId, correlationId, operationName, status, eventTimestamp, resourceId, caller };
}

function hasNext(body: unknown): boolean {
  return v.is(v.object({ nextLink: v.pipe(v.string(), v.nonEmpty()) }), body);
}

/** A log that was cut off is complete back to its oldest event only if it came newest first; Azure promises no order. */
function oldestOf(events: readonly ActivityEvent[]): string | null {
  const sorted = [...events].sort(newestFirst);
  const inOrder = sorted.every((event, at) => event.eventTimestamp === events[at]?.eventTimestamp);
  return inOrder ? (events.at(-1)?.eventTimestamp ?? null) : null;
}

function newestFirst(a: ActivityEvent, b: ActivityEvent): number {
  return Date.parse(b.eventTimestamp) - Date.parse(a.eventTimestamp);
}

/** The activity log of a service, or of a resource that it stands on, such as its public IP. */
export function activityQuery(azure: Azure, id: string) {
  return resourceQuery(azure, {
    kind: 'activity',
    id,
    staleTime: freshness.activityLog,
    get: listActivity,
  });
}
