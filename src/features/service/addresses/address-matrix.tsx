import { useRef } from 'react';
import type { RegionRoles } from '../../../domain/guidance/address-roles.ts';
import type { RoleHeads } from '../../../domain/guidance/role-words.ts';
import { copyText } from '../../../ui/copy-text.ts';
import { useGridKeys } from '../../../ui/use-grid-keys.ts';
import { AddressCell } from './address-cell.tsx';
import styles from './address-matrix.module.css';
import { regionWords } from './region-names.ts';
import { roleColumns, valuesOf } from './role-columns.ts';
import { type UnexplainedAddresses, unexplainedAt } from './unexplained-at.ts';

type Props = {
  readonly roles: readonly RegionRoles[];
  readonly heads: RoleHeads;
  /** Facts of the network are being read. */
  readonly loading: boolean;
  readonly unexplained: UnexplainedAddresses;
};

/** Regions down, roles across: which address for what. Arrow keys move over the cells, C copies what a cell holds. */
export function AddressMatrix({ roles, heads, loading, unexplained }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const keys = useGridKeys(table, {
    c: cell => {
      const values = cell.dataset['copy'];
      if (values) void copyText(values, values.replaceAll('\n', ', '));
    },
  });
  return (
    <table
      ref={table}
      className={styles['matrix']}
      data-names={roles.some(row => row.clients.kind === 'host-names') || undefined}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells take the focus; no element says that
      role="grid"
      aria-labelledby="addresses-by-region"
      {...keys}
    >
      <thead>
        <tr>
          <th scope="col">Region</th>
          {roleColumns.map(column => (
            <th key={column} scope="col">
              {heads[column].title}
              <span>{heads[column].term}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {roles.map((row, index) => (
          <tr key={row.region.name}>
            <RegionHead row={row} />
            {roleColumns.map((column, at) => (
              <td
                key={column}
                data-copy={valuesOf(row[column]).join('\n')}
                tabIndex={index === 0 && at === 0 ? 0 : -1}
              >
                <AddressCell
                  cell={row[column]}
                  context={{ loading, term: heads[column].term }}
                  unexplainedAt={unexplainedAt(unexplained, row.region.name, row[column])}
                  tabIndex={-1}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RegionHead({ row }: { readonly row: RegionRoles }) {
  const { name, note } = regionWords(row.region);
  return (
    <th scope="row">
      {name}
      <span>{note}</span>
    </th>
  );
}
