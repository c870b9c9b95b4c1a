import type { CustomHostName, EndpointConnection, NetworkHealth, Region, SandboxService } from '../model.ts';
import { defaultsOf } from '../wire/tier.ts';

export type RegionSpec = {
  readonly location: string;
  readonly units?: number;
  readonly zones?: readonly string[];
  readonly public?: readonly string[];
  readonly private?: readonly string[];
  readonly outbound?: readonly string[] | null;
  readonly subnet?: string;
  readonly publicIpId?: string;
  readonly nat?: string | null;
  readonly platform?: string | null;
  readonly off?: boolean;
};

export type ServiceSpec = {
  readonly subscription: string;
  readonly group: string;
  readonly name: string;
  readonly tier: string;
  readonly mode?: string;
  readonly state?: string;
  readonly target?: string;
  readonly access?: string | null;
  /** ISO time of the creation. */
  readonly created: string;
  readonly by?: string;
  readonly regions: readonly [RegionSpec, ...RegionSpec[]];
  readonly hosts?: readonly CustomHostName[];
  readonly endpoints?: readonly EndpointConnection[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly precreated?: readonly string[];
  readonly health?: Readonly<Record<string, NetworkHealth>>;
  readonly dns?: Readonly<Record<string, readonly string[]>>;
  readonly spoil?: SandboxService['spoil'];
};

/** One region of a tier with what the tier has by default. */
export function region(tier: string, spec: RegionSpec): Region {
  const defaults = defaultsOf(tier);
  return {
    location: spec.location,
    units: spec.units ?? 1,
    zones: spec.zones ?? [],
    publicIPs: spec.public ?? [],
    privateIPs: spec.private ?? [],
    outboundIPs: spec.outbound ?? null,
    subnetId: spec.subnet ?? null,
    publicIpAddressId: spec.publicIpId ?? null,
    nat: spec.nat === undefined ? defaults.nat : spec.nat,
    platform: spec.platform === undefined ? defaults.platform : spec.platform,
    gatewayDisabled: spec.off ?? false,
  };
}

/** A service described by what is particular about it. */
export function service(spec: ServiceSpec): SandboxService {
  const [primary, ...others] = spec.regions;
  return {
    subscriptionId: spec.subscription,
    resourceGroup: spec.group,
    name: spec.name,
    tier: spec.tier,
    mode: spec.mode ?? 'None',
    state: spec.state ?? 'Succeeded',
    targetState: spec.target ?? '',
    publicNetworkAccess: spec.access === undefined ? 'Enabled' : spec.access,
    createdAt: spec.created,
    createdBy: spec.by ?? 'admin@contoso.com',
    modifiedAt: spec.created,
    modifiedBy: spec.by ?? 'admin@contoso.com',
    regions: [region(spec.tier, primary), ...others.map(other => region(spec.tier, other))],
    hostNames: spec.hosts ?? [],
    endpoints: spec.endpoints ?? [],
    tags: spec.tags ?? {},
    precreatedIps: spec.precreated ?? [],
    health: spec.health ?? {},
    dns: spec.dns ?? {},
    spoil: spec.spoil ?? null,
  };
}
