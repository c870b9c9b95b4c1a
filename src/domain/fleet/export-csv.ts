import { causeWords } from '../cause-words.ts';
import { statusOf } from '../status.ts';
import {
  type AddressCell,
  distinctAddresses,
  outboundIpCell,
  privateVipCell,
  publicIpCell,
} from './addresses.ts';
import { addressWords } from './cell-text.ts';
import { csvLine, toCsv } from './csv.ts';
import type { FleetRow, ServiceRow } from './fleet-row.ts';
import { gatewayHost } from './gateway-host.ts';
import { writeRows } from './write-rows.ts';

type ExportColumn = readonly [head: string, read: (row: ServiceRow) => string];

/** One address a line inside the cell; what is no address of the service's own says so. */
function addressLines(cell: AddressCell): string {
  const own = distinctAddresses(cell.addresses);
  if (own.length > 0) return own.join('\n');
  const reported = [...new Set(cell.reported.map(one => `${one.address} (reported, not dedicated)`))];
  return [cell.kind === 'not-applicable' ? '' : addressWords[cell.kind], ...reported].join('\n');
}

const columns: readonly ExportColumn[] = [
  ['Service', row => row.service.name],
  ['Resource group', row => row.service.resourceGroup],
  ['Subscription', row => row.subscription],
  ['Subscription id', row => row.service.subscriptionId],
  ['Subscription state', row => row.subscriptionState ?? ''],
  ['Tier', row => row.service.tier],
  ['Units', row => (row.service.units === null ? '' : String(row.service.units))],
  ['VNet mode', row => row.service.vnetMode],
  ['Public IPs', row => addressLines(publicIpCell(row.service))],
  ['Private VIPs', row => addressLines(privateVipCell(row.service))],
  ['Outbound IPs', row => addressLines(outboundIpCell(row.service))],
  ['Regions', row => row.service.regions.map(region => region.name).join('\n')],
  ['Status', row => statusOf(row.service.provisioningState).word],
  ['Provisioning state', row => row.service.provisioningState],
  ['Gateway host name', row => gatewayHost(row) ?? ''],
  ['Platform version', row => row.service.regions.map(region => region.platformVersion ?? '').join('\n')],
  ['Created', row => row.service.createdAt ?? ''],
  ['Last change', row => row.changes?.last.at ?? ''],
  ['Cause', row => (row.changes?.last.causes ?? []).map(code => causeWords(code).label).join('\n')],
  [
    'Tags',
    row =>
      Object.entries(row.service.tags)
        .map(([key, value]) => `${key}=${value}`)
        .join('\n'),
  ],
  ['Id', row => row.service.id],
];

/**
 * The rows as CSV, in their order. What could not be read keeps its line, with its id and the problem. Yields how many
 * rows are written.
 */
export function* fleetCsvSteps(rows: readonly FleetRow[]): Generator<number, string> {
  const lines = yield* writeRows(rows, part => part.map(row => csvLine(lineOf(row))));
  return [toCsv([columns.map(([head]) => head)]), ...lines].join('');
}

function lineOf(row: FleetRow): readonly string[] {
  if (row.kind === 'service') return columns.map(([, read]) => read(row));
  const known: Readonly<Record<string, string>> = {
    Service: row.name,
    Subscription: row.subscription,
    Status: `Unreadable: ${row.unreadable.problem}`,
    Id: row.unreadable.id,
  };
  return columns.map(([head]) => known[head] ?? '');
}
