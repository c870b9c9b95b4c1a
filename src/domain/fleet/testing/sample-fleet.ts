import { sampleRegion as regionOfArm, sampleService as serviceOfArm } from '../../guidance/samples.ts';
import type { Service, ServiceRegion, Subscription, UnreadableRow } from '../../service.ts';
import type { ChangeSummary } from '../change-summary.ts';
import { type FleetRow, toFleetRows } from '../fleet-row.ts';

export const subscriptionA = '11111111-0000-0000-0000-000000000001';
export const subscriptionB = '22222222-0000-0000-0000-000000000002';

/** A region as Resource Graph may tell it: without a word about NAT gateways. */
export function sampleRegion(part: Partial<ServiceRegion> = {}): ServiceRegion {
  return regionOfArm({ natGatewayState: null, ...part });
}

export function sampleService(part: Partial<Service> = {}): Service {
  const name = part.name ?? 'contoso';
  const subscriptionId = part.subscriptionId ?? subscriptionA;
  return serviceOfArm({
    id: `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.ApiManagement/service/${name}`,
    name,
    resourceGroup: 'rg',
    subscriptionId,
    publicNetworkAccess: null,
    createdAt: null,
    regions: [sampleRegion()],
    hostNames: [],
    ...part,
  });
}

const subscriptions: readonly Subscription[] = [
  { id: subscriptionA, name: 'Contoso Production', state: 'Enabled', tenantId: null },
  { id: subscriptionB, name: 'Fabrikam EU', state: 'Warned', tenantId: null },
];

export function sampleRows(
  services: readonly Partial<Service>[],
  changes?: ChangeSummary,
  unreadable: readonly UnreadableRow[] = [],
): readonly FleetRow[] {
  return toFleetRows({ services: services.map(sampleService), unreadable, subscriptions }, changes);
}

export function unreadableSample(name: string): UnreadableRow {
  return {
    id: `/subscriptions/${subscriptionA}/resourceGroups/rg/providers/Microsoft.ApiManagement/service/${name}`,
    name,
    problem: 'sku: is missing',
    json: '{}',
  };
}
