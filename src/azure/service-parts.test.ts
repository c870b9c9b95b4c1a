import { describe, expect, it } from 'vitest';
import { getNetworkStatus, getNetworkStatusOfRegion } from './get-network-status.ts';
import { getOutboundDependencies } from './get-outbound-dependencies.ts';
import { isNotOffered } from './is-not-offered.ts';
import { listSkus } from './list-skus.ts';
import { exampleBody, hasExamples } from './testing/arm-examples.ts';
import { FakeNetwork, json, origin, refused } from './testing/fake-network.ts';
import { armServiceJson } from './testing/services.ts';

const { id } = armServiceJson('s1', 'contoso');
const example = (name: string) => new FakeNetwork(() => json(exampleBody('apimanagement', name)));

describe('the network status', () => {
  const row = {
    name: 'contoso.blob.core.windows.net',
    status: 'Failure',
    error: 'timed out',
    lastUpdated: '2023-06-08T16:41:44.6399168Z',
    lastStatusChange: '2023-05-25T03:53:44.1786214Z',
    resourceType: 'BlobStorage',
    isOptional: false,
  };

  it('is read by region, its words compared without case, and rows that cannot be read beside the others', async () => {
    const network = new FakeNetwork(() =>
      json([
        {
          location: 'West Europe',
          networkStatus: { dnsServers: ['168.63.129.16'], connectivityStatus: [row, { status: 'success' }] },
        },
        { location: 'North Europe', networkStatus: null },
      ]),
    );
    await expect(getNetworkStatus(network.azure, { id })).resolves.toEqual([
      {
        location: 'West Europe',
        dnsServers: ['168.63.129.16'],
        connectivity: [{ ...row, status: 'failure', statusText: 'Failure' }],
        unreadable: [
          { id: '', name: '', problem: expect.stringContaining('name'), json: expect.any(String) },
        ],
      },
      { location: 'North Europe', dnsServers: [], connectivity: [], unreadable: [] },
    ]);
    expect(network.sent[0]?.url.href).toBe(`${origin}${id}/networkstatus?api-version=2024-05-01`);
  });

  it.each([
    ['success', 'success'],
    ['SUCCESS', 'success'],
    ['Initializing', 'initializing'],
    ['degraded', 'unknown'],
    [null, 'unknown'],
  ])('reads the word %j as %s', async (status, expected) => {
    const network = new FakeNetwork(() =>
      json([{ location: 'x', networkStatus: { connectivityStatus: [{ name: 'Scm', status }] } }]),
    );
    const [region] = await getNetworkStatus(network.azure, { id });
    expect(region?.connectivity[0]).toMatchObject({
      status: expected,
      statusText: status ?? '',
      isOptional: null,
      error: null,
    });
  });

  it('of one region is the inner object alone', async () => {
    const network = new FakeNetwork(() => json({ dnsServers: ['10.0.0.4'], connectivityStatus: [row] }));
    await expect(
      getNetworkStatusOfRegion(network.azure, { id, location: 'West Europe' }),
    ).resolves.toMatchObject({
      location: 'West Europe',
      dnsServers: ['10.0.0.4'],
      connectivity: [{ status: 'failure' }],
    });
    expect(network.sent[0]?.url.pathname).toBe(`${id}/locations/West%20Europe/networkstatus`);
  });

  it.each([{}, { value: [] }, null])(
    'of another shape is an error, not a healthy network: %j',
    async body => {
      const network = new FakeNetwork(() => json(body));
      await expect(getNetworkStatus(network.azure, { id })).rejects.toMatchObject({ kind: 'malformed' });
    },
  );

  it.skipIf(!hasExamples)('is read from Microsoft’s published payload without a loss', async () => {
    const regions = await getNetworkStatus(example('ApiManagementServiceGetNetworkStatus').azure, { id });
    expect(regions.flatMap(one => one.unreadable)).toEqual([]);
    expect(regions[0]).toMatchObject({ location: 'Central US EUAP', dnsServers: ['168.63.129.16'] });
    expect(regions[0]?.connectivity.length).toBeGreaterThan(10);
    expect(new Set(regions.flatMap(one => one.connectivity.map(row => row.status)))).toEqual(
      new Set(['success']),
    );
  });
});

describe('a refusal', () => {
  it.each([
    [400, 'NotSupported', true],
    [404, 'ResourceNotFound', true],
    [409, 'Conflict', true],
    [401, 'InvalidAuthenticationToken', false],
    [403, 'AuthorizationFailed', false],
    [408, 'Timeout', false],
    [429, 'TooManyRequests', false],
    [500, 'InternalServerError', false],
  ])('of %i %s means that the service has no such thing: %s', async (status, code, expected) => {
    const network = new FakeNetwork(() => refused(status, code));
    const error: unknown = await network
      .run(getNetworkStatus(network.azure, { id }))
      .catch((cause: unknown) => cause);
    expect(isNotOffered(error)).toBe(expected);
  });
});

describe('outbound dependencies', () => {
  it('are read with their host names and ports; a row that cannot be read stays beside them', async () => {
    const network = new FakeNetwork(() =>
      json({
        value: [
          {
            category: 'Azure SQL',
            endpoints: [
              { domainName: 'x.database.windows.net', endpointDetails: [{ port: 1433, region: 'West US' }] },
            ],
          },
          { category: 'Empty', endpoints: null },
          { endpoints: [] },
        ],
      }),
    );
    await expect(getOutboundDependencies(network.azure, { id })).resolves.toMatchObject({
      dependencies: [
        {
          category: 'Azure SQL',
          endpoints: [{ domainName: 'x.database.windows.net', ports: [{ port: 1433, region: 'West US' }] }],
        },
        { category: 'Empty', endpoints: [] },
      ],
      unreadable: [{ problem: expect.stringContaining('category') }],
    });
  });

  it('are an error where the list breaks off', async () => {
    const network = new FakeNetwork(() => json({ value: [], nextLink: 'https://evil.example/' }));
    await expect(getOutboundDependencies(network.azure, { id })).rejects.toMatchObject({
      code: 'PageRefused',
    });
  });

  it.skipIf(!hasExamples)('are read from Microsoft’s published payload without a loss', async () => {
    const network = example('ApiManagementServiceGetOutboundNetworkDependenciesEndpoints');
    const { dependencies, unreadable } = await getOutboundDependencies(network.azure, { id });
    expect(unreadable).toEqual([]);
    expect(dependencies.map(one => one.category)).toContain('Azure SQL');
    for (const { endpoints } of dependencies)
      for (const { domainName, ports } of endpoints)
        expect([domainName.length > 0, ports.every(one => Number.isInteger(one.port))]).toEqual([true, true]);
  });
});

describe.skipIf(!hasExamples)('the tiers of a service', () => {
  it('are read from Microsoft’s published payloads', async () => {
    const { tiers } = await listSkus(example('ApiManagementListSKUs-Dedicated').azure, { id });
    expect(tiers.map(one => [one.tier, one.units?.maximum])).toEqual([
      ['Developer', 1],
      ['Basic', 2],
      ['Standard', 4],
      ['Premium', 10],
      ['Isolated', 1],
    ]);
  });

  it('have no units where Azure names none', async () => {
    const { tiers } = await listSkus(example('ApiManagementListSKUs-Consumption').azure, { id });
    expect(tiers).toEqual([{ tier: 'Consumption', units: null }]);
  });
});
