import { armKey, parseServiceId } from '../arm-id.ts';
import type { Service, Subscription, UnreadableRow } from '../service.ts';
import { isAtRisk } from '../status.ts';
import type { ChangeSummary, ServiceChanges } from './change-summary.ts';

type RowBase = {
  /** Unique in the fleet, the same after a refresh. */
  readonly key: string;
  readonly name: string;
  /** Its name, or its GUID where the name is not known. */
  readonly subscription: string;
};

export type ServiceRow = RowBase & {
  readonly kind: 'service';
  readonly service: Service;
  /** Null where it is not known. */
  readonly subscriptionState: string | null;
  readonly atRisk: boolean;
  readonly changes: ServiceChanges | undefined;
};

/** A row that Azure sent and that could not be read: it keeps its place in the table. */
export type UnreadableFleetRow = RowBase & {
  readonly kind: 'unreadable';
  readonly unreadable: UnreadableRow;
};

export type FleetRow = ServiceRow | UnreadableFleetRow;

export type FleetData = {
  readonly services: readonly Service[];
  readonly unreadable: readonly UnreadableRow[];
  readonly subscriptions: readonly Subscription[];
};

/** The rows of a fleet in Azure's order. */
export function toFleetRows(data: FleetData, changes?: ChangeSummary): readonly FleetRow[] {
  const subscriptions = new Map(data.subscriptions.map(one => [one.id.toLowerCase(), one]));
  const services = data.services.map((service): FleetRow => {
    const key = armKey(service.id);
    const subscription = subscriptions.get(service.subscriptionId.toLowerCase());
    const state = subscription?.state ?? null;
    return {
      kind: 'service',
      key,
      name: service.name,
      subscription: subscription?.name ?? service.subscriptionId,
      service,
      subscriptionState: state,
      atRisk: isAtRisk(service, state),
      changes: changes?.get(key),
    };
  });
  const unreadable = data.unreadable.map((row, index): FleetRow => {
    const id = parseServiceId(row.id);
    const subscription = id && subscriptions.get(id.subscriptionId.toLowerCase());
    return {
      kind: 'unreadable',
      key: row.id === '' ? `unreadable ${index}` : armKey(row.id),
      name: row.name || id?.name || 'A row without a name',
      subscription: subscription?.name ?? id?.subscriptionId ?? '',
      unreadable: row,
    };
  });
  return [...services, ...unreadable];
}
