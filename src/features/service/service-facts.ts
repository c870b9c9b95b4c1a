import { regionLabel } from '../../domain/region.ts';
import type { Service, ServiceRegion } from '../../domain/service.ts';
import { statusOf } from '../../domain/status.ts';
import { addressKind, isClassicVnetTier, tierLabel } from '../../domain/tier.ts';
import { knownVnetMode, vnetModeQualifier } from '../../domain/vnet-mode.ts';

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

/** What the VNet mode means for who reaches the gateway. */
export function vnetMeaning({ tier, vnetMode }: Pick<Service, 'tier' | 'vnetMode'>): string {
  const mode = knownVnetMode(vnetMode);
  if (mode === undefined)
    return `Azure wrote “${vnetMode}”. This product does not know that mode, so it promises nothing about its addresses.`;
  if (mode === 'None') return 'The service stands in no virtual network: its gateway is on the internet.';
  const qualifier = vnetModeQualifier(tier, vnetMode);
  if (qualifier === 'integration')
    return 'Outbound integration: the gateway stays on the internet, and the service can call private back ends through a subnet.';
  if (qualifier === 'injection')
    return 'Injection: the gateway stands in a subnet, at a private address alone. The internet does not reach it.';
  if (!isClassicVnetTier(tier))
    return `Microsoft describes no ${mode} mode for this tier, so nothing is promised about its addresses.`;
  return mode === 'External'
    ? 'The service stands in a subnet, and its gateway is reachable from the internet.'
    : 'The service stands in a subnet, and its gateway is reachable inside the network alone, at the private VIP.';
}

/** What the word for the provisioning state means; ARM's own state beside it. */
export function statusText({
  provisioningState,
  targetProvisioningState,
}: Pick<Service, 'provisioningState' | 'targetProvisioningState'>): string {
  const own =
    provisioningState === ''
      ? 'Azure reports no state.'
      : `Azure’s state is ${provisioningState}: ${meaning(provisioningState)}.`;
  const target = targetProvisioningState === '' ? '' : ` It is on its way to ${targetProvisioningState}.`;
  return `${own}${target} That speaks of provisioning. It does not say whether the gateway answers.`;
}

function meaning(state: string): string {
  if (state.toLowerCase() === 'stopped') return 'Azure has stopped the service';
  switch (statusOf(state).tone) {
    case 'fine':
      return 'the last change to the service succeeded';
    case 'working':
      return 'a change to the service is under way';
    case 'failed':
      return 'the last change to the service failed, or the service is being removed';
    default:
      return 'this product does not know that state';
  }
}

/** What the state of the subscription means for the addresses. */
export function subscriptionText(state: string): string {
  return state.toLowerCase() === 'enabled'
    ? 'The subscription is enabled.'
    : `Azure’s state of the subscription is ${state}. Addresses may change when a subscription that was disabled or warned is reinstated.`;
}

/** Whether the tier gives the service addresses of its own; for the sentence under the tier. */
export function tierMeaning({ tier }: Pick<Service, 'tier'>): string {
  switch (addressKind(tier)) {
    case 'dedicated':
      return 'This tier has public IP addresses of its own. Units are summed over the regions.';
    case 'shared':
      return 'This tier runs on shared infrastructure: Microsoft promises it no address of its own.';
    default:
      return 'Microsoft’s article on addresses does not name this tier, so nothing is promised.';
  }
}
