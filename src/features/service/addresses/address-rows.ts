import type { RegionRoles, RoleCell } from '../../../domain/guidance/address-roles.ts';
import type { RoleHeads } from '../../../domain/guidance/role-words.ts';
import { cellWords } from './cell-words.ts';
import { roleColumns, valuesOf } from './role-columns.ts';

/** One value of the matrix, or the reason why a cell has none, flat for every format of a copy. */
export type AddressRow = {
  /** Azure's short form. */
  readonly region: string;
  readonly primary: boolean;
  /** The reader's words: `Clients connect to`. */
  readonly role: string;
  /** Azure's term: `private VIP`. */
  readonly term: string;
  /** Address, range or host name; empty where there is none. */
  readonly value: string;
  readonly state: 'promised' | 'reported' | 'shared' | 'none' | 'unknown';
  readonly note: string;
};

export function addressRows(roles: readonly RegionRoles[], heads: RoleHeads): readonly AddressRow[] {
  return roles.flatMap(row =>
    roleColumns.flatMap(column => {
      const cell = row[column];
      const values = valuesOf(cell);
      const common = {
        region: row.region.name,
        primary: row.region.primary,
        role: heads[column].title,
        term: heads[column].term,
        state: stateOf(cell),
        note: noteOf(cell, heads[column].term),
      };
      return (values.length > 0 ? values : ['']).map((value): AddressRow => ({ ...common, value }));
    }),
  );
}

function stateOf(cell: RoleCell): AddressRow['state'] {
  switch (cell.kind) {
    case 'addresses':
    case 'host-names':
      return 'promised';
    case 'reported-not-dedicated':
      return 'reported';
    case 'shared':
    case 'none':
    case 'unknown':
      return cell.kind;
  }
}

function noteOf(cell: RoleCell, term: string): string {
  return cell.kind === 'unknown' && !cell.pending ? cell.why : cellWords(cell, { loading: false, term }).note;
}
