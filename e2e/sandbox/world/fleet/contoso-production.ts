import type { SandboxService } from '../model.ts';
import { contosoApiProd } from './contoso-api-prod.ts';
import { contosoProductionNat } from './contoso-production-nat.ts';
import { contosoProductionRoutes } from './contoso-production-routes.ts';
import { contosoProductionV2 } from './contoso-production-v2.ts';
import type { Land } from './land.ts';
import { production, productionTags } from './production.ts';
import { ids } from './subscriptions.ts';

/** The busiest subscription: several regions, both VNet modes, NAT gateways, private endpoints, v2 tiers. */
export function contosoProduction(land: Land): readonly SandboxService[] {
  return [
    contosoApiProd(land),
    payProd(land),
    mobile(land),
    logistics(land),
    health(land),
    media(),
    ...contosoProductionNat(land),
    ...contosoProductionV2(land),
    ...contosoProductionRoutes(land),
  ];
}

function payProd(land: Land): SandboxService {
  const group = 'rg-payments';
  const at = (location: string, vnet: string, name: string, prefix: string) =>
    land.subnet({ group, location, vnet, name, prefixes: [prefix] });
  land.publicIp(group, 'pip-pay-gwc-2', 'Germany West Central', '198.51.100.24');
  return production({
    name: 'contoso-pay-prod',
    group,
    tier: 'Premium',
    mode: 'External',
    regions: [
      {
        location: 'Germany West Central',
        units: 2,
        zones: ['1', '2', '3'],
        public: ['198.51.100.20'],
        subnet: at('Germany West Central', 'vnet-pay-gwc', 'snet-apim', '10.24.1.0/27'),
        publicIpId: land.publicIp(group, 'pip-pay-gwc', 'Germany West Central', '198.51.100.20'),
      },
      {
        location: 'Germany North',
        units: 2,
        public: ['198.51.100.62'],
        subnet: at('Germany North', 'vnet-pay-gn', 'snet-apim', '10.25.1.0/27'),
        publicIpId: land.publicIp(group, 'pip-pay-gn', 'Germany North', '198.51.100.62'),
      },
    ],
    hosts: [
      {
        type: 'Proxy',
        hostName: 'pay.contoso.com',
        certificateSource: 'KeyVault',
        certificateExpiry: '2027-01-19T08:00:00Z',
      },
      {
        type: 'DeveloperPortal',
        hostName: 'developer.pay.contoso.com',
        certificateSource: 'KeyVault',
        certificateExpiry: '2027-01-19T08:00:00Z',
      },
    ],
    tags: { ...productionTags, costCenter: '4720', criticality: 'high' },
  });
}

function mobile(land: Land): SandboxService {
  const group = 'rg-mobile';
  land.publicIp(group, 'pip-mobile-eus-2', 'East US', '203.0.113.130');
  return production({
    name: 'contoso-mobile',
    group,
    tier: 'Premium',
    mode: 'External',
    regions: [
      {
        location: 'East US',
        units: 4,
        public: ['203.0.113.129'],
        subnet: land.subnet({
          group,
          location: 'East US',
          vnet: 'vnet-mobile-eus',
          name: 'snet-apim',
          prefixes: ['10.41.0.0/26'],
        }),
        publicIpId: land.publicIp(group, 'pip-mobile-eus', 'East US', '203.0.113.129'),
      },
      {
        location: 'West US 3',
        units: 2,
        public: ['203.0.113.140'],
        subnet: land.subnet({
          group,
          location: 'West US 3',
          vnet: 'vnet-mobile-wus3',
          name: 'snet-apim',
          prefixes: ['10.42.0.0/26'],
        }),
        publicIpId: land.publicIp(group, 'pip-mobile-wus3', 'West US 3', '203.0.113.140'),
      },
    ],
  });
}

function logistics(land: Land): SandboxService {
  const group = 'rg-logistics';
  const sea = land.subnet({
    group,
    location: 'Southeast Asia',
    vnet: 'vnet-log-sea',
    name: 'snet-apim',
    prefixes: ['10.32.0.0/28'],
  });
  land.subnet({
    group,
    location: 'East Asia',
    vnet: 'vnet-log-ea',
    name: 'snet-apim',
    prefixes: ['10.33.0.0/28'],
  });
  return production({
    name: 'contoso-logistics',
    group,
    tier: 'Premium',
    mode: 'Internal',
    regions: [{ location: 'Southeast Asia', public: ['192.0.2.118'], private: ['10.32.0.5'], subnet: sea }],
  });
}

/** No public access: three private endpoints, one of them not approved yet, one in a subscription that few may read. */
function health(land: Land): SandboxService {
  const group = 'rg-health';
  const location = 'West Europe';
  const id = `/subscriptions/${ids.production}/resourceGroups/${group}/providers/Microsoft.ApiManagement/service/contoso-health`;
  const subnet = land.subnet({
    group,
    location,
    vnet: 'vnet-health',
    name: 'snet-endpoints',
    prefixes: ['10.28.0.0/26'],
  });
  return production({
    name: 'contoso-health',
    group,
    tier: 'Premium',
    access: 'Disabled',
    regions: [{ location, public: ['203.0.113.50'] }],
    endpoints: [
      {
        name: 'pe-health-clinics',
        privateEndpointId: land.privateEndpoint(
          group,
          'pe-health-clinics',
          location,
          subnet,
          id,
          '10.28.0.5',
        ),
        status: 'Approved',
      },
      {
        name: 'pe-health-lab',
        privateEndpointId: `/subscriptions/${ids.lab}/resourceGroups/rg-lab/providers/Microsoft.Network/privateEndpoints/pe-health-lab`,
        status: 'Approved',
      },
      {
        name: 'pe-health-partner',
        privateEndpointId: land.privateEndpoint(
          group,
          'pe-health-partner',
          location,
          subnet,
          id,
          '10.28.0.6',
        ),
        status: 'Pending',
      },
    ],
  });
}

/** The gateway of the second region is switched off. */
function media(): SandboxService {
  return production({
    name: 'contoso-media',
    group: 'rg-media',
    tier: 'Premium',
    regions: [
      { location: 'West US 2', units: 2, public: ['198.51.100.80'] },
      { location: 'East US 2', public: ['198.51.100.81'], off: true },
    ],
  });
}
