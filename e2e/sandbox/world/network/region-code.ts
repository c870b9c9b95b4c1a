import { regionName } from '../../../../src/domain/region.ts';

const codes: Readonly<Record<string, string>> = {
  westeurope: 'weu',
  northeurope: 'neu',
  eastus: 'eus',
  eastus2: 'eus2',
  southeastasia: 'sea',
  eastasia: 'ea',
};

/** A short code for names of machines: `weu`. Regions without a known one keep their short form. */
export function regionCode(location: string): string {
  return codes[regionName(location)] ?? regionName(location);
}
