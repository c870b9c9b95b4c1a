import { textAsWritten } from '../domain/visible-text.ts';
import { kqlText } from './changes-kql.ts';

/**
 * The subnets of some virtual networks, flat, and of each only what says where calls come from: a subnet's own list of
 * interfaces may hold thousands.
 */
export function subnetsKql(networkIds: readonly string[]): string {
  return `resources
| where type =~ 'microsoft.network/virtualnetworks'
| where id in~ (${networkIds.map(id => kqlText(textAsWritten(id))).join(', ')})
| mv-expand subnet = properties.subnets
| project id = tostring(subnet.id),
    addressPrefix = subnet.properties.addressPrefix,
    addressPrefixes = subnet.properties.addressPrefixes
| order by id asc`;
}
