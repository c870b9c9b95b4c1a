import { regionLabel } from '../region.ts';
import { statusOf } from '../status.ts';
import { tierLabel } from '../tier.ts';
import { visibleText } from '../visible-text.ts';
import type { FleetRow } from './fleet-row.ts';
import { compareNames } from './natural-order.ts';
import { networkValue, networkValueLabel } from './network-answer.ts';

export type Facet = 'tier' | 'vnet' | 'region' | 'status' | 'tag';

/** A value that rows can be narrowed to. `value` is what the link carries. */
export type FacetOption = {
  readonly value: string;
  readonly label: string;
  /** Services of the whole fleet that have it. */
  readonly count: number;
};

const labels: Readonly<Record<Facet, (value: string) => string>> = {
  tier: tierLabel,
  vnet: value => value,
  region: regionLabel,
  status: value => networkValueLabel(value) ?? statusOf(value).word,
  tag: value => value,
};

function valuesOf(row: FleetRow, facet: Facet): readonly string[] {
  if (row.kind === 'unreadable') return [];
  const { service, network } = row;
  switch (facet) {
    case 'tier':
      return [service.tier];
    case 'vnet':
      return [service.vnetMode];
    case 'region':
      return [...new Set(service.regions.map(region => region.name))];
    case 'status':
      return [service.provisioningState, ...(network ? [networkValue(network)] : [])];
    case 'tag':
      return Object.entries(service.tags).map(([key, value]) => `${key}:${value}`);
  }
}

/**
 * The values that the fleet has, by label. Chosen values that no row has are kept with a count of 0: a link may name
 * them, and the reader must be able to take them back.
 */
export function facetOptions(
  rows: readonly FleetRow[],
  facet: Facet,
  chosen: readonly string[],
): readonly FacetOption[] {
  const found = new Map<string, { value: string; count: number }>();
  for (const value of chosen) found.set(value.toLowerCase(), { value, count: 0 });
  for (const row of rows) {
    for (const value of valuesOf(row, facet)) {
      if (value === '') continue;
      const entry = found.get(value.toLowerCase());
      if (entry) entry.count++;
      else found.set(value.toLowerCase(), { value, count: 1 });
    }
  }
  const label = labels[facet];
  return [...found.values()]
    .map(({ value, count }) => ({ value, count, label: visibleText(label(value)) }))
    .sort((a, b) => compareNames(a.label, b.label));
}

/** Every tag name of the fleet, each once without regard to case. */
export function tagNames(rows: readonly FleetRow[]): readonly string[] {
  const names = new Map<string, string>();
  for (const row of rows) {
    if (row.kind === 'unreadable') continue;
    for (const name of Object.keys(row.service.tags))
      if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  return [...names.values()].sort(compareNames);
}
