import type { SandboxSubscription } from '../../world/model.ts';
import { changeRow } from '../../world/wire/change-row.ts';
import {
  type GraphRow,
  groupRow,
  resourceRow,
  serviceRow,
  subscriptionRow,
} from '../../world/wire/graph-rows.ts';
import type { World } from '../../world/world.ts';

/** What one query may read. */
export type GraphScope = {
  readonly world: World;
  readonly subscriptions: readonly SandboxSubscription[];
  /** Whether the caller may read resources of a type in a subscription. */
  readonly mayRead: (subscriptionId: string, type: string) => boolean;
  /** The moment whose state is shown, epoch ms; undefined is now. */
  readonly asOf: number | undefined;
};

const day = 86_400_000;
const changesKeptMs = 14 * day;

const tables = { resources, resourcecontainers: containers, resourcechanges: changes };

/** The tables that a query's text names; the others are not drawn, as a fleet of thousands takes its time. */
export function graphTables(scope: GraphScope, query: string): Readonly<Record<string, readonly GraphRow[]>> {
  const text = query.toLowerCase();
  const named = Object.entries(tables).filter(([name]) => text.includes(name));
  return Object.fromEntries(named.map(([name, draw]) => [name, draw(scope)]));
}

function resources({ world, subscriptions, mayRead, asOf }: GraphScope): GraphRow[] {
  const tenants = new Map(subscriptions.map(({ id, tenantId }) => [id, tenantId]));
  const services = subscriptions
    .filter(({ id }) => mayRead(id, 'Microsoft.ApiManagement/service'))
    .flatMap(({ id, tenantId }) =>
      world.servicesOf(id, asOf).map(service => drawnOnce(service, () => serviceRow(service, tenantId))),
    );
  const network = [...world.network.values()].flatMap(resource => {
    const subscriptionId = resource.id.split('/')[2]?.toLowerCase() ?? '';
    const tenantId = tenants.get(subscriptionId);
    return tenantId && mayRead(subscriptionId, resource.type)
      ? [drawnOnce(resource, () => resourceRow(resource, tenantId))]
      : [];
  });
  return [...services, ...network];
}

function containers({ world, subscriptions, asOf }: GraphScope): GraphRow[] {
  return subscriptions.flatMap(({ id }) => {
    const then = world.subscriptions.get(id, asOf);
    if (!then) return [];
    return [subscriptionRow(then), ...world.groupsOf(id).map(name => groupRow(then, name))];
  });
}

/** Kept for 14 days (azure-facts 5.3). */
function changes({ world, subscriptions, mayRead, asOf }: GraphScope): GraphRow[] {
  const tenants = new Map(subscriptions.map(({ id, tenantId }) => [id, tenantId]));
  const now = world.clock.now();
  return world.feed.changes.flatMap(change => {
    const subscriptionId = change.resourceId.split('/')[2]?.toLowerCase() ?? '';
    const tenantId = tenants.get(subscriptionId);
    const kept = change.at > now - changesKeptMs && change.at <= (asOf ?? now);
    return kept && tenantId && mayRead(subscriptionId, change.resourceType)
      ? [changeRow(change, tenantId)]
      : [];
  });
}

/** Services and resources are never changed in place, so a row is drawn once: a fleet is asked for page by page. */
const drawn = new WeakMap<object, GraphRow>();

function drawnOnce(source: object, draw: () => GraphRow): GraphRow {
  const known = drawn.get(source);
  if (known) return known;
  const made = draw();
  drawn.set(source, made);
  return made;
}
