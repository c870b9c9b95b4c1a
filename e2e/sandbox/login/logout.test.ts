import { createPublicKey, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contoso } from '../tenants.ts';
import { authorityMetadata } from './metadata.ts';
import {
  appOrigin,
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

describe('logout', () => {
  const logoutUrl = (query: Readonly<Record<string, string>>) =>
    new URL(`/${contoso.id}/oauth2/v2.0/logout?${new URLSearchParams(query)}`, login.origin);

  it('ends the session and goes back to the app with the state', async () => {
    const browser = testBrowser(login);
    await browser.signIn('admin@contoso.com');
    const answer = await browser.send(
      logoutUrl({ post_logout_redirect_uri: `${appOrigin}/?a=1`, state: 's' }),
    );
    expect(answer.headers.get('location')).toBe(`${appOrigin}/?a=1&state=s`);
    expect((await browser.authorize({ prompt: 'none' })).values['error']).toBe('login_required');
  });

  it('signs out the hinted account alone', async () => {
    const browser = testBrowser(login);
    await browser.signIn('admin@contoso.com');
    await browser.signIn('nobody@contoso.com');
    await browser.send(logoutUrl({ logout_hint: 'admin@contoso.com' }));
    expect((await browser.authorize({ prompt: 'none' })).values['code']).toBeTruthy();
    const admin = await browser.authorize({ prompt: 'none', login_hint: 'admin@contoso.com' });
    expect(admin.values['error']).toBe('login_required');
  });

  it.each(['https://evil.example/', 'javascript:alert(1)', 'nonsense'])(
    'never redirects to %s',
    async uri => {
      const answer = await testBrowser(login).send(logoutUrl({ post_logout_redirect_uri: uri }));
      expect(answer).toMatchObject({ status: 200, target: undefined });
      expect(answer.text).toContain('You are signed out');
    },
  );

  it('leaves refresh tokens alive, as Entra does', async () => {
    const tokens = await tokensFor(login, 'admin@contoso.com');
    await testBrowser(login).send(logoutUrl({}));
    expect((await postToken(login, refreshForm(tokens))).status).toBe(200);
  });
});

describe('metadata', () => {
  const get = async (path: string) => (await fetch(login.origin + path)).json();

  it('names endpoints of the tenant that was asked and the issuer of its tokens', async () => {
    const document = await get('/contoso.com/v2.0/.well-known/openid-configuration');
    expect(document).toMatchObject({
      issuer: login.tokens.issuer(contoso.id),
      ...endpointsOf(authorityMetadata(login.origin, 'contoso.com')),
    });
  });

  it('has a pattern for the issuer of organizations and nothing for an unknown tenant', async () => {
    const document = await get('/organizations/v2.0/.well-known/openid-configuration');
    expect(document.issuer).toContain('/{tenantid}/');
    expect(await get('/nowhere.example/v2.0/.well-known/openid-configuration')).toHaveProperty('error');
  });

  it('publishes the key that the tokens are signed with', async () => {
    const { keys } = await get('/common/discovery/v2.0/keys');
    const [head = '', body = '', signature = ''] = String(
      (await tokensFor(login, 'admin@contoso.com'))['access_token'],
    ).split('.');
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString());
    const key = createPublicKey({
      key: keys.find((one: { kid: string }) => one.kid === kid),
      format: 'jwk',
    });
    const signed = Buffer.from(`${head}.${body}`);
    expect(verify('sha256', signed, key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });

  function endpointsOf({ issuer: _, ...endpoints }: Record<string, string>) {
    return endpoints;
  }
});

describe('paths', () => {
  it.each([
    ['GET', '/', 404],
    ['GET', `/${contoso.id}/oauth2/v2.0/token`, 405],
    ['POST', `/${contoso.id}/oauth2/v2.0/authorize`, 405],
    ['GET', '/%E0%A4%A/oauth2/v2.0/authorize', 400],
  ])('%s %s is answered by %i', async (method, path, status) => {
    expect((await fetch(login.origin + path, { method })).status).toBe(status);
  });

  it('refuses a body that is longer than any of this protocol', async () => {
    const response = await fetch(`${login.origin}/common/oauth2/v2.0/token`, {
      method: 'POST',
      body: 'x'.repeat(70_000),
    });
    expect(response.status).toBe(500);
  });
});
