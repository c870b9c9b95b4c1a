import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLoginControls } from './controls.ts';
import { countEvents, record } from './log.ts';
import {
  appOrigin,
  claimsOf,
  codeForm,
  postToken,
  refreshForm,
  startTestLogin,
  type TestLogin,
  testBrowser,
  tokensFor,
} from './test-client.ts';

let login: TestLogin;
beforeEach(async () => {
  login = await startTestLogin();
});
afterEach(() => login.close());

async function pull(name: string, body: unknown = {}, headers: Record<string, string> = {}) {
  const response = await fetch(`${login.origin}/_control/${name}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

describe('the levers', () => {
  it('set how long access tokens live', async () => {
    await pull('access-token-lifetime', { seconds: 60 });
    const tokens = await tokensFor(login, 'admin@contoso.com');
    expect(tokens['expires_in']).toBe(60);
    const { exp, iat } = claimsOf(tokens['access_token']);
    expect(Number(exp) - Number(iat)).toBe(60);
  });

  it('expire the refresh tokens that are out', async () => {
    const tokens = await tokensFor(login, 'admin@contoso.com');
    await pull('expire-refresh-tokens');
    expect((await postToken(login, refreshForm(tokens))).body['error_codes']).toEqual([700084]);
    const fresh = await tokensFor(login, 'admin@contoso.com');
    expect((await postToken(login, refreshForm(fresh))).status).toBe(200);
  });

  it('make the server as lenient with replaced refresh tokens as Entra', async () => {
    await pull('replaced-refresh-tokens', { accept: true });
    const tokens = await tokensFor(login, 'admin@contoso.com');
    for (const _ of [1, 2]) expect((await postToken(login, refreshForm(tokens))).status).toBe(200);
  });

  it('end all sessions', async () => {
    const browser = testBrowser(login);
    await browser.signIn('admin@contoso.com');
    await pull('end-sessions');
    expect((await browser.authorize({ prompt: 'none' })).values['error']).toBe('login_required');
  });

  it('fail the next authorization and only that', async () => {
    await pull('fail-next-authorize', { error: 'server_error', code: 50000, text: 'Broken.' });
    const browser = testBrowser(login);
    expect((await browser.authorize()).values['error']).toBe('server_error');
    expect((await browser.authorize()).status).toBe(200);
  });

  it('take the token endpoint down as often as said', async () => {
    const form = codeForm(await testBrowser(login).signIn('admin@contoso.com'));
    await pull('break-token-endpoint', { kind: 'unavailable', times: 2 });
    for (const _ of [1, 2]) {
      const { status, body, headers } = await postToken(login, form);
      expect(status).toBe(503);
      expect(body['error']).toBe('temporarily_unavailable');
      expect(headers.get('access-control-allow-origin')).toBe(appOrigin);
    }
    expect((await postToken(login, form)).status).toBe(200);
  });

  it('break the connection, hang, and answer nonsense', async () => {
    await pull('break-token-endpoint', { kind: 'reset', times: 1 });
    await expect(postToken(login, {})).rejects.toThrow('fetch failed');
    await pull('break-token-endpoint', { kind: 'garbage', times: 1 });
    await expect(postToken(login, {})).rejects.toThrow(SyntaxError);
    await pull('break-token-endpoint', { kind: 'hang', times: 1 });
    const pending = expect(postToken(login, {})).rejects.toThrow('fetch failed');
    await expect.poll(() => countEvents(login.state, { outcome: 'fault hang' })).toBe(1);
    await login.close();
    await pending;
  });

  it('revoke the consent of a user, for new tokens and old ones', async () => {
    const tokens = await tokensFor(login, 'admin@contoso.com');
    await pull('revoke-consent', { username: 'admin@contoso.com' });
    expect((await postToken(login, refreshForm(tokens))).body).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_codes: [65001],
    });
    expect((await testBrowser(login).signIn('admin@contoso.com')).text).toContain('Permissions requested');
  });

  it('ask every grant for more proof until the claims were sent with a sign-in', async () => {
    const tokens = await tokensFor(login, 'admin@contoso.com');
    await pull('require-claims', { context: 'c1' });
    const { body } = await postToken(login, refreshForm(tokens));
    expect(body).toMatchObject({
      error: 'interaction_required',
      suberror: 'basic_action',
      error_codes: [50076],
    });
    const signedIn = await testBrowser(login).signIn('admin@contoso.com', { claims: String(body['claims']) });
    const proven = await postToken(login, codeForm(signedIn));
    expect((await postToken(login, refreshForm(proven.body))).status).toBe(200);
  });

  it('put everything back', async () => {
    const browser = testBrowser(login);
    await browser.signIn('admin@contoso.com');
    const tokens = await tokensFor(login, 'admin@contoso.com');
    await pull('access-token-lifetime', { seconds: 60 });
    await pull('reset');
    expect(login.state.settings.accessTokenLifetimeSeconds).toBe(3600);
    expect((await postToken(login, refreshForm(tokens))).body['error_codes']).toEqual([70000]);
    expect((await browser.authorize({ prompt: 'none' })).values['error']).toBe('login_required');
  });

  it.each([
    ['no-such-lever', {}, 404],
    ['delay', { ms: -1 }, 400],
    ['delay', 'x', 400],
    ['revoke-consent', { username: 'stranger@contoso.com' }, 400],
    ['break-token-endpoint', { kind: 'burn', times: 1 }, 400],
  ])('refuse %s %j', async (name, body, status) => expect((await pull(name, body)).status).toBe(status));
});

describe('who may pull them', () => {
  it('is a page of the app or of the server, not any other', async () => {
    const status = async (origin: string) => (await pull('reset', {}, { origin })).status;
    expect(await status(login.origin)).toBe(200);
    expect(await status(appOrigin)).toBe(200);
    expect(await status('http://evil.example')).toBe(403);
    expect(await status('null')).toBe(403);
  });

  it('is nobody who reaches this machine under a foreign name', async () => {
    const { port } = new URL(login.origin);
    const status = await new Promise(resolve => {
      request({ port, host: '127.0.0.1', path: '/_control', headers: { host: 'evil.example' } }, response => {
        response.resume();
        resolve(response.statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });

  it('is told to a page on another origin by a preflight', async () => {
    const preflight = (origin: string) =>
      fetch(`${login.origin}/_control/reset`, { method: 'OPTIONS', headers: { origin } });
    const { headers } = await preflight(appOrigin);
    expect(headers.get('access-control-allow-origin')).toBe(appOrigin);
    expect(headers.get('access-control-allow-headers')).toBe('content-type');
    expect((await preflight('http://evil.example')).status).toBe(403);
  });
});

describe('the log', () => {
  it('counts requests by kind and grant and holds no secret', async () => {
    const browser = testBrowser(login);
    const signedIn = await browser.signIn('admin@contoso.com');
    const { body } = await postToken(login, codeForm(signedIn));
    await postToken(login, refreshForm(body));
    await browser.authorize({ prompt: 'none' });
    const { log } = await (await fetch(`${login.origin}/_control`)).json();
    expect(countEvents({ log }, { kind: 'token', grantType: 'authorization_code', outcome: 'tokens' })).toBe(
      1,
    );
    expect(
      countEvents({ log }, { kind: 'token', grantType: 'refresh_token', user: 'admin@contoso.com' }),
    ).toBe(1);
    expect(countEvents({ log }, { kind: 'authorize', prompt: 'none', outcome: 'code' })).toBe(1);
    const text = JSON.stringify(log);
    const secrets = [
      signedIn.values['code'],
      signedIn.verifier,
      body['access_token'],
      body['refresh_token'],
      body['id_token'],
      ...browser.jar.values(),
    ];
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('forgets the oldest past 2,000', () => {
    const { state } = createLoginControls();
    const event = { at: '', kind: 'token', outcome: 'tokens' } as const;
    for (let number = 0; number <= 2000; number += 1) record(state, { ...event, tenant: String(number) });
    expect(state.log).toHaveLength(2000);
    expect(state.log[0]?.tenant).toBe('1');
  });
});

it('keeps a request waiting where it is told to, but not the controls', async () => {
  await pull('delay', { ms: 3_600_000 });
  const waiting = expect(testBrowser(login).authorize()).rejects.toThrow('fetch failed');
  for (const _ of [1, 2, 3]) expect((await pull('end-sessions')).status).toBe(200);
  await login.close();
  await waiting;
});
