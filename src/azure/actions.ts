import { readActions } from '../domain/network-facts.ts';

/**
 * The right that a 403 of each read asks for. Source: learn.microsoft.com/azure/role-based-access-control/permissions
 * (integration, networking, monitor). Null where Microsoft's list was not seen to name one.
 */
export const actions = {
  ...readActions,
  publicIpPrefixes: 'Microsoft.Network/publicIPPrefixes/read',
  networkInterfaces: 'Microsoft.Network/networkInterfaces/read',
  serviceTags: null,
  service: 'Microsoft.ApiManagement/service/read',
  networkStatus: 'Microsoft.ApiManagement/service/networkstatus/read',
  networkStatusOfRegion: 'Microsoft.ApiManagement/service/locations/networkstatus/read',
  outboundDependencies: 'Microsoft.ApiManagement/service/outboundNetworkDependenciesEndpoints/read',
  skus: null,
  changes: 'Microsoft.ApiManagement/service/read',
  activityLog: 'Microsoft.Insights/eventtypes/values/read',
} as const;
