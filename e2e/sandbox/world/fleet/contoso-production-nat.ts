import type { SandboxService } from '../model.ts';
import type { RegionSpec } from './describe.ts';
import type { Land } from './land.ts';
import { production } from './production.ts';

/** Services whose calls leave through a NAT gateway. */
export function contosoProductionNat(land: Land): readonly SandboxService[] {
  return [retail(land), fraud(land), web()];
}

/** NAT gateway with an address and a prefix; ARM reports both as outbound, so the two agree. */
function retail(land: Land): SandboxService {
  const group = 'rg-retail';
  const location = 'France Central';
  const nat = land.natGateway(
    group,
    'nat-retail',
    location,
    [land.publicIp(group, 'pip-nat-retail', location, '203.0.113.21')],
    [land.publicIpPrefix(group, 'ippre-retail', location, '203.0.113.24/30')],
  );
  const subnet = land.subnet({
    group,
    location,
    vnet: 'vnet-retail',
    name: 'snet-apim',
    prefixes: ['10.26.0.0/27'],
    natGatewayId: nat,
  });
  const regions: [RegionSpec] = [
    {
      location,
      units: 2,
      zones: ['1', '2', '3'],
      public: ['203.0.113.20'],
      outbound: ['203.0.113.21', '203.0.113.24/30'],
      nat: 'Enabled',
      subnet,
      publicIpId: land.publicIp(group, 'pip-retail', location, '203.0.113.20'),
    },
  ];
  return production({ name: 'contoso-retail', group, tier: 'Premium', mode: 'External', regions });
}

/** The subnet's NAT gateway says another address than the service: nobody can tell which one back ends see. */
function fraud(land: Land): SandboxService {
  const group = 'rg-payments';
  const location = 'UK South';
  const nat = land.natGateway(group, 'nat-fraud', location, [
    land.publicIp(group, 'pip-nat-fraud', location, '203.0.113.31'),
  ]);
  return production({
    name: 'contoso-fraud',
    group,
    tier: 'Premium',
    mode: 'External',
    regions: [
      {
        location,
        public: ['203.0.113.30'],
        subnet: land.subnet({
          group,
          location,
          vnet: 'vnet-fraud',
          name: 'snet-apim',
          prefixes: ['10.27.0.0/27'],
          natGatewayId: nat,
        }),
        publicIpId: land.publicIp(group, 'pip-fraud', location, '203.0.113.30'),
      },
    ],
  });
}

/** NAT without a VNet: ARM reports a prefix as outbound (azure-facts 2.5). */
function web(): SandboxService {
  return production({
    name: 'contoso-web',
    group: 'rg-web',
    tier: 'Premium',
    regions: [
      {
        location: 'West Europe',
        units: 3,
        zones: ['1', '2', '3'],
        public: ['198.51.100.90'],
        outbound: ['198.51.100.92/31'],
        nat: 'Enabled',
      },
    ],
    hosts: [
      {
        type: 'Proxy',
        hostName: 'www-api.contoso.com',
        certificateSource: 'Managed',
        certificateExpiry: '2027-02-11T00:00:00Z',
      },
    ],
  });
}
