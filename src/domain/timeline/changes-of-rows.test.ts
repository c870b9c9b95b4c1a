import { describe, expect, it } from 'vitest';
import type { Service, ServiceRegion } from '../service.ts';
import type { ResourceChange } from './azure-changes.ts';
import { changesOfRows, rowsByService } from './changes-of-rows.ts';
import { change, facts, observation, regionFacts, service } from './test-data.ts';

function row(changes: ResourceChange['changes'], more: Partial<ResourceChange> = {}): ResourceChange {
  return {
    id: `${service}/providers/Microsoft.Resources/changes/5a6b`,
    targetResourceId: service,
    changeType: 'Update',
    timestamp: '2026-01-01T00:05:00Z',
    changes,
    ...more,
  };
}

function region(name: string, primary = false): ServiceRegion {
  return {
    name,
    displayName: name,
    primary,
    units: 1,
    zones: [],
    publicIPAddresses: [],
    privateIPAddresses: [],
    outboundPublicIPAddresses: [],
    subnetId: null,
    publicIpAddressId: null,
    natGatewayState: null,
    platformVersion: null,
    gatewayDisabled: false,
    gatewayRegionalUrl: null,
  };
}

const now: Service = {
  id: service,
  name: 'contoso-api',
  resourceGroup: 'rg-apim',
  subscriptionId: '11111111-1111-1111-1111-111111111111',
  tier: 'Premium',
  units: 1,
  vnetMode: 'Internal',
  provisioningState: 'Succeeded',
  targetProvisioningState: '',
  publicNetworkAccess: null,
  createdAt: null,
  regions: [region('northeurope'), region('westeurope', true), region('eastus')],
  hostNames: [],
  privateEndpoints: [],
  precreatedIps: [],
  tags: {},
};
const empty = { observations: [], changes: [] };
const zones = { previousValue: null, newValue: '["1"]' };
const placed = (path: string, of: Parameters<typeof changesOfRows>[1]) =>
  changesOfRows([row({ [path]: zones })], of).flatMap(one => one.differences.map(other => other.region));

describe('rows of Azure’s change history', () => {
  it('are change records, but for those that tell nothing and those that were kept before', () => {
    const zoned = row({ zones });
    const tags = row({ 'tags.owner': { previousValue: 'a', newValue: 'b' } }, { id: '/changes/tags' });
    const kept = row({ zones }, { id: '/changes/kept' });
    const history = { observations: [], changes: [change(5, { id: 'kept' })] };
    expect(changesOfRows([zoned, tags, kept], { service: now, history })).toEqual([
      change(5, {
        id: '5a6b',
        causes: ['zones-changed'],
        differences: [{ region: 'westeurope', field: 'zones', before: null, after: ['1'] }],
      }),
    ]);
  });

  it.each([
    ['zones', 'westeurope'],
    ['properties.additionalLocations[0].zones', 'northeurope'],
    ['properties.additionalLocations[1].zones', 'eastus'],
  ])('speak with %s of the region %s, as the service has them now', (path, name) =>
    expect(placed(path, { service: now, history: empty })).toEqual([name]),
  );

  it('name the place where the service is gone', () => {
    expect(placed('zones', { service: undefined, history: empty })).toEqual(['primary']);
    expect(placed('properties.additionalLocations[1].zones', { service: undefined, history: empty })).toEqual(
      ['additionalLocations[1]'],
    );
  });

  it('speak of the region whose address was seen, whatever their index', () => {
    const seen = observation(
      0,
      1,
      facts({ regions: { japaneast: regionFacts({ publicIPAddresses: ['198.51.100.4'] }) } }),
    );
    const moved = { previousValue: '198.51.100.4', newValue: '198.51.100.5' };
    const rows = [row({ 'properties.additionalLocations[0].publicIPAddresses[0]': moved })];
    const found = changesOfRows(rows, { service: now, history: { observations: [seen], changes: [] } });
    expect(found[0]?.differences).toEqual([
      { region: 'japaneast', field: 'publicIPAddresses', before: ['198.51.100.4'], after: ['198.51.100.5'] },
    ]);
  });

  it('belong to a service, however its id is spelled', () => {
    const [one, two, other] = [
      row({}),
      row({}, { targetResourceId: service.toUpperCase() }),
      row({}, { targetResourceId: `${service}-2` }),
    ];
    expect([...rowsByService([one, other, two])]).toEqual([
      [service.toLowerCase(), [one, two]],
      [`${service}-2`.toLowerCase(), [other]],
    ]);
  });
});
