const dedicated = new Set(['developer', 'basic', 'standard', 'premium']);
const shared = new Set(['consumption', 'basicv2', 'standardv2', 'premiumv2']);

/**
 * How a tier holds its addresses. `dedicated`: public IPs of its own; `shared`: none of its own
 * (Consumption and the v2 tiers); `unknown`: a tier that Microsoft's article does not name.
 * Source: learn.microsoft.com/azure/api-management/api-management-howto-ip-addresses.
 */
export function addressKind(tier: string): 'dedicated' | 'shared' | 'unknown' {
  const key = tier.toLowerCase();
  if (dedicated.has(key)) return 'dedicated';
  return shared.has(key) ? 'shared' : 'unknown';
}

export function isV2(tier: string): boolean {
  return /^(basic|standard|premium)v2$/i.test(tier);
}

/** Developer and Premium: the classic tiers that can stand inside a VNet. */
export function isClassicVnetTier(tier: string): boolean {
  return /^(developer|premium)$/i.test(tier);
}

/** `StandardV2` as people write it: `Standard v2`. Any other tier verbatim. */
export function tierLabel(tier: string): string {
  return isV2(tier) ? `${tier.slice(0, -2)} v2` : tier;
}
