import type { RoleCell } from '../../../domain/guidance/address-roles.ts';
import { valuesOf } from './role-columns.ts';

/** When an address came by a change that nothing explains, ISO; under `addressKey` of its region and itself. */
export type UnexplainedAddresses = ReadonlyMap<string, string>;

export const addressKey = (region: string, address: string) => `${region} ${address}`;

/** When one of a cell's addresses came unexplained, ISO; undefined where none did. */
export function unexplainedAt(
  unexplained: UnexplainedAddresses,
  region: string,
  cell: RoleCell,
): string | undefined {
  return valuesOf(cell).flatMap(value => unexplained.get(addressKey(region, value)) ?? [])[0];
}
