import { armName } from '../../../domain/arm-id.ts';
import type { PrivateEndpointConnection } from '../../../domain/service.ts';
import styles from './plain-table.module.css';
import { ResourceName } from './resource-name.tsx';

/** The private endpoints through which clients may come, and whether each is approved. */
export function PrivateEndpointsTable({
  connections,
}: {
  readonly connections: readonly PrivateEndpointConnection[];
}) {
  return (
    <table className={styles['table']} aria-labelledby="private-endpoints">
      <thead className="visually-hidden">
        <tr>
          <th scope="col">State</th>
          <th scope="col">Private endpoint</th>
        </tr>
      </thead>
      <tbody>
        {connections.map(({ name, privateEndpointId, status }) => (
          <tr key={privateEndpointId ?? name}>
            <th scope="row">{status || 'Not reported'}</th>
            <td>
              {privateEndpointId === null ? (
                name
              ) : (
                <ResourceName id={privateEndpointId}>{armName(privateEndpointId)}</ResourceName>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
