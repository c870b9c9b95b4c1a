import { regionName } from '../../../../src/domain/region.ts';
import type { Json, JsonObject } from '../json.ts';
import { type Region, type SandboxService, serviceId } from '../model.ts';
import { hostnameConfigurations, privateEndpointConnections, protocolProperties } from './service-parts.ts';
import { type Tier, tierOf } from './tier.ts';

/** The service as `GET` and the lists give it (api-version 2024-05-01, azure-facts 2.2 to 2.5). */
export function serviceWire(service: SandboxService): Json {
  const wire = regularWire(service);
  return service.spoil ? service.spoil(wire) : wire;
}

function regularWire(service: SandboxService): JsonObject {
  const { regions, name } = service;
  const [primary, ...others] = regions;
  const tier = tierOf(service.tier);
  return {
    id: serviceId(service),
    name,
    type: 'Microsoft.ApiManagement/service',
    tags: service.tags,
    location: primary.location,
    etag: etagOf(service),
    properties: {
      publisherEmail: 'api-team@contoso.example',
      publisherName: 'API team',
      notificationSenderEmail: 'apimgmt-noreply@mail.windowsazure.com',
      provisioningState: service.state,
      targetProvisioningState: service.targetState,
      createdAtUtc: precise(service.createdAt),
      ...urls(name, primary, tier),
      hostnameConfigurations: hostnameConfigurations(service),
      ...addresses(primary, tier),
      additionalLocations:
        others.length > 0
          ? others.map(region => additionalLocation(service, region, tier))
          : tier.dedicated
            ? null
            : undefined,
      virtualNetworkConfiguration: tier.dedicated || primary.subnetId ? subnet(primary) : undefined,
      customProperties: protocolProperties(service),
      virtualNetworkType: service.mode,
      certificates: tier.dedicated ? [] : undefined,
      disableGateway: primary.gatewayDisabled,
      natGatewayState: primary.nat ?? undefined,
      apiVersionConstraint: tier.dedicated ? { minApiVersion: '2019-12-01' } : undefined,
      publicIpAddressId: tier.dedicated ? primary.publicIpAddressId : undefined,
      publicNetworkAccess: service.publicNetworkAccess ?? undefined,
      privateEndpointConnections: privateEndpointConnections(service),
      platformVersion: primary.platform ?? undefined,
    },
    sku: { name: service.tier, capacity: tier.consumption ? 0 : primary.units },
    zones: primary.zones.length > 0 ? primary.zones : undefined,
    systemData: {
      createdBy: service.createdBy,
      createdByType: service.createdBy.includes('@') ? 'User' : 'Application',
      createdAt: precise(service.createdAt),
      lastModifiedBy: service.modifiedBy,
      lastModifiedByType: service.modifiedBy.includes('@') ? 'User' : 'Application',
      lastModifiedAt: precise(service.modifiedAt),
    },
  };
}

function urls(name: string, primary: Region, tier: Tier): JsonObject {
  const gatewayUrl = `https://${name}.azure-api.net`;
  if (!tier.dedicated) return { gatewayUrl };
  return {
    gatewayUrl,
    gatewayRegionalUrl: regionalUrl(name, primary),
    portalUrl: `https://${name}.portal.azure-api.net`,
    developerPortalUrl: `https://${name}.developer.azure-api.net`,
    managementApiUrl: `https://${name}.management.azure-api.net`,
    scmUrl: `https://${name}.scm.azure-api.net`,
  };
}

function regionalUrl(name: string, region: Region): string {
  return `https://${name}-${regionName(region.location)}-01.regional.azure-api.net`;
}

/** Consumption and the v2 tiers leave the keys out; the others fill the outbound list even without NAT. */
function addresses(region: Region, tier: Tier): JsonObject {
  if (!tier.dedicated && region.publicIPs.length === 0) return {};
  return {
    publicIPAddresses: region.publicIPs,
    privateIPAddresses: region.privateIPs.length > 0 ? region.privateIPs : null,
    outboundPublicIPAddresses: region.outboundIPs ?? region.publicIPs,
  };
}

function additionalLocation(service: SandboxService, region: Region, tier: Tier): JsonObject {
  return {
    location: region.location,
    sku: { name: service.tier, capacity: region.units },
    zones: region.zones,
    ...addresses(region, tier),
    publicIpAddressId: region.publicIpAddressId,
    virtualNetworkConfiguration: subnet(region),
    gatewayRegionalUrl: regionalUrl(service.name, region),
    natGatewayState: region.nat ?? undefined,
    disableGateway: region.gatewayDisabled,
    platformVersion: region.platform ?? undefined,
  };
}

function subnet({ subnetId }: Region): Json {
  if (!subnetId) return null;
  return { subnetResourceId: subnetId, vnetid: '00000000-0000-0000-0000-000000000000', subnetname: null };
}

/** ARM gives up to seven fraction digits. */
function precise(iso: string): string {
  return iso.replace(
    /(?:\.(\d{1,7}))?Z$/,
    (_, digits: string | undefined) => `.${(digits ?? '').padEnd(7, '0')}Z`,
  );
}

function etagOf(service: SandboxService): string {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32BE(Math.floor(Date.parse(service.modifiedAt) / 60_000) >>> 0, 4);
  return bytes.toString('base64');
}
