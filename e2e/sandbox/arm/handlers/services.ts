import type { Json } from '../../world/json.ts';
import type { SandboxService } from '../../world/model.ts';
import { serviceWire } from '../../world/wire/service.ts';
import { type Answer, ok } from '../answer.ts';
import type { Exchange } from '../exchange.ts';
import { page } from '../paging.ts';
import { resourceNotFound } from '../refusals.ts';

/** The services of a subscription, or of one of its resource groups. */
export function listServices(exchange: Exchange): Answer {
  const { arm, params } = exchange;
  const { subscriptionId = '', group } = params;
  const all = arm.world.servicesOf(subscriptionId);
  const asked = group
    ? all.filter(service => service.resourceGroup.toLowerCase() === group.toLowerCase())
    : all;
  return ok(page(exchange, asked, arm.settings.pageSize, serviceWire));
}

export function getService(exchange: Exchange): Answer {
  const service = findService(exchange);
  return ok(serviceWire(service), { etag: `"${service.modifiedAt}"` });
}

/** The service that the path names. @throws ArmRefusal 404 */
export function findService({ arm, params }: Exchange): SandboxService {
  const { subscriptionId = '', group = '', name = '' } = params;
  const service = arm.world.service(
    `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.ApiManagement/service/${name}`,
  );
  if (!service) throw resourceNotFound(`Microsoft.ApiManagement/service/${name}`, group);
  return service;
}

const capacities: Readonly<Record<string, readonly [maximum: number, scaleType: string]>> = {
  Developer: [1, 'none'],
  Basic: [2, 'manual'],
  Standard: [4, 'automatic'],
  Premium: [10, 'automatic'],
  Isolated: [1, 'automatic'],
};

/** The tiers that a service can move to: the classic ones among themselves, any other tier to itself alone. */
export function listSkus(exchange: Exchange): Answer {
  const { tier } = findService(exchange);
  const names = tier in capacities ? Object.keys(capacities) : [tier];
  return ok({ value: names.map(skuWire), nextLink: null });
}

function skuWire(name: string): Json {
  const [maximum, scaleType] = capacities[name] ?? [];
  const capacity = maximum === undefined ? null : { minimum: 1, maximum, default: 1, scaleType };
  return { resourceType: 'Microsoft.ApiManagement/service', sku: { name }, capacity };
}
