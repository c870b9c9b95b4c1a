import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { listSkus, skusQuery } from './list-skus.ts';
import { FakeNetwork, json, origin, refused } from './testing/fake-network.ts';
import { armServiceJson } from './testing/services.ts';

const { id } = armServiceJson('s1', 'contoso');
const tiers = {
  value: [
    {
      resourceType: 'Microsoft.ApiManagement/service',
      sku: { name: 'Premium' },
      capacity: { minimum: 1, maximum: 12, default: 1, scaleType: 'automatic' },
    },
    { sku: { name: 'Basic' }, capacity: { minimum: '1', maximum: null } },
    { sku: { name: 'Consumption' } },
    { sku: { name: 'Odd' }, capacity: 3 },
    { capacity: { minimum: 1 } },
  ],
};
const whole = {
  tiers: [
    { tier: 'Premium', units: { minimum: 1, maximum: 12, default: 1, scaleType: 'automatic' } },
    { tier: 'Basic', units: { minimum: null, maximum: null, default: null, scaleType: null } },
    { tier: 'Consumption', units: null },
    { tier: 'Odd', units: null },
  ],
  unreadable: [
    {
      id: '',
      name: '',
      problem: expect.stringContaining('sku'),
      json: '{\n  "capacity": {\n    "minimum": 1\n  }\n}',
    },
  ],
};

describe('the tiers of a service', () => {
  it('are read with the units that each may have, and what cannot be read beside them', async () => {
    const network = new FakeNetwork(() => json(tiers));
    await expect(network.run(listSkus(network.azure, { id }))).resolves.toEqual(whole);
    expect(network.sent.map(({ method, url }) => [method, url.href])).toEqual([
      ['GET', `${origin}${id}/skus?api-version=2024-05-01`],
    ]);
  });

  it('are what their query reads, once for every spelling of the id', async () => {
    const network = new FakeNetwork(() => json(tiers));
    const client = new QueryClient();
    expect(skusQuery(network.azure, id).queryKey).toEqual([
      'azure',
      'AzureCloud',
      'tenant',
      'account',
      'skus',
      id.toLowerCase(),
    ]);
    await expect(network.run(client.fetchQuery(skusQuery(network.azure, id)))).resolves.toEqual(whole);
    await client.fetchQuery(skusQuery(network.azure, id.toUpperCase()));
    expect(network.sent).toHaveLength(1);
  });

  it('are none where the list breaks off: a part would read as the whole', async () => {
    const network: FakeNetwork = new FakeNetwork(() =>
      network.sent.length === 1
        ? json({ value: [], nextLink: `${origin}${id}/skus?page=2` })
        : refused(403, 'AuthorizationFailed'),
    );
    await expect(network.run(listSkus(network.azure, { id }))).rejects.toMatchObject({
      kind: 'forbidden',
      scope: { operation: 'list the tiers of a service', subscriptionId: 's1' },
    });
  });

  it('are asked for until the reader goes away', async () => {
    const gone = new Error('The reader went away.');
    const network = new FakeNetwork(() => json(tiers));
    await expect(network.run(listSkus(network.azure, { id, signal: AbortSignal.abort(gone) }))).rejects.toBe(
      gone,
    );
    expect(network.sent).toEqual([]);
  });
});
