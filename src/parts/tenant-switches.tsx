import { useQuery } from '@tanstack/react-query';
import { useSession } from '../auth/session-context.ts';
import { useAzure } from '../azure/azure-context.ts';
import { tenantsQuery } from '../azure/get-tenants.ts';
import { isAnyTenant } from '../config/config.ts';
import { withTenant } from '../domain/url/tenant-in-search.ts';
import { replaceQuery } from '../ui/navigation.ts';
import { PlainButton } from '../ui/plain-button.tsx';
import { useAttempt } from './use-attempt.ts';

type Props = {
  /** GUIDs that Azure named, or every other tenant of the account. */
  readonly tenants: readonly string[] | 'others';
};

/** More than these would hide the way; the menu in the top bar has them all. */
const most = 4;

/**
 * Ways into other tenants. The page's own address names the tenant before the switch, so that a reload, or the way back
 * from a sign-in page, leads there and not into the same refusal again.
 */
export function TenantSwitches({ tenants }: Props) {
  const { account, config, switchTenant } = useSession();
  const { busy, problem, attempt } = useAttempt();
  const { data } = useQuery(tenantsQuery(useAzure()));
  const mine = data?.tenants ?? [];
  const offered = (tenants === 'others' ? mine.map(one => one.id) : tenants).filter(
    id => id.toLowerCase() !== account.tenantId.toLowerCase(),
  );
  if (!isAnyTenant(config.tenant)) {
    return <p>This installation serves tenant {config.tenant} alone, so it cannot go there.</p>;
  }
  return (
    <>
      {offered.slice(0, most).map(id => (
        <PlainButton
          key={id}
          kind={tenants === 'others' ? 'secondary' : 'primary'}
          disabled={busy}
          onClick={() =>
            void attempt(() => {
              replaceQuery(withTenant(location.search, id));
              return switchTenant(id);
            })
          }
        >
          Switch to {mine.find(one => one.id.toLowerCase() === id.toLowerCase())?.name ?? `tenant ${id}`}
        </PlainButton>
      ))}
      {problem && <p role="alert">The switch did not work: {problem}</p>}
    </>
  );
}
