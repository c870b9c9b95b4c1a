import type { RoleCell } from '../../../domain/guidance/address-roles.ts';

/** The four columns of the matrix, in their order on screen and in every copy of it. */
export const roleColumns = ['clients', 'internetBackEnds', 'privateBackEnds', 'management'] as const;

/** The values of a cell: promised, or reported all the same. */
export function valuesOf(cell: RoleCell): readonly string[] {
  switch (cell.kind) {
    case 'addresses':
    case 'host-names':
    case 'reported-not-dedicated':
      return cell.values;
    case 'unknown':
      return cell.reported;
    case 'shared':
    case 'none':
      return [];
  }
}
