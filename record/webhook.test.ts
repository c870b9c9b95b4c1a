import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { TimelineEntry } from '../src/domain/timeline/entry.ts';
import { timelineOf } from '../src/domain/timeline/merge.ts';
import { facts, observation } from '../src/domain/timeline/test-data.ts';
import { callWebhook } from './webhook.ts';

type Heard = { readonly headers: IncomingHttpHeaders; readonly body: string };
let server: Server | undefined;
afterEach(() => server?.close());

/** A receiver that answers with these statuses in turn, the last one from then on. */
async function receiver(...statuses: readonly number[]) {
  const heard: Heard[] = [];
  const waits: number[] = [];
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const status = statuses[Math.min(heard.length, statuses.length - 1)] ?? 200;
      heard.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      response.writeHead(status, {
        ...(status === 429 ? { 'Retry-After': '7' } : {}),
        ...(status === 307 ? { Location: `http://127.0.0.1:${port()}/elsewhere` } : {}),
      });
      response.end();
    });
  });
  await new Promise<void>(done => server?.listen(0, '127.0.0.1', done));
  const port = () => {
    const address = server?.address();
    return typeof address === 'object' && address ? address.port : 0;
  };
  const call = (changes: readonly TimelineEntry[], secret: string | null = null) =>
    callWebhook({
      url: `http://127.0.0.1:${port()}/hook`,
      secret,
      head: { recordedAt: '2026-11-22T10:00:00Z', cloud: 'AzureCloud', tenant: 't' },
      changes,
      sleep: async ms => void waits.push(ms),
    });
  return { heard, waits, call };
}

function changesOf(count: number): readonly TimelineEntry[] {
  const observations = Array.from({ length: count + 1 }, (_, index) =>
    observation(index * 10, index * 10 + 5, facts({}, { publicIPAddresses: [`203.0.113.${index % 250}`] })),
  );
  return timelineOf({ observations, changes: [] });
}

describe('the webhook', () => {
  it('sends the changes as JSON, signed over time and text', async () => {
    const { heard, call } = await receiver(204);
    expect(await call(changesOf(1), 'shared secret')).toBeNull();
    const [{ headers, body } = { headers: {}, body: '' }] = heard;
    const signed = createHmac('sha256', 'shared secret').update(`${headers['x-record-timestamp']}.${body}`);
    expect(headers['x-record-signature']).toBe(`sha256=${signed.digest('hex')}`);
    expect(JSON.parse(body)).toMatchObject({
      format: 'apim-ip-changes',
      version: 1,
      tenant: 't',
      total: 1,
      changes: [{ causes: ['unexplained'], address: true }],
    });
  });

  it('is not signed without a secret, and names no person', async () => {
    const { heard, call } = await receiver(200);
    await call(
      changesOf(1).map(one => ({
        ...one,
        who: { certainty: 'certain', name: 'someone@contoso.example', type: 'User', operation: null },
      })),
    );
    expect(heard[0]?.headers['x-record-signature']).toBeUndefined();
    expect(heard[0]?.body).not.toContain('someone');
  });

  it('tries again while the receiver is busy, with the same delivery id, and waits as long as it asks', async () => {
    const { heard, waits, call } = await receiver(503, 429, 200);
    expect(await call(changesOf(1))).toBeNull();
    expect(new Set(heard.map(one => one.headers['x-record-delivery'])).size).toBe(1);
    expect(heard).toHaveLength(3);
    expect(waits[1]).toBe(7_000);
  });

  it('gives up after four tries and says why', async () => {
    const { heard, call } = await receiver(500);
    expect(await call(changesOf(1))).toMatch(
      /^the webhook at 127\.0\.0\.1:\d+ did not take the changes: it answered 500$/,
    );
    expect(heard).toHaveLength(4);
  });

  it('does not try again where the receiver refuses, and follows no redirect', async () => {
    for (const status of [400, 401, 307]) {
      const { heard, call } = await receiver(status);
      expect(await call(changesOf(1))).toContain(`it answered ${status}`);
      expect(heard).toHaveLength(1);
      server?.close();
    }
  });

  it('is bounded: a thousand changes make one message that says how many there are', async () => {
    const { heard, call } = await receiver(200);
    await call(changesOf(1_000));
    expect(heard).toHaveLength(1);
    const { total, changes } = JSON.parse(heard[0]?.body ?? '');
    expect({ total, sent: changes.length }).toEqual({ total: 1_000, sent: 100 });
    expect(heard[0]?.body.length).toBeLessThanOrEqual(256_000);
  });
});
