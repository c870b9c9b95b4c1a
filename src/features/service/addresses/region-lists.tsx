import type { RegionRoles } from '../../../domain/guidance/address-roles.ts';
import type { RoleHeads } from '../../../domain/guidance/role-words.ts';
import { AddressCell } from './address-cell.tsx';
import styles from './region-lists.module.css';
import { regionWords } from './region-names.ts';
import { roleColumns } from './role-columns.ts';
import { type UnexplainedAddresses, unexplainedAt } from './unexplained-at.ts';

type Props = {
  readonly roles: readonly RegionRoles[];
  readonly heads: RoleHeads;
  readonly loading: boolean;
  readonly unexplained: UnexplainedAddresses;
};

/** The matrix where it does not fit: a list for each region, in the same order of roles. */
export function RegionLists({ roles, heads, loading, unexplained }: Props) {
  return roles.map(row => {
    const { name, note } = regionWords(row.region);
    return (
      <section key={row.region.name} className={styles['region']}>
        <h3>
          {name} <span>{note}</span>
        </h3>
        <dl>
          {roleColumns.map(column => (
            <div key={column}>
              <dt>
                {heads[column].title}
                <span>{heads[column].term}</span>
              </dt>
              <dd>
                <AddressCell
                  cell={row[column]}
                  context={{ loading, term: heads[column].term }}
                  unexplainedAt={unexplainedAt(unexplained, row.region.name, row[column])}
                />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    );
  });
}
