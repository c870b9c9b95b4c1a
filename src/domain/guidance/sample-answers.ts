import { type NetworkFacts, noNetworkFacts } from '../network-facts.ts';
import type { Service } from '../service.ts';
import type { ServiceGuidance } from './contract.ts';
import { type GuidanceInput, guidanceFor } from './guidance.ts';
import { sampleIds, sampleNetwork, sampleRegion, sampleService, sampleSubnet } from './samples.ts';

const asOf = '2026-11-22T09:59:58Z';

/** The answer for a service that differs from the sample in these parts. */
export function guide(
  service: Partial<Service>,
  network: NetworkFacts = noNetworkFacts,
  rest: Partial<GuidanceInput> = {},
): ServiceGuidance {
  return guidanceFor({
    service: sampleService(service),
    network,
    subscriptionState: 'Enabled',
    asOf,
    ...rest,
  });
}

/** One line an entry: purpose, region, what, ports; a question mark where the entry is optional. */
export function lines({ entries }: ServiceGuidance): readonly string[] {
  return entries.map(({ purpose, region = '-', value, ports, required, name }) =>
    [purpose, region, ...(name ? [name] : []), value, ports.join() || '-']
      .join(' ')
      .concat(required ? '' : ' ?'),
  );
}

/** The codes of the warnings, each with its region. */
export const warned = ({ warnings }: ServiceGuidance) =>
  warnings.map(({ code, region }) => (region ? `${code} ${region}` : code));

/** The codes of the unknowns, each with its purpose and region. */
export const notKnown = ({ unknown }: ServiceGuidance) =>
  unknown.map(({ code, purpose, region }) => [code, purpose, ...(region ? [region] : [])].join(' '));

/** Two regions in a VNet, and both subnets read. */
export const weu = sampleRegion({
  subnetId: sampleIds.subnet('weu'),
  outboundPublicIPAddresses: ['203.0.113.7'],
});
export const neu = sampleRegion({
  name: 'northeurope',
  displayName: 'North Europe',
  primary: false,
  subnetId: sampleIds.subnet('neu'),
  publicIPAddresses: ['203.0.113.9'],
});
export const internal = { ...weu, privateIPAddresses: ['10.0.0.5'] };
export const internalNeu = { ...neu, privateIPAddresses: ['10.1.0.5'] };
const subnets = [
  sampleSubnet('weu'),
  sampleSubnet('neu', { addressPrefixes: ['10.1.0.0/27', 'fd00:1::/64'] }),
];
export const readable = sampleNetwork({ subnets });
