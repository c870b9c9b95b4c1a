import { ApiManagementClient } from '@azure/arm-apimanagement';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ids } from '../../world/fleet/subscriptions.ts';
import { startTestArm, type TestArm } from '../test-arm.ts';
import { sandboxClient } from '../test-sdk.ts';

let sandbox: TestArm;
beforeAll(async () => {
  sandbox = await startTestArm();
});
afterAll(() => sandbox.close());

const of = (subscription: keyof typeof ids, group: string, name: string, rest: string) =>
  `/subscriptions/${ids[subscription]}/resourceGroups/${group}/providers/Microsoft.ApiManagement/service/${name}/${rest}?api-version=2024-05-01`;

type Check = {
  status: string;
  resourceType: string;
  isOptional: boolean;
  lastUpdated: string;
  lastStatusChange: string;
};

describe('network status', () => {
  it('is a bare list of every region, twelve checks each', async () => {
    const { body } = await sandbox.ask(of('production', 'rg-apim-prod', 'contoso-api-prod', 'networkstatus'));
    expect(body.map((one: { location: string }) => one.location)).toEqual([
      'West Europe',
      'North Europe',
      'East US',
    ]);
    for (const { networkStatus } of body) expect(networkStatus.connectivityStatus).toHaveLength(12);
    expect(body[0].networkStatus.dnsServers).toEqual(['10.20.0.4', '10.20.0.5']);
  });

  it('of one location is the inner object, whatever form the location has', async () => {
    const whole = await sandbox.ask(of('production', 'rg-apim-prod', 'contoso-api-prod', 'networkstatus'));
    for (const location of ['northeurope', 'North%20Europe']) {
      const { body } = await sandbox.ask(
        of('production', 'rg-apim-prod', 'contoso-api-prod', `locations/${location}/networkstatus`),
      );
      expect(body).toEqual(whole.body[1].networkStatus);
    }
  });

  it('tells the story of the picture: two required checks fail in North Europe, one starts, one optional fails', async () => {
    const { body } = await sandbox.ask(
      of('production', 'rg-apim-prod', 'contoso-api-prod', 'locations/northeurope/networkstatus'),
    );
    const bad = body.connectivityStatus.filter((one: Check) => one.status !== 'success');
    expect(
      bad.map((one: Check) => [
        one.resourceType,
        one.status,
        one.isOptional,
        one.lastStatusChange.slice(0, 16),
      ]),
    ).toEqual([
      ['SQLDatabase', 'failure', false, '2026-11-19T22:47'],
      ['BlobStorage', 'failure', false, '2026-11-19T22:47'],
      ['Queue', 'initializing', true, '2026-11-22T10:02'],
      ['Email', 'failure', true, '2026-06-02T09:31'],
    ]);
  });

  it.each([
    ['production', 'rg-treasury', 'contoso-treasury', 'switzerlandwest', 'success', true],
    ['production', 'rg-treasury', 'contoso-treasury', 'switzerlandnorth', 'success', false],
    ['devTest', 'rg-apim-dev', 'contoso-int-dev', 'westeurope', 'initializing', false],
  ] as const)(
    'of %s %s %s in %s is %s, stale: %s',
    async (subscription, group, name, location, status, stale) => {
      const { body } = await sandbox.ask(
        of(subscription, group, name, `locations/${location}/networkstatus`),
      );
      const age = sandbox.arm.clock.now() - Date.parse(body.connectivityStatus[0].lastUpdated);
      expect(new Set(body.connectivityStatus.map((one: Check) => one.status))).toEqual(new Set([status]));
      expect(age > 30 * 60_000).toBe(stale);
    },
  );

  it.each([
    ['production', 'rg-web', 'contoso-web', 400],
    ['platform', 'rg-serverless', 'contoso-events', 404],
    ['production', 'rg-catalog', 'contoso-catalog', 404],
  ] as const)(
    'is refused for %s %s %s, which stands in no network of the classic kind',
    async (subscription, group, name, status) => {
      for (const rest of ['networkstatus', 'outboundNetworkDependenciesEndpoints'])
        expect((await sandbox.ask(of(subscription, group, name, rest))).status).toBe(status);
    },
  );
});

describe('outbound dependencies, as Microsoft’s client reads them', () => {
  it('are host names with ports, by category', async () => {
    const client = sandboxClient(ApiManagementClient, sandbox, ids.production);
    const { value = [] } = await client.outboundNetworkDependenciesEndpoints.listByService(
      'rg-apim-prod',
      'contoso-api-prod',
    );
    const sql = value.find(one => one.category === 'Azure SQL')?.endpoints ?? [];
    expect(sql.map(one => one.endpointDetails?.[0])).toEqual([
      { port: 1433, region: 'West Europe' },
      { port: 1433, region: 'North Europe' },
      { port: 1433, region: 'East US' },
    ]);
    expect(value.map(one => one.category)).toContain('SSL Certificate Verification');
  });

  it('and the network status comes through the same client', async () => {
    const client = sandboxClient(ApiManagementClient, sandbox, ids.production);
    const found = await client.networkStatus.listByService('rg-apim-prod', 'contoso-api-prod');
    expect(found[1]?.networkStatus?.connectivityStatus[1]).toMatchObject({
      status: 'failure',
      resourceType: 'SQLDatabase',
      isOptional: false,
    });
  });
});
