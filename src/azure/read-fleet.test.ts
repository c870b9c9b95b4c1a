import { describe, expect, it, vi } from 'vitest';
import { type FleetRead, readFleet } from './read-fleet.ts';
import { answerGraph } from './testing/fake-graph.ts';
import { FakeNetwork, json, refused, type Sent } from './testing/fake-network.ts';
import { armServiceJson, rowJson } from './testing/services.ts';

// Much work, not waiting: a busy machine needs longer than a test usually may.
vi.setConfig({ testTimeout: 120_000 });

type Graph = Parameters<typeof answerGraph>[1];

const subscription = (id: string) => ({
  subscriptionId: id,
  name: `Name of ${id}`,
  state: 'Enabled',
  tenantId: 't',
});

/** Resource Graph with these rows, and nothing else of Azure. */
function graphOnly(graph: Graph): FakeNetwork {
  return new FakeNetwork(sent => answerGraph(sent, graph) ?? refused(404, 'NotFound'));
}

/** Resource Graph that refuses, and ARM that answers for each subscription. */
function withoutGraph(
  refusal: (sent: Sent) => Response,
  ids: readonly string[],
  list: (subscriptionId: string, sent: Sent) => Response | Promise<Response>,
): FakeNetwork {
  return new FakeNetwork(sent => {
    if (sent.method === 'POST') return refusal(sent);
    if (sent.url.pathname !== '/subscriptions') return list(sent.subscriptionId, sent);
    return json({
      value: ids.map(id => ({ subscriptionId: id, displayName: `Name of ${id}`, state: 'Warned' })),
    });
  });
}

const names = (fleet: FleetRead) => fleet.services.map(one => one.name);

describe('a fleet from Resource Graph', () => {
  it('holds every service of every page once, with the subscriptions’ names and states', async () => {
    const rows = Array.from({ length: 2_500 }, (_, at) => rowJson('s1', `apim-${at}`));
    const network = graphOnly({ services: rows, subscriptions: [subscription('s1')] });
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: 'all' }));
    expect(names(fleet)).toEqual(rows.map(row => row.name));
    expect(fleet).toMatchObject({
      source: 'resource-graph',
      missing: [],
      incomplete: null,
      unreadable: [],
      receivedAt: network.clock.now(),
      subscriptions: [{ id: 's1', name: 'Name of s1', state: 'Enabled', tenantId: 't' }],
    });
    expect(fleet).not.toHaveProperty('underWay');
  });

  it('takes a service that two pages hold once, whatever its spelling', async () => {
    const again = rowJson('s1', 'apim');
    const network = graphOnly({
      services: [rowJson('s1', 'apim'), { ...again, id: again.id.toUpperCase() }],
      pageSize: 1,
    });
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: 'all' }));
    expect(names(fleet)).toEqual(['apim']);
  });

  it('asks services and subscriptions at the same time', async () => {
    const network: FakeNetwork = new FakeNetwork(async sent => {
      await network.clock.sleep(1_000);
      return answerGraph(sent, {}) ?? refused(404, 'NotFound');
    });
    await network.run(readFleet(network.azure, { subscriptionIds: 'all' }));
    expect(new Set(network.sent.map(sent => sent.at)).size).toBe(1);
    expect(network.sent).toHaveLength(2);
  });

  it('asks in groups of 300 and joins them', async () => {
    const ids = Array.from({ length: 650 }, (_, at) => `s${at}`);
    const network = new FakeNetwork(sent => {
      const asked: string[] = Object(sent.body).subscriptions;
      const services = asked.map(id => rowJson(id, `of-${id}`));
      return answerGraph(sent, { services, subscriptions: asked.map(subscription) }) ?? refused(404, 'x');
    });
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: ids }));
    expect(network.sent).toHaveLength(6);
    expect(new Set(names(fleet))).toEqual(new Set(ids.map(id => `of-${id}`)));
    expect(fleet.missing).toEqual([]);
  });

  it('names the selected subscriptions that it leaves out without a word', async () => {
    const network = graphOnly({ services: [rowJson('s2', 'lagging')], subscriptions: [subscription('s1')] });
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: ['S1', 's2', 's3'] }));
    expect(fleet.missing).toEqual([{ subscriptionId: 's3', name: null, reason: 'not-listed' }]);
  });

  it('keeps a row that cannot be read beside the others', async () => {
    const network = graphOnly({
      services: [rowJson('s1', 'a'), { id: '/x', name: 'odd' }, rowJson('s1', 'b')],
    });
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: 'all' }));
    expect(names(fleet)).toEqual(['a', 'b']);
    expect(fleet.unreadable).toMatchObject([{ id: '/x', name: 'odd' }]);
  });

  it('is shown without names where no list of subscriptions can be had', async () => {
    const network = new FakeNetwork(sent =>
      String(Object(sent.body).query).startsWith('resourcecontainers') || sent.method === 'GET'
        ? refused(403, 'AuthorizationFailed')
        : (answerGraph(sent, { services: [rowJson('s1', 'a')] }) ?? refused(404, 'x')),
    );
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: ['s1', 's2'] }));
    expect(fleet).toMatchObject({ subscriptions: [], missing: [], source: 'resource-graph' });
    expect(names(fleet)).toEqual(['a']);
  });

  it('takes names from ARM where only that list is refused', async () => {
    const network = new FakeNetwork(sent => {
      if (sent.method === 'GET')
        return json({ value: ['s1', 's9'].map(id => ({ subscriptionId: id, displayName: id })) });
      return String(Object(sent.body).query).startsWith('resourcecontainers')
        ? refused(400, 'BadRequest')
        : (answerGraph(sent, { services: [rowJson('s1', 'a')] }) ?? refused(404, 'x'));
    });
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: ['s1', 's2'] }));
    expect(fleet.subscriptions.map(one => one.id)).toEqual(['s1']);
    expect(fleet.missing).toEqual([{ subscriptionId: 's2', name: null, reason: 'not-listed' }]);
  });

  it('tells what it has after each page', async () => {
    const network = graphOnly({
      services: Array.from({ length: 5 }, (_, at) => rowJson('s1', `a${at}`)),
      subscriptions: [subscription('s1')],
      pageSize: 2,
    });
    const seen: FleetRead[] = [];
    await network.run(readFleet(network.azure, { subscriptionIds: 'all', onPage: read => seen.push(read) }));
    expect(seen.map(read => [read.services.length, read.underWay])).toEqual([
      [2, { total: 5 }],
      [4, { total: 5 }],
      [5, { total: 5 }],
    ]);
  });
});

describe('where Resource Graph is refused', () => {
  const refusals: [string, () => Response][] = [
    ['without a right', () => refused(403, 'AuthorizationFailed')],
    ['for a query it does not understand', () => refused(400, 'BadRequest')],
    ['in a cloud that has none', () => refused(404, 'InvalidResourceType')],
    ['because it stays broken', () => refused(500, 'InternalServerError')],
    ['by something in between', () => new Response('<html>', { status: 200 })],
    ['because its pages go in a circle', () => json({ data: [], $skipToken: 'x' })],
    ['because its answer has another shape', () => json({ data: {} })],
  ];

  it.each(refusals)('%s, ARM is asked for each subscription', async (_, refusal) => {
    const network = withoutGraph(refusal, ['s1', 's2'], id =>
      json({ value: [armServiceJson(id, `of-${id}`)] }),
    );
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: 'all' }));
    expect(fleet).toMatchObject({ source: 'arm', missing: [], incomplete: null });
    expect(names(fleet)).toEqual(['of-s1', 'of-s2']);
    expect(fleet.subscriptions.map(one => one.state)).toEqual(['Warned', 'Warned']);
  });

  it.each([
    ['throttled', () => refused(429, 'RateLimiting', { 'Retry-After': '600' })],
    ['wrong-tenant', () => refused(401, 'InvalidAuthenticationTokenTenant')],
    ['sign-in', () => refused(401, 'ExpiredAuthenticationToken')],
    ['offline', () => Response.error()],
  ] as const)('%s is no refusal: it is told, and no list is asked for', async (kind, answer) => {
    const network = withoutGraph(
      () => {
        const response = answer();
        if (response.type === 'error') throw new TypeError('Failed to fetch');
        return response;
      },
      ['s1'],
      () => json({ value: [] }),
    );
    await expect(network.run(readFleet(network.azure, { subscriptionIds: ['s1'] }))).rejects.toMatchObject({
      kind,
    });
    expect(network.sent.filter(sent => sent.subscriptionId !== '')).toEqual([]);
  });

  it('asks for the list of subscriptions once, for names and for what to ask', async () => {
    const network = withoutGraph(
      () => refused(403, 'x'),
      ['s1'],
      () => json({ value: [] }),
    );
    await network.run(readFleet(network.azure, { subscriptionIds: 'all' }));
    expect(network.sent.filter(sent => sent.url.pathname === '/subscriptions')).toHaveLength(1);
  });

  it('asks only the selected subscriptions', async () => {
    const network = withoutGraph(
      () => refused(403, 'x'),
      ['s1', 's2'],
      id => json({ value: [armServiceJson(id, id)] }),
    );
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: ['s2'] }));
    expect(
      network.sent
        .filter(sent => sent.method === 'GET')
        .map(sent => sent.url.pathname)
        .sort(),
    ).toEqual(['/subscriptions', '/subscriptions/s2/providers/Microsoft.ApiManagement/service']);
    expect(fleet.subscriptions.map(one => one.id)).toEqual(['s2']);
  });

  it('lists at most eight subscriptions at a time', async () => {
    const ids = Array.from({ length: 40 }, (_, at) => `s${at}`);
    let running = 0;
    let most = 0;
    const network: FakeNetwork = withoutGraph(
      () => refused(403, 'x'),
      ids,
      async id => {
        most = Math.max(most, ++running);
        await network.clock.sleep(100);
        running--;
        return json({ value: [armServiceJson(id, id)] });
      },
    );
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: 'all' }));
    expect(most).toBe(8);
    expect(new Set(names(fleet))).toEqual(new Set(ids));
  });

  it('names each subscription that fails, with its reason, and keeps the rest (12 of 100)', async () => {
    const ids = Array.from({ length: 100 }, (_, at) => `s${at}`);
    const network = withoutGraph(
      () => refused(403, 'AccessDenied'),
      ids,
      id => {
        const number = Number(id.slice(1));
        if (number < 7) return refused(403, 'AuthorizationFailed');
        if (number < 10) return refused(500, 'InternalServerError');
        if (number < 12) throw new TypeError('Failed to fetch');
        return json({ value: [armServiceJson(id, `of-${id}`)] });
      },
    );
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: 'all' }));
    expect(fleet.services).toHaveLength(88);
    const failed = fleet.missing.map(({ subscriptionId, name, reason }) => [
      subscriptionId,
      name,
      reason === 'not-listed'
        ? reason
        : `${reason.kind} ${reason.scope.operation} ${reason.scope.subscriptionId}`,
    ]);
    expect(failed.sort()).toEqual(
      Array.from({ length: 12 }, (_, at) => [
        `s${at}`,
        `Name of s${at}`,
        `${at < 7 ? 'forbidden' : at < 10 ? 'server' : 'offline'} list services s${at}`,
      ]).sort(),
    );
  });

  it('keeps what was read of a list that breaks off, and names its subscription', async () => {
    const network = withoutGraph(
      () => refused(403, 'x'),
      ['s1'],
      id => json({ value: [armServiceJson(id, 'a')], nextLink: '...' }),
    );
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: 'all' }));
    expect(names(fleet)).toEqual(['a']);
    expect(fleet.missing).toMatchObject([{ subscriptionId: 's1', reason: { code: 'PageRefused' } }]);
  });

  it('is an answer where every subscription is forbidden', async () => {
    const network = withoutGraph(
      () => refused(403, 'x'),
      ['s1'],
      () => refused(403, 'AuthorizationFailed'),
    );
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: ['s1'] }));
    expect(fleet).toMatchObject({
      services: [],
      missing: [{ name: 'Name of s1', reason: { kind: 'forbidden' } }],
    });
  });

  it('is an error where nothing was read and nothing is known', async () => {
    const network = withoutGraph(
      () => refused(403, 'x'),
      ['s1', 's2'],
      id => (id === 's1' ? refused(403, 'AuthorizationFailed') : refused(503, 'Unavailable')),
    );
    await expect(network.run(readFleet(network.azure, { subscriptionIds: 'all' }))).rejects.toMatchObject({
      kind: 'server',
      scope: { subscriptionId: 's2' },
    });
  });

  it('for one group alone, the others stay with it', async () => {
    const ids = Array.from({ length: 301 }, (_, at) => `s${String(at).padStart(3, '0')}`);
    const network = new FakeNetwork(sent => {
      if (sent.method === 'GET')
        return sent.subscriptionId === '' ? refused(403, 'x') : refused(403, 'AuthorizationFailed');
      const asked: string[] = Object(sent.body).subscriptions;
      if (asked.length === 1) return refused(403, 'AccessDenied');
      return answerGraph(sent, { services: asked.map(id => rowJson(id, id)) }) ?? refused(404, 'x');
    });
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: ids }));
    expect(fleet.services).toHaveLength(300);
    expect(fleet.missing).toMatchObject([{ subscriptionId: 's300', reason: { kind: 'forbidden' } }]);
    expect(fleet.source).toBe('arm');
  });
});

describe('a fleet that breaks off', () => {
  it('is kept as far as it came, and says why it is not whole', async () => {
    const network = new FakeNetwork(sent =>
      Object(Object(sent.body).options).$skipToken
        ? refused(429, 'RateLimiting', { 'Retry-After': '600' })
        : (answerGraph(sent, { services: [rowJson('s1', 'a'), rowJson('s1', 'b')], pageSize: 1 }) ??
          refused(404, 'x')),
    );
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: 'all' }));
    expect(names(fleet)).toEqual(['a']);
    expect(fleet.incomplete).toMatchObject({ kind: 'throttled' });
  });

  it('ends with the reader’s reason when it is aborted, and asks nothing more', async () => {
    const controller = new AbortController();
    const gone = new Error('The reader went away.');
    const network = graphOnly({
      services: Array.from({ length: 9 }, (_, at) => rowJson('s1', `a${at}`)),
      pageSize: 1,
    });
    const work = readFleet(network.azure, {
      subscriptionIds: 'all',
      signal: controller.signal,
      onPage: read => read.services.length === 3 && controller.abort(gone),
    });
    await expect(network.run(work)).rejects.toBe(gone);
    expect(network.sent).toHaveLength(4);
  });
});
