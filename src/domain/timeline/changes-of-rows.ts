import { armKey } from '../arm-id.ts';
import type { Service } from '../service.ts';
import { regionsByAddress } from './azure-change-paths.ts';
import { changeOfRow, type ResourceChange } from './azure-changes.ts';
import type { Change } from './change.ts';
import type { Observation } from './observation.ts';

/** What is known of a service, to place what Azure's change history tells by index. */
export type KnownService = {
  /** As it is now; undefined for one that is gone. */
  readonly service: Service | undefined;
  readonly observations: readonly Observation[];
};

/** Rows of Azure's change history of one service as change records; those that tell nothing of the timeline are left out. */
export function changesOfRows(
  rows: readonly ResourceChange[],
  { service, observations }: KnownService,
): readonly Change[] {
  const context = {
    primary: service?.regions.find(region => region.primary)?.name ?? null,
    additional: service?.regions.filter(region => !region.primary).map(region => region.name) ?? [],
    regionOfAddress: regionsByAddress(observations.map(one => one.facts)),
  };
  return rows.flatMap(row => changeOfRow(row, context) ?? []);
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
