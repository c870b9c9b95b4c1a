import { compareText } from '../compare-text.ts';
import { regionLabel } from '../region.ts';
import { isSubscriptionAtRisk, statusOf } from '../status.ts';
import { knownVnetMode, vnetModeQualifier } from '../vnet-mode.ts';
import { outboundIpCell, privateVipCell, publicIpCell } from './addresses.ts';
import { type Column, isTagColumn, readColumn, tagValue } from './columns.ts';
import type { FleetRow, ServiceRow } from './fleet-row.ts';
import { gatewayHost } from './gateway-host.ts';
import { addressOrder, compareOrders, type NaturalOrder, naturalOrder } from './natural-order.ts';

export type SortKey = 'name' | Column;
export type Sort = { readonly by: SortKey; readonly descending: boolean };

/** By name: nothing that arrives later can move a row. */
export const defaultSort: Sort = { by: 'name', descending: false };

/** Reads `name`, `-change`, `tag:env`; undefined for a text that names no order. */
export function readSort(text: string): Sort | undefined {
  const descending = text.startsWith('-');
  const key = descending ? text.slice(1) : text;
  const by = key.toLowerCase() === 'name' ? 'name' : readColumn(key);
  return by === undefined ? undefined : { by, descending };
}

export function formatSort({ by, descending }: Sort): string {
  return descending ? `-${by}` : by;
}

/** Tiers in Azure's own order of size; others after them. */
const tierOrder = [
  'consumption',
  'developer',
  'basic',
  'basicv2',
  'standard',
  'standardv2',
  'premium',
  'premiumv2',
];
const statusOrder = ['failed', 'stopped', 'unknown', 'working', 'fine'];

/** Ordered by `addressOrder`, which is made to be compared letter by letter. */
const addressColumns: ReadonlySet<SortKey> = new Set<SortKey>(['public', 'private', 'outbound']);

/** What a row is ordered by; undefined comes last in both directions: nothing is there to be compared. */
type SortValue = string | number | undefined;

function sortValue(row: ServiceRow, by: Column): SortValue {
  const { service } = row;
  if (isTagColumn(by)) return tagValue(service.tags, by);
  switch (by) {
    case 'tier': {
      const at = tierOrder.indexOf(service.tier.toLowerCase());
      return (at < 0 ? tierOrder.length : at) * 1e6 + (service.units ?? 0);
    }
    case 'vnet': {
      const order = ['External', 'Internal', 'None'].indexOf(knownVnetMode(service.vnetMode) ?? '');
      return order < 0 ? undefined : order * 2 + (vnetModeQualifier(service.tier, service.vnetMode) ? 1 : 0);
    }
    case 'public':
      return firstAddress(publicIpCell(service).addresses);
    case 'private':
      return firstAddress(privateVipCell(service).addresses);
    case 'outbound':
      return firstAddress(outboundIpCell(service).addresses);
    case 'regions':
      return service.regions[0] && regionLabel(service.regions[0].name);
    case 'status':
      return (
        (isSubscriptionAtRisk(row.subscriptionState) ? 0 : 10) +
        statusOrder.indexOf(statusOf(service.provisioningState).tone)
      );
    case 'platform':
      return service.regions[0]?.platformVersion ?? undefined;
    case 'hosts':
      return gatewayHost(row);
    case 'created':
      return service.createdAt === null ? undefined : Date.parse(service.createdAt);
    case 'change':
      return row.changes && Date.parse(row.changes.last.at);
  }
}

function firstAddress(addresses: readonly { readonly address: string }[]): SortValue {
  return addresses[0] && addressOrder(addresses[0].address);
}

/**
 * Rows in order. Services with an unexplained change that nobody has marked as seen stand on top, newest first; ties
 * stand by name. Rows that have nothing to be compared, and rows that could not be read, follow in their place by name.
 */
export function sortRows(rows: readonly FleetRow[], sort: Sort): readonly FleetRow[] {
  const direction = sort.descending ? -1 : 1;
  const entries = rows.map(row => ({
    row,
    pinned: (row.kind === 'service' && row.changes?.unexplained?.at) || '',
    name: nameOrder(row),
    value: comparable(row, sort.by),
  }));
  entries.sort((a, b) => {
    if (a.pinned !== b.pinned) return a.pinned > b.pinned ? -1 : 1;
    if (a.value !== undefined && b.value !== undefined) {
      const order = compareValues(a.value, b.value) * direction;
      if (order !== 0) return order;
    } else if (a.value !== b.value) return a.value === undefined ? 1 : -1;
    return compareOrders(a.name, b.name) || compareText(a.row.key, b.row.key);
  });
  return entries.map(entry => entry.row);
}

const nameOrders = new WeakMap<FleetRow, NaturalOrder>();

/** Made once for a row: a refresh puts thousands of them in order again. */
function nameOrder(row: FleetRow): NaturalOrder {
  const known = nameOrders.get(row) ?? naturalOrder(row.name);
  nameOrders.set(row, known);
  return known;
}

function comparable(row: FleetRow, by: SortKey): NaturalOrder | number | undefined {
  if (by === 'name') return nameOrder(row);
  if (row.kind !== 'service') return undefined;
  const value = sortValue(row, by);
  if (typeof value !== 'string') return value;
  return addressColumns.has(by) ? { text: value, key: value } : naturalOrder(value);
}

function compareValues(a: NaturalOrder | number, b: NaturalOrder | number): number {
  if (typeof a === 'object' && typeof b === 'object') return compareOrders(a, b);
  return Number(a) - Number(b);
}
