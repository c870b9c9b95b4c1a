/**
 * An API Management service as this product knows it: ARM's answer without what no screen needs.
 * Unknown enum values stay as ARM's text; a field that ARM leaves out or sets to null is empty or null.
 */
export type Service = {
  /** ARM id, as ARM spells it. */
  readonly id: string;
  readonly name: string;
  readonly resourceGroup: string;
  readonly subscriptionId: string;
  /** `sku.name`, verbatim: Developer, Premium, StandardV2, ... */
  readonly tier: string;
  /** `sku.capacity` summed over the regions; null where no region reports one. */
  readonly units: number | null;
  /** `virtualNetworkType`, verbatim; `None` where ARM leaves it out. */
  readonly vnetMode: string;
  /** ARM's `provisioningState`, verbatim; empty where it is missing. */
  readonly provisioningState: string;
  /** What ARM is moving towards; empty when idle. */
  readonly targetProvisioningState: string;
  /** `publicNetworkAccess`, verbatim; null where ARM does not say (the default is Enabled). */
  readonly publicNetworkAccess: string | null;
  /** ISO time, null where ARM does not say. */
  readonly createdAt: string | null;
  /** The primary region first, then ARM's order. */
  readonly regions: readonly ServiceRegion[];
  readonly hostNames: readonly HostName[];
  readonly privateEndpoints: readonly PrivateEndpointConnection[];
  /** Addresses that an stv1 service will have after its migration (azure-rest-api customProperties). */
  readonly precreatedIps: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
};

/** One region of a service: the primary location or an additional one. */
export type ServiceRegion = {
  /** Azure's short form, such as `westeurope`. */
  readonly name: string;
  /** As Azure spells it for people, such as `West Europe`; Resource Graph itself gives the short form alone. */
  readonly displayName: string;
  readonly primary: boolean;
  readonly units: number | null;
  readonly zones: readonly string[];
  readonly publicIPAddresses: readonly string[];
  readonly privateIPAddresses: readonly string[];
  /** Addresses or CIDR prefixes. */
  readonly outboundPublicIPAddresses: readonly string[];
  /** ARM id of the subnet, null without one. */
  readonly subnetId: string | null;
  /** ARM id of the customer's own public IP resource, null where Azure manages it. */
  readonly publicIpAddressId: string | null;
  /** Enabled, Disabled, Unsupported or another text; null where ARM does not say. */
  readonly natGatewayState: string | null;
  readonly platformVersion: string | null;
  readonly gatewayDisabled: boolean;
  readonly gatewayRegionalUrl: string | null;
};

export type HostName = {
  /**
   * Proxy, Portal, DeveloperPortal, Management, Scm, ConfigurationApi or another text of ARM; `RegionalProxy`, a word
   * of ours, for the gateway name of one region that ARM reports as a URL.
   */
  readonly type: string;
  readonly hostName: string;
  /** BuiltIn, Managed, KeyVault, Custom or another text; null for names that ARM reports as URLs only. */
  readonly certificateSource: string | null;
  /** ISO time. */
  readonly certificateExpiry: string | null;
};

export type PrivateEndpointConnection = {
  readonly name: string;
  readonly privateEndpointId: string | null;
  /** Pending, Approved, Rejected, Disconnected or another text. */
  readonly status: string;
};

/** A row that could not be read as a service, kept with its JSON so that it is never lost. */
export type UnreadableRow = {
  readonly id: string;
  readonly name: string;
  /** What was wrong, and where in the row. */
  readonly problem: string;
  readonly json: string;
};

/** A subscription, as ARM or Resource Graph lists it. */
export type Subscription = {
  readonly id: string;
  readonly name: string;
  /** Enabled, Warned, PastDue, Disabled, Deleted or another text; null where unknown. */
  readonly state: string | null;
  readonly tenantId: string | null;
};

/** A tenant that the account may sign in to. */
export type Tenant = {
  readonly id: string;
  readonly name: string;
  readonly defaultDomain: string | null;
  readonly domains: readonly string[];
};
