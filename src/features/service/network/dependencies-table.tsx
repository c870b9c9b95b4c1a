import { groupBy } from '../../../domain/group-by.ts';
import type { DependencyLine } from '../../../domain/network-status/dependency-list.ts';
import plain from '../addresses/plain-table.module.css';

/** Host by host with its ports, in Azure's categories. Folded: it is long, and most readers only copy it. */
export function DependenciesTable({ lines }: { readonly lines: readonly DependencyLine[] }) {
  const hosts = groupBy(lines, line => `${line.category}\n${line.host.toLowerCase()}`);
  return (
    <details>
      <summary>Show the list</summary>
      <table className={plain['table']} aria-labelledby="outbound-dependencies">
        <thead>
          <tr>
            {['Category', 'Host', 'Ports', 'Region'].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...hosts].map(([key, [first, ...others]]) =>
            first === undefined ? null : (
              <tr key={key}>
                <td data-head="Category">{first.category}</td>
                <th scope="row">
                  <code>{first.host}</code>
                </th>
                <td data-head="Ports" className="mono">
                  {[first, ...others].map(line => line.port ?? 'not reported').join(', ')}
                </td>
                <td data-head="Region">{first.regions.join(', ') || 'Not reported'}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </details>
  );
}
