import type { Service, ServiceRegion, Subscription, UnreadableRow } from '../../service.ts';
import type { ChangeSummary } from '../change-summary.ts';
import { type FleetRow, toFleetRows } from '../fleet-row.ts';

export const subscriptionA = '11111111-0000-0000-0000-000000000001';
export const subscriptionB = '22222222-0000-0000-0000-000000000002';

export function sampleRegion(part: Partial<ServiceRegion> = {}): ServiceRegion {
  return {
    name: 'westeurope',
    displayName: 'West Europe',
    primary: true,
    units: 1,
    zones: [],
    publicIPAddresses: ['203.0.113.7'],
    privateIPAddresses: [],
    outboundPublicIPAddresses: [],
    subnetId: null,
    publicIpAddressId: null,
    natGatewayState: null,
    platformVersion: 'stv2',
    gatewayDisabled: false,
    gatewayRegionalUrl: null,
    ...part,
  };
}

export function sampleService(part: Partial<Service> = {}): Service {
  const name = part.name ?? 'contoso';
  const subscriptionId = part.subscriptionId ?? subscriptionA;
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.ApiManagement/service/${name}`,
    name,
    resourceGroup: 'rg',
    subscriptionId,
    tier: 'Premium',
    units: 1,
    vnetMode: 'None',
    provisioningState: 'Succeeded',
    targetProvisioningState: '',
    publicNetworkAccess: null,
    createdAt: null,
    regions: [sampleRegion()],
    hostNames: [],
    privateEndpoints: [],
    precreatedIps: [],
    tags: {},
    ...part,
  };
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
