import { armName, armSegment } from '../../../domain/arm-id.ts';
import type { Service, ServiceRegion } from '../../../domain/service.ts';
import { addressKind, isClassicVnetTier } from '../../../domain/tier.ts';

/** A text of the table, the resource behind it, and whether it is the usual case that needs no attention. */
export type BuildCell = { readonly text: string; readonly armId?: string; readonly quiet?: boolean };

const dash: BuildCell = { text: '–', quiet: true };
const notReported: BuildCell = { text: 'Not reported', quiet: true };

export function unitsCell({ units }: ServiceRegion): BuildCell {
  return units === null ? notReported : { text: String(units) };
}

/**
 * Zones are chosen on Premium alone; where none is chosen Azure may spread the units itself
 * (learn.microsoft.com/azure/api-management/enable-availability-zone-support), so "none" would be a guess.
 */
export function zonesCell({ tier }: Pick<Service, 'tier'>, { zones }: ServiceRegion): BuildCell {
  if (zones.length > 0) return { text: zones.join(', ') };
  return tier.toLowerCase() === 'premium' ? { text: 'not chosen', quiet: true } : dash;
}

/** `vnet-hub-weu / snet-apim-weu` */
export function subnetCell({ subnetId }: ServiceRegion): BuildCell {
  if (subnetId === null) return dash;
  const vnet = armSegment(subnetId, 'virtualNetworks');
  return { text: vnet === undefined ? armName(subnetId) : `${vnet} / ${armName(subnetId)}`, armId: subnetId };
}

/** Only the classic VNet tiers can bring a public IP of their own; a shared tier has none at all. */
export function publicIpCell({ tier }: Pick<Service, 'tier'>, region: ServiceRegion): BuildCell {
  const id = region.publicIpAddressId;
  if (id !== null) return { text: armName(id), armId: id };
  if (addressKind(tier) === 'shared') return dash;
  return isClassicVnetTier(tier) || addressKind(tier) === 'dedicated'
    ? { text: 'managed by Azure', quiet: true }
    : notReported;
}

export function natGatewayCell({ natGatewayState }: ServiceRegion): BuildCell {
  if (natGatewayState === null) return notReported;
  return { text: natGatewayState, quiet: natGatewayState.toLowerCase() !== 'enabled' };
}

export function platformCell({ platformVersion }: ServiceRegion): BuildCell {
  return platformVersion === null ? notReported : { text: platformVersion };
}
