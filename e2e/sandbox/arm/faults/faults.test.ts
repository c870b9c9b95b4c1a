import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contoso } from '../../tenants.ts';
import { findUser, sandboxUsers } from '../../users.ts';
import { ids } from '../../world/fleet/subscriptions.ts';
import { startTestArm, type TestArm } from '../test-arm.ts';
import { Faults } from './faults.ts';

let sandbox: TestArm;
beforeAll(async () => {
  sandbox = await startTestArm();
});
afterEach(() => sandbox.controls.clearFaults());
afterAll(() => sandbox.close());

const services = (subscription: string) =>
  `/subscriptions/${subscription}/providers/Microsoft.ApiManagement/service?api-version=2024-05-01`;

describe('a fault', () => {
  it('throttles with Retry-After, or without', async () => {
    sandbox.controls.addFault({ kind: 'throttle', retryAfterSeconds: 7, subscription: ids.legacyEu });
    const { status, headers, body } = await sandbox.ask(services(ids.legacyEu));
    expect({ status, after: headers.get('retry-after'), code: body.error.code }).toEqual({
      status: 429,
      after: '7',
      code: 'SubscriptionRequestsThrottled',
    });
    expect((await sandbox.ask(services(ids.production))).status).toBe(200);
    sandbox.controls.clearFaults();
    sandbox.controls.addFault({ kind: 'throttle', retryAfterSeconds: null });
    expect((await sandbox.ask(services(ids.production))).headers.get('retry-after')).toBeNull();
  });

  it('is spent after as many requests as it was given', async () => {
    sandbox.controls.addFault({ kind: 'error', status: 503, times: 2 });
    const statuses: number[] = [];
    for (let request = 0; request < 3; request++)
      statuses.push((await sandbox.ask(services(ids.production))).status);
    expect(statuses).toEqual([503, 503, 200]);
  });

  it('forbids one subscription', async () => {
    sandbox.controls.addFault({ kind: 'forbidden', subscription: ids.platform });
    expect((await sandbox.ask(services(ids.platform))).body.error.code).toBe('AuthorizationFailed');
    expect((await sandbox.ask(services(ids.production))).status).toBe(200);
  });

  it('breaks the body: half of the JSON, HTML with 502, JSON that calls itself HTML', async () => {
    sandbox.controls.addFault({ kind: 'malformed', times: 1 });
    const half = await fetch(sandbox.origin + services(ids.production), {
      headers: { authorization: `Bearer ${sandbox.token()}` },
    });
    await expect(half.json()).rejects.toThrow(SyntaxError);
    sandbox.controls.addFault({ kind: 'html-error', times: 1 });
    const html = await sandbox.ask(services(ids.production));
    expect({ status: html.status, type: html.headers.get('content-type') }).toEqual({
      status: 502,
      type: 'text/html',
    });
    sandbox.controls.addFault({ kind: 'wrong-type', times: 1 });
    const wrong = await sandbox.ask(services(ids.production));
    expect(wrong.headers.get('content-type')).toBe('text/html');
    expect(JSON.parse(wrong.text).value).toHaveLength(18);
  });

  it.each(['cut-off', 'reset'] as const)('%s ends the connection', async kind => {
    sandbox.controls.addFault({ kind });
    await expect(sandbox.ask(services(ids.production))).rejects.toThrow();
  });

  it('pours as many MB as it is told', async () => {
    sandbox.controls.addFault({ kind: 'gigantic', megabytes: 3 });
    const answer = await fetch(sandbox.origin + services(ids.production), {
      headers: { authorization: `Bearer ${sandbox.token()}` },
    });
    expect((await answer.arrayBuffer()).byteLength).toBe(3 * 1024 * 1024 + '{"value":['.length);
  });

  it('is slow: an answer that was asked for later comes first', async () => {
    sandbox.controls.addFault({ kind: 'slow', ms: 150, subscription: ids.platform });
    const order: string[] = [];
    const slow = sandbox.ask(services(ids.platform)).then(() => order.push('slow'));
    await sandbox.ask(services(ids.production)).then(() => order.push('other'));
    await slow;
    expect(order).toEqual(['other', 'slow']);
  });

  it('is logged with the request that it touched, also when the client gave up', async () => {
    sandbox.controls.clearLog();
    sandbox.controls.addFault({ kind: 'slow', ms: 60_000 });
    const giveUp = new AbortController();
    const asked = fetch(sandbox.origin + services(ids.production), { signal: giveUp.signal });
    await expect.poll(() => sandbox.controls.log.length).toBe(1);
    giveUp.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(() => sandbox.controls.log[0]?.aborted).toBe(true);
    expect(sandbox.controls.log[0]).toMatchObject({ faults: ['slow'], status: 0 });
  });

  it('asks for claims until the token carries them', async () => {
    sandbox.controls.addFault({ kind: 'claims-challenge', context: 'c3' });
    const { status, headers } = await sandbox.ask(services(ids.production));
    expect(status).toBe(401);
    const challenge = headers.get('www-authenticate') ?? '';
    expect(challenge).toContain('error="insufficient_claims"');
    const claims = Buffer.from(/claims="([^"]+)"/.exec(challenge)?.[1] ?? '', 'base64').toString();
    expect(JSON.parse(claims)).toEqual({ access_token: { acrs: { essential: true, value: 'c3' } } });
    const user = findUser(sandboxUsers, 'admin@contoso.com');
    if (!user) throw new Error('no admin');
    const token = sandbox.tokens.mintAccessToken({
      user,
      tenantId: contoso.id,
      scopes: ['user_impersonation'],
      acrs: ['c3'],
      now: sandbox.arm.clock.now(),
      lifetimeSeconds: 60,
    });
    expect((await sandbox.ask(services(ids.production), { token })).status).toBe(200);
  });

  it('leads nextLink to another host, to itself, or on for ever', async () => {
    const next = async () => (await sandbox.ask(services(ids.production))).body.nextLink;
    sandbox.controls.addFault({ kind: 'next-link', to: 'other-host', times: 1 });
    expect(new URL(await next()).origin).toBe('https://management.example');
    sandbox.controls.addFault({ kind: 'next-link', to: 'self', times: 1 });
    expect(await next()).toBe(sandbox.origin + services(ids.production));
    sandbox.controls.addFault({ kind: 'next-link', to: 'endless' });
    const seen = new Set<string>();
    for (let link = services(ids.production); seen.size < 5; ) {
      const { body } = await sandbox.ask(link);
      expect(seen.has(body.nextLink)).toBe(false);
      seen.add(body.nextLink);
      link = body.nextLink.replace(sandbox.origin, '');
    }
  });
});

describe('a share', () => {
  it.each([0, 0.2, 0.5, 1])('of %d touches that many requests, evenly', share => {
    const faults = new Faults();
    faults.add({ kind: 'reset', share });
    const touched = Array.from(
      { length: 100 },
      () => faults.touching({ subscription: null, path: '/' }).kinds.length,
    );
    expect(touched.reduce((sum, one) => sum + one, 0)).toBe(share * 100);
    const gaps = touched.join('').split('1').slice(1, -1);
    expect(new Set(gaps.map(gap => gap.length)).size).toBeLessThanOrEqual(1);
  });
});
