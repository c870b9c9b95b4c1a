import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readRow } from './read-rows.ts';
import { armServiceReader } from './service-reader.ts';
import { exampleBody, hasExamples } from './testing/arm-examples.ts';

/** Services in Microsoft's published payloads, read by name. */
function services(name: string) {
  const body = exampleBody('apimanagement', name);
  const list = v.safeParse(v.object({ value: v.array(v.unknown()) }), body);
  return (list.success ? list.output.value : [body]).map(row => readRow(armServiceReader, row));
}

describe.skipIf(!hasExamples)('Microsoft’s published services', () => {
  it.each([
    ['ApiManagementListServiceBySubscription', 4],
    ['ApiManagementServiceGetService', 1],
    ['ApiManagementCreateServiceInVnetWithPublicIP', 1],
    ['ApiManagementApplyNetworkConfigurationUpdates', 1],
  ])('%s is read without a loss', (name, count) => {
    const results = services(name);
    expect(results.filter(one => one.row)).toHaveLength(count);
    expect(results.filter(one => one.unreadable)).toEqual([]);
  });

  it('a list holds a two-region service and one without any address', () => {
    const rows = services('ApiManagementListServiceBySubscription').map(one => one.row);
    expect(rows[0]).toMatchObject({
      tier: 'Premium',
      units: 2,
      createdAt: '2021-06-16T09:40:00.9453556Z',
      regions: [
        { name: 'eastus', displayName: 'East US', publicIPAddresses: ['13.92.130.49'] },
        { name: 'eastus2', displayName: 'East US 2', publicIPAddresses: ['40.70.24.106'] },
      ],
    });
    expect(rows[0]?.hostNames).toHaveLength(11);
    expect(rows[1]).toMatchObject({ tier: 'Consumption', units: 0, regions: [{ publicIPAddresses: [] }] });
    expect(rows[3]).toMatchObject({ units: expect.any(Number) });
  });

  it('a service has its private endpoint', () => {
    const [service] = services('ApiManagementServiceGetService');
    expect(service?.row?.privateEndpoints).toEqual([
      {
        name: 'privateEndpointProxyName',
        privateEndpointId: expect.stringMatching(/privateEndpoints\/privateEndpointName$/),
        status: 'Pending',
      },
    ]);
  });

  it('a service in a VNet keeps its masked address, its subnet and its own public IP', () => {
    const [service] = services('ApiManagementCreateServiceInVnetWithPublicIP');
    expect(service?.row).toMatchObject({
      vnetMode: 'External',
      units: 2,
      regions: [
        {
          name: 'eastus2euap',
          zones: ['1', '2'],
          publicIPAddresses: ['20.47.137.XXX'],
          subnetId: expect.stringMatching(/virtualNetworks\/apimcus\/subnets\/tenant$/),
          publicIpAddressId: expect.stringMatching(/publicIPAddresses\/apimazvnet$/),
        },
      ],
    });
  });
});
