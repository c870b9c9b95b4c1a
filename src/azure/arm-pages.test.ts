import { describe, expect, it, vi } from 'vitest';
import type { ArmRequest } from './arm-request.ts';
import { FakeNetwork, json, origin, type Sent } from './testing/fake-network.ts';

// Much work, not waiting: a busy machine needs longer than a test usually may.
vi.setConfig({ testTimeout: 120_000 });

const request: ArmRequest = {
  operation: 'list services',
  subscriptionId: 's1',
  path: '/subscriptions/s1/x',
  apiVersion: '2024-05-01',
};

async function readAll(network: FakeNetwork): Promise<unknown[]> {
  const bodies: unknown[] = [];
  for await (const answer of network.arm.pages(request)) bodies.push(answer.body);
  return bodies;
}

/** A network whose first page links to what is given, and whose other pages are the last. */
function linking(nextLink: unknown): FakeNetwork {
  const network: FakeNetwork = new FakeNetwork(() =>
    json(network.sent.length === 1 ? { nextLink } : { last: true }),
  );
  return network;
}

describe('pages', () => {
  it('are followed to the end, each with a token', async () => {
    const network = new FakeNetwork(({ url }: Sent) => {
      const page = Number(url.searchParams.get('page') ?? 0);
      return json({ page, nextLink: page < 4 ? `${origin}/subscriptions/s1/x?page=${page + 1}` : null });
    });
    const bodies = await network.run(readAll(network));
    expect(bodies).toMatchObject([0, 1, 2, 3, 4].map(page => ({ page })));
    expect(network.tokens).toHaveLength(5);
  });

  it.each([null, '', undefined])('end at a link that is %j', async nextLink => {
    const network = linking(nextLink);
    await expect(network.run(readAll(network))).resolves.toHaveLength(1);
  });

  it.each([
    ['another host', 'https://evil.example/subscriptions/s1/x', 'https://evil.example'],
    ['a host that only begins alike', `${origin}.evil.example/x`, 'evil.example'],
    ['plain http', 'http://management.azure.com/x', 'http://management.azure.com'],
    ['another port', 'https://management.azure.com:8443/x', ':8443'],
    ['a user in the link', 'https://management.azure.com@evil.example/x', 'https://evil.example'],
    ['a user on the right host', 'https://a:b@management.azure.com/x', 'not followed'],
    ['no URL', '...', 'not a URL'],
    ['a relative path', '/subscriptions/s1/x?page=2', 'not a URL'],
    ['a script', 'javascript:alert(1)', 'null'],
    ['no text', { href: origin }, 'not a URL'],
  ])('are refused where the link leads to %s, and no token is sent there', async (_, nextLink, words) => {
    const network = linking(nextLink);
    await expect(network.run(readAll(network))).rejects.toMatchObject({
      code: 'PageRefused',
      scope: { operation: 'list services', subscriptionId: 's1' },
      message: expect.stringContaining(words),
    });
    expect(network.sent).toHaveLength(1);
  });

  it('are refused where a page leads to itself', async () => {
    const network = linking(`${origin}/subscriptions/s1/x?api-version=2024-05-01`);
    await expect(network.run(readAll(network))).rejects.toMatchObject({ code: 'PageRefused' });
    expect(network.sent).toHaveLength(1);
  });

  it('are refused where they lead in a circle', async () => {
    const network = new FakeNetwork(({ url }) =>
      json({ nextLink: `${origin}/x?page=${(Number(url.searchParams.get('page') ?? 0) + 1) % 3}` }),
    );
    await expect(network.run(readAll(network))).rejects.toMatchObject({ code: 'PageRefused' });
    expect(network.sent).toHaveLength(4);
  });

  it('are refused after a thousand', async () => {
    const network: FakeNetwork = new FakeNetwork(() =>
      json({ nextLink: `${origin}/x?page=${network.sent.length}` }),
    );
    await expect(network.run(readAll(network))).rejects.toMatchObject({ code: 'PageRefused' });
    expect(network.sent).toHaveLength(1_000);
  });

  it('come one at a time: a reader who stops asks for no more', async () => {
    const network: FakeNetwork = new FakeNetwork(() =>
      json({ nextLink: `${origin}/x?page=${network.sent.length}` }),
    );
    for await (const _ of network.arm.pages(request)) break;
    expect(network.sent).toHaveLength(1);
  });
});
