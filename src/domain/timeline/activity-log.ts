import { named } from './azure-changes.ts';
import { type Change, compareChanges, joinChanges, type OperationStatus } from './change.ts';
import { hashId } from './hash.ts';
import { instantOf, isoOf } from './time.ts';

/** One event of the activity log, after its schema: texts are the `value` of Azure's value and localizedValue pairs. */
export type ActivityEvent = {
  readonly eventDataId: string;
  readonly correlationId?: string | null | undefined;
  readonly operationName: string;
  /** Started, Accepted, Succeeded, Failed or another text. */
  readonly status: string;
  /** ISO time. */
  readonly eventTimestamp: string;
  readonly resourceId: string;
  readonly caller?: string | null | undefined;
};

/**
 * Operations that tell something about a service's addresses (names: Azure's permissions reference for integration
 * and networking). `migrateToStv2` is matched anywhere in a name: how Azure logs it is not documented.
 */
const relevant = [
  /^microsoft\.apimanagement\/service\/(write|delete)$/,
  /^microsoft\.apimanagement\/service\/(applynetworkconfigurationupdates|managedeployments|updatehostname|updatecertificate|backup|restore|scheduledmaintenance)\/action$/,
  /^microsoft\.apimanagement\/locations\/deletedservices\/delete$/,
  /^microsoft\.apimanagement\/.*migratetostv2/,
  /^microsoft\.network\/publicipaddresses\/(write|delete)$/,
  /^microsoft\.network\/virtualnetworks\/subnets\/write$/,
  /^microsoft\.network\/natgateways\/write$/,
  /^microsoft\.network\/(routetables|networksecuritygroups)\//,
];

export function isRelevantOperation(operationName: string): boolean {
  const name = operationName.toLowerCase();
  return relevant.some(pattern => pattern.test(name));
}

function statusOf(text: string): OperationStatus {
  const status = text.toLowerCase();
  if (status === 'succeeded') return 'succeeded';
  return status === 'failed' || status === 'canceled' || status === 'cancelled' ? 'failed' : 'started';
}

/**
 * Folds the events of one service (and of resources it stands on, such as its public IP) into operations: one record for
 * what belongs together by correlation id, name and resource, from its first event to its last. Events that came on
 * another day, or twice, join the same record.
 */
export function operationsOf(service: string, events: readonly ActivityEvent[]): Change[] {
  const found = new Map<string, Change>();
  for (const event of events) {
    const instant = instantOf(event.eventTimestamp);
    if (Number.isNaN(instant) || !isRelevantOperation(event.operationName)) continue;
    const record = recordOf(service, event, isoOf(instant));
    const known = found.get(record.id);
    found.set(record.id, known ? joinChanges(known, record) : record);
  }
  return [...found.values()].sort(compareChanges);
}

function recordOf(service: string, event: ActivityEvent, at: string): Change {
  const correlationId = named(event.correlationId);
  const action = `${event.operationName}|${event.resourceId}`.toLowerCase();
  return {
    id: hashId(`activity-log|${correlationId?.toLowerCase() ?? event.eventDataId}|${action}`),
    service,
    at,
    notBefore: at,
    source: 'activity-log',
    causes: [],
    differences: [],
    correlationId,
    changedBy: named(event.caller),
    changedByType: null,
    operation: named(event.operationName),
    status: statusOf(event.status),
    truncated: false,
  };
}
