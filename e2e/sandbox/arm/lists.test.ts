import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contoso, fabrikam } from '../tenants.ts';
import { ids } from '../world/fleet/subscriptions.ts';
import { startTestArm, type TestArm } from './test-arm.ts';

let sandbox: TestArm;
beforeAll(async () => {
  sandbox = await startTestArm();
});
afterAll(() => sandbox.close());

const services = `/subscriptions/${ids.production}/providers/Microsoft.ApiManagement/service?api-version=2024-05-01`;

async function pages(first: string) {
  const lists: { name: string }[][] = [];
  for (let link: string | undefined = first; link; ) {
    const { body } = await sandbox.ask(link);
    lists.push(body.value);
    link = body.nextLink?.replace(sandbox.origin, '');
  }
  return lists;
}

describe('tenants and subscriptions', () => {
  it.each([
    ['admin@contoso.com', [contoso.id, fabrikam.id]],
    ['reader@contoso.com', [contoso.id]],
  ])('%s sees the tenants that it may sign in to', async (as, expected) => {
    const { body } = await sandbox.ask('/tenants?api-version=2022-12-01', { as });
    expect(body.value.map((tenant: { tenantId: string }) => tenant.tenantId)).toEqual(expected);
  });

  it.each([
    ['admin@contoso.com', contoso.id, 6],
    ['admin@contoso.com', fabrikam.id, 2],
    ['reader@contoso.com', contoso.id, 1],
    ['nobody@contoso.com', contoso.id, 0],
  ])('%s in tenant %s sees %i subscriptions', async (as, tenant, count) => {
    const { body } = await sandbox.ask('/subscriptions?api-version=2022-12-01', { as, tenant });
    expect(body.value).toHaveLength(count);
    for (const subscription of body.value) expect(subscription.tenantId).toBe(tenant);
  });

  it('tells the state of a subscription', async () => {
    const { body } = await sandbox.ask(`/subscriptions/${ids.fabrikamEu}?api-version=2022-12-01`);
    expect(body).toMatchObject({
      displayName: 'Fabrikam EU',
      state: 'Warned',
      authorizationSource: 'RoleBased',
    });
  });
});

describe('pages', () => {
  it('hold every service once, whatever the size of a page', async () => {
    const whole = (await pages(services)).flat().map(service => service.name);
    sandbox.controls.configure({ pageSize: 7 });
    const small = await pages(services);
    sandbox.controls.configure({ pageSize: 20 });
    expect(small.map(list => list.length)).toEqual([7, 7, 4]);
    expect(small.flat().map(service => service.name)).toEqual(whole);
    expect(new Set(whole).size).toBe(18);
  });

  it('keep the query of the first page in nextLink', async () => {
    sandbox.controls.configure({ pageSize: 1 });
    const { body } = await sandbox.ask(services);
    sandbox.controls.configure({ pageSize: 20 });
    expect(body.nextLink.startsWith(sandbox.origin)).toBe(true);
    expect(new URL(body.nextLink).searchParams.get('api-version')).toBe('2024-05-01');
  });

  it('refuse a token that is none of theirs', async () => {
    expect((await sandbox.ask(`${services}&$skiptoken=zzz`)).status).toBe(400);
  });

  it('list one resource group alone when it is asked for', async () => {
    const path = `/subscriptions/${ids.production}/resourceGroups/RG-PAYMENTS/providers/Microsoft.ApiManagement/service?api-version=2024-05-01`;
    const { body } = await sandbox.ask(path);
    expect(body.value.map((service: { name: string }) => service.name)).toEqual([
      'contoso-pay-prod',
      'contoso-fraud',
    ]);
  });
});

describe('the tiers that a service can move to', () => {
  const skus = (subscription: string, rest: string) =>
    `/subscriptions/${subscription}/resourceGroups/${rest}/skus?api-version=2024-05-01`;
  it('are the classic ones for a classic tier', async () => {
    const path = skus(
      ids.production,
      'rg-apim-prod/providers/Microsoft.ApiManagement/service/contoso-api-prod',
    );
    const { body } = await sandbox.ask(path);
    expect(body.value.map((one: { sku: { name: string } }) => one.sku.name)).toContain('Premium');
  });
  it('have no capacity on Consumption', async () => {
    const path = skus(ids.platform, 'rg-serverless/providers/Microsoft.ApiManagement/service/contoso-events');
    expect((await sandbox.ask(path)).body.value).toEqual([
      { resourceType: 'Microsoft.ApiManagement/service', sku: { name: 'Consumption' }, capacity: null },
    ]);
  });
});
