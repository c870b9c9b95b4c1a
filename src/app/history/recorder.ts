import type { QueryCacheNotifyEvent, QueryClient, QueryKey } from '@tanstack/react-query';
import { ArmError } from '../../azure/arm-error.ts';
import { type Azure, azureKey } from '../../azure/azure.ts';
import { type ServiceRead, serviceQuery } from '../../azure/get-service.ts';
import { subscriptionsQuery } from '../../azure/list-subscriptions.ts';
import { mapBounded } from '../../azure/map-bounded.ts';
import { changesQuery } from '../../azure/query-changes.ts';
import type { SubscriptionSelection } from '../../azure/query-resource-graph.ts';
import type { FleetRead } from '../../azure/read-fleet.ts';
import { fleetReading, serviceReading, steadySubscriptions } from '../../azure/readings.ts';
import { armKey, parseServiceId } from '../../domain/arm-id.ts';
import type { Subscription } from '../../domain/service.ts';
import { changesOfRows, rowsByService } from '../../domain/timeline/changes-of-rows.ts';
import { decide, factsHash } from '../../domain/timeline/decide.ts';
import type { Observation } from '../../domain/timeline/observation.ts';
import type { Reading } from '../../domain/timeline/reading.ts';
import type { HistoryStore } from '../../history/history-store.ts';
import { clock } from '../../ui/clock.ts';
import { idle } from './idle.ts';

type Options = {
  readonly azure: Azure;
  readonly queries: QueryClient;
  readonly store: HistoryStore;
  /** Called when something was written. */
  readonly written: () => Promise<void>;
  /** Called when Azure's own record of a fleet's changes was read, or could not be read or kept. */
  readonly looked: () => Promise<void>;
};

/** Requests at a time that ask ARM about a difference which only Resource Graph saw (design 7). */
const confirmations = 4;
/** A list of subscriptions that came this much before a service is asked for again only if the service changed. */
const sameLookMs = 1_000;

/** Listens to what the screens read from Azure and records it, one thing after the other, while the page is idle. */
export class Recorder {
  private readonly options: Options;
  private work: Promise<void> = Promise.resolve();
  private unsubscribe: (() => void) | undefined;
  /** Rows of the change history that were kept already. */
  private readonly keptRows = new Set<string>();
  /** Subscriptions as they were before a service is read once more. */
  private readonly listedBefore = new Map<string, readonly Subscription[]>();

  constructor(options: Options) {
    this.options = options;
  }

  /** Records what the cache holds and whatever comes into it; `head` begins the keys of this account. */
  start(head: QueryKey): void {
    const cache = this.options.queries.getQueryCache();
    this.unsubscribe = cache.subscribe(event => this.hear(event, head));
    for (const { queryKey, state } of cache.getAll())
      if (state.status === 'success' && begins(queryKey, head)) this.came(queryKey.slice(head.length));
  }

  stop(): void {
    this.unsubscribe?.();
    this.unsubscribe = undefined;
  }

  private hear(event: QueryCacheNotifyEvent, head: QueryKey): void {
    if (event.type !== 'updated' || !begins(event.query.queryKey, head)) return;
    const key = event.query.queryKey.slice(head.length);
    if (event.action.type === 'success') this.came(key);
    else if (event.action.type === 'error') this.failed(key, event.action.error);
  }

  private came([kind, what]: QueryKey): void {
    const { azure, queries } = this.options;
    if (kind === 'fleet') {
      const selection = selectionOf(what);
      const read = queries.getQueryData<FleetRead>([...azureKey(azure), kind, what]);
      if (read && !read.underWay) this.queue(() => this.recordFleet(read, selection));
    } else if (kind === 'service' && typeof what === 'string') this.queue(() => this.recordService(what));
  }

  /** ARM says that a service is not there, or not for this account. */
  private failed([kind, what]: QueryKey, error: unknown): void {
    if (kind !== 'service' || typeof what !== 'string' || !(error instanceof ArmError)) return;
    if (error.kind !== 'not-found' && error.kind !== 'forbidden') return;
    const at = clock.now();
    this.queue(() => this.record({ at, source: 'arm', sightings: [], absent: [what] }));
  }

  private queue(job: () => Promise<unknown>): void {
    this.work = this.work.then(async () => {
      await idle();
      if (this.unsubscribe) await job().catch(() => undefined);
    });
  }

  private async record(reading: Parameters<HistoryStore['record']>[0]) {
    const outcome = await this.options.store.record(reading);
    await this.options.written();
    return outcome;
  }

  private async recordFleet(read: FleetRead, selection: SubscriptionSelection): Promise<void> {
    const { azure, queries, looked } = this.options;
    try {
      const { pending } = await this.record(await fleetReading(read, selection));
      // What comes of each is heard like any other read of a service, and recorded behind this.
      await mapBounded(pending, confirmations, ({ service }) =>
        queries.fetchQuery({ ...serviceQuery(azure, service), staleTime: 0 }).catch(() => undefined),
      );
      await this.keepChanges(read, selection);
    } finally {
      await looked();
    }
  }

  private async recordService(id: string): Promise<void> {
    const { azure, queries } = this.options;
    const read = queries.getQueryData(serviceQuery(azure, id).queryKey);
    if (!read) return;
    const listed = await this.subscriptions(Math.max(0, clock.now() - read.receivedAt + sameLookMs));
    const reading = serviceReading(read, listed);
    if (!reading) return;
    const { observations } = await this.options.store.historyOf(id);
    if (differs(reading, observations)) await this.recordDifference(read, stateKnown(observations));
    else await this.record(reading);
  }

  /**
   * Where something differs the state of the subscription must have held while the service was read: it is taken if it was
   * known before and a list that is asked for now says the same. Otherwise it counts as not read, and the service is read once
   * more, between this list and the next.
   */
  private async recordDifference(read: ServiceRead, known: string | undefined): Promise<void> {
    const { azure, queries } = this.options;
    const id = read.service?.id ?? '';
    const before = this.listedBefore.get(armKey(id));
    this.listedBefore.delete(armKey(id));
    const after = await this.subscriptions(0);
    const steady = before
      ? steadySubscriptions(before, after)
      : after?.filter(one => known === undefined || one.state === known);
    const reading = serviceReading(read, steady);
    if (reading) await this.record(reading);
    if (!after || steady?.some(one => isIn(one, id)) || !after.some(one => isIn(one, id))) return;
    this.listedBefore.set(armKey(id), after);
    await queries.fetchQuery({ ...serviceQuery(azure, id), staleTime: 0 }).catch(() => undefined);
  }

  private async subscriptions(staleTime: number): Promise<readonly Subscription[] | undefined> {
    const { azure, queries } = this.options;
    const list = await queries.fetchQuery({ ...subscriptionsQuery(azure), staleTime }).catch(() => undefined);
    return list?.subscriptions;
  }

  /** Azure's own record of the last days, for every service at once; where it is refused the history goes on without. */
  private async keepChanges(read: FleetRead, selection: SubscriptionSelection): Promise<void> {
    const { azure, queries, store, written } = this.options;
    const answer = await queries.fetchQuery(changesQuery(azure, selection)).catch(() => undefined);
    const rows = answer?.changes.filter(row => !this.keptRows.has(row.id)) ?? [];
    if (rows.length === 0) return;
    const services = new Map(read.services.map(service => [armKey(service.id), service]));
    let news = 0;
    for (const [key, own] of rowsByService(rows)) {
      const history = await store.historyOf(key);
      const changes = changesOfRows(own, { service: services.get(key), history });
      news += await store.recordChanges(changes, clock.now());
    }
    for (const row of rows) this.keptRows.add(row.id);
    if (news > 0) await written();
  }
}

function differs(
  { at, source, sightings: [sighting] }: Reading,
  observations: readonly Observation[],
): boolean {
  if (!sighting) return false;
  const { facts, settled } = sighting;
  const decision = decide(observations, { facts, hash: factsHash(facts), at, source, settled });
  return decision.kind === 'write' && decision.differs;
}

/** The state of its subscription that was recorded last; undefined where none was. */
function stateKnown(observations: readonly Observation[]): string | undefined {
  return observations.findLast(one => one.facts.subscriptionState)?.facts.subscriptionState ?? undefined;
}

function isIn({ id }: Subscription, service: string): boolean {
  return parseServiceId(service)?.subscriptionId.toLowerCase() === id.toLowerCase();
}

function begins(key: QueryKey, head: QueryKey): boolean {
  return head.every((part, index) => key[index] === part);
}

function selectionOf(what: unknown): SubscriptionSelection {
  return Array.isArray(what) ? what.filter((one): one is string => typeof one === 'string') : 'all';
}
