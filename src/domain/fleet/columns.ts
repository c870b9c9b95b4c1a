import { visibleText } from '../visible-text.ts';

/** The columns that every service has, in the order in which they stand. The service itself always stands first. */
export const fixedColumns = [
  'tier',
  'vnet',
  'public',
  'private',
  'outbound',
  'regions',
  'status',
  'platform',
  'hosts',
  'created',
  'change',
] as const;

export type FixedColumn = (typeof fixedColumns)[number];
/** A column of the fleet: one of the fixed ones, or a tag by its name. */
export type Column = FixedColumn | `tag:${string}`;

/** What stands without a choice. */
export const defaultColumns: readonly Column[] = [
  'tier',
  'vnet',
  'public',
  'private',
  'regions',
  'status',
  'change',
];

const labels: Readonly<Record<FixedColumn, string>> = {
  tier: 'Tier, units',
  vnet: 'VNet mode',
  public: 'Public IPs',
  private: 'Private VIPs',
  outbound: 'Outbound IPs',
  regions: 'Regions',
  status: 'Status',
  platform: 'Platform version',
  hosts: 'Gateway host name',
  created: 'Created',
  change: 'Last change',
};

/** Reads a column's id without case; undefined for a text that names none. A tag keeps the spelling it is given. */
export function readColumn(text: string): Column | undefined {
  const key = text.toLowerCase();
  if (/^tag:./s.test(key)) return `tag:${text.slice(4)}`;
  return fixedColumns.find(one => one === key);
}

export function columnLabel(column: Column): string {
  return isTagColumn(column) ? visibleText(column.slice(4)) : labels[column];
}

export function isTagColumn(column: Column): column is `tag:${string}` {
  return column.startsWith('tag:');
}

/** The tag's value on a service, by its name without case: Azure's tag names ignore case, their values do not. */
export function tagValue(
  tags: Readonly<Record<string, string>>,
  column: `tag:${string}`,
): string | undefined {
  const name = column.slice(4);
  if (Object.hasOwn(tags, name)) return tags[name];
  const key = name.toLowerCase();
  return Object.entries(tags).find(([one]) => one.toLowerCase() === key)?.[1];
}

/** Columns in the order in which they stand: the fixed ones first, then tags in the order of choice. */
export function inTableOrder(columns: readonly Column[]): readonly Column[] {
  const chosen = new Set<string>(columns);
  return [...fixedColumns.filter(one => chosen.has(one)), ...columns.filter(isTagColumn)];
}
