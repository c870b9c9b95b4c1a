import { useSession } from '../../auth/session-context.ts';
import { isSampleData } from '../../config/sample-data.ts';
import { utcTimeText } from '../../domain/time/time-text.ts';
import { clock } from '../../ui/clock.ts';
import { useMedia } from '../../ui/use-media.ts';
import styles from './printed-from.module.css';
import { useTenants } from './use-tenants.ts';

/** On paper alone: where the page came from, so that whoever holds it can open it and see what has changed since. */
export function PrintedFrom() {
  return useMedia('print') ? <Foot /> : null;
}

function Foot() {
  const { account, config } = useSession();
  const { current } = useTenants();
  const address = new URL(location.href);
  if (!address.searchParams.has('tenant')) address.searchParams.set('tenant', account.tenantId);
  return (
    <footer className={styles['foot']}>
      {isSampleData(config.cloud) && <b>Sample data. </b>}
      Tenant {current}, {config.cloud.label}. Printed {utcTimeText(clock.now())} UTC from {address.href}
    </footer>
  );
}
