import { describe, expect, it } from 'vitest';
import { mostBytes, readText } from './read-text.ts';
import { FakeNetwork, json } from './testing/fake-network.ts';

const megabyte = 1024 * 1024;

/** An answer of so many MB that tells how much of it was taken. */
function answerOf(megabytes: number) {
  const chunk = new TextEncoder().encode(' '.repeat(megabyte));
  const taken = { megabytes: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (taken.megabytes === megabytes) return controller.close();
      taken.megabytes++;
      controller.enqueue(chunk);
    },
    cancel() {
      taken.cancelled = true;
    },
  });
  return { taken, response: new Response(body, { headers: { 'Content-Type': 'application/json' } }) };
}

describe('an answer', () => {
  it('of 200 MB is given up after 64, once, and said to be too large', async () => {
    const { response, taken } = answerOf(200);
    const network = new FakeNetwork(() => response);
    const request = { operation: 'read the service', path: '/subscriptions/s', apiVersion: '1' };
    await expect(network.run(network.arm.send(request))).rejects.toMatchObject({
      kind: 'unexpected',
      code: 'AnswerTooLarge',
      status: 0,
      retryable: false,
    });
    expect(network.sent).toHaveLength(1);
    expect(taken.cancelled).toBe(true);
    expect(taken.megabytes).toBeLessThanOrEqual(mostBytes / megabyte + 2);
  });

  it('as large as Azure’s largest is read whole', async () => {
    const text = 'a'.repeat(16 * megabyte);
    const network = new FakeNetwork(() => json({ text }));
    const answer = await network.arm.send({ operation: 'read', path: '/x', apiVersion: '1' });
    expect(JSON.stringify(answer.body)).toHaveLength(text.length + '{"text":""}'.length);
  });

  it('whose letters are cut between two parts keeps them', async () => {
    const bytes = new TextEncoder().encode('東京 ü 👩');
    const body = new ReadableStream({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await readText(new Response(body))).toBe('東京 ü 👩');
  });

  it('without a body is empty', async () => expect(await readText(new Response(null))).toBe(''));
});
