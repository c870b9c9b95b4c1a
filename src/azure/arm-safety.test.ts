import { describe, expect, it } from 'vitest';
import type { ArmRequest } from './arm-request.ts';
import { FakeNetwork, json, origin } from './testing/fake-network.ts';

function requestOf(path: string, body?: unknown): ArmRequest {
  const request = { operation: 'read', path, apiVersion: '2024-05-01' };
  return body === undefined ? request : { ...request, body };
}

describe('the transport', () => {
  it('sends a GET where there is no body, and a POST of JSON to Resource Graph where there is one', async () => {
    const network = new FakeNetwork(() => json({}));
    await network.arm.send(requestOf('/subscriptions'));
    await network.arm.send(requestOf('/providers/Microsoft.ResourceGraph/resources', { query: 'resources' }));
    expect(network.sent.map(({ method, body }) => ({ method, body }))).toEqual([
      { method: 'GET', body: undefined },
      { method: 'POST', body: { query: 'resources' } },
    ]);
    expect(network.sent[1]?.headers.get('Content-Type')).toBe('application/json');
  });

  it.each([
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/n/applynetworkconfigurationupdates',
    '/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/n/backup',
    '/batch',
    '/providers/Microsoft.ResourceGraph/resources/../../../subscriptions',
  ])('posts nothing to %s: ARM’s other POSTs are actions', async path => {
    const network = new FakeNetwork(() => json({}));
    await expect(network.arm.send(requestOf(path, {}))).rejects.toMatchObject({ code: 'ActionRefused' });
    expect(network.sent).toHaveLength(0);
    expect(network.tokens).toHaveLength(0);
  });

  it.each(['//evil.example/x', '/\\evil.example/x', '/x?api-version=1#y', '/subscriptions/@evil.example'])(
    'stays on ARM’s origin for the path %s',
    async path => {
      const network = new FakeNetwork(() => json({}));
      await network.arm.send(requestOf(path));
      expect(network.sent[0]?.url.origin).toBe(origin);
      expect(network.sent[0]?.url.search).toBe('?api-version=2024-05-01');
      expect(network.sent[0]?.url.hash).toBe('');
    },
  );

  it('follows no redirect, sends no cookie and no referrer, and reads no cache', async () => {
    const network = new FakeNetwork(() => json({}));
    await network.arm.send(requestOf('/subscriptions'));
    expect(network.sent[0]?.init).toMatchObject({
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  it('says the line that it sends', () => {
    const network = new FakeNetwork(() => json({}));
    expect(network.arm.requestLine({ ...requestOf('/tenants'), query: { $top: '5' } })).toBe(
      `GET ${origin}/tenants?%24top=5&api-version=2024-05-01`,
    );
  });
});
