import { admin, type Chapter, pipeline, publicIp, serviceOf, subnet, support } from './chapter.ts';
import { apiProdStory } from './story-api-prod.ts';
import { ids } from './subscriptions.ts';

const payProd = serviceOf('production', 'rg-payments', 'contoso-pay-prod');
const intDev = serviceOf('devTest', 'rg-apim-dev', 'contoso-int-dev');
const catalog = serviceOf('production', 'rg-catalog', 'contoso-catalog');

const others: readonly Chapter[] = [
  {
    at: '2026-05-20T06:00:00Z',
    by: null,
    what: { kind: 'set-subscription-state', subscription: ids.devTest, state: 'Warned' },
  },
  {
    at: '2026-06-02T08:10:00Z',
    by: null,
    what: {
      kind: 'set-subscription-state',
      subscription: ids.devTest,
      state: 'Enabled',
      addressesByService: {
        'contoso-erp-legacy': { westus2: { public: ['192.0.2.9'] } },
        'contoso-api-dev': { westeurope: { public: ['192.0.2.69'] } },
        'contoso-api-test': { northeurope: { public: ['192.0.2.70'] } },
        'contoso-int-test': { westeurope: { public: ['192.0.2.73'], private: ['10.60.6.5'] } },
        'contoso-int-dev': { westeurope: { public: ['192.0.2.50'] } },
        'contoso-loadtest': { eastus2: { public: ['192.0.2.75'] } },
        'contoso-teardown': { westeurope: { public: ['192.0.2.79'] } },
      },
    },
  },
  {
    at: '2026-06-11T13:20:00Z',
    by: admin,
    what: { kind: 'recreate', service: serviceOf('platform', 'rg-docs', 'contoso-docs') },
  },
  {
    at: '2026-06-28T05:40:00Z',
    by: pipeline,
    what: {
      kind: 'set-nat',
      service: serviceOf('platform', 'rg-iot', 'contoso-iot-ingest'),
      region: 'northeurope',
      enabled: true,
      addresses: { northeurope: { outbound: ['192.0.2.48/30'] } },
    },
  },
  {
    at: '2026-07-19T11:02:00Z',
    by: support,
    what: {
      kind: 'change-tier',
      service: serviceOf('fabrikamEu', 'rg-claims', 'fabrikam-claims'),
      tier: 'Standard',
    },
  },
  {
    at: '2026-08-03T02:30:00Z',
    by: pipeline,
    what: {
      kind: 'add-region',
      service: serviceOf('production', 'rg-logistics', 'contoso-logistics'),
      region: 'East Asia',
      subnetId: subnet('production', 'rg-logistics', 'vnet-log-ea', 'snet-apim'),
      addresses: { eastasia: { public: ['192.0.2.119'], private: ['10.33.0.5'] } },
    },
  },
  {
    at: '2026-08-14T09:48:00Z',
    by: admin,
    what: {
      kind: 'switch-vnet-mode',
      service: catalog,
      mode: 'External',
      subnets: { westeurope: subnet('production', 'rg-catalog', 'vnet-catalog', 'snet-apim-out') },
    },
  },
  {
    at: '2026-08-30T07:15:00Z',
    by: support,
    what: {
      kind: 'recreate',
      service: serviceOf('platform', 'rg-hr', 'contoso-hr'),
      addresses: { uksouth: { public: ['198.51.100.77'] } },
    },
  },
  {
    at: '2026-09-22T10:31:00Z',
    by: pipeline,
    what: { kind: 'recreate', service: serviceOf('platform', 'rg-serverless', 'contoso-events') },
  },
  {
    at: '2026-10-09T04:12:00Z',
    by: pipeline,
    what: {
      kind: 'set-zones',
      service: serviceOf('production', 'rg-mobile', 'contoso-mobile'),
      region: 'eastus',
      zones: ['1', '2'],
      publicIpAddressId: publicIp('production', 'rg-mobile', 'pip-mobile-eus-2'),
      addresses: { eastus: { public: ['203.0.113.130'] } },
    },
  },
  {
    at: '2026-10-27T03:00:00Z',
    by: null,
    what: {
      kind: 'set-state',
      service: serviceOf('fabrikamEu', 'rg-claims', 'fabrikam-claims'),
      state: 'Failed',
    },
  },
  {
    at: '2026-11-09T09:05:00Z',
    by: admin,
    what: {
      kind: 'switch-vnet-mode',
      service: intDev,
      mode: 'Internal',
      publicIps: { westeurope: publicIp('devTest', 'rg-apim-dev', 'pip-int-dev-2') },
      addresses: { westeurope: { public: ['192.0.2.51'], private: ['10.60.4.4'] } },
    },
  },
  {
    at: '2026-11-11T08:44:00Z',
    by: pipeline,
    what: { kind: 'recreate', service: serviceOf('production', 'rg-partner-hub', 'contoso-partner-hub') },
  },
  {
    at: '2026-11-13T12:20:00Z',
    by: support,
    what: {
      kind: 'change-tier',
      service: serviceOf('fabrikamEu', 'rg-orders', 'fabrikam-orders'),
      tier: 'Standard',
      units: 2,
    },
  },
  {
    at: '2026-11-14T07:52:00Z',
    by: pipeline,
    what: {
      kind: 'change-public-ip',
      service: payProd,
      region: 'germanywestcentral',
      publicIpAddressId: publicIp('production', 'rg-payments', 'pip-pay-gwc-2'),
      addresses: { germanywestcentral: { public: ['198.51.100.24'] } },
    },
  },
  {
    at: '2026-11-18T15:27:00Z',
    by: admin,
    what: {
      kind: 'set-tags',
      service: payProd,
      tags: {
        environment: 'production',
        owner: 'api-team',
        costCenter: '4720',
        criticality: 'high',
        reviewed: '2026-11',
      },
    },
  },
  {
    at: '2026-11-20T17:30:00Z',
    by: admin,
    style: { arrays: 'whole', absent: null },
    what: {
      kind: 'scale',
      service: serviceOf('production', 'rg-treasury', 'contoso-treasury'),
      region: 'switzerlandwest',
      units: 2,
    },
  },
  { at: '2026-11-22T09:58:00Z', by: admin, what: { kind: 'set-state', service: intDev, state: 'Updating' } },
];

/** A year of the showcase, oldest first. Its end is what the pictures show. */
export const story: readonly Chapter[] = [...apiProdStory, ...others].sort((left, right) =>
  left.at < right.at ? -1 : 1,
);
