import type { SandboxService } from '../model.ts';
import { type ServiceSpec, service } from './describe.ts';
import type { Land } from './land.ts';
import { ids } from './subscriptions.ts';

function core(spec: Omit<ServiceSpec, 'subscription' | 'created'>): SandboxService {
  return service({
    created: '2024-11-20T08:00:00Z',
    by: 'support@fabrikam.com',
    ...spec,
    subscription: ids.fabrikamCore,
  });
}

/** Fabrikam's own tenant: what the admin sees after a switch of the tenant. */
export function fabrikamCore(land: Land): readonly SandboxService[] {
  const group = 'rg-core';
  const subnet = land.subnet({
    group,
    location: 'Italy North',
    vnet: 'vnet-core',
    name: 'snet-apim',
    prefixes: ['10.90.0.0/27'],
  });
  return [
    core({
      name: 'fabrikam-core-api',
      group,
      tier: 'Premium',
      mode: 'Internal',
      regions: [
        {
          location: 'Italy North',
          units: 2,
          zones: ['1', '2'],
          public: ['198.51.100.201'],
          private: ['10.90.0.5'],
          subnet,
        },
      ],
      hosts: [
        {
          type: 'Proxy',
          hostName: 'api.fabrikam.com',
          certificateSource: 'Custom',
          certificateExpiry: '2027-05-30T12:00:00Z',
        },
      ],
    }),
    core({
      name: 'fabrikam-shop',
      group: 'rg-shop',
      tier: 'Standard',
      regions: [{ location: 'Spain Central', units: 2, public: ['198.51.100.203'] }],
    }),
    core({
      name: 'fabrikam-functions',
      group: 'rg-shop',
      tier: 'Consumption',
      regions: [{ location: 'Italy North' }],
    }),
  ];
}

export function fabrikamLabs(land: Land): readonly SandboxService[] {
  const group = 'rg-labs';
  const subnet = land.subnet({
    group,
    location: 'Italy North',
    vnet: 'vnet-labs',
    name: 'snet-out',
    prefixes: ['10.91.0.0/27'],
    delegation: 'Microsoft.Web/serverFarms',
  });
  const labs = (spec: Omit<ServiceSpec, 'subscription' | 'created' | 'group'>) =>
    service({
      created: '2025-08-01T08:00:00Z',
      by: 'support@fabrikam.com',
      ...spec,
      group,
      subscription: ids.fabrikamLabs,
    });
  return [
    labs({
      name: 'fabrikam-lab',
      tier: 'Developer',
      regions: [{ location: 'Italy North', public: ['198.51.100.205'] }],
    }),
    labs({
      name: 'fabrikam-next',
      tier: 'StandardV2',
      mode: 'External',
      regions: [{ location: 'Italy North', subnet }],
    }),
  ];
}
