import type { ServiceId } from '../../../domain/arm-id.ts';
import { formatServiceQuery, type ServiceQuery, servicePath } from '../../../domain/url/service-url.ts';
import { withTenant } from '../../../domain/url/tenant-in-search.ts';

/** A link that opens this view for its receiver too: it always names the tenant, so that they sign in to the right one. */
export function serviceLink(origin: string, id: ServiceId, query: ServiceQuery, tenantId: string): string {
  return origin + servicePath(id) + withTenant(formatServiceQuery(query), tenantId);
}

/** The resource in the Azure portal of the cloud, in the tenant that it was read in. */
export function portalLink(portal: string, tenantId: string, id: ServiceId): string {
  return `${portal}/#@${encodeURIComponent(tenantId)}/resource${servicePath(id)}`;
}
