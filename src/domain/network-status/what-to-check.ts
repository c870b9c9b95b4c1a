import { armName } from '../arm-id.ts';
import { regionName } from '../region.ts';
import type { Service } from '../service.ts';
import { isClassicVnetTier } from '../tier.ts';
import { knownVnetMode } from '../vnet-mode.ts';
import type { NetworkCheck } from './check.ts';
import { documentedRule } from './ports.ts';

/**
 * What a person can look at for a check that fails: the rule that Microsoft documents for its kind, with the region's
 * subnet. Null for what fails not, for other tiers and modes, and where the documented port is not the one in use:
 * advice that is not written down is none. Source: learn.microsoft.com/azure/api-management/virtual-network-reference.
 */
export function whatToCheck(
  service: Pick<Service, 'tier' | 'vnetMode' | 'regions'>,
  check: NetworkCheck,
  ports: readonly number[],
): string | null {
  if (check.group !== 'required' && check.group !== 'optional') return null;
  const mode = knownVnetMode(service.vnetMode);
  if (!isClassicVnetTier(service.tier) || mode === undefined || mode === 'None') return null;
  const rule = documentedRule(check.connectivity.resourceType);
  if (!rule || ports.length === 0 || ports.some(port => !rule.ports.includes(port))) return null;
  const subnetId = service.regions.find(region => regionName(region.name) === check.regionName)?.subnetId;
  const subnet = subnetId ? armName(subnetId) : 'the subnet';
  return `Allow ${rule.serviceTag} on ${ports.join(' and ')} ${check.inbound ? 'into' : 'from'} ${subnet}`;
}
