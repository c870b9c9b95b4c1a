import { ArmError } from '../src/azure/arm-error.ts';
import type { Azure } from '../src/azure/azure.ts';
import { getService, type ServiceRead } from '../src/azure/get-service.ts';
import { listSubscriptions } from '../src/azure/list-subscriptions.ts';
import { mapBounded } from '../src/azure/map-bounded.ts';
import { queryChanges } from '../src/azure/query-changes.ts';
import type { SubscriptionSelection } from '../src/azure/query-resource-graph.ts';
import { type FleetRead, readFleet } from '../src/azure/read-fleet.ts';
import { fleetReading, serviceReading, steadySubscriptions } from '../src/azure/readings.ts';
import { armKey } from '../src/domain/arm-id.ts';
import type { Subscription } from '../src/domain/service.ts';
import type { ResourceChange } from '../src/domain/timeline/azure-changes.ts';
import type { Pending, Reading } from '../src/domain/timeline/reading.ts';

/** What one run read of Azure, before anything is written. */
export type Look = {
  readonly fleet: FleetRead;
  readonly reading: Reading;
  /** Azure's change history of the last days, newest first. */
  readonly rows: readonly ResourceChange[];
  /** What could not be read, a sentence each; empty where everything was. */
  readonly missing: readonly string[];
};

type Progress = (services: number, total: number | null) => void;

/** Reads the fleet and Azure's change history. @throws ArmError where nothing of the fleet could be read */
export async function lookAtAzure(
  azure: Azure,
  subscriptionIds: SubscriptionSelection,
  progress: Progress = () => {},
): Promise<Look> {
  const fleet = await readFleet(azure, {
    subscriptionIds,
    onPage: soFar => progress(soFar.services.length, soFar.underWay?.total ?? null),
  });
  const changes = await queryChanges(azure, { subscriptionIds }).catch((error: unknown) => {
    if (error instanceof ArmError) return error;
    throw error;
  });
  const unread = changes instanceof ArmError ? changes : changes.incomplete;
  return {
    fleet,
    reading: await fleetReading(fleet, subscriptionIds),
    rows: changes instanceof ArmError ? [] : changes.changes,
    missing: [
      ...fleet.missing.map(one => `Subscription ${one.subscriptionId}: ${whyMissing(one.reason)}`),
      ...(fleet.incomplete ? [`A part of the fleet: ${reasonOf(fleet.incomplete)}`] : []),
      ...fleet.unreadable.map(
        one => `${one.id || 'A row without an id'} could not be understood: ${one.problem}`,
      ),
      ...(unread ? [`Azure’s change history: ${reasonOf(unread)}`] : []),
    ],
  };
}

const confirmationsAtOnce = 4;

/** Asks ARM about differences that only Resource Graph saw: one GET each, once in a run whatever becomes of the file. */
export class Confirmations {
  private readonly asked = new Map<string, Promise<ServiceRead | Reading | string>>();

  constructor(
    private readonly azure: Azure,
    private readonly fleet: FleetRead,
  ) {}

  /** Readings of the services, and why some could not be confirmed. */
  async of(
    pending: readonly Pending[],
  ): Promise<{ readonly readings: readonly Reading[]; readonly missing: readonly string[] }> {
    if (pending.length === 0) return { readings: [], missing: [] };
    const answers = await mapBounded(pending, confirmationsAtOnce, ({ service }) => this.ask(service));
    const steady = steadySubscriptions(this.fleet.subscriptions, await this.subscriptionsNow());
    const readings = answers.map(one =>
      typeof one === 'string' || 'sightings' in one
        ? one
        : (serviceReading(one, steady) ?? notUnderstood(one)),
    );
    return {
      readings: readings.filter(one => typeof one !== 'string'),
      missing: readings.filter(one => typeof one === 'string'),
    };
  }

  /** Asked for behind the services: what it says of a state holds for them if the list before them said the same. */
  private async subscriptionsNow(): Promise<readonly Subscription[] | undefined> {
    try {
      return (await listSubscriptions(this.azure)).subscriptions;
    } catch (error) {
      if (error instanceof ArmError) return undefined;
      throw error;
    }
  }

  private ask(service: string): Promise<ServiceRead | Reading | string> {
    const key = armKey(service);
    const asked = this.asked.get(key) ?? this.read(service);
    this.asked.set(key, asked);
    return asked;
  }

  private async read(service: string): Promise<ServiceRead | Reading | string> {
    try {
      return await getService(this.azure, { id: service });
    } catch (error) {
      if (!(error instanceof ArmError)) throw error;
      if (error.kind === 'not-found' || error.kind === 'forbidden')
        return { at: this.azure.arm.now(), source: 'arm', sightings: [], absent: [service] };
      return `${service} differs and could not be confirmed: ${reasonOf(error)}`;
    }
  }
}

function notUnderstood({ unreadable }: ServiceRead): string {
  return `${unreadable?.id ?? 'A service'} differs and could not be understood: ${unreadable?.problem ?? ''}`;
}

function whyMissing(reason: ArmError | 'not-listed'): string {
  return reason === 'not-listed'
    ? 'Azure does not list it: it is not there, or this identity has no right on it.'
    : reasonOf(reason);
}

/** Azure's reason with what support needs to find the request. */
export function reasonOf({ message, code, correlationId }: ArmError): string {
  const details = [code, correlationId === null ? '' : `correlation id ${correlationId}`].filter(
    one => one !== '',
  );
  return details.length === 0 ? message : `${message} (${details.join(', ')})`;
}
