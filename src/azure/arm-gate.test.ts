import { describe, expect, it, vi } from 'vitest';
import { ArmGate } from './arm-gate.ts';
import type { ArmRequest } from './arm-request.ts';
import { FakeNetwork, json, refused } from './testing/fake-network.ts';

// Much work, not waiting: a busy machine needs longer than a test usually may.
vi.setConfig({ testTimeout: 120_000 });

function requestOf(subscriptionId: string, at = 0, signal?: AbortSignal): ArmRequest {
  const path = `/subscriptions/${subscriptionId}/${at}`;
  return {
    operation: 'read',
    subscriptionId,
    path,
    apiVersion: '1',
    ...(signal ? { signal } : {}),
  };
}

const graph: ArmRequest = {
  operation: 'query',
  path: '/providers/Microsoft.ResourceGraph/resources',
  apiVersion: '1',
  body: {},
};

/** A network that takes a second for every answer. */
function slow(): FakeNetwork {
  const network: FakeNetwork = new FakeNetwork(async sent => {
    await network.clock.sleep(1_000, sent.init.signal ?? undefined);
    return json({ path: sent.url.pathname });
  });
  return network;
}

describe('requests in flight', () => {
  it('are never more than six of one subscription, and every one is answered', async () => {
    const network = slow();
    const all = Array.from({ length: 50 }, (_, at) => network.arm.send(requestOf('s1', at)));
    const answers = await network.run(Promise.all(all));
    expect(Math.max(...network.sent.map(sent => sent.inFlight))).toBe(6);
    expect(new Set(answers.map(answer => JSON.stringify(answer.body))).size).toBe(50);
  });

  it('are counted for each subscription by itself, whatever the case of its id', async () => {
    const network = slow();
    const ids = ['aa', 'AA', 'bb'];
    const all = ids.flatMap(id => Array.from({ length: 6 }, (_, at) => network.arm.send(requestOf(id, at))));
    await network.clock.settle();
    expect(network.sent.map(sent => sent.subscriptionId)).toEqual([
      ...Array(6).fill('aa'),
      ...Array(6).fill('bb'),
    ]);
    await network.run(Promise.all(all));
  });
});

describe('a throttled scope', () => {
  it('is held back as a whole until the time that Azure named', async () => {
    let refusedOnce = false;
    const network: FakeNetwork = new FakeNetwork(async sent => {
      if (!refusedOnce) {
        refusedOnce = true;
        return refused(429, 'TooManyRequests', { 'Retry-After': '20' });
      }
      await network.clock.sleep(100, sent.init.signal ?? undefined);
      return json({});
    });
    const all = Array.from({ length: 30 }, (_, at) => network.arm.send(requestOf('s1', at)));
    await network.run(Promise.all(all));
    const start = network.sent[0]?.at ?? 0;
    const between = network.sent.filter(sent => sent.at > start && sent.at < start + 20_000);
    expect(between).toEqual([]);
    expect(network.sent).toHaveLength(31);
  });

  it('is held back for a request whose token came only after the refusal', async () => {
    const tokens = [1, 500];
    const network: FakeNetwork = new FakeNetwork(
      sent =>
        sent.url.pathname.endsWith('/0') && network.sent.length === 1
          ? refused(429, 'TooManyRequests', { 'Retry-After': '20' })
          : json({}),
      {
        getToken: async () => {
          await network.clock.sleep(tokens.shift() ?? 1);
          return 'token';
        },
      },
    );
    await network.run(Promise.all([0, 1].map(at => network.arm.send(requestOf('s1', at)))));
    const [first, ...later] = network.sent.map(sent => sent.at);
    expect(Math.min(...later) - (first ?? 0)).toBeGreaterThanOrEqual(20_000);
  });

  it('holds back no other subscription', async () => {
    const network = new FakeNetwork(sent =>
      sent.subscriptionId === 's1' && network.sent.length === 1
        ? refused(429, 'TooManyRequests', { 'Retry-After': '20' })
        : json({}),
    );
    const throttled = network.arm.send(requestOf('s1'));
    await network.clock.settle();
    await network.arm.send(requestOf('s2'));
    expect(network.clock.sleeping).toBe(1);
    await network.run(throttled);
  });

  it('waits before the next query once Resource Graph’s quota is used up', async () => {
    const network = new FakeNetwork(() =>
      json({}, { headers: { 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:00:04' } }),
    );
    await network.run(network.arm.send(graph));
    await network.run(network.arm.send(graph));
    expect((network.sent[1]?.at ?? 0) - (network.sent[0]?.at ?? 0)).toBe(4_000);
  });

  it.each([
    ['quota is left', '3', '00:00:04'],
    ['the browser hides the headers', '', ''],
    ['the time is no time', '0', 'later'],
  ])('goes on at once where %s', async (_, remaining, resets) => {
    const network = new FakeNetwork(() =>
      json(
        {},
        {
          headers: { 'x-ms-user-quota-remaining': remaining, 'x-ms-user-quota-resets-after': resets },
        },
      ),
    );
    await network.run(network.arm.send(graph));
    await network.run(network.arm.send(graph));
    expect(network.sent[1]?.at).toBe(network.sent[0]?.at);
  });
});

describe('a request that is aborted', () => {
  const gone = new Error('The reader went away.');

  it('leaves the queue and takes no place in it', async () => {
    const network = slow();
    const running = Array.from({ length: 6 }, (_, at) => network.arm.send(requestOf('s1', at)));
    const controller = new AbortController();
    const queued = Array.from({ length: 6 }, () => network.arm.send(requestOf('s1', 7, controller.signal)));
    const behind = network.arm.send(requestOf('s1', 8));
    await network.clock.settle();
    controller.abort(gone);
    for (const one of queued) await expect(one).rejects.toBe(gone);
    await network.run(Promise.all([...running, behind]));
    expect(network.sent.map(sent => sent.url.pathname.at(-1))).toEqual(['0', '1', '2', '3', '4', '5', '8']);
  });

  it('stops sleeping before its next attempt, and frees its place', async () => {
    const network = new FakeNetwork(() => refused(503, 'Unavailable'));
    const controller = new AbortController();
    const work = network.arm.send(requestOf('s1', 0, controller.signal));
    await network.clock.settle();
    controller.abort(gone);
    await expect(work).rejects.toBe(gone);
    expect(network.sent).toHaveLength(1);
    expect(network.arm.activity.waits()).toEqual([]);
  });

  it('stops while it is fetched', async () => {
    const network = slow();
    const controller = new AbortController();
    const work = network.arm.send(requestOf('s1', 0, controller.signal));
    await network.clock.settle();
    controller.abort(gone);
    await expect(work).rejects.toBe(gone);
    expect(network.sent).toHaveLength(1);
  });

  it('is not sent when it was aborted before or while its token was asked for', async () => {
    const controller = new AbortController();
    const network: FakeNetwork = new FakeNetwork(() => json({}), {
      getToken: async () => {
        controller.abort(gone);
        return 'token';
      },
    });
    await expect(network.arm.send(requestOf('s1', 0, controller.signal))).rejects.toBe(gone);
    await expect(network.arm.send(requestOf('s1', 0, controller.signal))).rejects.toBe(gone);
    expect(network.sent).toHaveLength(0);
  });

  it('gives its place to the next one only once', async () => {
    const gate = new ArmGate(1);
    const leave = await gate.enter('s1', undefined);
    const order: string[] = [];
    const second = gate.enter('s1', undefined).then(free => {
      order.push('second');
      return free;
    });
    const third = gate.enter('s1', undefined).then(() => order.push('third'));
    leave();
    leave();
    const free = await second;
    expect(order).toEqual(['second']);
    free();
    await third;
    expect(order).toEqual(['second', 'third']);
  });
});
