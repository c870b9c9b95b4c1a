import { lazy, Suspense } from 'react';
import type { ServiceRow } from '../../../domain/fleet/fleet-row.ts';
import { PlainButton } from '../../../ui/plain-button.tsx';
import styles from './check-network.module.css';

const CheckNetwork = lazy(async () => ({ default: (await import('./check-network.tsx')).CheckNetwork }));

/** The check of the chosen services' network; its code comes with the first choice, its questions with the press. */
export function NetworkButton({ rows }: { readonly rows: readonly ServiceRow[] }) {
  return (
    <span className={styles['place']}>
      <Suspense fallback={<PlainButton disabled>Check network status</PlainButton>}>
        <CheckNetwork rows={rows} />
      </Suspense>
    </span>
  );
}
