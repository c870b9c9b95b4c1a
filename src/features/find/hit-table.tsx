import { serviceOf } from '../../domain/find/hit.ts';
import { hitRegion } from '../../domain/find/words.ts';
import { StatusLabel } from '../../parts/status-label.tsx';
import { type HitsProps, ModeCell, RoleCell, ServiceCell, ValueCell } from './hit-cells.tsx';
import styles from './hit-table.module.css';
import { keyedHits } from './keyed-hits.ts';

/** What was found, a row each. */
export function HitTable({ hits, subscriptions, label, headed }: HitsProps) {
  return (
    <table className={styles['table']} aria-label={label} data-headed={headed || undefined}>
      <thead>
        <tr>
          <th scope="col">What it is</th>
          <th scope="col">Found</th>
          <th scope="col">Service</th>
          <th scope="col">VNet mode, tier</th>
          <th scope="col" className={styles['region']}>
            Region
          </th>
          <th scope="col" className={styles['status']}>
            Status
          </th>
        </tr>
      </thead>
      <tbody>
        {keyedHits(hits).map(([key, hit]) => {
          const service = serviceOf(hit);
          return (
            <tr key={key}>
              <td>
                <RoleCell hit={hit} />
              </td>
              <td>
                <ValueCell hit={hit} />
              </td>
              <td>
                <ServiceCell hit={hit} subscriptions={subscriptions} />
              </td>
              <td>
                <ModeCell service={service} />
              </td>
              <td className={styles['region']}>{hitRegion(hit) || '–'}</td>
              <td className={styles['status']}>
                {service ? <StatusLabel state={service.provisioningState} /> : '–'}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
