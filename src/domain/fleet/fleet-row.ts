import { armKey, parseServiceId } from '../arm-id.ts';
import type { Service, Subscription, UnreadableRow } from '../service.ts';
import { isAtRisk } from '../status.ts';
import type { ChangeSummary, ServiceChanges } from './change-summary.ts';
import type { NetworkAnswer } from './network-answer.ts';

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
  /** Undefined until the reader has it checked. */
  readonly network?: NetworkAnswer | undefined;
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

/** The row made last for a service: a fleet that is read page by page makes each of its rows once. */
const made = new WeakMap<Service, ServiceRow>();

function toServiceRow(
  service: Service,
  subscription: Subscription | undefined,
  changes: ChangeSummary | undefined,
): ServiceRow {
  const last = made.get(service);
  const key = last?.key ?? armKey(service.id);
  const subscriptionName = subscription?.name ?? service.subscriptionId;
  const subscriptionState = subscription?.state ?? null;
  const ownChanges = changes?.get(key);
  if (
    last?.subscription === subscriptionName &&
    last.subscriptionState === subscriptionState &&
    last.changes === ownChanges
  )
    return last;
  const row: ServiceRow = {
    kind: 'service',
    key,
    name: service.name,
    subscription: subscriptionName,
    service,
    subscriptionState,
    atRisk: isAtRisk(service, subscriptionState),
    changes: ownChanges,
  };
  made.set(service, row);
  return row;
}

/** The rows of a fleet in Azure's order. */
export function toFleetRows(data: FleetData, changes?: ChangeSummary): readonly FleetRow[] {
  const subscriptions = new Map(data.subscriptions.map(one => [one.id.toLowerCase(), one]));
  const services = data.services.map(service =>
    toServiceRow(service, subscriptions.get(service.subscriptionId.toLowerCase()), changes),
  );
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
