import { describe, expect, it } from 'vitest';
import { type FleetRead, readFleet } from './read-fleet.ts';
import { answerGraph } from './testing/fake-graph.ts';
import { FakeNetwork, json, refused, type Sent } from './testing/fake-network.ts';
import { armServiceJson, rowJson } from './testing/services.ts';

const asksSubscriptions = (sent: Sent) => String(Object(sent.body).query).startsWith('resourcecontainers');

/** The same answers, each a second after it was asked for and with a number of its own. */
function numbered(answer: (sent: Sent) => Response): FakeNetwork {
  const network: FakeNetwork = new FakeNetwork(async sent => {
    const number = network.sent.length;
    await network.clock.sleep(1_000);
    const response = answer(sent);
    response.headers.set('x-ms-correlation-request-id', `answer-${number}`);
    return response;
  });
  return network;
}

describe('what a fleet read says of itself', () => {
  it('from Resource Graph: services, subscriptions, what could not be read of both, and when', async () => {
    const network = numbered(
      sent =>
        answerGraph(sent, {
          services: [rowJson('s1', 'a'), { id: '/odd', name: 'odd' }, rowJson('s1', 'b')],
          subscriptions: [
            { subscriptionId: 'S1', name: 'One', state: 'Enabled', tenantId: 't' },
            { id: '/nameless' },
          ],
          pageSize: 2,
        }) ?? refused(404, 'NotFound'),
    );
    const began = network.clock.now();
    const pages: FleetRead[] = [];
    const fleet = await network.run(
      readFleet(network.azure, { subscriptionIds: ['S1', 'S2'], onPage: page => pages.push(page) }),
    );
    const { services, ...said } = fleet;
    expect(services.map(({ id }) => id.split('/').at(-1))).toEqual(['a', 'b']);
    expect(said).toEqual({
      unreadable: [
        expect.objectContaining({ id: '/odd', name: 'odd' }),
        expect.objectContaining({ id: '/nameless', problem: expect.stringContaining('subscriptionId') }),
      ],
      subscriptions: [{ id: 'S1', name: 'One', state: 'Enabled', tenantId: 't' }],
      missing: [{ subscriptionId: 's2', name: null, reason: 'not-listed' }],
      incomplete: null,
      source: 'resource-graph',
      receivedAt: began + 2_000,
      correlationIds: ['answer-1', 'answer-3'],
    });
    expect(
      pages.map(({ services: { length }, missing, underWay, receivedAt }) => [
        length,
        missing,
        underWay,
        receivedAt,
      ]),
    ).toEqual([
      [1, [], { total: 3 }, began + 1_000],
      [2, [], { total: 3 }, began + 2_000],
    ]);
  });

  it('from Resource Manager, where Resource Graph is refused', async () => {
    const network = numbered(sent => {
      if (sent.method === 'POST') return refused(403, 'AccessDenied');
      if (sent.subscriptionId === '')
        return json({
          value: [
            { subscriptionId: 'S1', displayName: 'One' },
            { subscriptionId: 'S2' },
            { displayName: 'odd' },
          ],
        });
      return sent.subscriptionId === 'S2'
        ? refused(403, 'AuthorizationFailed')
        : json({ value: [armServiceJson('S1', 'a')] });
    });
    const began = network.clock.now();
    const pages: FleetRead[] = [];
    const { services, ...said } = await network.run(
      readFleet(network.azure, { subscriptionIds: 'all', onPage: page => pages.push(page) }),
    );
    expect(services.map(({ name }) => name)).toEqual(['a']);
    expect(said).toEqual({
      unreadable: [expect.objectContaining({ problem: expect.stringContaining('subscriptionId') })],
      subscriptions: [
        { id: 'S1', name: 'One', state: null, tenantId: null },
        { id: 'S2', name: 'S2', state: null, tenantId: null },
      ],
      missing: [
        {
          subscriptionId: 's2',
          name: 'S2',
          reason: expect.objectContaining({
            kind: 'forbidden',
            scope: { operation: 'list services', subscriptionId: 'S2' },
          }),
        },
      ],
      incomplete: null,
      source: 'arm',
      receivedAt: began + 3_000,
      correlationIds: ['answer-3', 'answer-4'],
    });
    expect(pages.map(({ source, underWay }) => [source, underWay])).toEqual([['arm', { total: null }]]);
  });

  /** Resource Graph that refuses, and this answer to who asks for the list of subscriptions. */
  const listing = (list: () => Response) =>
    new FakeNetwork(sent => {
      if (sent.method === 'POST') return refused(403, 'AccessDenied');
      return sent.subscriptionId === ''
        ? list()
        : json({ value: [armServiceJson(sent.subscriptionId, 'a')] });
    });

  it('keeps what it has where the list of subscriptions to ask breaks off, and says why it is not whole', async () => {
    const network = listing(() => json({ value: [{ subscriptionId: 's1' }], nextLink: '...' }));
    await expect(network.run(readFleet(network.azure, { subscriptionIds: 'all' }))).resolves.toMatchObject({
      services: [{ name: 'a' }],
      incomplete: { code: 'PageRefused', scope: { operation: 'list subscriptions' } },
    });
  });

  it('is an error where the list of subscriptions to ask cannot be had', async () => {
    const network = listing(() => refused(403, 'AuthorizationFailed'));
    await expect(network.run(readFleet(network.azure, { subscriptionIds: 'all' }))).rejects.toMatchObject({
      kind: 'forbidden',
      scope: { operation: 'list subscriptions' },
    });
  });

  it('calls no subscription not listed where the list of them broke off', async () => {
    const network = new FakeNetwork(sent => {
      if (sent.method === 'GET') return json({ value: [{ subscriptionId: 's1' }], nextLink: '...' });
      return asksSubscriptions(sent)
        ? refused(400, 'BadRequest')
        : (answerGraph(sent, { services: [] }) ?? refused(404, 'NotFound'));
    });
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: ['s1', 's2'] }));
    expect(fleet).toMatchObject({ missing: [], subscriptions: [{ id: 's1' }], source: 'resource-graph' });
  });

  it('keeps every subscription of the list where all were asked for', async () => {
    const network = new FakeNetwork(sent => {
      if (sent.method === 'GET') return json({ value: ['S1', 's9'].map(id => ({ subscriptionId: id })) });
      return asksSubscriptions(sent)
        ? refused(400, 'BadRequest')
        : (answerGraph(sent, { services: [] }) ?? refused(404, 'NotFound'));
    });
    const all = await network.run(readFleet(network.azure, { subscriptionIds: 'all' }));
    expect(all.subscriptions.map(({ id }) => id)).toEqual(['S1', 's9']);
    const some = await network.run(readFleet(network.azure, { subscriptionIds: ['s1'] }));
    expect(some.subscriptions.map(({ id }) => id)).toEqual(['S1']);
  });

  it('is an answer where a group that was asked for by name is not found, and says why', async () => {
    const network = new FakeNetwork(sent =>
      sent.method === 'POST' ? refused(403, 'AccessDenied') : refused(404, 'SubscriptionNotFound'),
    );
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: ['s1', 's2'] }));
    expect(fleet.missing.map(({ subscriptionId, reason }) => [subscriptionId, Object(reason).kind])).toEqual([
      ['s1', 'not-found'],
      ['s2', 'not-found'],
    ]);
  });

  it('ends with the reader’s reason where the reader goes away while Resource Graph is refused', async () => {
    const gone = new Error('The reader went away.');
    const controller = new AbortController();
    const network: FakeNetwork = new FakeNetwork(async sent => {
      if (sent.method === 'POST') return refused(403, 'AccessDenied');
      if (sent.subscriptionId === '') return json({ value: [{ subscriptionId: 's1' }] });
      controller.abort(gone);
      await network.clock.sleep(1_000);
      return json({ value: [] });
    });
    await expect(
      network.run(readFleet(network.azure, { subscriptionIds: 'all', signal: controller.signal })),
    ).rejects.toBe(gone);
  });
});
