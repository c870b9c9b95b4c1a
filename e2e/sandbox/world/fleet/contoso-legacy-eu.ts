import { isObject, type JsonObject } from '../json.ts';
import type { SandboxService } from '../model.ts';
import { type ServiceSpec, service } from './describe.ts';
import type { Land } from './land.ts';
import { ids } from './subscriptions.ts';

function legacy(spec: Omit<ServiceSpec, 'subscription' | 'created'>): SandboxService {
  return service({ created: '2021-06-16T09:40:00.9453556Z', tags: {}, ...spec, subscription: ids.legacyEu });
}

/** Old platforms and the awkward payloads of azure-facts 2.5, one a service. */
export function contosoLegacyEu(land: Land): readonly SandboxService[] {
  const group = 'rg-legacy';
  const subnet = land.subnet({
    group,
    location: 'West Europe',
    vnet: 'vnet-legacy',
    name: 'default',
    prefixes: ['10.80.0.0/24'],
  });
  return [
    legacy({
      name: 'contoso-soap',
      group,
      tier: 'Premium',
      regions: [
        { location: 'West Europe', public: ['192.0.2.150'], platform: 'stv1', nat: null },
        { location: 'North Europe', public: ['192.0.2.151'], platform: 'stv1', nat: null },
      ],
      precreated: ['192.0.2.152', '192.0.2.153'],
    }),
    legacy({
      name: 'contoso-mainframe',
      group,
      tier: 'Developer',
      mode: 'External',
      regions: [{ location: 'West Europe', public: ['192.0.2.154'], platform: 'stv1', nat: null, subnet }],
    }),
    legacy({
      name: 'contoso-archive',
      group,
      tier: 'Basic',
      regions: [{ location: 'West Europe', public: ['137.XXX.11.74'], outbound: ['137.XXX.11.74'] }],
    }),
    legacy({
      name: 'Contoso-MixedCase',
      group: 'RG-Legacy',
      tier: 'Standard',
      regions: [{ location: 'West Europe', public: ['192.0.2.156'] }],
      spoil: wire => ({
        ...wire,
        id: String(wire['id']).replace('resourceGroups', 'resourcegroups').toUpperCase(),
        type: 'microsoft.apimanagement/Service',
      }),
    }),
    legacy({
      name: 'contoso-quirk',
      group,
      tier: 'Premium',
      regions: [{ location: 'West Europe', public: ['192.0.2.158'], platform: 'stv9', nat: 'Migrating' }],
      mode: 'Mesh',
      state: 'Hibernating',
      access: 'SecuredByPerimeter',
      tags: hostileTags,
    }),
    legacy({
      name: 'contoso-sparse',
      group,
      tier: 'Standard',
      regions: [{ location: 'West Europe', public: ['192.0.2.159'] }],
      spoil: sparse,
    }),
    legacy({
      name: 'contoso-broken',
      group,
      tier: 'Standard',
      regions: [{ location: 'West Europe' }],
      spoil: broken,
    }),
  ];
}

/** Text that would do harm in a spreadsheet or a page that does not treat it as text. */
const hostileTags = {
  formula: '=cmd|"/C calc"!A0',
  markup: '<img src=x onerror="document.title=1">',
  direction: 'safe\u202Etxt.exe',
  long: 'x'.repeat(256),
};

/** Only the keys without which a service would be no service. */
function sparse(wire: JsonObject): JsonObject {
  const properties = isObject(wire['properties']) ? wire['properties'] : {};
  return {
    id: wire['id'],
    name: wire['name'],
    type: wire['type'],
    location: wire['location'],
    sku: wire['sku'],
    properties: {
      provisioningState: properties['provisioningState'],
      publicIPAddresses: properties['publicIPAddresses'],
    },
  };
}

/** A row that no reader can take for a service. */
function broken(wire: JsonObject): JsonObject {
  return { id: wire['id'], name: 42, type: wire['type'], location: null, properties: 'unavailable' };
}
