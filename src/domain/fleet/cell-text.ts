import { causeWords } from '../cause-words.ts';
import { regionLabel } from '../region.ts';
import type { Service } from '../service.ts';
import { statusOf } from '../status.ts';
import { tierLabel } from '../tier.ts';
import {
  type AddressCell,
  distinctAddresses,
  outboundIpCell,
  privateVipCell,
  publicIpCell,
} from './addresses.ts';
import { type Column, isTagColumn, tagValue } from './columns.ts';
import type { ServiceRow } from './fleet-row.ts';
import { gatewayHost } from './gateway-host.ts';
import { networkWord } from './network-answer.ts';

/** `6 units`, summed over the regions. Consumption has none to count. */
export function unitsText({ tier, units }: Pick<Service, 'tier' | 'units'>): string {
  if (tier.toLowerCase() === 'consumption') return 'no units';
  if (units === null) return 'units not reported';
  return units === 1 ? '1 unit' : `${units} units`;
}

/** The word of an address cell that has no address to show. */
export const addressWords: Readonly<Record<AddressCell['kind'], string>> = {
  addresses: '',
  none: 'None',
  shared: 'Shared',
  'not-reported': 'Not reported',
  'not-applicable': '–',
};

/** A cell as plain text for the clipboard: every address on a line of its own. */
export function cellText(row: ServiceRow, column: Column | 'name'): string {
  const { service } = row;
  if (column === 'name') return service.name;
  if (isTagColumn(column)) return tagValue(service.tags, column) ?? '';
  switch (column) {
    case 'tier':
      return `${tierLabel(service.tier)}, ${unitsText(service)}`;
    case 'vnet':
      return service.vnetMode;
    case 'public':
      return addressText(publicIpCell(service));
    case 'private':
      return addressText(privateVipCell(service));
    case 'outbound':
      return addressText(outboundIpCell(service));
    case 'regions':
      return service.regions.map(region => regionLabel(region.name)).join('\n');
    case 'status':
      return [
        ...(row.network ? [networkWord(row.network)] : []),
        statusOf(service.provisioningState).word,
      ].join('\n');
    case 'platform':
      return [...new Set(service.regions.map(region => region.platformVersion ?? 'Not reported'))].join('\n');
    case 'hosts':
      return gatewayHost(row) ?? '';
    case 'created':
      return service.createdAt ?? '';
    case 'change':
      return row.changes
        ? `${row.changes.last.at} ${row.changes.last.causes.map(code => causeWords(code).label).join(', ')}`
        : '';
  }
}

function addressText(cell: AddressCell): string {
  if (cell.addresses.length > 0) return distinctAddresses(cell.addresses).join('\n');
  return cell.kind === 'not-applicable' ? '' : addressWords[cell.kind];
}
