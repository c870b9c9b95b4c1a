import { useSession } from '../../auth/session-context.ts';
import type { TenantFleet } from '../../parts/lookup/use-tenant-fleet.ts';
import { TenantSwitches } from '../../parts/tenant-switches.tsx';
import { Banner } from '../../ui/banner.tsx';
import styles from './no-services.module.css';

/** There is nothing to look through: who asked where, and the way into other tenants. */
export function NoServices({ fleet: { read } }: { readonly fleet: TenantFleet }) {
  const { account, config } = useSession();
  const count = read?.subscriptions.length ?? 0;
  return (
    <div className={styles['none']}>
      <Banner tone="unknown">
        <b>There is no service to look through.</b> {account.username} may read no API Management service in
        tenant {account.tenantId} of {config.cloud.label};{' '}
        {count === 1 ? '1 subscription was' : `${count} subscriptions were`} looked at. A new service can take
        a minute to show.
      </Banner>
      <div className={styles['switches']}>
        <TenantSwitches tenants="others" />
      </div>
    </div>
  );
}
