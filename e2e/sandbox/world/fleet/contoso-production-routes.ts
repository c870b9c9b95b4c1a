import type { SandboxService } from '../model.ts';
import { service } from './describe.ts';
import type { Land, RouteSpec } from './land.ts';
import { ids } from './subscriptions.ts';

type Routed = {
  readonly name: string;
  readonly group: string;
  readonly mode: 'External' | 'Internal';
  readonly regions: readonly [RoutedRegion, ...RoutedRegion[]];
  readonly health?: Readonly<Record<string, 'stale'>>;
};
type RoutedRegion = {
  readonly location: string;
  readonly prefix: string;
  readonly address: string;
  readonly vip?: string;
  readonly routes?: readonly RouteSpec[];
  readonly routeTableId?: string;
  readonly subnetId?: string;
};

const management: RouteSpec = { name: 'apim-management', prefix: 'ApiManagement', hop: 'Internet' };

/** Services whose egress depends on route tables: to a firewall, to a gateway, to the internet alone, and unreadable ones. */
export function contosoProductionRoutes(land: Land): readonly SandboxService[] {
  const elsewhere = `/subscriptions/${ids.lab}/resourceGroups/rg-lab-network/providers/Microsoft.Network`;
  const firewall = (address: string): RouteSpec[] => [
    { name: 'default', prefix: '0.0.0.0/0', hop: 'VirtualAppliance', address },
    management,
  ];
  const gateway: RouteSpec[] = [
    { name: 'default', prefix: '0.0.0.0/0', hop: 'VirtualNetworkGateway' },
    management,
  ];
  return [
    routed(land, {
      name: 'contoso-treasury',
      group: 'rg-treasury',
      mode: 'Internal',
      health: { switzerlandwest: 'stale' },
      regions: [
        {
          location: 'Switzerland North',
          prefix: '10.50.0.0/27',
          address: '203.0.113.40',
          vip: '10.50.0.5',
          routes: firewall('10.50.4.4'),
        },
        {
          location: 'Switzerland West',
          prefix: '10.51.0.0/27',
          address: '203.0.113.41',
          vip: '10.51.0.5',
          routes: firewall('10.51.4.4'),
        },
      ],
    }),
    routed(land, {
      name: 'contoso-hybrid',
      group: 'rg-hybrid',
      mode: 'Internal',
      regions: [
        {
          location: 'Norway East',
          prefix: '10.52.0.0/27',
          address: '203.0.113.44',
          vip: '10.52.0.5',
          routes: gateway,
        },
        {
          location: 'Norway West',
          prefix: '10.53.0.0/27',
          address: '203.0.113.45',
          vip: '10.53.0.5',
          routes: gateway,
        },
      ],
    }),
    routed(land, {
      name: 'contoso-bank-edge',
      group: 'rg-bank',
      mode: 'External',
      regions: [
        {
          location: 'UAE North',
          prefix: '10.54.0.0/27',
          address: '198.51.100.100',
          routes: [{ name: 'default', prefix: '0.0.0.0/0', hop: 'Internet' }, management],
        },
      ],
    }),
    routed(land, {
      name: 'contoso-vault',
      group: 'rg-vault',
      mode: 'Internal',
      regions: [
        {
          location: 'Korea Central',
          prefix: '',
          address: '198.51.100.110',
          vip: '10.55.0.5',
          subnetId: `${elsewhere}/virtualNetworks/vnet-lab-kc/subnets/snet-vault`,
        },
      ],
    }),
    routed(land, {
      name: 'contoso-nordic',
      group: 'rg-nordic',
      mode: 'Internal',
      regions: [
        {
          location: 'Sweden Central',
          prefix: '10.56.0.0/27',
          address: '198.51.100.114',
          vip: '10.56.0.5',
          routeTableId: `${elsewhere}/routeTables/rt-lab-hub`,
        },
      ],
    }),
  ];
}

function routed(land: Land, { name, group, mode, regions, health = {} }: Routed): SandboxService {
  const [primary, ...others] = regions.map(spec => {
    const { location, address, vip, prefix, routes } = spec;
    const place = location.toLowerCase().replaceAll(' ', '-');
    const routeTableId = routes ? land.routeTable(group, `rt-${place}`, location, routes) : spec.routeTableId;
    const subnet =
      spec.subnetId ??
      land.subnet({
        group,
        location,
        vnet: `vnet-${place}`,
        name: 'snet-apim',
        prefixes: [prefix],
        ...(routeTableId ? { routeTableId } : {}),
      });
    return {
      location,
      public: [address],
      private: vip ? [vip] : [],
      subnet,
      ...(mode === 'External' ? { publicIpId: land.publicIp(group, `pip-${place}`, location, address) } : {}),
    };
  });
  if (!primary) throw new RangeError(`${name} has no region`);
  return service({
    subscription: ids.production,
    group,
    name,
    tier: 'Premium',
    mode,
    created: '2024-08-05T13:02:10Z',
    by: 'sp-apim-deploy',
    regions: [primary, ...others],
    tags: { environment: 'production', owner: 'network-team' },
    health,
  });
}
