import { regionLabel } from '../region.ts';
import { tierLabel } from '../tier.ts';
import { vnetModeQualifier } from '../vnet-mode.ts';
import type { FleetRow, ServiceRow } from './fleet-row.ts';
import { compareNames } from './natural-order.ts';

/** How many services have a value; the most frequent first. */
export type Share = { readonly label: string; readonly count: number };

function shares(rows: readonly FleetRow[], read: (row: ServiceRow) => readonly string[]): readonly Share[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.kind === 'unreadable') continue;
    for (const label of new Set(read(row))) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || compareNames(a.label, b.label));
}

export function byTier(rows: readonly FleetRow[]): readonly Share[] {
  return shares(rows, ({ service }) => [tierLabel(service.tier) || 'Not reported']);
}

/** Integration and injection stand apart: on the v2 tiers the same word means something else. */
export function byVnetMode(rows: readonly FleetRow[]): readonly Share[] {
  return shares(rows, ({ service }) => {
    const qualifier = vnetModeQualifier(service.tier, service.vnetMode);
    return [qualifier ? `${service.vnetMode}, ${qualifier}` : service.vnetMode];
  });
}

/** A service counts in each of its regions. */
export function byRegion(rows: readonly FleetRow[]): readonly Share[] {
  return shares(rows, ({ service }) => service.regions.map(region => regionLabel(region.name)));
}
