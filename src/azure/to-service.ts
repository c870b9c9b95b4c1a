import { parseServiceId } from '../domain/arm-id.ts';
import { regionLabel, regionName } from '../domain/region.ts';
import type { HostName, PrivateEndpointConnection, Service, ServiceRegion } from '../domain/service.ts';
import { visibleText } from '../domain/visible-text.ts';
import type { RegionWire, ServiceWire } from './service-wire.ts';

/** A service in the product's words, from either shape of the wire. Ids and names keep ARM's spelling. */
export function toService(wire: ServiceWire): Service {
  const { subscriptionId = '', resourceGroup = '' } = parseServiceId(wire.id) ?? {};
  const regions = [
    toRegion(wire, true),
    ...wire.additionalLocations.map(location => toRegion(location, false)),
  ];
  return {
    id: wire.id,
    name: wire.name,
    resourceGroup: visibleText(resourceGroup),
    subscriptionId,
    tier: wire.sku?.name ?? '',
    units: sum(regions.map(region => region.units)),
    vnetMode: wire.virtualNetworkType ?? 'None',
    provisioningState: wire.provisioningState ?? '',
    targetProvisioningState: wire.targetProvisioningState ?? '',
    publicNetworkAccess: wire.publicNetworkAccess,
    createdAt: isoTime(wire.createdAtUtc),
    regions,
    hostNames: hostNames(wire),
    privateEndpoints: wire.privateEndpointConnections.map(toPrivateEndpoint),
    precreatedIps: precreatedIps(wire),
    tags: wire.tags,
  };
}

function toRegion(wire: RegionWire, primary: boolean): ServiceRegion {
  return {
    name: regionName(wire.location),
    displayName: regionLabel(wire.location),
    primary,
    units: wire.sku?.capacity ?? null,
    zones: wire.zones,
    publicIPAddresses: wire.publicIPAddresses,
    privateIPAddresses: wire.privateIPAddresses,
    outboundPublicIPAddresses: wire.outboundPublicIPAddresses,
    subnetId: wire.virtualNetworkConfiguration?.subnetResourceId ?? null,
    publicIpAddressId: wire.publicIpAddressId,
    natGatewayState: wire.natGatewayState,
    platformVersion: wire.platformVersion,
    gatewayDisabled: wire.disableGateway,
    gatewayRegionalUrl: wire.gatewayRegionalUrl,
  };
}

/** The configured names, then the default ones that ARM reports as URLs alone; each once. */
function hostNames(wire: ServiceWire): readonly HostName[] {
  const configured = wire.hostnameConfigurations.map(
    (one): HostName => ({
      type: one.type,
      hostName: one.hostName,
      certificateSource: one.certificateSource,
      certificateExpiry: isoTime(one.certificate?.expiry ?? null),
    }),
  );
  const regional = [wire, ...wire.additionalLocations].map(location => location.gatewayRegionalUrl);
  const reported = [
    ['Proxy', wire.gatewayUrl],
    ...regional.map(url => ['RegionalProxy', url] as const),
    ['Portal', wire.portalUrl],
    ['DeveloperPortal', wire.developerPortalUrl],
    ['Management', wire.managementApiUrl],
    ['Scm', wire.scmUrl],
  ] as const;
  const seen = new Set(configured.map(one => one.hostName.toLowerCase()));
  const found = [...configured];
  for (const [type, url] of reported) {
    const hostName = url !== null && URL.canParse(url) ? new URL(url).hostname : '';
    if (hostName === '' || seen.has(hostName)) continue;
    seen.add(hostName);
    found.push({ type, hostName, certificateSource: null, certificateExpiry: null });
  }
  return found;
}

type ConnectionWire = ServiceWire['privateEndpointConnections'][number];

function toPrivateEndpoint({ name, properties }: ConnectionWire): PrivateEndpointConnection {
  return {
    name: name ?? '',
    privateEndpointId: properties.privateEndpoint?.id ?? null,
    status: properties.privateLinkServiceConnectionState?.status ?? '',
  };
}

/** Source: Microsoft's article on migrating from stv1, "precreated IP address"; a comma between regions. */
const precreatedKey = 'microsoft.windowsazure.apimanagement.stv2migrationprecreatedips';

function precreatedIps({ precreatedIps: column, customProperties }: ServiceWire): readonly string[] {
  const property = Object.entries(customProperties).find(([key]) => key.toLowerCase() === precreatedKey)?.[1];
  return (column ?? property ?? '')
    .split(',')
    .map(address => address.trim())
    .filter(address => address !== '');
}

function sum(units: readonly (number | null)[]): number | null {
  const known = units.filter(unit => unit !== null);
  return known.length === 0 ? null : known.reduce((total, unit) => total + unit, 0);
}

/** ARM's time as it wrote it (up to seven digits of a second), null for a text that is no time. */
function isoTime(text: string | null): string | null {
  return text === null || Number.isNaN(Date.parse(text)) ? null : text;
}
