import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { fleetQuery } from './fleet-read-query.ts';
import { lastFleetKey } from './last-fleet.ts';
import type { FleetRead } from './read-fleet.ts';
import { answerGraph } from './testing/fake-graph.ts';
import { FakeNetwork, refused, type Sent } from './testing/fake-network.ts';
import { rowJson } from './testing/services.ts';

const rows = Array.from({ length: 4 }, (_, at) => rowJson('s1', `apim-${at}`));
const isLater = (sent: Sent) => Object(Object(sent.body).options).$skipToken !== undefined;
const answer = (sent: Sent) => answerGraph(sent, { services: rows, pageSize: 2 }) ?? refused(404, 'x');

describe('the fleet’s query', () => {
  it('has one key for a selection, whatever its order and case, and no token in it', () => {
    const network = new FakeNetwork(answer);
    const [one, other] = [
      ['B', 'a'],
      ['A', 'b', 'b'],
    ].map(ids => fleetQuery(network.azure, ids).queryKey);
    expect(one).toEqual(['azure', 'AzureCloud', 'tenant', 'account', 'fleet', ['a', 'b']]);
    expect(other).toEqual(one);
    expect(fleetQuery(network.azure, 'all').queryKey.at(-1)).toBe('all');
    expect(network.tokens).toEqual([]);
  });

  it('shows the rows of a first read as they come, and the whole in the end', async () => {
    const client = new QueryClient();
    const network: FakeNetwork = new FakeNetwork(answer);
    const query = fleetQuery(network.azure, 'all');
    const seen: (number | undefined)[] = [];
    client.getQueryCache().subscribe(() => {
      const read = client.getQueryData(query.queryKey);
      if (read) seen.push(read.underWay ? read.services.length : undefined);
    });
    const fleet = await network.run(client.fetchQuery(query));
    expect(fleet.services).toHaveLength(4);
    expect(seen[0]).toBe(2);
    expect(seen.at(-1)).toBeUndefined();
  });

  it('lets a whole read stand until the next one is whole', async () => {
    const client = new QueryClient();
    let broken = false;
    const network = new FakeNetwork(sent =>
      broken && isLater(sent) ? refused(429, 'RateLimiting', { 'Retry-After': '600' }) : answer(sent),
    );
    const query = { ...fleetQuery(network.azure, 'all'), staleTime: 0 };
    const first = await network.run(client.fetchQuery(query));
    const seen: (FleetRead | undefined)[] = [];
    client.getQueryCache().subscribe(() => seen.push(client.getQueryData(query.queryKey)));
    broken = true;
    await expect(network.run(client.fetchQuery(query))).rejects.toMatchObject({ kind: 'throttled' });
    expect(new Set(seen)).toEqual(new Set([first]));
  });

  it('shows rows at most four times a second', async () => {
    const client = new QueryClient();
    const now = vi.spyOn(performance, 'now');
    let time = 0;
    now.mockImplementation(() => time);
    const many = Array.from({ length: 6 }, (_, at) => rowJson('s1', `apim-${at}`));
    const network = new FakeNetwork(sent => {
      if (isLater(sent)) time += 125;
      return answerGraph(sent, { services: many, pageSize: 1 }) ?? refused(404, 'x');
    });
    const query = fleetQuery(network.azure, 'all');
    const seen = new Set<FleetRead | undefined>();
    client.getQueryCache().subscribe(() => seen.add(client.getQueryData(query.queryKey)));
    await network.run(client.fetchQuery(query));
    now.mockRestore();
    const shown = [...seen].flatMap(read => (read?.underWay ? [read.services.length] : []));
    expect(shown).toEqual([1, 3, 5]);
  });

  it.each([
    ['was read whole, shows no rows of the next before it is whole too', false, [4, 4]],
    ['broke off, shows the rows of the next as they come', true, [2, 2, 4]],
  ])('of one that %s', async (_, broke, expected) => {
    const client = new QueryClient();
    let broken = broke;
    const network = new FakeNetwork(sent =>
      broken && isLater(sent) ? refused(429, 'RateLimiting', { 'Retry-After': '600' }) : answer(sent),
    );
    const query = { ...fleetQuery(network.azure, 'all'), staleTime: 0 };
    const first = await network.run(client.fetchQuery(query));
    const seen = new Set([first]);
    client.getQueryCache().subscribe(() => {
      const read = client.getQueryData(query.queryKey);
      if (read) seen.add(read);
    });
    broken = false;
    await network.run(network.clock.sleep(600_000));
    await network.run(client.fetchQuery(query));
    expect([...seen].map(({ services }) => services.length)).toEqual(expected);
  });

  it('keeps a service that did not change the same object, whoever had read it last', async () => {
    const client = new QueryClient();
    let changed = false;
    const network = new FakeNetwork(sent => {
      const now = rows.map((row, at) => (changed && at === 1 ? { ...row, tags: { env: 'prod' } } : row));
      return answerGraph(sent, { services: now, pageSize: 2 }) ?? refused(404, 'x');
    });
    const query = { ...fleetQuery(network.azure, 'all'), staleTime: 0 };
    const first = await network.run(client.fetchQuery(query));
    changed = true;
    const second = await network.run(client.fetchQuery(query));
    const same = (a: FleetRead, b: FleetRead) => a.services.map((one, at) => one === b.services[at]);
    expect(same(first, second)).toEqual([true, false, true, true]);
    expect(second.services[1]?.tags).toEqual({ env: 'prod' });

    const visit = new QueryClient();
    visit.setQueryData(lastFleetKey(network.azure, 'all'), second);
    const third = await network.run(visit.fetchQuery(query));
    expect(same(second, third)).toEqual([true, true, true, true]);
  });
});
