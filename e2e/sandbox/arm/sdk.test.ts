import { ApiManagementClient } from '@azure/arm-apimanagement';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ids } from '../world/fleet/subscriptions.ts';
import { startTestArm, type TestArm } from './test-arm.ts';
import { sandboxClient } from './test-sdk.ts';

let sandbox: TestArm;
beforeAll(async () => {
  sandbox = await startTestArm();
});
afterAll(() => sandbox.close());

const client = (subscription: string) => sandboxClient(ApiManagementClient, sandbox, subscription);

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of pages) found.push(one);
  return found;
}

describe('@azure/arm-apimanagement', () => {
  it('lists every service of a subscription, page by page', async () => {
    sandbox.controls.configure({ pageSize: 5 });
    const found = await all(client(ids.production).apiManagementService.list());
    sandbox.controls.configure({ pageSize: 20 });
    expect(found).toHaveLength(18);
    expect(found.map(service => service.name)).toContain('contoso-api-prod');
  });

  it('lists a resource group', async () => {
    const found = await all(client(ids.production).apiManagementService.listByResourceGroup('rg-payments'));
    expect(found.map(service => service.name)).toEqual(['contoso-pay-prod', 'contoso-fraud']);
  });

  it('gets a service with all that the pictures show', async () => {
    const service = await client(ids.production).apiManagementService.get('rg-apim-prod', 'contoso-api-prod');
    expect(service).toMatchObject({
      sku: { name: 'Premium', capacity: 3 },
      virtualNetworkType: 'Internal',
      publicIPAddresses: ['203.0.113.18'],
      privateIPAddresses: ['10.20.1.5'],
      zones: ['1', '2', '3'],
      platformVersion: 'stv2.1',
    });
    expect(service.createdAtUtc).toBeInstanceOf(Date);
    expect(
      service.additionalLocations?.map(one => [
        one.location,
        one.publicIPAddresses,
        one.privateIPAddresses,
        one.outboundPublicIPAddresses,
      ]),
    ).toEqual([
      ['North Europe', ['203.0.113.74'], ['10.21.1.6'], ['203.0.113.74']],
      ['East US', ['198.51.100.41'], ['10.40.1.5'], ['192.0.2.40/31']],
    ]);
  });

  it('lists the tiers that a service can move to', async () => {
    const found = await all(
      client(ids.production).apiManagementServiceSkus.listAvailableServiceSkus(
        'rg-apim-prod',
        'contoso-api-prod',
      ),
    );
    expect(found.map(one => one.sku?.name)).toContain('Premium');
  });

  it('takes a refusal for what it is', async () => {
    await expect(
      client(ids.production).apiManagementService.get('rg-apim-prod', 'none'),
    ).rejects.toMatchObject({
      statusCode: 404,
      code: 'ResourceNotFound',
    });
    await expect(all(client(ids.lab).apiManagementService.list())).rejects.toMatchObject({
      statusCode: 403,
      code: 'AuthorizationFailed',
    });
  });
});
