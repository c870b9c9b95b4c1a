import type { Column } from './values/type.ts';

/**
 * The columns of Resource Graph's tables, the same for all four: those of published answers to `Resources | take 1`.
 * Whether `systemData` or `etag` can be read as columns is not documented, so they cannot here.
 */
export const tableColumns: readonly Column[] = [
  { name: 'id', type: 'string' },
  { name: 'name', type: 'string' },
  { name: 'type', type: 'string' },
  { name: 'tenantId', type: 'string' },
  { name: 'kind', type: 'string' },
  { name: 'location', type: 'string' },
  { name: 'resourceGroup', type: 'string' },
  { name: 'subscriptionId', type: 'string' },
  { name: 'managedBy', type: 'string' },
  { name: 'sku', type: 'dynamic' },
  { name: 'plan', type: 'dynamic' },
  { name: 'properties', type: 'dynamic' },
  { name: 'tags', type: 'dynamic' },
  { name: 'identity', type: 'dynamic' },
  { name: 'zones', type: 'dynamic' },
  { name: 'extendedLocation', type: 'dynamic' },
];

/** As Microsoft's article spells them. Resource Graph takes them in any case. */
export const tableNames = [
  'Resources',
  'ResourceContainers',
  'ResourceChanges',
  'ResourceContainerChanges',
] as const;

/** A table's name as Microsoft's article spells it, null for no table of ours. */
export function tableNamed(name: string): string | null {
  return tableNames.find(known => known.toLowerCase() === name.toLowerCase()) ?? null;
}
