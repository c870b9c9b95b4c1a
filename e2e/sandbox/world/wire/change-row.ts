import type { Change } from '../feed/feed.ts';
import { guidOf } from '../guid.ts';
import { onTheWire } from '../json.ts';
import type { GraphRow } from './graph-rows.ts';

/** A row of `resourcechanges` (azure-facts 5.3). */
export function changeRow(change: Change, tenantId: string): GraphRow {
  const { id, at, resourceId, resourceType, changeType, changes, correlationId, actor, operation } = change;
  const [, , subscriptionId = '', , group = ''] = resourceId.split('/');
  const known = actor.type !== 'Unknown';
  return {
    id: `${resourceId}/providers/Microsoft.Resources/changes/${id}`,
    name: id,
    type: 'microsoft.resources/changes',
    tenantId,
    location: '',
    resourceGroup: group.toLowerCase(),
    subscriptionId,
    extendedLocation: null,
    properties: onTheWire({
      targetResourceId: resourceId,
      targetResourceType: resourceType,
      changeType,
      changeAttributes: {
        timestamp: new Date(at).toISOString().replace('Z', '0000Z'),
        correlationId: known ? correlationId : '00000000-0000-0000-0000-000000000000',
        changesCount: Object.keys(changes).length,
        previousResourceSnapshotId: guidOf(`${id} before`),
        newResourceSnapshotId: guidOf(`${id} after`),
        changedBy: actor.name,
        changedByType: actor.type,
        clientType: actor.client,
        operation: known ? operation.toLowerCase() : 'Unspecified',
      },
      changes,
    }),
  };
}
