import { type Column, defaultColumns, inTableOrder, readColumn } from '../fleet/columns.ts';
import type { FleetFilter } from '../fleet/fleet-filter.ts';
import { defaultSort, formatSort, readSort, type Sort } from '../fleet/sort-rows.ts';
import { regionName } from '../region.ts';
import { knownVnetMode } from '../vnet-mode.ts';
import {
  entriesOf,
  type Field,
  flagField,
  formatQuery,
  formField,
  isIsoTime,
  listField,
  type Query,
  type QueryProblem,
  QueryReader,
  textField,
} from './query-codec.ts';

/** The fleet as its link describes it (design 3). */
export type FleetUrl = FleetFilter & {
  /** Subscription GUIDs that are asked; empty: the reader's own choice. */
  readonly sub: readonly string[];
  readonly sort: Sort;
  readonly cols: readonly Column[];
};

export type DecodedFleetUrl = {
  readonly state: FleetUrl;
  /** What belongs to others: kept, in its order. */
  readonly rest: Query;
  readonly problems: readonly QueryProblem[];
};

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const sortField: Field<Sort> = {
  key: 'sort',
  parse(values, reject) {
    const text = formField('sort', 'names no order', value => value).parse(values, reject);
    if (text === null) return defaultSort;
    const sort = readSort(text);
    if (!sort) reject(text, 'is no column to sort by');
    return sort ?? defaultSort;
  },
  format: sort => (formatSort(sort) === formatSort(defaultSort) ? [] : [formatSort(sort)]),
};

const columnList = listField('cols', 'is no column', readColumn);
const noColumns = 'none';

/** `none` stands for a table of names alone, since a missing key stands for the usual columns. */
const columnsField: Field<readonly Column[]> = {
  key: 'cols',
  parse(values, reject) {
    if (values.length === 1 && values[0]?.toLowerCase() === noColumns) return [];
    const columns = columnList.parse(values, reject).flatMap(text => readColumn(text) ?? []);
    return columns.length === 0 ? defaultColumns : inTableOrder(columns);
  },
  format(columns) {
    if (columns.length === 0) return [noColumns];
    return columns.join('\n') === defaultColumns.join('\n') ? [] : columns;
  },
};

const fields = {
  q: textField('q'),
  sub: listField('sub', 'is no subscription GUID', value =>
    guid.test(value) ? value.toLowerCase() : undefined,
  ),
  tier: listField('tier'),
  vnet: listField('vnet', 'is none of None, External, Internal', knownVnetMode),
  region: listField('region', '', value => regionName(value) || undefined),
  status: listField('status'),
  tag: listField('tag', 'is not written as key:value', value => (/^.+:/s.test(value) ? value : undefined)),
  risk: flagField('risk'),
  changed: formField('changed', 'is neither a number of days such as 14d nor an ISO date', value => {
    if (/^\d{1,4}d$/i.test(value)) return value.toLowerCase();
    return isIsoTime(value) ? value.toUpperCase() : undefined;
  }),
  sort: sortField,
  cols: columnsField,
};

/** Reads a link to the fleet. Never throws; what cannot be used falls back to its default and is named. */
export function decodeFleetUrl(search: string): DecodedFleetUrl {
  const reader = new QueryReader(search);
  const state: FleetUrl = {
    q: reader.read(fields.q),
    sub: reader.read(fields.sub),
    tier: reader.read(fields.tier),
    vnet: reader.read(fields.vnet),
    region: reader.read(fields.region),
    status: reader.read(fields.status),
    tag: reader.read(fields.tag),
    risk: reader.read(fields.risk),
    changed: reader.read(fields.changed),
    sort: reader.read(fields.sort),
    cols: reader.read(fields.cols),
  };
  return { state, rest: reader.rest, problems: reader.problems };
}

/** Writes a link to the fleet: defaults are left out, what belongs to others follows. */
export function encodeFleetUrl(state: FleetUrl, rest: Query): string {
  return formatQuery([
    ...entriesOf(fields.q, state.q),
    ...entriesOf(fields.sub, state.sub),
    ...entriesOf(fields.tier, state.tier),
    ...entriesOf(fields.vnet, state.vnet),
    ...entriesOf(fields.region, state.region),
    ...entriesOf(fields.status, state.status),
    ...entriesOf(fields.tag, state.tag),
    ...entriesOf(fields.risk, state.risk),
    ...entriesOf(fields.changed, state.changed),
    ...entriesOf(fields.sort, state.sort),
    ...entriesOf(fields.cols, state.cols),
    ...rest,
  ]);
}
