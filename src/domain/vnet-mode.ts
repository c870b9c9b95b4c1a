import { isV2 } from './tier.ts';

export type VnetMode = 'None' | 'External' | 'Internal';

/** One of Azure's three VNet modes, matched without case; undefined for a text that Azure has not documented. */
export function knownVnetMode(value: string): VnetMode | undefined {
  const key = value.toLowerCase();
  if (key === 'none') return 'None';
  if (key === 'external') return 'External';
  return key === 'internal' ? 'Internal' : undefined;
}

/**
 * On the v2 tiers External means outbound integration (the gateway stays public) and Internal means
 * injection (no public gateway). Sources: learn.microsoft.com/azure/api-management/integrate-vnet-outbound, inject-vnet-v2.
 */
export function vnetModeQualifier(tier: string, mode: string): 'integration' | 'injection' | undefined {
  if (!isV2(tier)) return undefined;
  const known = knownVnetMode(mode);
  if (known === 'External') return 'integration';
  return known === 'Internal' ? 'injection' : undefined;
}
