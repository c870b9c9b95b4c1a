import { regionLabel } from '../region.ts';
import type { FleetRow } from './fleet-row.ts';

/** Made once for a row, when the first text filter needs it. */
const made = new WeakMap<FleetRow, string>();

/** Everything of a row that the text filter looks through, in lower case; a line feed keeps neighbours apart. */
export function searchText(row: FleetRow): string {
  const known = made.get(row);
  if (known !== undefined) return known;
  const text = partsOf(row).join('\n').toLowerCase();
  made.set(row, text);
  return text;
}

function partsOf(row: FleetRow): readonly string[] {
  if (row.kind === 'unreadable') return [row.name, row.subscription, row.unreadable.id];
  const { service } = row;
  const regions = service.regions.flatMap(region => [
    region.name,
    region.displayName,
    regionLabel(region.name),
    ...region.publicIPAddresses,
    ...region.privateIPAddresses,
    ...region.outboundPublicIPAddresses,
  ]);
  return [
    service.name,
    service.resourceGroup,
    row.subscription,
    service.subscriptionId,
    ...new Set(regions),
    ...service.hostNames.map(host => host.hostName),
    ...Object.entries(service.tags).map(([key, value]) => `${key}:${value}`),
  ];
}

/** The words of a text filter: a row must hold each of them. */
export function searchTerms(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}
