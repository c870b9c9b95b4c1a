import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { TimelineEntry } from '../src/domain/timeline/entry.ts';
import { hashId } from '../src/domain/timeline/hash.ts';
import { type Told, toldOf } from './told.ts';

export type WebhookInput = {
  readonly url: string;
  /** Shared with the receiver; without one the message is not signed. */
  readonly secret: string | null;
  readonly head: { readonly recordedAt: string; readonly cloud: string; readonly tenant: string };
  readonly changes: readonly TimelineEntry[];
  /** Waits between tries; tests pass their own. */
  readonly sleep?: (ms: number) => Promise<unknown>;
};

/** Changes in one message; the receiver finds the rest in the file. */
const mostChanges = 100;
const mostBytes = 256_000;
const tries = 4;
const answerWithinMs = 10_000;
const longestWaitMs = 30_000;

/**
 * Sends the changes of a run in one message. Tried again on no answer, 408, 429 and 5xx; a redirect is not followed,
 * because the message would go where nobody chose. Resolves to null, or to why the receiver did not take it.
 */
export async function callWebhook(input: WebhookInput): Promise<string | null> {
  const { url, secret, sleep = pause } = input;
  const body = bodyOf(input);
  const id = hashId(input.changes.map(one => one.id).join('\n'));
  let reason = '';
  for (let attempt = 1; attempt <= tries; attempt++) {
    const answer = await send(url, body, id, secret);
    if (answer.taken) return null;
    reason = answer.reason;
    if (!answer.again || attempt === tries) break;
    await sleep(Math.min(longestWaitMs, answer.waitMs ?? Math.random() * 1_000 * 2 ** attempt));
  }
  return `the webhook at ${new URL(url).host} did not take the changes: ${reason}`;
}

type Answer =
  | { readonly taken: true }
  | { readonly taken: false; readonly reason: string; readonly again: boolean; readonly waitMs?: number };

async function send(url: string, body: string, id: string, secret: string | null): Promise<Answer> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature =
    secret === null ? null : createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  try {
    const response = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(answerWithinMs),
      headers: {
        'Content-Type': 'application/json',
        'X-Record-Delivery': id,
        'X-Record-Timestamp': timestamp,
        ...(signature === null ? {} : { 'X-Record-Signature': `sha256=${signature}` }),
      },
    });
    await response.body?.cancel();
    if (response.ok) return { taken: true };
    const after = Number(response.headers.get('retry-after') ?? Number.NaN);
    return {
      taken: false,
      reason: `it answered ${response.status}`,
      again: response.status === 408 || response.status === 429 || response.status >= 500,
      ...(after > 0 ? { waitMs: after * 1000 } : {}),
    };
  } catch (error) {
    const silent = error instanceof Error && error.name === 'TimeoutError';
    return {
      taken: false,
      reason: silent ? 'no answer within 10 s' : 'it could not be reached',
      again: true,
    };
  }
}

function bodyOf({ head, changes }: WebhookInput): string {
  let told: readonly Told[] = changes.slice(0, mostChanges).map(toldOf);
  for (;;) {
    const body = JSON.stringify({
      format: 'apim-ip-changes',
      version: 1,
      ...head,
      total: changes.length,
      changes: told,
    });
    if (body.length <= mostBytes || told.length <= 1) return body;
    told = told.slice(0, Math.floor(told.length / 2));
  }
}
