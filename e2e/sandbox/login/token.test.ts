import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contoso, fabrikam } from '../tenants.ts';
import {
  appOrigin,
  armScope,
  claimsOf,
  clientId,
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

const hour = 3_600_000;
const signIn = () => testBrowser(login).signIn('admin@contoso.com');

describe('the token endpoint', () => {
  it('gives the tokens of a sign-in', async () => {
    const { status, body } = await postToken(login, codeForm(await signIn()));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      scope: armScope,
      expires_in: 3600,
      refresh_token_expires_in: 86_400,
    });
    const checked = login.tokens.verifyAccessToken(String(body['access_token']), { now: login.clock.now });
    expect(checked).toMatchObject({
      ok: true,
      claims: { tid: contoso.id, preferred_username: 'admin@contoso.com' },
    });
    expect(claimsOf(body['id_token'])).toMatchObject({ aud: clientId, tid: contoso.id, nonce: 'nonce-1' });
    const clientInfo = JSON.parse(Buffer.from(String(body['client_info']), 'base64url').toString());
    expect(clientInfo).toEqual({ uid: claimsOf(body['access_token'])['oid'], utid: contoso.id });
  });

  it('leaves out what was not asked for', async () => {
    const form = { ...codeForm(await signIn()), scope: armScope, client_info: '0' };
    const { body } = await postToken(login, form);
    expect(Object.keys(body)).toEqual([
      'token_type',
      'scope',
      'expires_in',
      'ext_expires_in',
      'access_token',
    ]);
  });

  it('adds the optional claims and capabilities that the client asks for', async () => {
    const browser = testBrowser(login);
    const asked = await browser.authorize();
    const admin = claimsOf((await tokensFor(login, 'admin@contoso.com'))['access_token'])['oid'];
    const signedIn = await browser.submit('login', { user: String(admin), stay: 'yes' });
    const claims = JSON.stringify({
      access_token: { xms_cc: { values: ['CP1'] } },
      id_token: { signin_state: { essential: false }, login_hint: { essential: false } },
    });
    const { body } = await postToken(login, { ...codeForm({ ...asked, ...signedIn }), claims });
    expect(claimsOf(body['access_token'])['xms_cc']).toEqual(['CP1']);
    const { login_hint: hint, signin_state: state } = claimsOf(body['id_token']);
    expect(state).toEqual(['kmsi']);
    const passing = await postToken(login, { ...codeForm(await signIn()), claims });
    expect(claimsOf(passing.body['id_token'])).not.toHaveProperty('signin_state');
    const silent = await browser.authorize({ prompt: 'none', login_hint: String(hint) });
    expect(silent.values['code']).toBeTruthy();
  });

  it('answers errors in the envelope of Entra', async () => {
    const { status, headers, body } = await postToken(login, { grant_type: 'password' });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: 'unsupported_grant_type',
      error_codes: [70003],
      timestamp: '2026-11-22 10:00:00Z',
    });
    expect(body['error_description']).toMatch(
      /^AADSTS70003: .+ Trace ID: [\da-f-]{36} Correlation ID: [\da-f-]{36} Timestamp: 2026-11-22 10:00:00Z$/,
    );
    expect(body['trace_id']).toBe(headers.get('x-ms-request-id'));
  });

  it('repeats the correlation id that the client sent', async () => {
    const id = '11111111-2222-4333-8444-555555555555';
    const url = `${login.origin}/common/oauth2/v2.0/token?client-request-id=${id}`;
    const response = await fetch(url, { method: 'POST', headers: { origin: appOrigin }, body: '' });
    expect(await response.json()).toMatchObject({ correlation_id: id });
  });

  it.each([
    ['no client', { client_id: '' }, {}, 900144],
    ['no grant', {}, {}, 900144],
    ['a secret', { client_secret: 'x', grant_type: 'refresh_token' }, {}, 700025],
    ['no refresh token', { grant_type: 'refresh_token' }, {}, 900144],
    ['an unknown refresh token', { grant_type: 'refresh_token', refresh_token: 'x' }, {}, 70000],
    ['an unknown tenant', {}, { tenant: 'nowhere.example' }, 90002],
    ['no origin', {}, { origin: null }, 9002327],
    ['a foreign origin', {}, { origin: 'http://evil.example' }, 9002326],
  ])('refuses a request with %s', async (_, form, place, code) => {
    expect((await postToken(login, form, place)).body['error_codes']).toEqual([code]);
  });
});

describe('CORS of the token endpoint', () => {
  const preflight = (origin: string) =>
    fetch(`${login.origin}/${contoso.id}/oauth2/v2.0/token`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-anchormailbox',
      },
    });

  it('lets the app in, with the header that MSAL sends', async () => {
    const { status, headers } = await preflight(appOrigin);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(appOrigin);
    expect(headers.get('access-control-allow-headers')).toBe('x-anchormailbox');
    const answer = await postToken(login, {});
    expect(answer.headers.get('access-control-allow-origin')).toBe(appOrigin);
  });

  it('names no other origin', async () => {
    expect((await preflight('http://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    const answer = await postToken(login, {}, { origin: 'http://evil.example' });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('vary')).toBe('Origin');
  });
});

describe('an authorization code', () => {
  it('is good once', async () => {
    const form = codeForm(await signIn());
    expect((await postToken(login, form)).status).toBe(200);
    expect((await postToken(login, form)).body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [54005],
    });
  });

  it('is good for ten minutes', async () => {
    const first = codeForm(await signIn());
    login.clock.now += 600_000;
    expect((await postToken(login, first)).status).toBe(200);
    const second = codeForm(await signIn());
    login.clock.now += 600_001;
    expect((await postToken(login, second)).body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [70008],
    });
  });

  it.each([
    ['another verifier', { code_verifier: 'y'.repeat(43) }, {}, 501481],
    ['no verifier', { code_verifier: '' }, {}, 900144],
    ['another redirect URI', { redirect_uri: `${appOrigin}/` }, {}, 50011],
    ['another client', { client_id: 'other' }, {}, 70000],
    ['another code', { code: 'x' }, {}, 70000],
    ['another tenant', {}, { tenant: fabrikam.id }, 700005],
  ])('is refused with %s, and still good with the right one', async (_, changes, place, code) => {
    const form = codeForm(await signIn());
    expect((await postToken(login, { ...form, ...changes }, place)).body['error_codes']).toEqual([code]);
    expect((await postToken(login, form)).status).toBe(200);
  });
});

describe('a refresh token', () => {
  it('is replaced by every use and refused after it', async () => {
    const first = await tokensFor(login, 'admin@contoso.com');
    const second = await postToken(login, refreshForm(first));
    expect(second.status).toBe(200);
    expect(claimsOf(second.body['id_token'])).not.toHaveProperty('nonce');
    expect((await postToken(login, refreshForm(first))).body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [70000],
      suberror: 'bad_token',
    });
    expect((await postToken(login, refreshForm(second.body))).status).toBe(200);
  });

  it('lives 24 hours from sign-in, however often it is replaced', async () => {
    let tokens = await tokensFor(login, 'admin@contoso.com');
    for (const left of [64_800, 43_200, 21_600]) {
      login.clock.now += 6 * hour;
      tokens = (await postToken(login, refreshForm(tokens))).body;
      expect(tokens['refresh_token_expires_in']).toBe(left);
    }
    login.clock.now += 6 * hour;
    expect((await postToken(login, refreshForm(tokens))).body).toMatchObject({
      error: 'invalid_grant',
      error_codes: [700084],
      suberror: 'bad_token',
    });
  });

  it('gives tokens of every tenant that knows the account', async () => {
    const tokens = await tokensFor(login, 'admin@contoso.com');
    const { body } = await postToken(login, refreshForm(tokens), { tenant: 'fabrikam.com' });
    expect(claimsOf(body['access_token'])).toMatchObject({
      tid: fabrikam.id,
      iss: login.tokens.issuer(fabrikam.id),
      idp: login.tokens.issuer(contoso.id),
    });
    const back = await postToken(login, refreshForm(body), { tenant: 'organizations' });
    expect(claimsOf(back.body['access_token'])['tid']).toBe(contoso.id);
  });

  it('gives none of a tenant where the account is a stranger', async () => {
    const tokens = await tokensFor(login, 'reader@contoso.com');
    const { body } = await postToken(login, refreshForm(tokens), { tenant: fabrikam.id });
    expect(body).toMatchObject({ error: 'invalid_grant', error_codes: [50020] });
    expect((await postToken(login, refreshForm(tokens))).status).toBe(200);
  });

  it('belongs to the client that got it', async () => {
    const tokens = await tokensFor(login, 'admin@contoso.com');
    const { body } = await postToken(login, { ...refreshForm(tokens), client_id: 'other' });
    expect(body['error_codes']).toEqual([70000]);
  });
});

describe('scopes', () => {
  const scopeOf = async (scope: string) => {
    const { body } = await postToken(login, { ...codeForm(await signIn()), scope });
    const { aud, scp } = claimsOf(body['access_token']);
    return { scope: body['scope'], aud, scp };
  };
  const arm = { aud: 'https://management.azure.com', scp: 'user_impersonation' };

  it.each([
    ['https://management.azure.com/user_impersonation', armScope],
    ['https://management.azure.com/.default', `${armScope} https://management.azure.com/.default`],
    [
      'https://management.azure.com//.default',
      'https://management.azure.com//user_impersonation https://management.azure.com//.default',
    ],
  ])('of ARM written as %s are granted as ARM’s', async (asked, granted) => {
    expect(await scopeOf(asked)).toEqual({ scope: granted, ...arm });
  });

  it('without a resource are Graph’s, and their token is of no use at ARM', async () => {
    const { body } = await postToken(login, { ...codeForm(await signIn()), scope: 'openid User.Read' });
    expect(body['scope']).toBe('openid profile email User.Read');
    const checked = login.tokens.verifyAccessToken(String(body['access_token']), { now: login.clock.now });
    expect(checked).toEqual({ ok: false, reason: 'audience' });
  });
});
