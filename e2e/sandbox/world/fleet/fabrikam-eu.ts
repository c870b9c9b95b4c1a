import type { SandboxService } from '../model.ts';
import { type ServiceSpec, service } from './describe.ts';
import type { Land } from './land.ts';
import { ids } from './subscriptions.ts';

function fabrikamEu(spec: Omit<ServiceSpec, 'subscription' | 'created'>): SandboxService {
  return service({
    created: '2025-01-09T10:00:00Z',
    by: 'support@contoso.com',
    tags: { environment: 'production', owner: 'fabrikam' },
    ...spec,
    subscription: ids.fabrikamEu,
  });
}

/** A subscription with a payment problem (Warned): what it has may change on reinstatement. */
export function fabrikamEuServices(land: Land): readonly SandboxService[] {
  const group = 'rg-hub';
  const place = (location: string, short: string, octet: number, address: string, vip: string) => ({
    location,
    public: [address],
    private: [vip],
    subnet: land.subnet({
      group,
      location,
      vnet: `vnet-fab-${short}`,
      name: 'snet-apim',
      prefixes: [`10.${octet}.0.0/27`],
    }),
  });
  return [
    fabrikamEu({
      name: 'fabrikam-orders',
      group: 'rg-orders',
      tier: 'Basic',
      regions: [{ location: 'France Central', public: ['203.0.113.96'] }],
    }),
    fabrikamEu({
      name: 'fabrikam-claims',
      group: 'rg-claims',
      tier: 'Basic',
      regions: [{ location: 'France Central', public: ['203.0.113.201'] }],
    }),
    fabrikamEu({
      name: 'fabrikam-portal',
      group: 'rg-portal',
      tier: 'Basic',
      state: 'Stopped',
      regions: [{ location: 'France Central', public: ['203.0.113.99'] }],
    }),
    fabrikamEu({
      name: 'fabrikam-eu-hub',
      group,
      tier: 'Premium',
      mode: 'Internal',
      regions: [
        place('France Central', 'frc', 71, '203.0.113.97', '10.71.0.5'),
        place('France South', 'frs', 72, '203.0.113.98', '10.72.0.5'),
      ],
    }),
  ];
}
