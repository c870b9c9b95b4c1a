import type { Operation } from '../feed/feed.ts';
import { guidOf } from '../guid.ts';
import type { JsonObject } from '../json.ts';

/** One event of the activity log before it is written out. Times are epoch ms. */
export type ActivityEvent = {
  readonly operation: Operation;
  readonly status: 'Started' | 'Accepted' | 'Succeeded' | 'Failed';
  readonly at: number;
};

/** The events of one operation, which share its correlation id (azure-facts 6): oldest first. */
export function eventsOf(operation: Operation): readonly ActivityEvent[] {
  const { at, durationMs, outcome } = operation;
  const started = at - durationMs;
  const accepted = { operation, status: 'Accepted', at: Math.min(at, started + 4000) } as const;
  return [
    { operation, status: 'Started', at: started },
    // What runs longer than a request is accepted first and succeeds later.
    ...(outcome === 'Succeeded' && durationMs > 60_000 ? [accepted] : []),
    { operation, status: outcome, at },
  ];
}

const codes = { Started: '', Accepted: 'Accepted', Succeeded: 'OK', Failed: 'Conflict' } as const;
const subStatus = {
  Started: '',
  Accepted: 'Accepted (HTTP Status Code: 202)',
  Succeeded: 'OK (HTTP Status Code: 200)',
  Failed: 'Conflict (HTTP Status Code: 409)',
} as const;

/** An event as the endpoint gives it without `$select`. Claims and the client's address are there, as in Azure: readers must not ask for them. */
export function eventWire({ operation, status, at }: ActivityEvent, tenantId: string): JsonObject {
  const { correlationId, resourceId, name, actor, error } = operation;
  const [, , subscriptionId = '', , group = '', , provider = '', type = ''] = resourceId.split('/');
  const eventDataId = guidOf(`${correlationId} ${status}`);
  const upn =
    actor.type === 'User' ? { 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': actor.name } : {};
  return {
    authorization: { action: name, scope: resourceId },
    caller: actor.name,
    channels: 'Operation',
    claims: {
      aud: 'https://management.core.windows.net/',
      iss: `https://sts.windows.net/${tenantId}/`,
      ...upn,
    },
    correlationId,
    description: '',
    eventDataId,
    eventName:
      status === 'Started' ? named('BeginRequest', 'Begin request') : named('EndRequest', 'End request'),
    category: named('Administrative', 'Administrative'),
    httpRequest: {
      clientRequestId: guidOf(`${correlationId} client`),
      clientIpAddress: '192.0.2.250',
      method: methodOf(name),
    },
    id: `${resourceId}/events/${eventDataId}/ticks/${ticks(at)}`,
    level: status === 'Failed' ? 'Error' : 'Informational',
    resourceGroupName: group,
    resourceProviderName: named(provider, provider),
    resourceUri: resourceId,
    resourceType: named(`${provider}/${type}`, `${provider}/${type}`),
    resourceId,
    operationId: correlationId,
    operationName: named(name, name),
    properties: {
      statusCode: codes[status],
      serviceRequestId: guidOf(`${correlationId} ${status} request`),
      entity: resourceId,
      message: name,
      statusMessage: error && status === 'Failed' ? JSON.stringify({ error }) : undefined,
    },
    status: named(status, status),
    subStatus: named(codes[status], subStatus[status]),
    eventTimestamp: precise(at),
    // The log lags: an event can be read a minute or two after it happened.
    submissionTimestamp: precise(at + 95_000),
    subscriptionId,
    tenantId,
  };
}

function named(value: string, localizedValue: string): JsonObject {
  return { value, localizedValue };
}

function methodOf(name: string): string {
  if (name.endsWith('/delete')) return 'DELETE';
  return name.endsWith('/action') ? 'POST' : 'PUT';
}

function precise(time: number): string {
  return new Date(time).toISOString().replace('Z', '0000Z');
}

/** .NET ticks: 100 ns since the year 1. */
function ticks(time: number): string {
  return String((BigInt(Math.trunc(time)) + 62_135_596_800_000n) * 10_000n);
}
