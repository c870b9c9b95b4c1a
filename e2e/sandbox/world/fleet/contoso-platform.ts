import type { SandboxService } from '../model.ts';
import { type ServiceSpec, service } from './describe.ts';
import type { Land } from './land.ts';
import { ids } from './subscriptions.ts';

function platform(spec: Omit<ServiceSpec, 'subscription' | 'created'>): SandboxService {
  return service({
    created: '2025-02-18T07:45:12Z',
    tags: { environment: 'production', owner: 'platform-team' },
    ...spec,
    subscription: ids.platform,
  });
}

/** Shared tiers for the most part: Consumption, v2, and one tier of the future. */
export function contosoPlatform(land: Land): readonly SandboxService[] {
  return [
    platform({
      name: 'contoso-events',
      group: 'rg-serverless',
      tier: 'Consumption',
      regions: [{ location: 'North Europe' }],
    }),
    platform({
      name: 'contoso-telemetry',
      group: 'rg-serverless',
      tier: 'Consumption',
      regions: [{ location: 'Switzerland West' }],
    }),
    platform({
      name: 'contoso-pricing',
      group: 'rg-pricing',
      tier: 'Consumption',
      regions: [{ location: 'Brazil South' }],
    }),
    platform({
      name: 'contoso-hr',
      group: 'rg-hr',
      tier: 'Basic',
      regions: [{ location: 'UK South', public: ['198.51.100.76'] }],
    }),
    platform({
      name: 'contoso-docs',
      group: 'rg-docs',
      tier: 'BasicV2',
      regions: [{ location: 'North Europe' }],
    }),
    platform({
      name: 'contoso-maps',
      group: 'rg-maps',
      tier: 'BasicV2',
      regions: [{ location: 'Australia East', units: 2 }],
    }),
    platform({
      name: 'contoso-identity',
      group: 'rg-identity',
      tier: 'StandardV2',
      regions: [{ location: 'Germany West Central' }],
    }),
    platform({
      name: 'contoso-search',
      group: 'rg-search',
      tier: 'StandardV2',
      regions: [{ location: 'Japan East', units: 2 }],
    }),
    platform({
      name: 'contoso-gateway-next',
      group: 'rg-preview',
      tier: 'PremiumV3',
      regions: [{ location: 'Poland Central', platform: 'v3', nat: 'Managed' }],
    }),
    iotIngest(land),
    bulk(land),
  ];
}

/** Four regions, and a NAT gateway in the first. */
function iotIngest(land: Land): SandboxService {
  const group = 'rg-iot';
  const natGatewayId = land.natGateway(
    group,
    'nat-iot-neu',
    'North Europe',
    [],
    [land.publicIpPrefix(group, 'ippre-iot-neu', 'North Europe', '192.0.2.48/30')],
  );
  const place = (location: string, short: string, octet: number, address: string, rest = {}) => ({
    location,
    units: 2,
    public: [address],
    subnet: land.subnet({
      group,
      location,
      vnet: `vnet-iot-${short}`,
      name: 'snet-apim',
      prefixes: [`10.${octet}.8.0/27`],
      ...rest,
    }),
    publicIpId: land.publicIp(group, `pip-iot-${short}`, location, address),
  });
  return platform({
    name: 'contoso-iot-ingest',
    group,
    tier: 'Premium',
    mode: 'External',
    regions: [
      place('North Europe', 'neu', 61, '198.51.100.160', { natGatewayId }),
      place('West Europe', 'weu', 62, '198.51.100.161'),
      place('East US', 'eus', 63, '198.51.100.162'),
      place('Southeast Asia', 'sea', 64, '198.51.100.163'),
    ],
  });
}

/** A subnet with two ranges, one of them IPv6, and service endpoints: those services see the subnet, not an address. */
function bulk(land: Land): SandboxService {
  const group = 'rg-bulk';
  const location = 'Canada Central';
  const subnet = land.subnet({
    group,
    location,
    vnet: 'vnet-bulk',
    name: 'snet-apim',
    prefixes: ['10.65.0.0/28', 'fd00:65::/64'],
    serviceEndpoints: ['Microsoft.Storage', 'Microsoft.Sql'],
  });
  return platform({
    name: 'contoso-bulk',
    group,
    tier: 'Premium',
    mode: 'Internal',
    regions: [{ location, public: ['192.0.2.60'], private: ['10.65.0.5'], subnet }],
  });
}
