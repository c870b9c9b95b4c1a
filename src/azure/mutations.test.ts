import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readRow, readRows } from './read-rows.ts';
import { armServiceReader, serviceRowReader } from './service-reader.ts';
import { mutated } from './testing/mutations.ts';
import { armServiceJson, rowJson } from './testing/services.ts';

// Much work, not waiting: a busy machine needs longer than a test usually may.
vi.setConfig({ testTimeout: 120_000 });

/** A service with every part filled in, so that a mutation can hit any of them. */
const properties = {
  provisioningState: 'Succeeded',
  targetProvisioningState: '',
  createdAtUtc: '2021-06-16T09:40:00.9453556Z',
  gatewayUrl: 'https://contoso.azure-api.net',
  gatewayRegionalUrl: 'https://contoso-westeurope-01.regional.azure-api.net',
  hostnameConfigurations: [
    {
      type: 'Proxy',
      hostName: 'api.contoso.example',
      certificateSource: 'Custom',
      certificate: { expiry: '2027-01-08T22:32:32+00:00' },
    },
  ],
  publicIPAddresses: ['203.0.113.7'],
  privateIPAddresses: ['10.0.0.5'],
  outboundPublicIPAddresses: ['203.0.113.7', '60.0.0.0/31'],
  additionalLocations: [
    {
      location: 'North Europe',
      sku: { name: 'Premium', capacity: 1 },
      zones: ['1'],
      publicIPAddresses: ['203.0.113.9'],
    },
  ],
  customProperties: { 'Microsoft.WindowsAzure.ApiManagement.Stv2MigrationPreCreatedIps': '203.0.113.8' },
  virtualNetworkType: 'Internal',
  virtualNetworkConfiguration: { subnetResourceId: '/subnet' },
  disableGateway: false,
  publicNetworkAccess: 'Enabled',
  platformVersion: 'stv2',
  natGatewayState: 'Disabled',
  publicIpAddressId: '/ip',
  privateEndpointConnections: [
    {
      name: 'one',
      properties: {
        privateEndpoint: { id: '/pe' },
        privateLinkServiceConnectionState: { status: 'Approved' },
      },
    },
  ],
};
const extra = { zones: ['1'], tags: { env: 'prod' } };
const shapes: [string, typeof armServiceReader, unknown][] = [
  ['ARM’s shape', armServiceReader, armServiceJson('s1', 'contoso', { ...extra, properties })],
  ['a flat row', serviceRowReader, rowJson('s1', 'contoso', { ...extra, ...properties })],
];

describe.each(shapes)('a service in %s', (_, reader, whole) => {
  it('never breaks the list it stands in, whatever happens to it (5,000 mutations)', async () => {
    let [rows, unreadable] = [0, 0];
    await fc.assert(
      fc.asyncProperty(mutated(whole), async row => {
        const other = reader === armServiceReader ? armServiceJson('s2', 'other') : rowJson('s2', 'other');
        const result = await readRows(reader, [row, other], undefined);
        expect(result.rows.length + result.unreadable.length).toBe(2);
        expect(result.rows.at(-1)).toMatchObject({ name: 'other', subscriptionId: 's2' });
        rows += 1;
        unreadable += result.unreadable.length;
      }),
      { numRuns: 5_000 },
    );
    // A share, because mutation testing interrupts a property long before its last run.
    expect(unreadable).toBeGreaterThan(rows / 10);
  });

  it('gives every field its type, whatever happens to it', () => {
    fc.assert(
      fc.property(mutated(whole), row => {
        const service = readRow(reader, row).row;
        if (service === undefined) return;
        expect(service).toMatchObject({
          id: expect.any(String),
          tier: expect.any(String),
          vnetMode: expect.any(String),
          tags: expect.any(Object),
        });
        for (const region of service.regions) {
          const lists = [region.zones, region.publicIPAddresses, region.privateIPAddresses];
          for (const text of [...lists.flat(), ...region.outboundPublicIPAddresses])
            expect(text).toBeTypeOf('string');
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('keys that could reach a prototype', () => {
  const text = JSON.stringify(armServiceJson('s1', 'contoso', { tags: { env: 'prod' } })).replace(
    '"env":"prod"',
    '"env":"prod","__proto__":"x","constructor":"y","toString":"z"',
  );

  it('are plain tags and reach nothing', () => {
    const service = readRow(armServiceReader, JSON.parse(text)).row;
    expect(Object.entries(service?.tags ?? {})).toEqual([
      ['env', 'prod'],
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['toString', 'z'],
    ]);
    expect(Object.getPrototypeOf(service?.tags)).toBe(Object.prototype);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('as parts of an answer change no other row', () => {
    const polluted = text.replace(
      '"location"',
      '"__proto__":{"tags":{"evil":"1"},"polluted":true},"location"',
    );
    const service = readRow(armServiceReader, JSON.parse(polluted)).row;
    expect(service?.tags).not.toHaveProperty('evil');
    expect({}).not.toHaveProperty('polluted');
  });
});
