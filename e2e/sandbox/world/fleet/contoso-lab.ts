import type { SandboxService } from '../model.ts';
import { service } from './describe.ts';
import type { Land } from './land.ts';
import { ids } from './subscriptions.ts';

/** A subscription that the admin sees by name alone; others' services lean on its network, which nobody may read. */
export function contosoLab(land: Land): readonly SandboxService[] {
  const group = 'rg-lab-network';
  land.subnet({
    group,
    location: 'Korea Central',
    vnet: 'vnet-lab-kc',
    name: 'snet-vault',
    prefixes: ['10.55.0.0/27'],
  });
  land.routeTable(group, 'rt-lab-hub', 'Sweden Central', [
    { name: 'default', prefix: '0.0.0.0/0', hop: 'VirtualAppliance', address: '10.56.4.4' },
  ]);
  return [
    service({
      subscription: ids.lab,
      group: 'rg-lab',
      name: 'contoso-lab',
      tier: 'Developer',
      created: '2025-09-15T16:20:00Z',
      regions: [{ location: 'West Europe', public: ['192.0.2.170'] }],
    }),
  ];
}
