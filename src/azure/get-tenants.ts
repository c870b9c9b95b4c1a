import { queryOptions } from '@tanstack/react-query';
import * as v from 'valibot';
import type { Tenant, UnreadableRow } from '../domain/service.ts';
import type { ArmError } from './arm-error.ts';
import { type Azure, azureKey } from './azure.ts';
import { collectPages } from './collect-pages.ts';
import { freshness } from './freshness.ts';
import { looseList, looseText, required } from './wire.ts';

/** A row of `GET /tenants` (azure-rest-api-specs, resources 2022-12-01, TenantIdDescription). */
const tenantRow = v.object({
  tenantId: v.pipe(v.string(), v.nonEmpty('is empty')),
  displayName: looseText,
  defaultDomain: looseText,
  domains: looseList(required),
});

export type TenantList = {
  readonly tenants: readonly Tenant[];
  readonly unreadable: readonly UnreadableRow[];
  /** Why the list ends before its end; null for a whole list. */
  readonly failure: ArmError | null;
};

/** The tenants that the account may sign in to, in Azure's order. @throws ArmError */
export async function getTenants(
  { arm }: Azure,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<TenantList> {
  const { rows, unreadable, failure } = await collectPages(
    arm,
    {
      operation: 'list tenants',
      path: '/tenants',
      apiVersion: '2022-12-01',
      signal,
    },
    { schema: tenantRow, map: toTenant },
  );
  return { tenants: rows, unreadable, failure };
}

/** The name is missing for some kinds of token: a domain, or the GUID, then stands in for it. */
function toTenant(row: v.InferOutput<typeof tenantRow>): Tenant {
  return {
    id: row.tenantId,
    name: row.displayName ?? row.defaultDomain ?? row.tenantId,
    defaultDomain: row.defaultDomain,
    domains: row.domains,
  };
}

export function tenantsQuery(azure: Azure) {
  return queryOptions({
    queryKey: [...azureKey(azure), 'tenants'],
    queryFn: ({ signal }) => getTenants(azure, { signal }),
    staleTime: freshness.directory,
    retry: false,
  });
}
