import { describe, expect, it } from 'vitest';
import { ArmError } from './arm-error.ts';
import type { ArmRequest } from './arm-request.ts';
import { FakeNetwork, json, refused } from './testing/fake-network.ts';

const request: ArmRequest = { operation: 'read the service', path: '/x', apiVersion: '1' };
const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';

function challenge(encoded: string): Record<string, string> {
  const text = 'Continuous access evaluation resulted in challenge';
  return {
    'WWW-Authenticate': `Bearer realm="", error_description="${text}", error="insufficient_claims", claims="${encoded}"`,
  };
}

/** A network that refuses the first n requests. */
function refusing(times: number, answer: () => Response): FakeNetwork {
  const network: FakeNetwork = new FakeNetwork(() => (network.sent.length <= times ? answer() : json({})));
  return network;
}

describe('the token', () => {
  it('is asked for with every request and sent as a bearer token', async () => {
    const network = new FakeNetwork(() => json({}));
    await network.arm.send(request);
    await network.arm.send(request);
    expect(network.sent.map(sent => sent.headers.get('Authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
    expect(network.tokens).toEqual([{}, {}]);
  });

  it('is asked for again with every attempt', async () => {
    const network = refusing(1, () => refused(503, 'Unavailable'));
    await network.run(network.arm.send(request));
    expect(network.sent.map(sent => sent.headers.get('Authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('lies nowhere in an error', async () => {
    const network = new FakeNetwork(() => refused(403, 'AuthorizationFailed'), {
      getToken: async () => 'eyJsecret',
    });
    const error: unknown = await network.arm.send(request).catch((cause: unknown) => cause);
    expect(JSON.stringify(error) + String(error) + (error as Error).stack).not.toContain('eyJsecret');
  });

  it('that cannot be had is the error of the request', async () => {
    const error = new ArmError({
      kind: 'sign-in',
      scope: request,
      status: 0,
      code: 'interaction_required',
      message: 'Sign in again.',
      correlationId: null,
    });
    const network = new FakeNetwork(() => json({}), {
      getToken: () => Promise.reject(error),
    });
    await expect(network.run(network.arm.send(request))).rejects.toBe(error);
    expect(network.sent).toHaveLength(0);
  });
});

describe('a 401', () => {
  it('gets one more try with a fresh token', async () => {
    const network = refusing(1, () => refused(401, 'ExpiredAuthenticationToken'));
    await expect(network.arm.send(request)).resolves.toMatchObject({ body: {} });
    expect(network.tokens).toEqual([{}, { forceRefresh: true }]);
  });

  it('with a claims challenge takes the claims to the sign-in service', async () => {
    const network = refusing(1, () => refused(401, 'InvalidAuthenticationToken', challenge(btoa(claims))));
    await network.arm.send(request);
    expect(network.tokens).toEqual([{}, { forceRefresh: true, claims }]);
  });

  it('with a challenge in URL-safe letters is read alike', async () => {
    const odd = '{"a":"??>>~~ÿ"}';
    const encoded = btoa(odd).replace(/\+/g, '-').replace(/\//g, '_');
    expect(encoded).toMatch(/[-_]/);
    const network = refusing(1, () => refused(401, 'InvalidAuthenticationToken', challenge(encoded)));
    await network.arm.send(request);
    expect(network.tokens[1]?.claims).toBe(odd);
  });

  it.each(['%%%', btoa('not json')])(
    'with an unreadable challenge asks for a fresh token alone',
    async encoded => {
      const network = refusing(1, () => refused(401, 'InvalidAuthenticationToken', challenge(encoded)));
      await network.arm.send(request);
      expect(network.tokens[1]).toEqual({ forceRefresh: true });
    },
  );

  it('after a fresh token is an error, and nothing is asked a third time', async () => {
    const network = new FakeNetwork(() =>
      refused(401, 'InvalidAuthenticationToken', challenge(btoa(claims))),
    );
    await expect(network.run(network.arm.send(request))).rejects.toMatchObject({
      kind: 'sign-in',
      status: 401,
      claims,
    });
    expect(network.sent).toHaveLength(2);
  });

  it('of a token for another tenant is never tried again, and names the tenants to sign in to', async () => {
    const first = '11111111-1111-4111-8111-111111111111';
    const second = '22222222-2222-4222-8222-222222222222';
    const mine = '33333333-3333-4333-8333-333333333333';
    const message =
      `The access token is from the wrong issuer 'https://sts.windows.net/${mine}/'. It must match the tenant ` +
      `'https://sts.windows.net/${first.toUpperCase()}/,https://sts.windows.net/${second}/' associated with this subscription.`;
    const network = new FakeNetwork(() =>
      json({ error: { code: 'InvalidAuthenticationTokenTenant', message } }, { status: 401 }),
    );
    await expect(network.run(network.arm.send(request))).rejects.toMatchObject({
      kind: 'wrong-tenant',
      tenants: [first, second],
    });
    expect(network.sent).toHaveLength(1);
  });
});
