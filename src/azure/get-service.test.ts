import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { getService, serviceQuery } from './get-service.ts';
import { FakeNetwork, json, origin, refused } from './testing/fake-network.ts';
import { armServiceJson } from './testing/services.ts';

const body = armServiceJson('s1', 'contoso');

describe('reading one service', () => {
  it('gives the service, ARM’s body untouched, when it came and the line that fetched it', async () => {
    const network = new FakeNetwork(() => json(body, { headers: { 'x-ms-correlation-request-id': 'c-1' } }));
    await expect(getService(network.azure, { id: body.id })).resolves.toMatchObject({
      service: { name: 'contoso' },
      unreadable: null,
      json: body,
      correlationId: 'c-1',
      receivedAt: network.clock.now(),
      requestLine: `GET ${origin}${body.id}?api-version=2024-05-01`,
    });
    expect(network.sent.map(sent => sent.url.href)).toEqual([`${origin}${body.id}?api-version=2024-05-01`]);
  });

  it('asks for the service alone where the link goes on behind it', async () => {
    const network = new FakeNetwork(() => json(body));
    await getService(network.azure, { id: `${body.id}/apis/echo` });
    expect(network.sent[0]?.url.pathname).toBe(body.id);
  });

  it('gives a row that cannot be read with its JSON', async () => {
    const odd = { ...body, properties: { virtualNetworkType: 7 } };
    const network = new FakeNetwork(() => json(odd));
    await expect(getService(network.azure, { id: body.id })).resolves.toMatchObject({
      service: null,
      unreadable: { id: body.id, name: 'contoso' },
      json: odd,
    });
  });

  it('tells a missing right with its place', async () => {
    const network = new FakeNetwork(() => refused(403, 'AuthorizationFailed'));
    await expect(getService(network.azure, { id: body.id })).rejects.toMatchObject({
      kind: 'forbidden',
      scope: { operation: 'read the service', subscriptionId: 's1' },
    });
  });

  it('is cached once for every spelling of its id, and not asked again by the cache when it fails', async () => {
    const network = new FakeNetwork(() => refused(403, 'AuthorizationFailed'));
    const query = serviceQuery(network.azure, body.id);
    expect(serviceQuery(network.azure, `${body.id.toUpperCase()}/`).queryKey).toEqual(query.queryKey);
    await expect(network.run(new QueryClient().fetchQuery(query))).rejects.toMatchObject({
      kind: 'forbidden',
    });
    expect(network.sent).toHaveLength(1);
  });
});
