import { Skeleton } from '../../../ui/skeleton.tsx';
import styles from './json-tab.module.css';

const widths = ['6ch', '50ch', '40ch', '44ch', '30ch', '36ch', '28ch', '48ch'];

/** The JSON tab while the service, or the tab's code, is on its way. */
export function JsonSkeleton() {
  return (
    <div className={styles['tab']}>
      <p className="visually-hidden" role="status">
        Reading the service from Azure
      </p>
      <div className={styles['requests']} aria-hidden="true">
        {['Request', 'Azure CLI'].map(label => (
          <div key={label} className={styles['line']}>
            <h2>{label}</h2>
            <Skeleton width="90%" />
          </div>
        ))}
      </div>
      <pre className={styles['json']} aria-hidden="true">
        {widths.map(width => (
          <code key={width}>
            <Skeleton width={width} />
          </code>
        ))}
      </pre>
    </div>
  );
}
