import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useSession } from '../../../auth/session-context.ts';
import { useAzure } from '../../../azure/azure-context.ts';
import { tenantsQuery } from '../../../azure/get-tenants.ts';
import type { FleetRead } from '../../../azure/read-fleet.ts';
import { isAnyTenant } from '../../../config/config.ts';
import { compareNames } from '../../../domain/fleet/natural-order.ts';
import { readerRequestText } from '../../../domain/fleet/reader-request.ts';
import type { Tenant } from '../../../domain/service.ts';
import { TenantSwitches } from '../../../parts/tenant-switches.tsx';
import { useAttempt } from '../../../parts/use-attempt.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { PlainButton } from '../../../ui/plain-button.tsx';
import { SourceLine } from '../source-line.tsx';
import type { Fleet } from '../use-fleet.ts';
import styles from './empty-fleet.module.css';

type Props = { readonly fleet: Fleet; readonly read: FleetRead };

/** Nothing to show: who asked where, with the way out of each. */
export function EmptyFleet({ fleet, read }: Props) {
  const { account, config, signIn } = useSession();
  const { data } = useQuery(tenantsQuery(useAzure()));
  const { busy, problem, attempt } = useAttempt();
  const tenant = data?.tenants.find(one => one.id.toLowerCase() === account.tenantId.toLowerCase());
  const others = (data?.tenants.length ?? 0) > 1 && isAnyTenant(config.tenant);
  const request = readerRequestText({
    account: account.username,
    tenant: tenant ? `${tenant.name} (${tenant.id})` : account.tenantId,
    cloud: config.cloud.label,
    subscriptions: read.subscriptions,
  });
  return (
    <>
      <div className={styles['bar']}>
        <p>0 services</p>
        <SourceLine fleet={fleet} />
      </div>
      <section className={styles['empty']}>
        <h2>No API Management service that you can read</h2>
        <p>
          {fleet.selection === 'all'
            ? 'We asked for every service that this account may see and got none.'
            : 'We asked for every service of the chosen subscriptions and got none.'}
        </p>
        <dl>
          <Fact name="Tenant">{tenantText(tenant) ?? account.tenantId}</Fact>
          <Fact name="Cloud">{config.cloud.label}</Fact>
          <Fact
            name="Account"
            action={
              <PlainButton
                kind="link"
                disabled={busy}
                onClick={() => void attempt(() => signIn({ chooseAccount: true }))}
              >
                Use another account
              </PlainButton>
            }
          >
            {account.username}
          </Fact>
          <Subscriptions fleet={fleet} read={read} />
        </dl>
        {problem && <p role="alert">The sign-in did not start: {problem}</p>}
        <p>
          If you expected one: a new service can take a minute to show, and you need at least the Reader role
          on it. Azure leaves out, without saying so, what you may not read.
        </p>
        <div className={styles['actions']}>
          {others && <SwitchTenant />}
          <CopyButton text={request} what="a request for the Reader role">
            Copy a request for the Reader role
          </CopyButton>
        </div>
      </section>
    </>
  );
}

function tenantText(tenant: Tenant | undefined): string | undefined {
  if (!tenant) return undefined;
  const { name, defaultDomain } = tenant;
  return defaultDomain === null || defaultDomain === name ? name : `${name}, ${defaultDomain}`;
}

function SwitchTenant() {
  const [open, setOpen] = useState(false);
  if (open) return <TenantSwitches tenants="others" />;
  return (
    <PlainButton kind="primary" onClick={() => setOpen(true)}>
      Switch tenant
    </PlainButton>
  );
}

function Subscriptions({ fleet, read }: Props) {
  const [shown, setShown] = useState(false);
  const { subscriptions, missing } = read;
  const lost = new Set(missing.map(one => one.subscriptionId.toLowerCase()));
  const count = subscriptions.filter(one => !lost.has(one.id.toLowerCase())).length;
  const parts = [
    count > 0 && `${count} read, none holds a service`,
    lost.size > 0 && `${lost.size} could not be read`,
  ].filter(Boolean);
  const text = parts.length === 0 ? 'none that this account may see' : parts.join(', ');
  return (
    <>
      <Fact
        name="Subscriptions"
        action={
          fleet.selection === 'all' ? (
            count > 0 && (
              <PlainButton kind="link" aria-expanded={shown} onClick={() => setShown(!shown)}>
                {shown ? 'Hide them' : 'Show them'}
              </PlainButton>
            )
          ) : (
            <PlainButton kind="link" onClick={() => fleet.choose([])}>
              Ask all subscriptions
            </PlainButton>
          )
        }
      >
        {text}
      </Fact>
      {shown && (
        <ul className={styles['list']}>
          {[...subscriptions]
            .sort((a, b) => compareNames(a.name, b.name))
            .map(({ id, name, state }) => (
              <li key={id}>
                {name}
                {state !== null && state.toLowerCase() !== 'enabled' && `, ${state}`} <code>{id}</code>
              </li>
            ))}
        </ul>
      )}
    </>
  );
}

type FactProps = { readonly name: string; readonly action?: ReactNode; readonly children: ReactNode };

function Fact({ name, action, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span>{children}</span>
        {action}
      </dd>
    </div>
  );
}
