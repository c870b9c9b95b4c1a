import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../auth/session-context.ts';
import { useAzure } from '../../azure/azure-context.ts';
import { tenantsQuery } from '../../azure/get-tenants.ts';
import { buildInfo } from '../../config/build-info.ts';
import { overlay } from '../../parts/overlay.ts';
import { PlainButton } from '../../ui/plain-button.tsx';
import styles from './settings.module.css';

/** Which build this is, and which cloud, tenant and account it reads. */
export function AboutSection() {
  const { config, account } = useSession();
  const { data } = useQuery(tenantsQuery(useAzure()));
  const tenant = data?.tenants.find(one => one.id === account.tenantId);
  const rows = [
    ['Version', `${buildInfo.version}, build ${buildInfo.commit}`],
    ['Cloud', config.cloud.label],
    ['Resource Manager', config.cloud.resourceManager],
    ['Tenant', tenant ? `${tenant.name}, ${tenant.defaultDomain ?? tenant.id}` : account.tenantId],
    ['Tenant id', account.tenantId],
    ['Account', account.username],
    ['Permission', 'Azure Service Management, user_impersonation: your own Azure roles, reads alone'],
  ] as const;
  return (
    <section aria-labelledby="about">
      <h2 id="about">About</h2>
      <dl className={styles['facts']}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <PlainButton aria-haspopup="dialog" onClick={() => overlay.set('problems')}>
        Problems and diagnostics
      </PlainButton>
    </section>
  );
}
