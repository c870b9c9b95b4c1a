import { admin, type Chapter, pipeline, publicIp, serviceOf, subnet } from './chapter.ts';

const apiProd = serviceOf('production', 'rg-apim-prod', 'contoso-api-prod');

/** What happened to the service of the pictures. */
export const apiProdStory: readonly Chapter[] = [
  {
    at: '2026-04-09T16:31:00Z',
    by: pipeline,
    what: {
      kind: 'set-zones',
      service: apiProd,
      region: 'westeurope',
      zones: ['1', '2', '3'],
      publicIpAddressId: publicIp('production', 'rg-apim-prod', 'pip-apim-weu-2'),
      addresses: { westeurope: { public: ['203.0.113.18'], private: ['10.20.1.5'] } },
    },
  },
  {
    at: '2026-06-02T09:15:00Z',
    by: pipeline,
    what: {
      kind: 'add-region',
      service: apiProd,
      region: 'East US',
      subnetId: subnet('production', 'rg-network-hub', 'vnet-hub-eus', 'snet-apim-eus'),
      addresses: { eastus: { public: ['198.51.100.41'], private: ['10.40.1.5'] } },
    },
  },
  {
    at: '2026-07-24T18:05:00Z',
    by: pipeline,
    what: {
      kind: 'change-public-ip',
      service: apiProd,
      region: 'northeurope',
      publicIpAddressId: publicIp('production', 'rg-apim-prod', 'pip-apim-neu-2'),
      addresses: { northeurope: { public: ['203.0.113.74'], private: ['10.21.1.5'] } },
    },
  },
  {
    at: '2026-09-15T14:02:00Z',
    by: admin,
    what: {
      kind: 'set-nat',
      service: apiProd,
      region: 'eastus',
      enabled: true,
      addresses: { eastus: { outbound: ['192.0.2.40/31'] } },
    },
  },
  {
    at: '2026-11-16T07:40:00Z',
    by: null,
    style: { arrays: 'index', absent: 'null' },
    what: {
      kind: 'change-addresses',
      service: apiProd,
      region: 'northeurope',
      addresses: { northeurope: { private: ['10.21.1.6'] } },
    },
  },
];
