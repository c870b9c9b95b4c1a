import { queryResourceGraph } from './graph/resource-graph.ts';
import { listActivity } from './handlers/activity-log.ts';
import { getNetworkResource, getSubnet, listServiceTagDetails, listServiceTags } from './handlers/network.ts';
import {
  getNetworkStatus,
  getRegionNetworkStatus,
  listOutboundDependencies,
} from './handlers/network-status.ts';
import { getService, listServices, listSkus } from './handlers/services.ts';
import { getSubscription, listResourceGroups, listSubscriptions } from './handlers/subscriptions.ts';
import { listTenants } from './handlers/tenants.ts';
import type { Route } from './router.ts';

const subscription = '/subscriptions/{subscriptionId}';
const group = `${subscription}/resourceGroups/{group}`;
const service = `${group}/providers/Microsoft.ApiManagement/service/{name}`;

const resources = { method: 'GET', provider: 'Microsoft.Resources' } as const;
const apim = { method: 'GET', provider: 'Microsoft.ApiManagement', type: 'service' } as const;
const network = { method: 'GET', provider: 'Microsoft.Network' } as const;
const networkKinds = [
  'virtualNetworks',
  'networkSecurityGroups',
  'routeTables',
  'publicIPAddresses',
  'publicIPPrefixes',
  'natGateways',
  'privateEndpoints',
  'networkInterfaces',
] as const;
const readServices = 'Microsoft.ApiManagement/service/read';

/** Everything that the sandbox answers. */
export const routes: readonly Route[] = [
  { ...resources, pattern: '/tenants', type: 'tenants', handle: listTenants },
  { ...resources, pattern: '/subscriptions', type: 'subscriptions', handle: listSubscriptions },
  {
    ...resources,
    pattern: subscription,
    type: 'subscriptions',
    action: 'Microsoft.Resources/subscriptions/read',
    handle: getSubscription,
  },
  {
    ...resources,
    pattern: `${subscription}/resourceGroups`,
    type: 'resourceGroups',
    action: 'Microsoft.Resources/subscriptions/resourceGroups/read',
    handle: listResourceGroups,
  },
  {
    ...apim,
    pattern: `${subscription}/providers/Microsoft.ApiManagement/service`,
    action: readServices,
    handle: listServices,
  },
  {
    ...apim,
    pattern: `${group}/providers/Microsoft.ApiManagement/service`,
    action: readServices,
    handle: listServices,
  },
  { ...apim, pattern: service, action: readServices, handle: getService },
  {
    ...apim,
    pattern: `${service}/skus`,
    action: 'Microsoft.ApiManagement/service/skus/read',
    handle: listSkus,
  },
  {
    ...apim,
    pattern: `${service}/networkstatus`,
    action: 'Microsoft.ApiManagement/service/networkstatus/read',
    handle: getNetworkStatus,
  },
  {
    ...apim,
    pattern: `${service}/locations/{location}/networkstatus`,
    action: 'Microsoft.ApiManagement/service/locations/networkstatus/read',
    handle: getRegionNetworkStatus,
  },
  {
    ...apim,
    pattern: `${service}/outboundNetworkDependenciesEndpoints`,
    action: 'Microsoft.ApiManagement/service/outboundNetworkDependenciesEndpoints/read',
    handle: listOutboundDependencies,
  },
  ...networkKinds.map(
    (kind): Route => ({
      ...network,
      pattern: `${group}/providers/Microsoft.Network/${kind}/{name}`,
      type: kind,
      action: `Microsoft.Network/${kind}/read`,
      handle: getNetworkResource(kind),
    }),
  ),
  {
    ...network,
    pattern: `${group}/providers/Microsoft.Network/virtualNetworks/{vnet}/subnets/{name}`,
    type: 'virtualNetworks/subnets',
    action: 'Microsoft.Network/virtualNetworks/subnets/read',
    handle: getSubnet,
  },
  {
    ...network,
    pattern: `${subscription}/providers/Microsoft.Network/locations/{location}/serviceTags`,
    type: 'locations/serviceTags',
    action: 'Microsoft.Network/locations/serviceTags/read',
    handle: listServiceTags,
  },
  {
    ...network,
    pattern: `${subscription}/providers/Microsoft.Network/locations/{location}/serviceTagDetails`,
    type: 'locations/serviceTagDetails',
    action: 'Microsoft.Network/locations/serviceTagDetails/read',
    handle: listServiceTagDetails,
  },
  {
    method: 'GET',
    provider: 'Microsoft.Insights',
    type: 'eventtypes/values',
    pattern: `${subscription}/providers/Microsoft.Insights/eventtypes/management/values`,
    action: 'Microsoft.Insights/eventtypes/values/Read',
    handle: listActivity,
  },
  {
    method: 'POST',
    provider: 'Microsoft.ResourceGraph',
    type: 'resources',
    pattern: '/providers/Microsoft.ResourceGraph/resources',
    handle: queryResourceGraph,
  },
];
