import { compareText } from '../compare-text.ts';
import { rangeText } from '../ranges/ip-range.ts';
import { regionLabel } from '../region.ts';
import type { EntryValue } from './list.ts';
import type { Need, NeedUse, NeedValue } from './needs.ts';

/** Azure's own term for the field that a need was read from; looked up by its text, so a Map. */
const terms: ReadonlyMap<string, string> = new Map([
  ['outboundPublicIPAddresses', 'outbound IP'],
  ['publicIPAddresses', 'public IP'],
  ['natGateway', 'NAT gateway'],
  ['subnet.addressPrefix', 'subnet range'],
  ['subnet.addressPrefixes', 'subnet range'],
  ['privateIPAddresses', 'private VIP'],
  ['privateEndpoint.networkInterface', 'private endpoint'],
  ['hostnameConfigurations', 'host name'],
  ['location', 'shared ranges of the region'],
  ['virtualNetworkType', 'service tag'],
]);

/** What is needed, or stands in a list, as it is written: a CIDR or range, a tag, a host name. */
export function needText(value: NeedValue | Exclude<EntryValue, { kind: 'any' }>): string {
  if (value.kind === 'range') return rangeText(value.range);
  return value.kind === 'tag' ? value.name : value.host;
}

/** Where a need comes from: `contoso-api-prod, West Europe, outbound IP`; the service is left out where there is but one. */
export function placeOfNeed({ uses }: Need, withService: boolean): string {
  const texts = uses.map(use => oneUse(use, withService));
  const [first = '', ...others] = [...new Set(texts)].sort(compareText);
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

function oneUse({ service, region, from, purpose }: NeedUse, withService: boolean): string {
  // Without a NAT gateway calls leave from the public IP: to a back end it is the outbound IP.
  const outbound = purpose === 'internet-back-ends' && from === 'publicIPAddresses';
  const term = outbound ? 'outbound IP' : (terms.get(from) ?? from);
  return [withService ? service : '', region === undefined ? '' : regionLabel(region), term]
    .filter(Boolean)
    .join(', ');
}
