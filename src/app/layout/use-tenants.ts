import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../auth/session-context.ts';
import { useAzure } from '../../azure/azure-context.ts';
import { tenantsQuery } from '../../azure/get-tenants.ts';
import type { Tenant } from '../../domain/service.ts';

/** The tenants of the account, and what the one in use is called: its GUID until the names are there. */
export function useTenants(): {
  tenants: readonly Tenant[];
  current: string;
  isReading: boolean;
  failed: boolean;
} {
  const { account } = useSession();
  const { data, isPending, isError } = useQuery(tenantsQuery(useAzure()));
  const tenants = data?.tenants ?? [];
  const current = tenants.find(one => one.id === account.tenantId)?.name ?? account.tenantId;
  return { tenants, current, isReading: isPending, failed: isError };
}
