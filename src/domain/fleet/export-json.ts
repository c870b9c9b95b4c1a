import { addressKind } from '../tier.ts';
import type { FleetRow } from './fleet-row.ts';

export type FleetExportSource = {
  readonly cloud: string;
  /** GUID. */
  readonly tenant: string;
  readonly source: 'resource-graph' | 'arm';
  /** Epoch ms at which Azure answered. */
  readonly asOf: number;
  /** Epoch ms. */
  readonly generatedAt: number;
};

/**
 * The rows as JSON, in their order, `schemaVersion` 1. `addresses` says whether those that Azure reports belong to the
 * service alone (`dedicated`), are shared with others, or are of a tier that Microsoft does not document (`unknown`).
 */
export function fleetJson(rows: readonly FleetRow[], from: FleetExportSource): string {
  const services = rows.flatMap(row => {
    if (row.kind !== 'service') return [];
    const { service, subscription, subscriptionState, changes } = row;
    return [
      {
        ...service,
        subscriptionName: subscription,
        subscriptionState,
        addresses: addressKind(service.tier),
        lastChange: changes?.last ?? null,
      },
    ];
  });
  const unreadable = rows.flatMap(row => (row.kind === 'unreadable' ? [row.unreadable] : []));
  const { cloud, tenant, source, asOf, generatedAt } = from;
  return `${JSON.stringify(
    {
      schemaVersion: 1,
      generatedAt: new Date(generatedAt).toISOString(),
      asOf: new Date(asOf).toISOString(),
      source,
      cloud,
      tenant,
      services,
      unreadable,
    },
    null,
    2,
  )}\n`;
}
