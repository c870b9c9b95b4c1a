import type { Json, JsonObject } from './json.ts';

/** One region of a service. Lists of addresses are empty where Azure has none; what goes on the wire is decided in `wire/`. */
export type Region = {
  /** As ARM spells it: `West Europe`. */
  readonly location: string;
  readonly units: number;
  readonly zones: readonly string[];
  readonly publicIPs: readonly string[];
  readonly privateIPs: readonly string[];
  /** Addresses or prefixes; null follows `publicIPs`, as real payloads without a NAT gateway do (azure-facts 2.5). */
  readonly outboundIPs: readonly string[] | null;
  readonly subnetId: string | null;
  readonly publicIpAddressId: string | null;
  /** Enabled, Disabled, Unsupported, or null where the field is left out. */
  readonly nat: string | null;
  readonly platform: string | null;
  readonly gatewayDisabled: boolean;
};

export type CustomHostName = {
  readonly type: 'Proxy' | 'Portal' | 'DeveloperPortal' | 'Management' | 'Scm' | 'ConfigurationApi';
  readonly hostName: string;
  readonly certificateSource: 'Managed' | 'KeyVault' | 'Custom';
  /** ISO time. */
  readonly certificateExpiry: string;
};

export type EndpointConnection = {
  readonly name: string;
  readonly privateEndpointId: string;
  readonly status: 'Approved' | 'Pending' | 'Rejected' | 'Disconnected';
};

/** What `networkstatus` has to tell about a service inside a network. */
export type NetworkHealth = 'healthy' | 'failing' | 'stale' | 'starting';

/** A service as the sandbox keeps it: one shape for every region, from which each wire form is drawn. */
export type SandboxService = {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly tier: string;
  readonly mode: string;
  readonly state: string;
  readonly targetState: string;
  readonly publicNetworkAccess: string | null;
  /** ISO time. */
  readonly createdAt: string;
  readonly createdBy: string;
  /** ISO time. */
  readonly modifiedAt: string;
  readonly modifiedBy: string;
  /** The primary region first. */
  readonly regions: readonly [Region, ...Region[]];
  readonly hostNames: readonly CustomHostName[];
  readonly endpoints: readonly EndpointConnection[];
  readonly tags: Readonly<Record<string, string>>;
  readonly precreatedIps: readonly string[];
  /** Region by region where it differs from healthy. */
  readonly health: Readonly<Record<string, NetworkHealth>>;
  /** DNS servers of a region's network, by short form, where they are not Azure's own. */
  readonly dns: Readonly<Record<string, readonly string[]>>;
  /** Turns the regular payload into one of the awkward ones of azure-facts 2.5. */
  readonly spoil: ((wire: JsonObject) => Json) | null;
};

export type SandboxSubscription = {
  readonly id: string;
  readonly tenantId: string;
  readonly name: string;
  /** Enabled, Warned, PastDue, Disabled, Deleted. */
  readonly state: string;
  readonly tags: Readonly<Record<string, string>>;
};

/** Any other ARM resource, kept as its wire form. */
export type ArmResource = JsonObject & {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly location: string;
  readonly properties: JsonObject;
};

export function serviceId(
  service: Pick<SandboxService, 'subscriptionId' | 'resourceGroup' | 'name'>,
): string {
  return `/subscriptions/${service.subscriptionId}/resourceGroups/${service.resourceGroup}/providers/Microsoft.ApiManagement/service/${service.name}`;
}
