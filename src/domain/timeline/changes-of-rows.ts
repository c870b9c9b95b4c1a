import { armKey, armName } from '../arm-id.ts';
import type { Service } from '../service.ts';
import { regionsByAddress } from './azure-change-paths.ts';
import { changeOfRow, type ResourceChange } from './azure-changes.ts';
import type { Change } from './change.ts';
import type { History } from './history.ts';

/** What is known of a service, to place what Azure's change history tells by index. */
export type KnownService = {
  /** As it is now; undefined for one that is gone. */
  readonly service: Service | undefined;
  readonly history: History;
};

/**
 * Rows of Azure's change history of one service as change records; those that tell nothing of the timeline are left out.
 * A row that was kept before is not read again: its places were those of the regions at that time.
 */
export function changesOfRows(
  rows: readonly ResourceChange[],
  { service, history }: KnownService,
): readonly Change[] {
  const context = {
    primary: service?.regions.find(region => region.primary)?.name ?? null,
    additional: service?.regions.filter(region => !region.primary).map(region => region.name) ?? [],
    regionOfAddress: regionsByAddress(history.observations.map(one => one.facts)),
  };
  const kept = new Set(history.changes.map(one => one.id));
  return rows.flatMap(row => (kept.has(armName(row.id)) ? [] : (changeOfRow(row, context) ?? [])));
}

/** Rows by the service that they speak of, under `armKey` of its id. */
export function rowsByService(rows: readonly ResourceChange[]): ReadonlyMap<string, ResourceChange[]> {
  const groups = new Map<string, ResourceChange[]>();
  for (const row of rows) {
    const key = armKey(row.targetResourceId);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
