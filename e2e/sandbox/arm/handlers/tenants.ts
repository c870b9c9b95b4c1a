import { sandboxTenants } from '../../tenants.ts';
import { sandboxUsers } from '../../users.ts';
import { type Answer, ok } from '../answer.ts';
import type { Exchange } from '../exchange.ts';
import { page } from '../paging.ts';

/** `GET /tenants`: every tenant that the account may sign in to (azure-facts 4.1). */
export function listTenants(exchange: Exchange): Answer {
  const user = sandboxUsers.find(one => one.id === exchange.caller.objectId);
  const own = sandboxTenants.filter(
    tenant => user?.tenants.includes(tenant.id) ?? tenant.id === exchange.caller.tenantId,
  );
  return ok(
    page(exchange, own, exchange.arm.settings.pageSize, tenant => ({
      id: `/tenants/${tenant.id}`,
      tenantId: tenant.id,
      countryCode: 'US',
      displayName: tenant.displayName,
      domains: tenant.domains,
      tenantCategory: 'Home',
      defaultDomain: tenant.defaultDomain,
      tenantType: 'AAD',
    })),
  );
}
