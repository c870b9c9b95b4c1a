import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PropertyChange, RegionContext } from './azure-change-paths.ts';
import { regionsByAddress } from './azure-change-paths.ts';
import { changeOfRow, type ResourceChange } from './azure-changes.ts';
import { facts, publicIpA, publicIpB, service, subnetA, subnetB } from './test-data.ts';

const context: RegionContext = { primary: 'westeurope', additional: ['northeurope', 'eastus'] };

function row(changes: Record<string, PropertyChange>, more: Partial<ResourceChange> = {}): ResourceChange {
  return {
    id: `${service}/providers/Microsoft.Resources/changes/5a6b`,
    targetResourceId: service,
    changeType: 'Update',
    timestamp: '2026-11-15T14:02:11.1234567Z',
    correlationId: '88420d5d-8d0e-471f-9115-10d34750c617',
    changedBy: 'admin@contoso.example',
    changedByType: 'User',
    operation: 'Microsoft.ApiManagement/service/write',
    changes,
    ...more,
  };
}

function told(changes: Record<string, PropertyChange>, where: RegionContext = context) {
  return changeOfRow(row(changes), where)?.differences;
}

const property = (previousValue: unknown, newValue: unknown, isTruncated?: unknown): PropertyChange => ({
  previousValue,
  newValue,
  ...(isTruncated === undefined ? {} : { isTruncated }),
});

const location = (name: string, address: string, more = {}) => ({
  location: name,
  sku: { name: 'Premium', capacity: 1 },
  publicIPAddresses: [address],
  zones: null,
  ...more,
});

describe('changeOfRow', () => {
  it('keeps who, when and what of a row', () => {
    expect(
      changeOfRow(row({ 'properties.virtualNetworkType': property('External', 'Internal') }), context),
    ).toEqual({
      id: '5a6b',
      service,
      at: '2026-11-15T14:02:11.123Z',
      notBefore: null,
      source: 'change-history',
      causes: ['vnet-mode-switched'],
      differences: [{ field: 'vnetMode', before: 'External', after: 'Internal' }],
      correlationId: '88420d5d-8d0e-471f-9115-10d34750c617',
      changedBy: 'admin@contoso.example',
      changedByType: 'User',
      operation: 'Microsoft.ApiManagement/service/write',
      status: null,
      truncated: false,
    });
  });

  const publicIp = [
    { region: 'westeurope', field: 'publicIPAddresses', before: ['203.0.113.7'], after: ['203.0.113.9'] },
  ];
  it.each<[string, Record<string, PropertyChange>]>([
    ['a member', { 'properties.publicIPAddresses[0]': property('203.0.113.7', '203.0.113.9') }],
    ['a member with a dot', { 'properties.publicIPAddresses.0': property('203.0.113.7', '203.0.113.9') }],
    [
      'a whole array in JSON',
      { 'properties.publicIPAddresses': property('["203.0.113.7"]', '["203.0.113.9"]') },
    ],
    ['a whole array', { 'properties.publicIPAddresses': property(['203.0.113.7'], ['203.0.113.9']) }],
    ['a bare text', { 'properties.publicIPAddresses': property('203.0.113.7', '203.0.113.9') }],
    ['another case', { 'Properties.PublicIpAddresses[0]': property('203.0.113.7', '203.0.113.9') }],
  ])('reads an address list told as %s', (_, changes) => {
    expect(told(changes)).toEqual(publicIp);
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['the text "null"', 'null'],
    ['an empty text', ''],
    ['nothing at all', undefined],
  ])('reads %s as not there', (_, nothing) => {
    expect(told({ 'properties.publicIpAddressId': property(nothing, publicIpB) })).toEqual([
      { region: 'westeurope', field: 'publicIpAddressId', before: null, after: publicIpB },
    ]);
  });

  it.each<[string, PropertyChange, unknown]>([
    ['zones', property(null, '["1","2","3"]'), { field: 'zones', before: null, after: ['1', '2', '3'] }],
    ['zones[0]', property('null', '1'), { field: 'zones', before: null, after: ['1'] }],
    [
      'properties.natGatewayState',
      property('Disabled', 'Enabled'),
      { field: 'natGatewayState', before: 'Disabled', after: 'Enabled' },
    ],
    [
      'properties.platformVersion',
      property('stv1', 'stv2'),
      { field: 'platformVersion', before: 'stv1', after: 'stv2' },
    ],
    [
      'properties.disableGateway',
      property('False', 'True'),
      { field: 'gatewayDisabled', before: false, after: true },
    ],
    [
      'properties.privateIPAddresses[0]',
      property('10.0.0.4', '10.0.0.5'),
      { field: 'privateIPAddresses', before: ['10.0.0.4'], after: ['10.0.0.5'] },
    ],
    [
      'properties.outboundPublicIPAddresses',
      property('["198.51.100.1"]', '["192.0.2.40/31"]'),
      { field: 'outboundPublicIPAddresses', before: ['198.51.100.1'], after: ['192.0.2.40/31'] },
    ],
    [
      'properties.virtualNetworkConfiguration.subnetResourceId',
      property(subnetA, subnetB),
      { field: 'subnetId', before: subnetA, after: subnetB },
    ],
    [
      'properties.virtualNetworkConfiguration',
      property(`{"subnetResourceId":"${subnetA}"}`, `{"subnetResourceId":"${subnetB}"}`),
      { field: 'subnetId', before: subnetA, after: subnetB },
    ],
    [
      'properties.virtualNetworkConfiguration',
      property(`{"subnetResourceId":"${subnetA}"}`, 'null'),
      { field: 'subnetId', before: subnetA, after: null },
    ],
  ])('reads %s of the primary region', (path, change, expected) => {
    expect(told({ [path]: change })).toEqual([{ region: 'westeurope', ...Object(expected) }]);
  });

  it.each<[string, PropertyChange, unknown]>([
    ['sku.name', property('Developer', 'Premium'), { field: 'tier', before: 'Developer', after: 'Premium' }],
    [
      'sku',
      property('{"name":"Basic","capacity":1}', '{"name":"Standard","capacity":1}'),
      { field: 'tier', before: 'Basic', after: 'Standard' },
    ],
    [
      'properties.publicNetworkAccess',
      property('Enabled', 'Disabled'),
      { field: 'publicNetworkAccess', before: 'Enabled', after: 'Disabled' },
    ],
    [
      'properties.createdAtUtc',
      property('2024-01-10T08:00:00Z', '2026-02-01T00:00:00Z'),
      { field: 'createdAt', before: '2024-01-10T08:00:00Z', after: '2026-02-01T00:00:00Z' },
    ],
  ])('reads %s of the service', (path, change, expected) => {
    expect(told({ [path]: change })).toEqual([expected]);
  });

  it.each<[string, Record<string, PropertyChange>]>([
    ['tags', { 'tags.owner': property('a', 'b') }],
    ['units', { 'sku.capacity': property('1', '2') }],
    ['units of a region', { 'properties.additionalLocations[0].sku.capacity': property('1', '2') }],
    [
      'units in a whole sku',
      { sku: property('{"name":"Premium","capacity":1}', '{"name":"Premium","capacity":2}') },
    ],
    ['provisioning states', { 'properties.provisioningState': property('Updating', 'Succeeded') }],
    ['a reordered list', { 'properties.publicIPAddresses': property('["a","b"]', '["b","a"]') }],
    ['members that changed places', { 'zones[0]': property('1', '2'), 'zones[1]': property('2', '1') }],
    ['host names', { 'properties.hostnameConfigurations[0].hostName': property('a', 'b') }],
    ['nothing', {}],
  ])('leaves out %s', (_, changes) => {
    expect(changeOfRow(row(changes), context)).toBeUndefined();
  });

  it('leaves out a row of a child resource or another one', () => {
    const changes = { 'sku.name': property('a', 'b') };
    expect(changeOfRow(row(changes, { targetResourceId: `${service}/apis/echo` }), context)).toBeUndefined();
    expect(changeOfRow(row(changes, { targetResourceId: publicIpA }), context)).toBeUndefined();
    expect(changeOfRow(row(changes, { timestamp: 'soon' }), context)).toBeUndefined();
  });

  it('has no name for an empty GUID or the text "null"', () => {
    const changes = { 'sku.name': property('a', 'b') };
    const nobody = {
      correlationId: '00000000-0000-0000-0000-000000000000',
      changedBy: 'null',
      operation: '',
    };
    expect(changeOfRow(row(changes, nobody), context)).toMatchObject({
      correlationId: null,
      changedBy: null,
      operation: null,
    });
  });
});

describe('additional regions', () => {
  it('are told by the index of ARM where no place moved', () => {
    expect(
      told({
        'properties.additionalLocations[1].publicIPAddresses[0]': property('198.51.100.4', '198.51.100.5'),
      }),
    ).toEqual([
      { region: 'eastus', field: 'publicIPAddresses', before: ['198.51.100.4'], after: ['198.51.100.5'] },
    ]);
  });

  it('are told by an address that is known, whatever the index', () => {
    const regionOfAddress = regionsByAddress([
      facts({ regions: { japaneast: { publicIPAddresses: ['198.51.100.4'] } } }),
    ]);
    const [difference] =
      told(
        {
          'properties.additionalLocations[0].publicIPAddresses[0]': property('198.51.100.4', '198.51.100.5'),
        },
        { ...context, regionOfAddress },
      ) ?? [];
    expect(difference?.region).toBe('japaneast');
  });

  it('keep the name of their place where nothing tells', () => {
    const [difference] = told({ 'properties.additionalLocations[7].zones[0]': property(null, '1') }) ?? [];
    expect(difference?.region).toBe('additionalLocations[7]');
  });

  it('are compared by location in a whole array, not by index', () => {
    const before = [location('North Europe', '198.51.100.1'), location('East US', '198.51.100.2')];
    const after = [location('East US', '198.51.100.3')];
    const change = changeOfRow(
      row({ 'properties.additionalLocations': property(JSON.stringify(before), JSON.stringify(after)) }),
      context,
    );
    expect(change?.causes).toEqual(['region-removed', 'unexplained']);
    expect(change?.differences).toEqual([
      { region: 'eastus', field: 'publicIPAddresses', before: ['198.51.100.2'], after: ['198.51.100.3'] },
      { region: 'northeurope', field: 'primary', before: false, after: null },
      { region: 'northeurope', field: 'publicIPAddresses', before: ['198.51.100.1'], after: null },
    ]);
  });

  it.each<[string, Record<string, PropertyChange>]>([
    [
      'as the first of all',
      {
        'properties.additionalLocations': property(
          'null',
          JSON.stringify([location('East US', '198.51.100.2')]),
        ),
      },
    ],
    [
      'as an object',
      {
        'properties.additionalLocations[0]': property(
          null,
          JSON.stringify(location('East US', '198.51.100.2')),
        ),
      },
    ],
    [
      'field by field',
      {
        'properties.additionalLocations[0].location': property(null, 'East US'),
        'properties.additionalLocations[0].publicIPAddresses[0]': property(null, '198.51.100.2'),
        'properties.additionalLocations[0].sku.capacity': property(null, '1'),
      },
    ],
  ])('are added %s', (_, changes) => {
    const change = changeOfRow(row(changes), context);
    expect(change?.causes).toEqual(['region-added']);
    expect(change?.differences).toContainEqual({
      region: 'eastus',
      field: 'publicIPAddresses',
      before: null,
      after: ['198.51.100.2'],
    });
  });

  it('that move up when another one goes are not mistaken for it', () => {
    const change = changeOfRow(
      row({
        'properties.additionalLocations[0].location': property('North Europe', 'East US'),
        'properties.additionalLocations[0].publicIPAddresses[0]': property('198.51.100.1', '198.51.100.2'),
        'properties.additionalLocations[1].location': property('East US', null),
        'properties.additionalLocations[1].publicIPAddresses[0]': property('198.51.100.2', null),
      }),
      context,
    );
    expect(change?.causes).toEqual(['region-removed']);
    expect(new Set(change?.differences.map(one => one.region))).toEqual(new Set(['northeurope']));
  });
});

describe('what Azure cut short', () => {
  it.each([true, 'true', 'True'])('is flagged by %j and claims no address', isTruncated => {
    const change = changeOfRow(
      row({
        'properties.publicIPAddresses': property('["203.0.113.7","203.0', '["203.0.113.9"]', isTruncated),
      }),
      context,
    );
    expect(change).toMatchObject({
      truncated: true,
      causes: [],
      differences: [{ region: 'westeurope', field: 'publicIPAddresses', after: ['203.0.113.9'] }],
    });
    expect(change?.differences[0]).not.toHaveProperty('before');
  });

  it('still names a reason that needs no value', () => {
    const change = changeOfRow(
      row({
        'properties.publicIpAddressId': property('/subscriptions/1', '/subscriptions/1', true),
        'properties.publicIPAddresses[0]': property('203.0.113.7', '203.0.113.9'),
      }),
      context,
    );
    expect(change?.causes).toEqual(['public-ip-resource-changed']);
  });

  it('in a list of properties is kept as a row that may miss something', () => {
    expect(changeOfRow(row({}, { isTruncated: 'true' }), context)).toMatchObject({
      truncated: true,
      differences: [],
    });
    expect(changeOfRow(row({ 'tags.a': property('1', '2', true) }), context)).toBeUndefined();
  });
});

describe('rows without properties', () => {
  it('say that the service was created', () => {
    expect(changeOfRow(row({}, { changeType: 'Create' }), context)?.causes).toEqual(['created']);
  });
  it('say that it was deleted', () => {
    expect(changeOfRow(row({}, { changeType: 'delete' }), context)?.causes).toEqual(['gone']);
  });
});

const sample = ['../shared', '../../shared', '../../../shared']
  .map(folder => `${folder}/arm-examples/resourcechanges/ListChanges.2022-05-01.json`)
  .find(path => existsSync(path));

describe.skipIf(!sample)("Microsoft's published example", () => {
  it('is read without an error and holds nothing of the timeline', () => {
    const example = JSON.parse(readFileSync(sample ?? '', 'utf8'));
    for (const { id, properties } of example.responses[200].body.value) {
      const { targetResourceId, changeType, changeAttributes, changes } = properties;
      const change = changeOfRow({ id, targetResourceId, changeType, ...changeAttributes, changes }, context);
      expect(change).toBeUndefined();
    }
  });
});

describe('a row of which Azure cut something short', () => {
  it('tells that it changed, without values that may be cut', () => {
    expect(told({ 'sku.name': property('Prem', 'Premium', true) })).toEqual([{ field: 'tier' }]);
    expect(
      told({ 'properties.publicIPAddresses': property('["203.0.113.7"', '["203.0.113.9"]', 'true') }),
    ).toEqual([{ region: 'westeurope', field: 'publicIPAddresses', after: ['203.0.113.9'] }]);
  });

  it('names the place of a region that nobody can tell', () => {
    const nowhere: RegionContext = { primary: null, additional: [] };
    expect(told({ zones: property(null, '["1"]') }, nowhere)).toEqual([
      { region: 'primary', field: 'zones', before: null, after: ['1'] },
    ]);
  });

  it('has an id of its own where Azure gives none', () => {
    const of = (id: string) => changeOfRow(row({ zones: property(null, '["1"]') }, { id }), context)?.id;
    expect(of('')).toMatch(/^[0-9a-z]+$/i);
    expect(of('')).toBe(of(''));
  });

  it('takes no region from facts that name none', () => {
    expect(regionsByAddress([{}]).size).toBe(0);
  });
});
