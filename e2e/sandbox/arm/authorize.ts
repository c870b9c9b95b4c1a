import { wrongTenant } from './authenticate.ts';
import type { Exchange } from './exchange.ts';
import {
  authorizationFailed,
  invalidSubscriptionId,
  resourceGroupNotFound,
  subscriptionNotFound,
} from './refusals.ts';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the caller may do something in a subscription. */
export function mayDo(
  { arm, caller }: Pick<Exchange, 'arm' | 'caller'>,
  subscriptionId: string,
  action: string,
): boolean {
  if (arm.faults.isForbidden(subscriptionId)) return false;
  return arm.assignments.roleOf(caller.objectId, subscriptionId)?.allows(action) ?? false;
}

/** The checks that come before a resource is looked for: subscription, tenant, right, group. @throws ArmRefusal 400, 401, 403, 404 */
export function authorize(exchange: Exchange, action: string): void {
  const { arm, caller, params, url } = exchange;
  const { subscriptionId = '', group } = params;
  if (!guid.test(subscriptionId)) throw invalidSubscriptionId(subscriptionId);
  const subscription = arm.world.subscription(subscriptionId);
  if (!subscription) throw subscriptionNotFound(subscriptionId);
  if (subscription.tenantId !== caller.tenantId) throw wrongTenant(caller.tenantId, subscription.tenantId);
  if (!mayDo(exchange, subscriptionId, action))
    throw authorizationFailed(caller.username, caller.objectId, action, scopeOf(url.pathname));
  if (group && !arm.world.hasGroup(subscriptionId, group)) throw resourceGroupNotFound(group);
}

/** The scope that a refusal names: the resource, or the group or subscription whose list was asked for. */
function scopeOf(path: string): string {
  const match =
    /^(\/subscriptions\/[^/]+(?:\/resourceGroups\/[^/]+)?)(\/providers\/[^/]+(?:\/[^/]+\/[^/]+)+)?/i.exec(
      path,
    );
  return decodeURI(`${match?.[1] ?? path}${match?.[2] ?? ''}`);
}
