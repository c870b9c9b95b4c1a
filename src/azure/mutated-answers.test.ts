import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ArmError } from './arm-error.ts';
import type { Azure } from './azure.ts';
import { getNatGateway } from './get-nat-gateway.ts';
import { getNetworkStatus } from './get-network-status.ts';
import { getOutboundDependencies } from './get-outbound-dependencies.ts';
import { getPrivateEndpoint } from './get-private-endpoint.ts';
import { getPublicIp } from './get-public-ip.ts';
import { getRouteTable } from './get-route-table.ts';
import { getService } from './get-service.ts';
import { getServiceTag } from './get-service-tag.ts';
import { getSubnet } from './get-subnet.ts';
import { getTenants } from './get-tenants.ts';
import { listActivity } from './list-activity.ts';
import { listSkus } from './list-skus.ts';
import { listSubscriptions } from './list-subscriptions.ts';
import { queryChanges } from './query-changes.ts';
import { readFleet } from './read-fleet.ts';
import { FakeNetwork, json } from './testing/fake-network.ts';
import { mutated } from './testing/mutations.ts';
import { armServiceJson, rowJson } from './testing/services.ts';

// Much work, not waiting: a busy machine needs longer than a test usually may.
vi.setConfig({ testTimeout: 120_000 });

const { id } = armServiceJson('s1', 'contoso');
const properties = {
  addressPrefix: '10.0.0.0/27',
  routeTable: { id: '/rt' },
  routes: [{ name: 'out', properties: { addressPrefix: '0.0.0.0/0', nextHopType: 'Internet' } }],
  ipAddress: '203.0.113.7',
  publicIpAddresses: [{ id: '/ip' }],
  networkInterfaces: [{ id: '/nic' }],
};
const tag = { name: 'AzureCloud', properties: { changeNumber: '1', addressPrefixes: ['10.0.0.0/8'] } };
const status = { name: 'Scm', status: 'success', isOptional: false };
const change = {
  id: 'c',
  targetResourceId: id,
  changeType: 'Update',
  timestamp: '2026-11-20T10:00:00Z',
  changes: { 'sku.name': {} },
};
const event = {
  eventDataId: 'e',
  operationName: { value: 'x' },
  status: { value: 'y' },
  eventTimestamp: '2026-11-20T10:00:00Z',
};
const graph = { totalRecords: 1, data: [rowJson('s1', 'contoso')], resultTruncated: 'false' };

type Read = (azure: Azure) => Promise<unknown>;
const reads: [string, unknown, Read][] = [
  ['a service', armServiceJson('s1', 'contoso'), azure => getService(azure, { id })],
  ['a fleet', graph, azure => readFleet(azure, { subscriptionIds: 'all' })],
  ['tenants', { value: [{ tenantId: 't', domains: ['d'] }] }, azure => getTenants(azure)],
  [
    'subscriptions',
    { value: [{ subscriptionId: 's', state: 'Enabled' }] },
    azure => listSubscriptions(azure),
  ],
  ['a subnet', { id, properties }, azure => getSubnet(azure, { id })],
  ['a route table', { id, properties }, azure => getRouteTable(azure, { id })],
  ['a public IP', { id, properties }, azure => getPublicIp(azure, { id })],
  ['a NAT gateway', { id, properties }, azure => getNatGateway(azure, { id })],
  ['a private endpoint', { id, properties }, azure => getPrivateEndpoint(azure, { id })],
  [
    'a service tag',
    { value: [tag] },
    azure => getServiceTag(azure, { subscriptionId: 's', region: 'r', name: 'AzureCloud' }),
  ],
  [
    'the network status',
    [{ location: 'x', networkStatus: { connectivityStatus: [status] } }],
    azure => getNetworkStatus(azure, { id }),
  ],
  [
    'dependencies',
    { value: [{ category: 'c', endpoints: [{ domainName: 'd' }] }] },
    azure => getOutboundDependencies(azure, { id }),
  ],
  [
    'tiers',
    { value: [{ sku: { name: 'Premium' }, capacity: { maximum: 10 } }] },
    azure => listSkus(azure, { id }),
  ],
  [
    'the change history',
    { totalRecords: 1, data: [change] },
    azure => queryChanges(azure, { subscriptionIds: 'all' }),
  ],
  ['the activity log', { value: [event] }, azure => listActivity(azure, { id })],
];

describe('an answer to which anything has happened', () => {
  it.each(reads)('is %s, or an ArmError, and never anything else', async (_, body, read) => {
    await fc.assert(
      fc.asyncProperty(mutated(body), async answer => {
        const network = new FakeNetwork(() => json(answer ?? null));
        const outcome: unknown = await network.run(read(network.azure)).catch((cause: unknown) => cause);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ArmError);
      }),
      { numRuns: 100 },
    );
  });
});
