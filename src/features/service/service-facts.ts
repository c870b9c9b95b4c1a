import { regionLabel } from '../../domain/region.ts';
import type { Service, ServiceRegion } from '../../domain/service.ts';
import { tierLabel } from '../../domain/tier.ts';

/** `Premium, 6 units`; a tier without units (Consumption) says so, and one that Azure does not name is not guessed. */
export function tierText({ tier, units }: Pick<Service, 'tier' | 'units'>): string {
  const name = tier === '' ? 'Tier not reported' : tierLabel(tier);
  if (units === null) return name;
  if (units === 0) return `${name}, no units`;
  return `${name}, ${units} ${units === 1 ? 'unit' : 'units'}`;
}

type Platforms = { readonly regions: readonly Pick<ServiceRegion, 'platformVersion'>[] };

/** `Platform stv2.1`; the versions of all regions where they differ. */
export function platformText({ regions }: Platforms): string {
  const versions = [...new Set(regions.map(region => region.platformVersion ?? 'not reported'))];
  return `Platform ${versions.join(', ')}`;
}

export function hasMixedPlatforms({ regions }: Platforms): boolean {
  return new Set(regions.map(region => region.platformVersion)).size > 1;
}

export function regionsText({ regions }: Pick<Service, 'regions'>): string {
  const [only, ...others] = regions;
  return only && others.length === 0 ? regionLabel(only.displayName) : `${regions.length} regions`;
}

/** What the state of the subscription means for the addresses. */
export function subscriptionText(state: string): string {
  return state.toLowerCase() === 'enabled'
    ? 'The subscription is enabled.'
    : `Azure’s state of the subscription is ${state}. Addresses may change when a subscription that was disabled or warned is reinstated.`;
}
