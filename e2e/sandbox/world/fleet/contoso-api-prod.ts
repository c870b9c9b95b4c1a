import type { SandboxService } from '../model.ts';
import type { Land } from './land.ts';
import { production, productionTags } from './production.ts';

/** The service of the pictures, as it was a year ago; the story brings it to today. */
export function contosoApiProd(land: Land): SandboxService {
  const group = 'rg-network-hub';
  const natEus = land.natGateway(
    group,
    'nat-hub-eus',
    'East US',
    [],
    [land.publicIpPrefix(group, 'ippre-hub-eus', 'East US', '192.0.2.40/31')],
  );
  const routesEus = land.routeTable(group, 'rt-hub-eus', 'East US', [
    { name: 'to-spokes', prefix: '10.0.0.0/8', hop: 'VirtualAppliance', address: '10.40.0.4' },
    { name: 'apim-management', prefix: 'ApiManagement', hop: 'Internet' },
  ]);
  const weu = land.subnet({
    group,
    location: 'West Europe',
    vnet: 'vnet-hub-weu',
    name: 'snet-apim-weu',
    prefixes: ['10.20.1.0/27'],
  });
  const neu = land.subnet({
    group,
    location: 'North Europe',
    vnet: 'vnet-hub-neu',
    name: 'snet-apim-neu',
    prefixes: ['10.21.1.0/27'],
  });
  land.subnet({
    group,
    location: 'East US',
    vnet: 'vnet-hub-eus',
    name: 'snet-apim-eus',
    prefixes: ['10.40.1.0/28'],
    routeTableId: routesEus,
    natGatewayId: natEus,
  });
  land.publicIp('rg-apim-prod', 'pip-apim-weu-2', 'West Europe', '203.0.113.18');
  land.publicIp('rg-apim-prod', 'pip-apim-neu-2', 'North Europe', '203.0.113.74');
  return production({
    name: 'contoso-api-prod',
    group: 'rg-apim-prod',
    tier: 'Premium',
    mode: 'Internal',
    regions: [
      {
        location: 'West Europe',
        units: 3,
        public: ['203.0.113.7'],
        private: ['10.20.1.4'],
        subnet: weu,
        publicIpId: land.publicIp('rg-apim-prod', 'pip-apim-weu', 'West Europe', '203.0.113.7'),
      },
      {
        location: 'North Europe',
        units: 2,
        zones: ['1', '2'],
        public: ['203.0.113.61'],
        private: ['10.21.1.4'],
        subnet: neu,
        publicIpId: land.publicIp('rg-apim-prod', 'pip-apim-neu', 'North Europe', '203.0.113.61'),
      },
    ],
    hosts: [
      {
        type: 'Proxy',
        hostName: 'api.contoso.com',
        certificateSource: 'Custom',
        certificateExpiry: '2027-03-04T11:59:59Z',
      },
    ],
    tags: { ...productionTags, costCenter: '4711', criticality: 'high' },
    health: { northeurope: 'failing' },
    dns: { westeurope: ['10.20.0.4', '10.20.0.5'], northeurope: ['10.21.0.4'] },
  });
}
