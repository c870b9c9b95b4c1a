import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArmRequest } from './arm-request.ts';
import { tooLarge } from './testing/fake-graph.ts';
import { FakeNetwork, json, refused, type Sent } from './testing/fake-network.ts';

const request: ArmRequest = {
  operation: 'read the service',
  subscriptionId: 's1',
  path: '/subscriptions/s1/x',
  apiVersion: '1',
};
const id = '3a0a7f14-1b5c-4b7e-9f5b-0c5a1d1f9b11';

async function failureOf(answer: () => Response): Promise<unknown> {
  const network = new FakeNetwork(answer);
  return network.run(network.arm.send(request)).catch((cause: unknown) => cause);
}

describe('an answer', () => {
  it('carries ARM’s correlation id and the time it came', async () => {
    const network = new FakeNetwork(() => json({}, { headers: { 'x-ms-correlation-request-id': id } }));
    await expect(network.arm.send(request)).resolves.toEqual({
      body: {},
      correlationId: id,
      receivedAt: Date.parse('2026-11-22T10:00:00Z'),
    });
  });

  it('has no correlation id where the browser hides the header', async () => {
    const network = new FakeNetwork(() => json({}));
    await expect(network.arm.send(request)).resolves.toMatchObject({ correlationId: null });
  });

  it.each([
    ['cut off', '{"value":[{"id":"/subscr', 'application/json'],
    ['a proxy’s page', '<html><body>Sign in to the guest network</body></html>', 'text/html'],
    ['empty', '', 'application/json'],
  ])('that is %s is an error that says so', async (_, text, type) => {
    await expect(
      failureOf(() => new Response(text, { headers: { 'Content-Type': type } })),
    ).resolves.toMatchObject({
      kind: 'malformed',
      status: 200,
      message: expect.stringContaining(`${type}, ${text.length} characters`),
    });
  });
});

describe('an error answer', () => {
  it('keeps ARM’s code, words and place', async () => {
    await expect(failureOf(() => refused(403, 'AuthorizationFailed'))).resolves.toMatchObject({
      name: 'ArmError',
      kind: 'forbidden',
      scope: { operation: 'read the service', subscriptionId: 's1' },
      status: 403,
      code: 'AuthorizationFailed',
      message: 'AuthorizationFailed happened.',
    });
  });

  it('is read where the outer `error` is missing', async () => {
    const body = { code: 'ServiceNotFound', message: 'Not here.' };
    await expect(failureOf(() => json(body, { status: 404 }))).resolves.toMatchObject(body);
  });

  it('is read where its details are null or odd', async () => {
    for (const details of [null, 'x', [1]]) {
      const body = { error: { code: 'Forbidden', message: 'No.', details } };
      await expect(failureOf(() => json(body, { status: 403 }))).resolves.toMatchObject({
        code: 'Forbidden',
        message: 'No.',
      });
    }
  });

  it.each(['', '<html>Bad gateway</html>', '[]', 'null', '"x"', '{"error":7}'])(
    'with the body %j still says its status',
    async text => {
      await expect(failureOf(() => new Response(text, { status: 418 }))).resolves.toMatchObject({
        kind: 'unexpected',
        status: 418,
        code: '',
        message: 'Azure answered 418 without an explanation.',
      });
    },
  );

  it('of a size too large is told by the code in its details, with the id in its words', async () => {
    await expect(failureOf(tooLarge)).resolves.toMatchObject({
      code: 'ResponsePayloadTooLarge',
      correlationId: id,
    });
  });

  it.each([
    `Correlation ID: ${id}`,
    `correlationId = ${id}.`,
    `with correlation id '${id}'`,
    `"correlationId":"${id}"`,
  ])('has its correlation id read from words like %j', async message => {
    await expect(
      failureOf(() => json({ error: { code: 'X', message } }, { status: 400 })),
    ).resolves.toMatchObject({
      correlationId: id,
    });
  });

  it('is read once, and nothing of it is lost', async () => {
    const response = refused(403, 'AuthorizationFailed');
    const getReader = vi.spyOn(response.body ?? new ReadableStream(), 'getReader');
    await expect(failureOf(() => response)).resolves.toMatchObject({ code: 'AuthorizationFailed' });
    expect(getReader).toHaveBeenCalledTimes(1);
  });
});

describe('an answer that never comes', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ['at all', (_: Sent) => new Promise<Response>(() => {})],
    ['to its end', (sent: Sent) => neverEnding(sent)],
  ])('%s is given up, asked for once more, and then told', async (_, answer) => {
    const network = new FakeNetwork(answer);
    const failure = network.arm.send(request).catch((cause: unknown) => cause);
    for (let turn = 0; turn < 2; turn++) {
      await network.clock.settle();
      await vi.advanceTimersByTimeAsync(200_000);
      await network.run(Promise.race([failure, network.clock.sleep(1_000)]));
    }
    await expect(failure).resolves.toMatchObject({ kind: 'server', code: 'NoAnswerInTime' });
    expect(network.sent).toHaveLength(2);
  });

  it('leaves no timer behind once it came', async () => {
    const network = new FakeNetwork(() => json({}));
    await network.arm.send(request);
    expect(vi.getTimerCount()).toBe(0);
  });
});

/** An answer whose body stalls until the request is given up. */
function neverEnding({ init }: Sent): Response {
  const stalled = new ReadableStream({
    start: controller => {
      controller.enqueue(new Uint8Array([123]));
      init.signal?.addEventListener('abort', () => controller.error(new Error('Aborted')));
    },
  });
  return new Response(stalled);
}
