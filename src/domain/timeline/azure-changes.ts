import { armKey, armName, formatServiceId, parseServiceId } from '../arm-id.ts';
import { differencesOfPaths, type PropertyChange, type RegionContext } from './azure-change-paths.ts';
import { type CauseContext, causesOf } from './causes.ts';
import { type Change, changeId } from './change.ts';
import type { Difference } from './difference.ts';
import { instantOf, isoOf } from './time.ts';

/** A row of Resource Graph's `resourcechanges`, after its schema: `id` and what lies in `properties` and `changeAttributes`. */
export type ResourceChange = {
  readonly id: string;
  readonly targetResourceId: string;
  /** Create, Update, Delete or another text. */
  readonly changeType: string;
  /** ISO time. */
  readonly timestamp: string;
  readonly correlationId?: string | null | undefined;
  readonly changedBy?: string | null | undefined;
  readonly changedByType?: string | null | undefined;
  readonly operation?: string | null | undefined;
  /** True or the text "true": the list of properties was cut short. */
  readonly isTruncated?: unknown;
  readonly changes: Readonly<Record<string, PropertyChange>>;
};

/** Null for what is missing, the text "null" and the empty GUID: none of them names anything. */
export function named(text: string | null | undefined): string | null {
  const value = text?.trim() ?? '';
  return value === '' || value === 'null' || /^[0-]+$/.test(value) ? null : value;
}

/**
 * A row of Azure's change history as a change record. Undefined for a row of another resource, and for one that changed
 * nothing of what the timeline tells (tags, units, provisioning states).
 */
export function changeOfRow(row: ResourceChange, context: RegionContext): Change | undefined {
  const service = parseServiceId(row.targetResourceId);
  const instant = instantOf(row.timestamp);
  if (!service || armKey(formatServiceId(service)) !== armKey(row.targetResourceId) || Number.isNaN(instant))
    return undefined;

  const kind = row.changeType.toLowerCase();
  const paths = differencesOfPaths(row.changes, context);
  const truncated = paths.cutShort || String(row.isTruncated ?? '').toLowerCase() === 'true';
  const at = isoOf(instant);
  const differences = [...lifeDifferences(kind, at), ...paths.differences];
  if (differences.length === 0 && !truncated) return undefined;

  const causeContext: CauseContext = { truncated };
  const id = named(armName(row.id));
  const source = 'change-history';
  return {
    id: id ?? changeId({ service: row.targetResourceId, source, at, differences }),
    service: row.targetResourceId,
    at,
    notBefore: null,
    source,
    causes: causesOf(differences, causeContext).all,
    differences,
    correlationId: named(row.correlationId),
    changedBy: named(row.changedBy),
    changedByType: named(row.changedByType),
    operation: named(row.operation),
    status: null,
    truncated,
  };
}

/** A row of a creation or deletion has no properties (changesCount is 0 in Microsoft's examples): its kind is the difference. */
function lifeDifferences(kind: string, at: string): Difference[] {
  if (kind === 'create')
    return [
      { field: 'createdAt', before: null, after: at },
      { field: 'tier', before: null },
    ];
  return kind === 'delete' ? [{ field: 'tier', after: null }] : [];
}
