/** Azure's short form of a location, which ARM gives as `West Europe` or as `westeurope`. */
export function regionName(location: string): string {
  return location.toLowerCase().replace(/\s+/g, '');
}

/** Short forms whose words cannot be told apart by rule. Source: `az account list-locations`. */
const spelled: ReadonlyMap<string, string> = new Map(
  Object.entries({
    westeurope: 'West Europe',
    northeurope: 'North Europe',
    eastus: 'East US',
    eastus2: 'East US 2',
    westus: 'West US',
    westus2: 'West US 2',
    westus3: 'West US 3',
    centralus: 'Central US',
    northcentralus: 'North Central US',
    southcentralus: 'South Central US',
    westcentralus: 'West Central US',
    uksouth: 'UK South',
    ukwest: 'UK West',
    francecentral: 'France Central',
    francesouth: 'France South',
    germanywestcentral: 'Germany West Central',
    germanynorth: 'Germany North',
    swedencentral: 'Sweden Central',
    swedensouth: 'Sweden South',
    switzerlandnorth: 'Switzerland North',
    switzerlandwest: 'Switzerland West',
    norwayeast: 'Norway East',
    norwaywest: 'Norway West',
    italynorth: 'Italy North',
    spaincentral: 'Spain Central',
    polandcentral: 'Poland Central',
    southeastasia: 'Southeast Asia',
    eastasia: 'East Asia',
    japaneast: 'Japan East',
    japanwest: 'Japan West',
    koreacentral: 'Korea Central',
    koreasouth: 'Korea South',
    australiaeast: 'Australia East',
    australiasoutheast: 'Australia Southeast',
    australiacentral: 'Australia Central',
    australiacentral2: 'Australia Central 2',
    brazilsouth: 'Brazil South',
    brazilsoutheast: 'Brazil Southeast',
    canadacentral: 'Canada Central',
    canadaeast: 'Canada East',
    centralindia: 'Central India',
    southindia: 'South India',
    westindia: 'West India',
    uaenorth: 'UAE North',
    uaecentral: 'UAE Central',
    southafricanorth: 'South Africa North',
    southafricawest: 'South Africa West',
    qatarcentral: 'Qatar Central',
    israelcentral: 'Israel Central',
    mexicocentral: 'Mexico Central',
    usgovvirginia: 'USGov Virginia',
    usgovarizona: 'USGov Arizona',
    usgovtexas: 'USGov Texas',
    chinaeast2: 'China East 2',
    chinanorth2: 'China North 2',
    chinanorth3: 'China North 3',
  }),
);

/** How a location is written for people; a region that this list does not hold stays as ARM wrote it. */
export function regionLabel(location: string): string {
  return spelled.get(regionName(location)) ?? location;
}
