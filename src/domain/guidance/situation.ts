import { armName } from '../arm-id.ts';
import type { Service, ServiceRegion } from '../service.ts';
import { addressKind, isClassicVnetTier, isV2 } from '../tier.ts';
import { knownVnetMode } from '../vnet-mode.ts';
import { type Finding, finding } from './notices.ts';

/**
 * Which documented combination of tier and VNet mode a service is. `undocumented` is everything that Microsoft's
 * articles do not describe: nothing may be promised for it.
 */
export type Situation =
  | 'dedicated'
  | 'classic-external'
  | 'classic-internal'
  | 'shared'
  | 'v2-integration'
  | 'v2-injection'
  | 'undocumented';

/** Reads tier and VNet mode without case. */
export function situationOf({ tier, vnetMode }: Pick<Service, 'tier' | 'vnetMode'>): Situation {
  const mode = knownVnetMode(vnetMode);
  const kind = addressKind(tier);
  if (mode === undefined || kind === 'unknown') return 'undocumented';
  if (mode === 'None') return kind === 'dedicated' ? 'dedicated' : 'shared';
  if (isClassicVnetTier(tier)) return mode === 'External' ? 'classic-external' : 'classic-internal';
  // Basic v2 has no VNet; Standard v2 has integration alone (learn.microsoft.com/azure/api-management/virtual-network-concepts).
  if (!isV2(tier) || /^basic/i.test(tier)) return 'undocumented';
  if (mode === 'External') return 'v2-integration';
  return /^premium/i.test(tier) ? 'v2-injection' : 'undocumented';
}

/** The service stands in, or is joined to, a virtual network. */
export function usesVnet(situation: Situation): boolean {
  return situation.startsWith('classic-') || situation.startsWith('v2-');
}

/** A subnet without a VNet mode: which of the two holds cannot be told, so neither is relied on. */
export function contradiction(situation: Situation, region: ServiceRegion): Finding | undefined {
  if (usesVnet(situation) || situation === 'undocumented' || region.subnetId === null) return undefined;
  return finding(
    'unknown-combination',
    `Azure reports no VNet mode, but subnet ${armName(region.subnetId)}.`,
  );
}
