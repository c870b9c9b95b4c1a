import { addressKind } from '../tier.ts';
import { visibleJson } from '../visible-json.ts';
import type { FleetRow } from './fleet-row.ts';
import { writeRows } from './write-rows.ts';

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
 * Yields how many rows are written.
 */
export function* fleetJsonSteps(
  rows: readonly FleetRow[],
  { cloud, tenant, source, asOf, generatedAt }: FleetExportSource,
): Generator<number, string> {
  const services = yield* writeRows(rows, part => part.flatMap(serviceOf).map(inList));
  const unreadable = rows.flatMap(row => (row.kind === 'unreadable' ? [inList(row.unreadable)] : []));
  const about = {
    schemaVersion: 1,
    generatedAt: new Date(generatedAt).toISOString(),
    asOf: new Date(asOf).toISOString(),
    source,
    cloud,
    tenant,
  };
  const head = JSON.stringify(about, null, 2).slice(0, -'\n}'.length);
  return `${head},\n  "services": ${listOf(services)},\n  "unreadable": ${listOf(unreadable)}\n}\n`;
}

function serviceOf(row: FleetRow) {
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
}

/** Two levels deep; no text of JSON holds a line end of its own. */
function inList(item: object): string {
  return visibleJson(JSON.stringify(item, null, 2)).replaceAll('\n', '\n    ');
}

function listOf(items: readonly string[]): string {
  return items.length === 0 ? '[]' : `[\n    ${items.join(',\n    ')}\n  ]`;
}
