import type { JsonObject } from '../../world/json.ts';
import type { SandboxSubscription } from '../../world/model.ts';
import { type Answer, ok } from '../answer.ts';
import { mayDo } from '../authorize.ts';
import type { Exchange } from '../exchange.ts';
import { page } from '../paging.ts';
import { subscriptionNotFound } from '../refusals.ts';

const read = 'Microsoft.Resources/subscriptions/read';

/** The subscriptions of the token's tenant in which the caller has a right, whatever a fault forbids inside them. */
export function listSubscriptions(exchange: Exchange): Answer {
  const { arm, caller } = exchange;
  const visible = arm.world
    .allSubscriptions()
    .filter(
      ({ id, tenantId }) =>
        tenantId === caller.tenantId && arm.assignments.roleOf(caller.objectId, id)?.allows(read),
    );
  return ok(page(exchange, visible, arm.settings.pageSize, subscriptionWire));
}

export function getSubscription({ arm, params }: Exchange): Answer {
  const { subscriptionId = '' } = params;
  const subscription = arm.world.subscription(subscriptionId);
  if (!subscription) throw subscriptionNotFound(subscriptionId);
  return ok(subscriptionWire(subscription));
}

export function listResourceGroups(exchange: Exchange): Answer {
  const { arm, params } = exchange;
  const { subscriptionId = '' } = params;
  const groups = arm.world.groupsOf(subscriptionId);
  return ok(
    page(exchange, groups, arm.settings.pageSize, name => ({
      id: `/subscriptions/${subscriptionId.toLowerCase()}/resourceGroups/${name}`,
      name,
      type: 'Microsoft.Resources/resourceGroups',
      location: 'westeurope',
      tags: {},
      properties: { provisioningState: 'Succeeded' },
    })),
  );
}

/** What the caller may see of the tenant as Resource Graph reads it: rights and faults together. */
export function readableSubscriptions(
  exchange: Pick<Exchange, 'arm' | 'caller'>,
): readonly SandboxSubscription[] {
  const { arm, caller } = exchange;
  return arm.world.allSubscriptions().filter(({ id, tenantId }) => {
    const role = arm.assignments.roleOf(caller.objectId, id);
    return tenantId === caller.tenantId && role?.readsResources === true && mayDo(exchange, id, read);
  });
}

function subscriptionWire({ id, tenantId, name, state, tags }: SandboxSubscription): JsonObject {
  return {
    id: `/subscriptions/${id}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    tags,
    subscriptionId: id,
    tenantId,
    displayName: name,
    state,
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'EnterpriseAgreement_2014-09-01',
      spendingLimit: 'Off',
    },
  };
}
