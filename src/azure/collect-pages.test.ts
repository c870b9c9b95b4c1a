import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { collectPages } from './collect-pages.ts';
import { FakeNetwork, json, origin, refused, type Sent } from './testing/fake-network.ts';

const reader = { schema: v.object({ id: v.string() }), map: ({ id }: { readonly id: string }) => id };
const path = '/subscriptions/s1/things';
const asked = { operation: 'list things', subscriptionId: 's1', path, apiVersion: '2024-05-01' };

/** A list whose pages are given; each answer takes a second. */
function paged(...pages: readonly ((next: string | null) => Response)[]) {
  const network: FakeNetwork = new FakeNetwork(async ({ url }: Sent) => {
    await network.clock.sleep(1_000);
    const at = Number(url.searchParams.get('page') ?? 0);
    const next = at + 1 < pages.length ? `${origin}${path}?page=${at + 1}` : null;
    return pages[at]?.(next) ?? refused(404, 'NotFound');
  });
  return network;
}
const page =
  (correlationId: string | null, ...value: readonly unknown[]) =>
  (nextLink: string | null) =>
    json(
      { value, nextLink },
      correlationId === null ? {} : { headers: { 'x-ms-correlation-request-id': correlationId } },
    );

describe('a list of several pages', () => {
  it('is read to its end, with what can be told to support', async () => {
    const network = paged(
      page('one', { id: 'a' }, { id: 1 }),
      page(null, { id: 'b' }),
      page('three', {}, { id: 'c' }),
    );
    const began = network.clock.now();
    await expect(network.run(collectPages(network.arm, asked, reader))).resolves.toEqual({
      rows: ['a', 'b', 'c'],
      unreadable: [
        { id: '', name: '', problem: expect.stringContaining('id: '), json: '{\n  "id": 1\n}' },
        { id: '', name: '', problem: expect.stringContaining('id: '), json: '{}' },
      ],
      correlationIds: ['one', 'three'],
      receivedAt: began + 3_000,
      failure: null,
    });
  });

  it('is kept as far as it came where it breaks off, and says why', async () => {
    const network = paged(page('one', { id: 'a' }), () => refused(403, 'AuthorizationFailed'));
    const began = network.clock.now();
    await expect(network.run(collectPages(network.arm, asked, reader))).resolves.toMatchObject({
      rows: ['a'],
      correlationIds: ['one'],
      receivedAt: began + 1_000,
      failure: { kind: 'forbidden', scope: { operation: 'list things', subscriptionId: 's1' } },
    });
  });

  it('is an error where not even its first page came', async () => {
    const network = paged(() => refused(403, 'AuthorizationFailed'));
    await expect(network.run(collectPages(network.arm, asked, reader))).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  it('ends with the reader’s reason where the reader went away between pages', async () => {
    const gone = new Error('The reader went away.');
    const controller = new AbortController();
    const network = paged(page('one', { id: 'a' }), () => {
      controller.abort(gone);
      return json({ value: [] });
    });
    const request = { ...asked, signal: controller.signal };
    await expect(network.run(collectPages(network.arm, request, reader))).rejects.toBe(gone);
  });

  it.each([
    [
      'no list',
      { value: {} },
      'Azure’s answer has an unexpected shape (value: Invalid type: Expected Array but received Object).',
    ],
    [
      'nothing',
      null,
      'Azure’s answer has an unexpected shape (body: Invalid type: Expected Object but received null).',
    ],
  ])('is an error where an answer is %s: empty would be a claim', async (_, body, message) => {
    const network = paged(() => json(body, { headers: { 'x-ms-correlation-request-id': 'one' } }));
    await expect(network.run(collectPages(network.arm, asked, reader))).rejects.toMatchObject({
      kind: 'malformed',
      status: 200,
      code: '',
      message,
      scope: { operation: 'list things', subscriptionId: 's1' },
      correlationId: 'one',
    });
  });
});
