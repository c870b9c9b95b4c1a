import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ArmRequest } from './arm-request.ts';
import { FakeNetwork, json, refused, type Sent } from './testing/fake-network.ts';

// Much work, not waiting: a busy machine needs longer than a test usually may.
vi.setConfig({ testTimeout: 120_000 });

const request: ArmRequest = {
  operation: 'list services',
  subscriptionId: 's1',
  path: '/subscriptions/s1/x',
  apiVersion: '1',
};

/** Answers the n-th request by the n-th answer, and every later one by `json({})`. */
function inTurn(...answers: (() => Response)[]): (sent: Sent) => Response {
  let at = 0;
  return () => answers[at++]?.() ?? json({});
}

function waits(network: FakeNetwork): number[] {
  return network.sent.slice(1).map(({ at }, index) => at - (network.sent[index]?.at ?? 0));
}

const networkError = (): Response => {
  throw new TypeError('Failed to fetch');
};

describe('what is asked again', () => {
  it.each([408, 429, 500, 502, 503, 504])('a %i', async status => {
    const network = new FakeNetwork(inTurn(() => refused(status, 'Busy')));
    await expect(network.run(network.arm.send(request))).resolves.toMatchObject({ body: {} });
    expect(network.sent).toHaveLength(2);
  });

  it('a network error', async () => {
    const network = new FakeNetwork(inTurn(networkError));
    await expect(network.run(network.arm.send(request))).resolves.toMatchObject({ body: {} });
  });

  it('an answer that was cut off', async () => {
    const network = new FakeNetwork(inTurn(() => new Response('{"value":[{"id":')));
    await expect(network.run(network.arm.send(request))).resolves.toMatchObject({ body: {} });
  });
});

describe('what is an answer at once', () => {
  it.each([
    [400, 'BadRequest', 'unexpected'],
    [403, 'AuthorizationFailed', 'forbidden'],
    [404, 'ResourceNotFound', 'not-found'],
    [409, 'Conflict', 'unexpected'],
  ])('a %i is not asked again', async (status, code, kind) => {
    const network = new FakeNetwork(() => refused(status, code));
    await expect(network.run(network.arm.send(request))).rejects.toMatchObject({ kind, status, code });
    expect(network.sent).toHaveLength(1);
  });

  it('an answer that is too large is not asked for again as it is', async () => {
    const network = new FakeNetwork(() => refused(500, 'ResponsePayloadTooLarge'));
    await expect(network.run(network.arm.send(request))).rejects.toMatchObject({ kind: 'unexpected' });
    expect(network.sent).toHaveLength(1);
  });
});

describe('how often', () => {
  it.each([
    ['throttled', () => refused(429, 'TooManyRequests'), 6],
    ['server', () => refused(503, 'Unavailable'), 6],
    ['offline', networkError, 4],
    ['malformed', () => new Response('<html>proxy</html>'), 4],
  ] as const)('%s gives up in the end', async (kind, answer, times) => {
    const network = new FakeNetwork(answer);
    await expect(network.run(network.arm.send(request))).rejects.toMatchObject({ kind });
    expect(network.sent).toHaveLength(times);
  });
});

describe('how long it waits', () => {
  it('doubles the bound each time, to 30 seconds', async () => {
    const network = new FakeNetwork(() => refused(503, 'Unavailable'));
    await network.run(network.arm.send(request)).catch(() => undefined);
    expect(waits(network)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
  });

  it('takes any moment up to the bound (full jitter)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), async random => {
        const network = new FakeNetwork(() => refused(503, 'Unavailable'), { random: () => random });
        await network.run(network.arm.send(request)).catch(() => undefined);
        const expected = [1_000, 2_000, 4_000, 8_000, 16_000].map(bound => bound * random);
        for (const [at, wait] of waits(network).entries()) expect(wait).toBeCloseTo(expected[at] ?? 0, 3);
      }),
      { numRuns: 20 },
    );
  });

  it.each([
    ['seconds', '7'],
    ['a date', 'Sun, 22 Nov 2026 10:00:07 GMT'],
  ])('honours Retry-After as %s', async (_, value) => {
    const network = new FakeNetwork(inTurn(() => refused(429, 'TooManyRequests', { 'Retry-After': value })));
    await network.run(network.arm.send(request));
    expect(waits(network)).toEqual([7_000]);
  });

  it('honours Retry-After of a server error', async () => {
    const network = new FakeNetwork(inTurn(() => refused(503, 'Unavailable', { 'Retry-After': '9' })));
    await network.run(network.arm.send(request));
    expect(waits(network)).toEqual([9_000]);
  });

  it.each(['', '0', 'soon', '-3'])('backs off by itself where Retry-After is %j or hidden', async value => {
    const network = new FakeNetwork(inTurn(() => refused(429, 'TooManyRequests', { 'Retry-After': value })));
    await network.run(network.arm.send(request));
    expect(waits(network)).toEqual([1_000]);
  });

  it('tells of a Retry-After beyond two minutes instead of waiting, and asks nothing in between', async () => {
    const network = new FakeNetwork(inTurn(() => refused(429, 'TooManyRequests', { 'Retry-After': '600' })));
    await expect(network.run(network.arm.send(request))).rejects.toMatchObject({ kind: 'throttled' });
    await expect(network.run(network.arm.send(request))).rejects.toMatchObject({
      kind: 'throttled',
      message: 'Azure asked for no more requests before 2026-11-22T10:10:00.000Z.',
    });
    expect(network.sent).toHaveLength(1);
    await network.run(network.clock.sleep(600_000));
    await expect(network.run(network.arm.send(request))).resolves.toMatchObject({ body: {} });
  });

  it('asks again after an hour, whatever Retry-After says', async () => {
    const network = new FakeNetwork(
      inTurn(() => refused(429, 'TooManyRequests', { 'Retry-After': '86400' })),
    );
    await expect(network.run(network.arm.send(request))).rejects.toMatchObject({ kind: 'throttled' });
    await network.run(network.clock.sleep(3_600_000));
    await expect(network.run(network.arm.send(request))).resolves.toMatchObject({ body: {} });
  });

  it('says what it waits for while it waits', async () => {
    const network = new FakeNetwork(inTurn(() => refused(429, 'TooManyRequests', { 'Retry-After': '7' })));
    const seen: unknown[] = [];
    network.arm.activity.subscribe(() => seen.push(network.arm.activity.waits()));
    await network.run(network.arm.send(request));
    expect(seen).toEqual([
      [
        {
          id: 1,
          scope: { operation: 'list services', subscriptionId: 's1' },
          reason: 'throttled',
          error: expect.objectContaining({ status: 429, code: 'TooManyRequests' }),
          until: Date.parse('2026-11-22T10:00:07Z'),
        },
      ],
      [],
    ]);
  });
});
