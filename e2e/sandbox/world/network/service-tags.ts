import { parseRange } from '../../../../src/domain/address.ts';
import { regionName } from '../../../../src/domain/region.ts';
import { dotted } from '../addresses.ts';
import type { JsonObject } from '../json.ts';
import type { World } from '../world.ts';

/** Regions with a tag of their own, spelled as in `ApiManagement.WestEurope`. */
const regions = [
  'West Europe',
  'North Europe',
  'East US',
  'East US 2',
  'West US',
  'West US 2',
  'West US 3',
  'Central US',
  'North Central US',
  'South Central US',
  'West Central US',
  'UK South',
  'UK West',
  'France Central',
  'France South',
  'Germany West Central',
  'Germany North',
  'Sweden Central',
  'Switzerland North',
  'Switzerland West',
  'Norway East',
  'Norway West',
  'Italy North',
  'Spain Central',
  'Poland Central',
  'Southeast Asia',
  'East Asia',
  'Japan East',
  'Japan West',
  'Korea Central',
  'Korea South',
  'Australia East',
  'Australia Southeast',
  'Australia Central',
  'Brazil South',
  'Brazil Southeast',
  'Canada Central',
  'Canada East',
  'Central India',
  'South India',
  'West India',
  'UAE North',
  'UAE Central',
  'South Africa North',
  'South Africa West',
  'Qatar Central',
  'Israel Central',
  'Mexico Central',
] as const;

/** How `AzureCloud` names regions that it does not name by their own name (azure-facts 7). */
const azureCloudSpelling: Readonly<Record<string, string>> = {
  francecentral: 'centralfrance',
  francesouth: 'southfrance',
  germanywestcentral: 'germanywc',
  germanynorth: 'germanyn',
  norwayeast: 'norwaye',
  norwaywest: 'norwayw',
  switzerlandnorth: 'switzerlandn',
  switzerlandwest: 'switzerlandw',
};

export type ServiceTag = {
  readonly name: string;
  /** Empty for a global tag. */
  readonly region: string;
  readonly systemService: string;
  readonly changeNumber: string;
  readonly prefixes: readonly string[];
};

/** The tags of the sandbox's cloud. A region's `AzureCloud` holds every public address that a service has there, as in Azure. */
export function serviceTags(world: World): readonly ServiceTag[] {
  const inUse = addressesByRegion(world);
  const clouds = regions.map((location, index): ServiceTag => {
    const region = azureCloudSpelling[regionName(location)] ?? regionName(location);
    const prefixes = [...cloudPrefixes(index), ...(inUse.get(regionName(location)) ?? [])];
    return { name: `AzureCloud.${region}`, region, systemService: '', changeNumber: '218', prefixes };
  });
  const control = regions.map(
    (location, index): ServiceTag => ({
      name: `ApiManagement.${location.replaceAll(' ', '')}`,
      region: regionName(location),
      systemService: 'AzureApiManagement',
      changeNumber: '12',
      prefixes: [`${dotted(0xcb0071d0 + index)}/32`, `2001:db8:a${hex(index)}::/64`],
    }),
  );
  const all = (tags: readonly ServiceTag[]) => tags.flatMap(tag => tag.prefixes);
  return [
    { name: 'AzureCloud', region: '', systemService: '', changeNumber: '218', prefixes: all(clouds) },
    ...clouds,
    {
      name: 'ApiManagement',
      region: '',
      systemService: 'AzureApiManagement',
      changeNumber: '97',
      prefixes: all(control),
    },
    ...control,
    {
      name: 'AzureTrafficManager',
      region: '',
      systemService: 'AzureTrafficManager',
      changeNumber: '31',
      prefixes: ['203.0.113.204/30', '2001:db8:b000::/64'],
    },
  ];
}

/** One tag as `serviceTagDetails` and `serviceTags` give it; numbers are text (azure-facts 7). */
export function serviceTagWire(tag: ServiceTag, withPrefixes: boolean): JsonObject {
  return {
    name: tag.name,
    id: tag.name,
    serviceTagChangeNumber: tag.changeNumber,
    properties: {
      changeNumber: tag.changeNumber,
      region: tag.region,
      systemService: tag.systemService,
      addressPrefixes: withPrefixes ? tag.prefixes : undefined,
      state: 'GA',
    },
  };
}

/** Documentation ranges above those that services have: 24 pairs each in 192.0.2.208 and 198.51.100.208 onwards. */
function cloudPrefixes(index: number): readonly string[] {
  const base = index < 24 ? 0xc00002d0 : 0xc63364d0;
  return [`${dotted(base + (index % 24) * 2)}/31`, `2001:db8:c${hex(index)}::/48`];
}

function hex(index: number): string {
  return index.toString(16).padStart(3, '0');
}

/** More addresses than this stand in one range, as a tag of Azure lists ranges and not machines. */
const manyServices = 500;

function addressesByRegion(world: World): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const services = world.services.all();
  if (services.length > manyServices)
    return new Map(regions.map(location => [regionName(location), ['198.18.0.0/15']]));
  for (const service of services)
    for (const region of service.regions)
      for (const address of [...region.publicIPs, ...(region.outboundIPs ?? [])]) {
        const range = parseRange(address);
        const list = found.get(regionName(region.location)) ?? [];
        if (range && !list.includes(range.cidr))
          found.set(regionName(region.location), [...list, range.cidr]);
      }
  return found;
}
