/** The Microsoft pages that guidance rests on. */
export const docs = {
  addresses: 'https://learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses',
  vnetReference: 'https://learn.microsoft.com/azure/api-management/virtual-network-reference',
  vnetExternal: 'https://learn.microsoft.com/azure/api-management/api-management-using-with-vnet',
  vnetInternal: 'https://learn.microsoft.com/azure/api-management/api-management-using-with-internal-vnet',
  integration: 'https://learn.microsoft.com/azure/api-management/integrate-vnet-outbound',
  injection: 'https://learn.microsoft.com/azure/api-management/inject-vnet-v2',
  multiRegion: 'https://learn.microsoft.com/azure/api-management/api-management-howto-deploy-multi-region',
  privateEndpoint: 'https://learn.microsoft.com/azure/api-management/private-endpoint',
  vnetConcepts: 'https://learn.microsoft.com/azure/api-management/virtual-network-concepts',
  tiers: 'https://learn.microsoft.com/azure/api-management/api-management-features',
  migration: 'https://learn.microsoft.com/azure/api-management/migrate-stv1-to-stv2',
  zones: 'https://learn.microsoft.com/azure/api-management/enable-availability-zone-support',
  serviceTags: 'https://learn.microsoft.com/azure/virtual-network/service-tags-overview',
  routes: 'https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview',
  serviceEndpoints:
    'https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview',
  natGateway: 'https://learn.microsoft.com/azure/nat-gateway/nat-overview',
  storageFirewall: 'https://learn.microsoft.com/azure/storage/common/storage-network-security',
  subscriptionStates: 'https://learn.microsoft.com/azure/cost-management-billing/manage/subscription-states',
  armService:
    'https://learn.microsoft.com/rest/api/apimanagement/api-management-service/get?view=rest-apimanagement-2024-05-01',
} as const;
