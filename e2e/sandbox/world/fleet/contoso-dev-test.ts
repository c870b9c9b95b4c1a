import type { SandboxService } from '../model.ts';
import { type ServiceSpec, service } from './describe.ts';
import type { Land } from './land.ts';
import { ids } from './subscriptions.ts';

function devTest(
  spec: Omit<ServiceSpec, 'subscription' | 'created'> & { readonly created?: string },
): SandboxService {
  return service({
    created: '2025-06-03T12:11:30Z',
    tags: { environment: 'test', owner: 'api-team' },
    ...spec,
    subscription: ids.devTest,
  });
}

/** Developer services in every state of their life, and payloads as they look while Azure is still at work. */
export function contosoDevTest(land: Land): readonly SandboxService[] {
  const group = 'rg-apim-dev';
  const inVnet = (name: string, prefix: string, location = 'West Europe') =>
    land.subnet({
      group,
      location,
      vnet: `vnet-dev-${location.toLowerCase().replaceAll(' ', '-')}`,
      name,
      prefixes: [prefix],
    });
  land.publicIp(group, 'pip-int-dev-2', 'West Europe', '192.0.2.51');
  const pipTest = land.publicIp(group, 'pip-api-test', 'North Europe', '192.0.2.70');
  return [
    devTest({
      name: 'contoso-int-dev',
      group,
      tier: 'Developer',
      mode: 'External',
      regions: [
        {
          location: 'West Europe',
          public: ['192.0.2.50'],
          subnet: inVnet('snet-int-dev', '10.60.4.0/28'),
          publicIpId: land.publicIp(group, 'pip-int-dev', 'West Europe', '192.0.2.50'),
        },
      ],
      health: { westeurope: 'starting' },
    }),
    devTest({
      name: 'contoso-erp-legacy',
      group: 'rg-erp',
      tier: 'Developer',
      regions: [{ location: 'West US 2', public: ['192.0.2.8'] }],
      created: '2023-10-27T15:33:00Z',
    }),
    devTest({
      name: 'contoso-api-dev',
      group,
      tier: 'Developer',
      regions: [{ location: 'West Europe', public: ['192.0.2.68'], nat: 'Unsupported' }],
    }),
    devTest({
      name: 'contoso-api-test',
      group,
      tier: 'Developer',
      mode: 'External',
      regions: [
        {
          location: 'North Europe',
          public: ['192.0.2.70'],
          subnet: inVnet('snet-api-test', '10.60.5.0/28', 'North Europe'),
          publicIpId: pipTest,
        },
      ],
    }),
    devTest({
      name: 'contoso-int-test',
      group,
      tier: 'Developer',
      mode: 'Internal',
      regions: [
        {
          location: 'West Europe',
          public: ['192.0.2.72'],
          private: ['10.60.6.4'],
          subnet: inVnet('snet-int-test', '10.60.6.0/28'),
        },
      ],
    }),
    devTest({
      name: 'contoso-loadtest',
      group: 'rg-loadtest',
      tier: 'Premium',
      mode: 'External',
      regions: [
        {
          location: 'East US 2',
          units: 12,
          public: ['192.0.2.74'],
          subnet: inVnet('snet-loadtest', '10.60.7.0/26', 'East US 2'),
          publicIpId: land.publicIp('rg-loadtest', 'pip-loadtest', 'East US 2'),
        },
      ],
    }),
    devTest({
      name: 'contoso-preview',
      group: 'rg-preview',
      tier: 'StandardV2',
      regions: [{ location: 'West Europe', public: ['192.0.2.76'] }],
    }),
    devTest({
      name: 'contoso-newcomer',
      group,
      tier: 'Developer',
      state: 'Created',
      target: 'Activating',
      regions: [{ location: 'West Europe', platform: null, nat: null }],
      spoil: stillNull,
      created: '2026-11-22T09:51:07Z',
    }),
    devTest({
      name: 'contoso-teardown',
      group,
      tier: 'Developer',
      state: 'Terminating',
      regions: [{ location: 'West Europe', public: ['192.0.2.78'] }],
    }),
  ];
}

/** While a service is being made, null stands where lists and objects will be. */
const stillNull: SandboxService['spoil'] = wire => ({
  ...wire,
  tags: null,
  properties: {
    ...(typeof wire['properties'] === 'object' ? wire['properties'] : {}),
    gatewayUrl: null,
    gatewayRegionalUrl: null,
    portalUrl: null,
    developerPortalUrl: null,
    managementApiUrl: null,
    scmUrl: null,
    publicIPAddresses: null,
    privateIPAddresses: null,
    outboundPublicIPAddresses: null,
    additionalLocations: null,
    virtualNetworkConfiguration: null,
    privateEndpointConnections: null,
    hostnameConfigurations: null,
  },
});
