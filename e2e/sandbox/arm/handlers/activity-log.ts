import type { JsonObject } from '../../world/json.ts';
import { type ActivityEvent, eventsOf, eventWire } from '../../world/wire/activity-events.ts';
import { type Answer, ok } from '../answer.ts';
import type { Exchange } from '../exchange.ts';
import { page } from '../paging.ts';
import { parameter } from '../parameter.ts';
import { badRequest } from '../refusals.ts';
import { type ActivityFilter, parseActivityFilter } from './activity-filter.ts';

const day = 86_400_000;
const keptMs = 90 * day;

/** What `$select` may name (azure-facts 6). */
const selectable = [
  'authorization',
  'claims',
  'correlationId',
  'description',
  'eventDataId',
  'eventName',
  'eventTimestamp',
  'httpRequest',
  'level',
  'operationId',
  'operationName',
  'properties',
  'resourceGroupName',
  'resourceProviderName',
  'resourceId',
  'status',
  'submissionTimestamp',
  'subStatus',
  'subscriptionId',
] as const;

/** The activity log of a subscription, newest first, 90 days back (azure-facts 6). */
export function listActivity(exchange: Exchange): Answer {
  const { arm, url, params } = exchange;
  const { subscriptionId = '' } = params;
  const now = arm.clock.now();
  const filter = parseActivityFilter(parameter(url, '$filter'), now);
  const select = parseSelect(parameter(url, '$select'));
  const prefix = `/subscriptions/${subscriptionId.toLowerCase()}/`;
  const events = arm.world.feed.operations
    .filter(operation => operation.resourceId.toLowerCase().startsWith(prefix))
    .flatMap(eventsOf)
    .filter(
      event => event.at > now - keptMs && event.at >= filter.from && event.at <= Math.min(filter.to, now),
    )
    .filter(event => matches(event, filter))
    .sort((left, right) => right.at - left.at);
  const tenantId = arm.world.subscription(subscriptionId)?.tenantId ?? '';
  return ok(page(exchange, events, arm.settings.logPageSize, event => select(eventWire(event, tenantId))));
}

function matches({ operation }: ActivityEvent, { by }: ActivityFilter): boolean {
  if (!by) return true;
  const wanted = by.value.toLowerCase();
  const [, , , , group = '', , provider = ''] = operation.resourceId.toLowerCase().split('/');
  switch (by.field) {
    case 'resourceGroupName':
      return group === wanted;
    case 'resourceProvider':
      return provider === wanted;
    case 'resourceUri':
      return operation.resourceId.toLowerCase() === wanted.replace(/\/+$/, '');
    case 'correlationId':
      return operation.correlationId === wanted;
  }
}

/**
 * Keeps what was selected. Whether `caller`, which cannot be selected, comes back all the same is not documented;
 * here it does, as readers of a log without names would learn nothing.
 */
function parseSelect(text: string | null): (event: JsonObject) => JsonObject {
  if (text === null || text === '') return event => event;
  const names = text
    .split(',')
    .map(name => selectable.find(one => one.toLowerCase() === name.trim().toLowerCase()));
  if (names.includes(undefined))
    throw badRequest('BadRequest', `The $select value '${text}' names a field that cannot be selected.`);
  const kept = new Set<string | undefined>([...names, 'caller', 'id']);
  return event => Object.fromEntries(Object.entries(event).filter(([name]) => kept.has(name)));
}
