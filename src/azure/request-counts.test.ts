import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { fleetQuery } from './fleet-read-query.ts';
import { changesQuery } from './query-changes.ts';
import { readFleet } from './read-fleet.ts';
import { answerGraph } from './testing/fake-graph.ts';
import { FakeNetwork, json, origin, refused, type Sent } from './testing/fake-network.ts';
import { armServiceJson, rowJson } from './testing/services.ts';

// Much work, not waiting: a busy machine needs longer than a test usually may.
vi.setConfig({ testTimeout: 120_000 });

const subscriptions = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ subscriptionId: `s${at}`, name: `s${at}` }));
const services = (count: number) => Array.from({ length: count }, (_, at) => rowJson('s1', `apim-${at}`));
const changes = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `change-${at}`,
    targetResourceId: services(1)[0]?.id,
    changeType: 'Update',
    timestamp: '2026-11-20T10:00:00Z',
  }));

type World = { readonly services: number; readonly subscriptions: number; readonly changes: number };

/** Resource Graph with so much in it. A query that names subscriptions gets an even share of it for each of them. */
function graph(world: World): FakeNetwork {
  const all = {
    services: services(world.services),
    subscriptions: subscriptions(world.subscriptions),
    changes: changes(world.changes),
  };
  return new FakeNetwork(sent => {
    const { query, subscriptions: asked } = Object(sent.body);
    const share = Array.isArray(asked) ? asked.length / world.subscriptions : 1;
    const part = (rows: readonly unknown[]) => rows.slice(0, Math.ceil(rows.length * share));
    const rows = String(query).startsWith('resourcechanges') ? all.changes : all.services;
    return (
      answerGraph(sent, { services: part(rows), subscriptions: part(all.subscriptions) }) ??
      refused(404, 'NotFound')
    );
  });
}

const pages = (rows: number) => Math.max(1, Math.ceil(rows / 1_000));
const tables = (network: FakeNetwork) =>
  network.sent.map(({ method, body }) => `${method} ${/^\w+/.exec(String(Object(body).query))?.[0]}`);
const countOf = (network: FakeNetwork, table: string) =>
  tables(network).filter(one => one === `POST ${table}`).length;

describe('a fleet and its change history ask for', () => {
  it.each([
    { services: 0, subscriptions: 1, changes: 0 },
    { services: 1_000, subscriptions: 40, changes: 1_000 },
    { services: 1_001, subscriptions: 400, changes: 2_500 },
    { services: 10_000, subscriptions: 1_000, changes: 3_000 },
  ])('no page more than they need: $services services, $changes changes', async world => {
    const network = graph(world);
    const client = new QueryClient();
    await network.run(client.fetchQuery(fleetQuery(network.azure, 'all')));
    await network.run(client.fetchQuery(changesQuery(network.azure, 'all')));
    expect(countOf(network, 'resources')).toBe(pages(world.services));
    expect(countOf(network, 'resourcecontainers')).toBe(pages(world.subscriptions));
    expect(countOf(network, 'resourcechanges')).toBe(pages(world.changes));
    expect(network.sent).toHaveLength(
      pages(world.services) + pages(world.subscriptions) + pages(world.changes),
    );
  });

  it('a group of 300 chosen subscriptions at a time, and no service by itself', async () => {
    const world = { services: 900, subscriptions: 900, changes: 300 };
    const network = graph(world);
    const client = new QueryClient();
    const ids = subscriptions(900).map(one => one.subscriptionId);
    await network.run(client.fetchQuery(fleetQuery(network.azure, ids)));
    await network.run(client.fetchQuery(changesQuery(network.azure, ids)));
    for (const table of ['resources', 'resourcecontainers', 'resourcechanges'])
      expect(countOf(network, table)).toBe(3);
    expect(network.sent).toHaveLength(9);
  });

  it('the same again at a refresh, and nothing besides', async () => {
    const network = graph({ services: 2_001, subscriptions: 3, changes: 1 });
    const client = new QueryClient();
    const query = { ...fleetQuery(network.azure, 'all'), staleTime: 0 };
    await network.run(client.fetchQuery(query));
    const first = tables(network);
    await network.run(client.fetchQuery(query));
    expect(tables(network).slice(first.length).sort()).toEqual(first.sort());
  });

  it('each page of each subscription once where Resource Graph refuses, eight subscriptions at a time', async () => {
    const pagesEach = 3;
    let running = 0;
    let most = 0;
    const page = ({ url, subscriptionId }: Sent) => {
      const at = Number(url.searchParams.get('page') ?? 0);
      const nextLink = at + 1 < pagesEach ? `${origin}${url.pathname}?page=${at + 1}` : null;
      return json({ value: [armServiceJson(subscriptionId, `apim-${at}`)], nextLink });
    };
    const network: FakeNetwork = new FakeNetwork(async sent => {
      if (sent.method === 'POST') return refused(403, 'AccessDenied');
      if (sent.url.pathname === '/subscriptions')
        return json({ value: subscriptions(100).map(({ subscriptionId }) => ({ subscriptionId })) });
      running++;
      most = Math.max(most, running);
      await network.clock.sleep(100, sent.init.signal ?? undefined);
      running--;
      return page(sent);
    });
    await network.run(readFleet(network.azure, { subscriptionIds: 'all' }));
    const lists = network.sent.filter(one => one.subscriptionId !== '');
    expect(lists).toHaveLength(100 * pagesEach);
    expect(network.sent).toHaveLength(100 * pagesEach + 3);
    expect(most).toBe(8);
    // ARM lets 250 reads of a subscription through at once and 25 more each second: these never come near.
    expect(Math.max(...lists.map(one => one.inFlight))).toBe(1);
  });
});
