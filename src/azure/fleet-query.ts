/**
 * Every service, flat: the facts of a recorded observation, host names, tags and states. Only `id` and the other plain
 * columns make paging possible (Resource Graph gives no $skipToken where every column is dynamic), and only an order by
 * a unique column keeps pages from losing or doubling rows. Property names are case-sensitive.
 */
export const servicesKql = `resources
| where type =~ 'microsoft.apimanagement/service'
| project id, name, type, location, sku, zones, tags,
    provisioningState = properties.provisioningState,
    targetProvisioningState = properties.targetProvisioningState,
    createdAtUtc = properties.createdAtUtc,
    virtualNetworkType = properties.virtualNetworkType,
    virtualNetworkConfiguration = properties.virtualNetworkConfiguration,
    publicNetworkAccess = properties.publicNetworkAccess,
    publicIPAddresses = properties.publicIPAddresses,
    privateIPAddresses = properties.privateIPAddresses,
    outboundPublicIPAddresses = properties.outboundPublicIPAddresses,
    publicIpAddressId = properties.publicIpAddressId,
    natGatewayState = properties.natGatewayState,
    platformVersion = properties.platformVersion,
    disableGateway = properties.disableGateway,
    additionalLocations = properties.additionalLocations,
    privateEndpointConnections = properties.privateEndpointConnections,
    hostnameConfigurations = properties.hostnameConfigurations,
    gatewayUrl = properties.gatewayUrl,
    gatewayRegionalUrl = properties.gatewayRegionalUrl,
    portalUrl = properties.portalUrl,
    developerPortalUrl = properties.developerPortalUrl,
    managementApiUrl = properties.managementApiUrl,
    scmUrl = properties.scmUrl,
    precreatedIps = properties.customProperties['Microsoft.WindowsAzure.ApiManagement.Stv2MigrationPreCreatedIps']
| order by id asc`;

/** Names and states of the subscriptions in scope. */
export const subscriptionsKql = `resourcecontainers
| where type =~ 'microsoft.resources/subscriptions'
| project id, subscriptionId, name, tenantId, state = properties.state
| order by id asc`;
