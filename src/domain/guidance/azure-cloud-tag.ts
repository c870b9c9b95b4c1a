import { regionName } from '../region.ts';

/** Regions whose AzureCloud tag is not spelled as the region. Source: learn.microsoft.com/azure/virtual-network/service-tags-overview. */
const oddSpellings: Readonly<Record<string, string>> = {
  francecentral: 'centralfrance',
  francesouth: 'southfrance',
  germanywestcentral: 'germanywc',
  germanynorth: 'germanyn',
  norwayeast: 'norwaye',
  norwaywest: 'norwayw',
  switzerlandnorth: 'switzerlandn',
  switzerlandwest: 'switzerlandw',
};

/** The service tag of all public ranges of a region, or undefined for a text that cannot be a region's name. */
export function azureCloudTag(region: string): string | undefined {
  const name = regionName(region);
  if (!/^[a-z0-9]+$/.test(name)) return undefined;
  const spelled = Object.hasOwn(oddSpellings, name) ? oddSpellings[name] : name;
  return `AzureCloud.${spelled}`;
}

/** True for `Name` or `Name.region`: the form of every service tag, without anything that a rule would read as syntax. */
export function isServiceTag(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)?$/.test(text);
}
