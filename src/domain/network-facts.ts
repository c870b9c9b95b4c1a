import { armKey } from './arm-id.ts';

/** Why something is not known: no right, not there, not asked for yet, or the call failed. */
export type UnreadReason = 'forbidden' | 'not-found' | 'not-read' | 'failed';

export type Known<T> = { readonly state: 'known'; readonly value: T };
export type Unread = {
  readonly state: 'unknown';
  readonly reason: UnreadReason;
  /** The right that reading takes, such as `Microsoft.Network/virtualNetworks/subnets/read`. */
  readonly action: string | null;
};
/** Something that was read, or the reason why it was not. */
export type Fact<T> = Known<T> | Unread;

export function known<T>(value: T): Known<T> {
  return { state: 'known', value };
}

export function unread(reason: UnreadReason, action: string | null = null): Unread {
  return { state: 'unknown', reason, action };
}

export type SubnetFacts = {
  readonly id: string;
  /** CIDR ranges, from `addressPrefix` or `addressPrefixes`. */
  readonly addressPrefixes: readonly string[];
  readonly routeTableId: string | null;
  readonly natGatewayId: string | null;
  readonly networkSecurityGroupId: string | null;
  /** `serviceName` of each delegation, such as `Microsoft.Web/serverFarms`. */
  readonly delegations: readonly string[];
  /** `service` of each service endpoint, such as `Microsoft.Storage`. */
  readonly serviceEndpoints: readonly string[];
};

export type Route = {
  readonly name: string;
  /** A CIDR range or the name of a service tag. */
  readonly addressPrefix: string;
  /** VirtualNetworkGateway, VnetLocal, Internet, VirtualAppliance, None or another text. */
  readonly nextHopType: string;
  readonly nextHopIp: string | null;
};

export type RouteTableFacts = {
  readonly id: string;
  readonly routes: readonly Route[];
  /** Null where ARM does not say. */
  readonly disableBgpRoutePropagation: boolean | null;
};

export type NatGatewayFacts = {
  readonly id: string;
  /** The addresses of its public IP resources; unknown as a whole when one of them could not be read. */
  readonly addresses: Fact<readonly string[]>;
  /** The CIDR ranges of its public IP prefixes; unknown as a whole when one of them could not be read. */
  readonly prefixes: Fact<readonly string[]>;
};

export type PublicIpFacts = {
  readonly id: string;
  /** Null for a dynamic address that is not assigned. */
  readonly address: string | null;
  /** Static, Dynamic or another text; null where ARM does not say. */
  readonly allocation: string | null;
  /** Basic, Standard or another text; null where ARM does not say. */
  readonly sku: string | null;
  readonly zones: readonly string[];
  /** The DNS name that Azure gives the address, null without a label. */
  readonly fqdn: string | null;
};

export type PrivateEndpointFacts = {
  readonly id: string;
  readonly subnetId: string | null;
  /** The private addresses of its network interface. */
  readonly addresses: Fact<readonly string[]>;
};

export type ServiceTagFacts = {
  /** As Azure spells it, such as `AzureCloud.northeurope`. */
  readonly name: string;
  readonly changeNumber: string | null;
  /** CIDR ranges, IPv4 and IPv6. */
  readonly prefixes: readonly string[];
};

type ById<T> = Readonly<Record<string, Fact<T>>>;

/**
 * What was read of the network around a service. Records are keyed by `armKey(id)`, service tags by their name in
 * lower case; what has no key was not read. A tag that Azure does not return is `unread('not-found')`.
 */
export type NetworkFacts = {
  readonly subnets: ById<SubnetFacts>;
  readonly routeTables: ById<RouteTableFacts>;
  readonly natGateways: ById<NatGatewayFacts>;
  readonly publicIps: ById<PublicIpFacts>;
  readonly privateEndpoints: ById<PrivateEndpointFacts>;
  readonly serviceTags: ById<ServiceTagFacts>;
};

/** The state before anything was read. */
export const noNetworkFacts: NetworkFacts = {
  subnets: {},
  routeTables: {},
  natGateways: {},
  publicIps: {},
  privateEndpoints: {},
  serviceTags: {},
};

/** The right that each kind of record takes. Source: learn.microsoft.com/azure/role-based-access-control/permissions/networking. */
export const readActions = {
  subnets: 'Microsoft.Network/virtualNetworks/subnets/read',
  routeTables: 'Microsoft.Network/routeTables/read',
  natGateways: 'Microsoft.Network/natGateways/read',
  publicIps: 'Microsoft.Network/publicIPAddresses/read',
  privateEndpoints: 'Microsoft.Network/privateEndpoints/read',
} as const;

/** The fact about one resource of one kind of record; `not-read` where nothing asked for it. */
export function factById<T>(records: ById<T>, id: string, action: string): Fact<T> {
  return own(records, armKey(id)) ?? unread('not-read', action);
}

/** The fact about one service tag, whatever the case of its name. */
export function tagByName(network: NetworkFacts, name: string): Fact<ServiceTagFacts> {
  return own(network.serviceTags, name.toLowerCase()) ?? unread('not-read');
}

function own<T>(records: ById<T>, key: string): Fact<T> | undefined {
  return Object.hasOwn(records, key) ? records[key] : undefined;
}
