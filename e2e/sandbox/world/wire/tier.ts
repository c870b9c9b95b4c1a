export type Tier = {
  readonly name: string;
  /** Has addresses of its own. An unknown tier reports what it has. */
  readonly dedicated: boolean;
  readonly consumption: boolean;
};

/** How a tier's payload looks: classic tiers carry every key, the shared ones leave most out (azure-facts 1.4, 2.3, 2.5). */
export function tierOf(name: string): Tier {
  return {
    name,
    dedicated: /^(Developer|Basic|Standard|Premium|Isolated)$/.test(name),
    consumption: name === 'Consumption',
  };
}

/** `platformVersion` and `natGatewayState` of a new service of a tier, as the published examples show them. */
export function defaultsOf(tier: string): { readonly platform: string; readonly nat: string | null } {
  if (tierOf(tier).consumption) return { platform: 'mtv1', nat: null };
  if (!tierOf(tier).dedicated) return { platform: 'undetermined', nat: 'Unsupported' };
  return { platform: 'stv2.1', nat: 'Disabled' };
}
