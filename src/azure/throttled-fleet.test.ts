import { describe, expect, it, vi } from 'vitest';
import { readFleet } from './read-fleet.ts';
import { FakeNetwork, json, origin, refused, type Sent } from './testing/fake-network.ts';
import { armServiceJson } from './testing/services.ts';

// Much work, not waiting: a busy machine needs longer than a test usually may.
vi.setConfig({ testTimeout: 120_000 });

const subscriptions = Array.from({ length: 40 }, (_, at) => `s${at}`);
const pagesEach = 5;
/** The transport gives up after six attempts, rightly: which chance would bring about once in a few runs. */
const mostInARow = 4;

/** Resource Graph refuses; a fifth of ARM's answers is 429, which names 1 to 8 seconds where `visible`. */
function throttling(seed: number, visible: boolean) {
  const random = randomOf(seed);
  const heldUntil = new Map<string, number>();
  const refusals = new Map<string, number>();
  const early: Sent[] = [];
  const network: FakeNetwork = new FakeNetwork(
    async sent => {
      if (sent.method === 'POST') return refused(403, 'AccessDenied');
      if (sent.url.pathname === '/subscriptions')
        return json({ value: subscriptions.map(id => ({ subscriptionId: id })) });
      if (sent.at < (heldUntil.get(sent.subscriptionId) ?? 0)) early.push(sent);
      await network.clock.sleep(20 + random() * 200, sent.init.signal ?? undefined);
      const before = refusals.get(sent.url.href) ?? 0;
      if (random() < 0.2 && before < mostInARow) {
        refusals.set(sent.url.href, before + 1);
        const seconds = 1 + Math.floor(random() * 8);
        if (visible) heldUntil.set(sent.subscriptionId, network.clock.now() + seconds * 1_000);
        return refused(429, 'TooManyRequests', visible ? { 'Retry-After': String(seconds) } : {});
      }
      return pageOf(sent);
    },
    { random },
  );
  return { network, early };
}

function pageOf({ url, subscriptionId }: Sent): Response {
  const page = Number(url.searchParams.get('page') ?? 0);
  const nextLink = page + 1 < pagesEach ? `${origin}${url.pathname}?page=${page + 1}` : null;
  return json({ value: [armServiceJson(subscriptionId, `${subscriptionId}-${page}`)], nextLink });
}

/** The same numbers for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe.each([
  ['named', true],
  ['hidden from the browser', false],
])('a fleet whose every fifth read is throttled, the wait %s', (_, visible) => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('loses no service and never asks early (seed %i)', async seed => {
    const { network, early } = throttling(seed, visible);
    const fleet = await network.run(readFleet(network.azure, { subscriptionIds: 'all' }));
    expect(fleet.missing).toEqual([]);
    expect(fleet.services).toHaveLength(subscriptions.length * pagesEach);
    expect(early).toEqual([]);
    expect(network.sent.length).toBeGreaterThan(subscriptions.length * pagesEach * 1.1);
  });
});
