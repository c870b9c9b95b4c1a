import { serviceOf } from '../../domain/find/hit.ts';
import { hitRegion } from '../../domain/find/words.ts';
import { StatusLabel } from '../../parts/status-label.tsx';
import { type HitsProps, ModeCell, RoleCell, ServiceCell, ValueCell } from './hit-cells.tsx';
import styles from './hit-entries.module.css';
import { keyedHits } from './keyed-hits.ts';

/** What was found, an entry each: for a phone, and for a page at 400 %. */
export function HitEntries({ hits, subscriptions, label }: HitsProps) {
  return (
    <ul className={styles['entries']} aria-label={label}>
      {keyedHits(hits).map(([key, hit]) => {
        const service = serviceOf(hit);
        return (
          <li key={key}>
            <RoleCell hit={hit} />
            <div className={styles['line']}>
              <ValueCell hit={hit} />
              {service && <StatusLabel state={service.provisioningState} />}
            </div>
            <div>
              <ServiceCell hit={hit} subscriptions={subscriptions} />
            </div>
            <div className={styles['line']}>
              <div>{service && <ModeCell service={service} />}</div>
              <span>{hitRegion(hit)}</span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
