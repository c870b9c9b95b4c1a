import { describe, expect, it } from 'vitest';
import type { Service, UnreadableRow } from '../domain/service.ts';
import { readRow } from './read-rows.ts';
import { armServiceReader, serviceRowReader } from './service-reader.ts';
import { armServiceJson, rowJson } from './testing/services.ts';

const id = '/subscriptions/s1/resourceGroups/rg/providers/Microsoft.ApiManagement/service/contoso';

function fromArm(properties: Record<string, unknown>, changed: Record<string, unknown> = {}): Service {
  const json = armServiceJson('s1', 'contoso');
  const { row, unreadable } = readRow(armServiceReader, {
    ...json,
    properties: { ...json.properties, ...properties },
    ...changed,
  });
  if (!row) throw new Error(unreadable?.problem);
  return row;
}

function problemOf(row: unknown): UnreadableRow | undefined {
  return readRow(armServiceReader, row).unreadable;
}

describe('a service', () => {
  it('reads the same from ARM and from a flat row of Resource Graph', () => {
    const properties = {
      provisioningState: 'Updating',
      targetProvisioningState: 'Activating',
      createdAtUtc: '2021-06-16T09:40:00.9453556Z',
      virtualNetworkType: 'Internal',
      virtualNetworkConfiguration: { subnetResourceId: '/sub/net', vnetid: '0000', subnetname: null },
      publicNetworkAccess: 'Disabled',
      publicIPAddresses: ['203.0.113.7'],
      privateIPAddresses: ['10.0.0.5'],
      outboundPublicIPAddresses: ['60.0.0.0/31'],
      publicIpAddressId: '/ip',
      natGatewayState: 'Enabled',
      platformVersion: 'stv2.1',
      disableGateway: true,
      gatewayRegionalUrl: 'https://contoso-westeurope-01.regional.azure-api.net',
      additionalLocations: [
        { location: 'North Europe', sku: { name: 'Premium', capacity: 2 }, zones: ['1'] },
      ],
    };
    const arm = fromArm(properties, { zones: ['1', '2'], tags: { env: 'prod' } });
    const flat = readRow(
      serviceRowReader,
      rowJson('s1', 'contoso', {
        ...properties,
        zones: ['1', '2'],
        tags: { env: 'prod' },
      }),
    ).row;
    expect(flat).toEqual(arm);
    expect(arm).toEqual({
      id,
      name: 'contoso',
      resourceGroup: 'rg',
      subscriptionId: 's1',
      tier: 'Premium',
      units: 3,
      vnetMode: 'Internal',
      provisioningState: 'Updating',
      targetProvisioningState: 'Activating',
      publicNetworkAccess: 'Disabled',
      createdAt: '2021-06-16T09:40:00.9453556Z',
      regions: [
        {
          name: 'westeurope',
          displayName: 'West Europe',
          primary: true,
          units: 1,
          zones: ['1', '2'],
          publicIPAddresses: ['203.0.113.7'],
          privateIPAddresses: ['10.0.0.5'],
          outboundPublicIPAddresses: ['60.0.0.0/31'],
          subnetId: '/sub/net',
          publicIpAddressId: '/ip',
          natGatewayState: 'Enabled',
          platformVersion: 'stv2.1',
          gatewayDisabled: true,
          gatewayRegionalUrl: 'https://contoso-westeurope-01.regional.azure-api.net',
        },
        {
          name: 'northeurope',
          displayName: 'North Europe',
          primary: false,
          units: 2,
          zones: ['1'],
          publicIPAddresses: [],
          privateIPAddresses: [],
          outboundPublicIPAddresses: [],
          subnetId: null,
          publicIpAddressId: null,
          natGatewayState: null,
          platformVersion: null,
          gatewayDisabled: false,
          gatewayRegionalUrl: null,
        },
      ],
      hostNames: [
        {
          type: 'RegionalProxy',
          hostName: 'contoso-westeurope-01.regional.azure-api.net',
          certificateSource: null,
          certificateExpiry: null,
        },
      ],
      privateEndpoints: [],
      precreatedIps: [],
      tags: { env: 'prod' },
    });
  });

  it('takes its subscription and resource group from its id, as ARM spells them', () => {
    const mixed = id
      .replace('s1', 'ABC')
      .replace('/rg/', '/My.RG-(1)/')
      .replace('resourceGroups', 'resourcegroups');
    const row = readRow(serviceRowReader, {
      ...rowJson('s1', 'x'),
      id: mixed,
      resourceGroup: 'my.rg-(1)',
    }).row;
    expect(row).toMatchObject({ id: mixed, subscriptionId: 'ABC', resourceGroup: 'My.RG-(1)' });
  });
});

describe('what real answers break (azure-facts 2.5)', () => {
  it('null stands for every part that is not there yet', () => {
    const nulls = Object.fromEntries(
      [
        'publicIPAddresses privateIPAddresses outboundPublicIPAddresses additionalLocations hostnameConfigurations',
        'privateEndpointConnections virtualNetworkConfiguration virtualNetworkType publicIpAddressId natGatewayState',
        'platformVersion disableGateway customProperties gatewayUrl createdAtUtc provisioningState',
      ]
        .flatMap(words => words.split(' '))
        .map(key => [key, null]),
    );
    const withNulls = fromArm(nulls, { zones: null, tags: null });
    const json = armServiceJson('s1', 'contoso');
    expect(withNulls).toEqual(readRow(armServiceReader, { ...json, properties: {} }).row);
    expect(withNulls).toMatchObject({
      vnetMode: 'None',
      units: 1,
      tags: {},
      hostNames: [],
      provisioningState: '',
    });
    expect(withNulls.regions).toHaveLength(1);
  });

  it('Consumption has no address and no units of its own', () => {
    const row = readRow(armServiceReader, {
      ...armServiceJson('s1', 'contoso'),
      sku: { name: 'Consumption', capacity: 0 },
      properties: { virtualNetworkType: 'None', platformVersion: 'mtv1' },
    }).row;
    expect(row).toMatchObject({ tier: 'Consumption', units: 0, regions: [{ publicIPAddresses: [] }] });
  });

  it.each([
    ['natGatewayState', 'Unsupported', (service: Service) => service.regions[0]?.natGatewayState],
    ['platformVersion', 'undetermined', (service: Service) => service.regions[0]?.platformVersion],
    ['virtualNetworkType', 'Perimeter', (service: Service) => service.vnetMode],
    ['publicNetworkAccess', 'SecuredByPerimeter', (service: Service) => service.publicNetworkAccess],
    ['provisioningState', 'Hibernating', (service: Service) => service.provisioningState],
  ])('%s keeps an unknown value as text', (key, value, read) => {
    expect(read(fromArm({ [key]: value }))).toBe(value);
  });

  it('an unknown tier is kept as text', () => {
    expect(fromArm({}, { sku: { name: 'UltraV3', capacity: 2 } })).toMatchObject({
      tier: 'UltraV3',
      units: 2,
    });
  });

  it('masked addresses and prefixes are kept as they came', () => {
    const service = fromArm({
      publicIPAddresses: ['137.XXX.11.74', null, ''],
      outboundPublicIPAddresses: ['60.0.0.0/31'],
    });
    expect(service.regions[0]).toMatchObject({
      publicIPAddresses: ['137.XXX.11.74'],
      outboundPublicIPAddresses: ['60.0.0.0/31'],
    });
  });

  it('units are unknown where no region reports any', () => {
    expect(fromArm({ additionalLocations: [{ location: 'North Europe' }] }, { sku: null })).toMatchObject({
      tier: '',
      units: null,
    });
    expect(fromArm({}, { sku: { name: 'Premium', capacity: 'two' } })).toMatchObject({ units: null });
  });

  it('a time that is no time is not there', () => {
    expect(fromArm({ createdAtUtc: 'soon' })).toMatchObject({ createdAt: null });
  });

  it('the addresses of a migration are read from the property, with a comma between regions', () => {
    const key = 'Microsoft.WindowsAzure.ApiManagement.Stv2MigrationPreCreatedIps';
    const expected = ['203.0.113.7', '203.0.113.8'];
    expect(fromArm({ customProperties: { [key]: '203.0.113.7, 203.0.113.8,' } }).precreatedIps).toEqual(
      expected,
    );
    const flat = rowJson('s1', 'contoso', { precreatedIps: '203.0.113.7,203.0.113.8' });
    expect(readRow(serviceRowReader, flat).row?.precreatedIps).toEqual(expected);
  });
});

describe('host names', () => {
  it('come each once: the configured ones, then what ARM reports as URLs', () => {
    const service = fromArm({
      hostnameConfigurations: [
        {
          type: 'Proxy',
          hostName: 'API.contoso.example',
          certificateSource: 'KeyVault',
          certificate: { expiry: '2027-01-08T22:32:32+00:00', thumbprint: 'x' },
        },
        { type: 'Proxy', hostName: 'Contoso.azure-api.net', certificateSource: 'BuiltIn' },
      ],
      gatewayUrl: 'https://contoso.azure-api.net',
      gatewayRegionalUrl: 'https://contoso-westeurope-01.regional.azure-api.net/',
      portalUrl: 'https://contoso.portal.azure-api.net',
      developerPortalUrl: 'https://contoso.developer.azure-api.net',
      managementApiUrl: 'https://contoso.management.azure-api.net',
      scmUrl: 'https://contoso.scm.azure-api.net',
      additionalLocations: [
        {
          location: 'North Europe',
          gatewayRegionalUrl: 'https://contoso-northeurope-01.regional.azure-api.net',
        },
      ],
    });
    expect(service.hostNames.map(one => `${one.type} ${one.hostName} ${one.certificateSource}`)).toEqual([
      'Proxy API.contoso.example KeyVault',
      'Proxy Contoso.azure-api.net BuiltIn',
      'RegionalProxy contoso-westeurope-01.regional.azure-api.net null',
      'RegionalProxy contoso-northeurope-01.regional.azure-api.net null',
      'Portal contoso.portal.azure-api.net null',
      'DeveloperPortal contoso.developer.azure-api.net null',
      'Management contoso.management.azure-api.net null',
      'Scm contoso.scm.azure-api.net null',
    ]);
    expect(service.hostNames[0]?.certificateExpiry).toBe('2027-01-08T22:32:32+00:00');
  });

  it('leave out what is no URL', () => {
    expect(fromArm({ gatewayUrl: 'contoso', portalUrl: 'https://', scmUrl: 7 }).hostNames).toEqual([]);
  });
});

describe('private endpoints', () => {
  it('are read with their state, also where their resource is hidden', () => {
    const service = fromArm({
      privateEndpointConnections: [
        {
          name: 'one',
          properties: {
            privateEndpoint: { id: '/pe' },
            privateLinkServiceConnectionState: { status: 'Approved' },
          },
        },
        { name: 'two', properties: { privateEndpoint: null } },
        'odd',
      ],
    });
    expect(service.privateEndpoints).toEqual([
      { name: 'one', privateEndpointId: '/pe', status: 'Approved' },
      { name: 'two', privateEndpointId: null, status: '' },
    ]);
  });
});

describe('a field of the wrong type', () => {
  it.each([
    ['tags', { tags: 'none' }],
    ['tags within', { tags: { env: { deep: 1 } } }],
    ['a host name', { properties: { hostnameConfigurations: [7] } }],
    ['a URL', { properties: { gatewayUrl: { href: 'x' } } }],
    ['a private endpoint', { properties: { privateEndpointConnections: 'x' } }],
    ['a state', { properties: { provisioningState: 7 } }],
    ['a capacity', { sku: { name: 'Premium', capacity: 'two' } }],
    ['a field that nobody reads', { properties: { certificates: 'x', apiVersionConstraint: 5 } }],
  ])('that no rule depends on costs the row nothing: %s', (_, changed) => {
    expect(problemOf({ ...armServiceJson('s1', 'contoso'), ...changed })).toBeUndefined();
  });

  it.each([
    ['id', { id: 7 }],
    ['id', { id: '/subscriptions/s1/resourceGroups/rg/providers/Microsoft.Web/sites/x' }],
    ['name', { name: null }],
    ['type', { type: 'Microsoft.ApiManagement/service/apis' }],
    ['location', { location: undefined }],
    ['properties', { properties: null }],
    ['sku.name', { sku: { name: 7 } }],
    ['zones.0', { zones: [{}] }],
    ['properties.virtualNetworkType', { properties: { virtualNetworkType: 2 } }],
    ['properties.publicIPAddresses', { properties: { publicIPAddresses: '203.0.113.7' } }],
    ['properties.publicIPAddresses.1', { properties: { publicIPAddresses: ['203.0.113.7', 7] } }],
    ['properties.additionalLocations.0.location', { properties: { additionalLocations: [{}] } }],
    ['properties.disableGateway', { properties: { disableGateway: 'yes' } }],
  ])('that a rule is derived from makes the row unreadable, with its place: %s', (path, changed) => {
    const row = { ...armServiceJson('s1', 'contoso'), ...changed };
    const unreadable = problemOf(row);
    expect(unreadable?.problem.startsWith(`${path}: `)).toBe(true);
    expect(unreadable?.json).toBe(JSON.stringify(row, null, 2));
  });

  it('leaves an unreadable row its id and name where it has them', () => {
    expect(problemOf({ id: '/x', name: 'contoso' })).toMatchObject({ id: '/x', name: 'contoso' });
    expect(problemOf(null)).toMatchObject({ id: '', name: '', json: 'null' });
  });
});

describe('what somebody hid in a text', () => {
  const hidden = 'a\u202eb\u200b';
  const shown = 'a[U+202E]b[U+200B]';

  it.each(['ARM', 'Resource Graph'])('of %s is shown, in every field that reaches a screen', from => {
    const properties = {
      provisioningState: hidden,
      virtualNetworkType: hidden,
      publicNetworkAccess: hidden,
      platformVersion: hidden,
      publicIPAddresses: [hidden],
      additionalLocations: [{ location: hidden, zones: [hidden] }],
      hostnameConfigurations: [{ type: hidden, hostName: hidden, certificateSource: hidden }],
      privateEndpointConnections: [
        { name: hidden, properties: { privateLinkServiceConnectionState: { status: hidden } } },
      ],
    };
    const outer = { name: hidden, location: hidden, sku: { name: hidden }, tags: { [hidden]: hidden } };
    const row =
      from === 'ARM'
        ? { ...armServiceJson('s1', 'contoso', { properties }), ...outer }
        : { ...rowJson('s1', 'contoso', properties), ...outer };
    const service = readRow(from === 'ARM' ? armServiceReader : serviceRowReader, row).row;
    const texts = JSON.stringify(service);
    expect(texts).not.toMatch(/[\u202e\u200b]/);
    expect(texts.split(shown).length - 1).toBe(texts.split('[U+202E]').length - 1);
    expect(service).toMatchObject({ name: shown, tier: shown, vnetMode: shown, tags: { [shown]: shown } });
  });

  it('leaves the id as ARM wrote it, since reads go there', () => {
    const id = '/subscriptions/s1/resourceGroups/rg\u200b/providers/Microsoft.ApiManagement/service/x';
    const service = readRow(armServiceReader, { ...armServiceJson('s1', 'x'), id }).row;
    expect(service).toMatchObject({ id, resourceGroup: 'rg[U+200B]' });
  });

  it('of a row that cannot be read is shown too', () => {
    const row = { id: `/x/${hidden}`, name: hidden, more: hidden };
    expect(readRow(armServiceReader, row).unreadable).toMatchObject({ id: `/x/${shown}`, name: shown });
  });
});
