import { expect, it } from 'vitest';
import { readServiceQuery } from '../../../domain/url/service-url.ts';
import { portalLink, serviceLink } from './service-link.ts';

const id = { subscriptionId: '6f2b', resourceGroup: 'rg a', name: 'contoso' };
const path = '/subscriptions/6f2b/resourceGroups/rg%20a/providers/Microsoft.ApiManagement/service/contoso';
const tenant = '3b8e1d52-6a0f-4c27-9e41-5d7c2f80a1b6';

it.each([
  ['', `?tenant=${tenant}`],
  ['?tab=json&x=1', `?tenant=${tenant}&tab=json&x=1`],
  ['?tenant=other.com&tab=addresses', `?tenant=${tenant}`],
])('a link from %j names the tenant that is worked in', (search, expected) =>
  expect(serviceLink('https://ip.contoso.com', id, readServiceQuery(search).query, tenant)).toBe(
    `https://ip.contoso.com${path}${expected}`,
  ),
);

it('leads to the portal of the cloud, in the tenant', () =>
  expect(portalLink('https://portal.azure.us', tenant, id)).toBe(
    `https://portal.azure.us/#@${tenant}/resource${path}`,
  ));
