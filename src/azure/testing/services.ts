/** A service as ARM gives it, small but whole. */
export function armServiceJson(subscriptionId: string, name: string, changed: Record<string, unknown> = {}) {
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/rg/providers/Microsoft.ApiManagement/service/${name}`,
    name,
    type: 'Microsoft.ApiManagement/service',
    location: 'West Europe',
    sku: { name: 'Premium', capacity: 1 },
    properties: {
      provisioningState: 'Succeeded',
      virtualNetworkType: 'None',
      publicIPAddresses: ['203.0.113.7'],
    },
    ...changed,
  };
}

/** The same service as a row of our Resource Graph query. */
export function rowJson(subscriptionId: string, name: string, changed: Record<string, unknown> = {}) {
  const { properties, ...rest } = armServiceJson(subscriptionId, name);
  return {
    ...rest,
    type: 'microsoft.apimanagement/service',
    location: 'westeurope',
    ...properties,
    ...changed,
  };
}
