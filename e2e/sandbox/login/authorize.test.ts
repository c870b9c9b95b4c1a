import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contoso, fabrikam } from '../tenants.ts';
import { sandboxUsers } from '../users.ts';
import { countEvents } from './log.ts';
import {
  armScope,
  claimsOf,
  codeForm,
  postToken,
  redirectUri,
  startTestLogin,
  type TestLogin,
  testBrowser,
} from './test-client.ts';

let login: TestLogin;
beforeEach(async () => {
  login = await startTestLogin();
});
afterEach(() => login.close());

const day = 24 * 3_600_000;
const idOf = (username: string) => sandboxUsers.find(one => one.username === username)?.id ?? '';

describe('an authorization request', () => {
  it.each([
    ['no client', { client_id: undefined }, 'AADSTS900144'],
    ['no redirect URI', { redirect_uri: undefined }, 'AADSTS900971'],
    ['a foreign redirect URI', { redirect_uri: 'https://evil.example/redirect.html' }, 'AADSTS50011'],
    ['a redirect URI that only starts alike', { redirect_uri: 'http://localhost:41730/' }, 'AADSTS50011'],
    ['a redirect URI with a user in it', { redirect_uri: 'http://a@localhost:4173/' }, 'AADSTS50011'],
    ['a redirect URI with a fragment', { redirect_uri: `${redirectUri}#x` }, 'AADSTS50011'],
  ])('with %s is answered by a page, never by a redirect', async (_, changes, number) => {
    const answer = await testBrowser(login).authorize(changes);
    expect(answer).toMatchObject({ status: 400, target: undefined });
    expect(answer.text).toContain(number);
  });

  it('for an unknown tenant is answered by a page', async () => {
    const answer = await testBrowser(login).authorize({}, 'nowhere.example');
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('AADSTS90002');
  });

  it('of another application than the registered one is answered by a page', async () => {
    await login.close();
    login = await startTestLogin({ clientId: 'the-one' });
    expect((await testBrowser(login).authorize()).text).toContain('AADSTS700016');
    expect((await testBrowser(login).authorize({ client_id: 'the-one' })).status).toBe(200);
  });

  it.each([
    ['response_type token', { response_type: 'token' }, 'unsupported_response_type', '70005'],
    ['response_mode form_post', { response_mode: 'form_post' }, 'invalid_request', '70007'],
    ['no code challenge', { code_challenge: undefined }, 'invalid_request', '9002325'],
    ['a plain code challenge', { code_challenge_method: 'plain' }, 'invalid_request', '9002325'],
    ['a short code challenge', { code_challenge: 'x' }, 'invalid_request', '501491'],
    ['no scope', { scope: undefined }, 'invalid_request', '900144'],
    ['an unknown resource', { scope: 'https://vault.azure.net/.default' }, 'invalid_resource', '500011'],
    ['two resources', { scope: `${armScope} User.Read` }, 'invalid_scope', '700022'],
    ['an unknown scope', { scope: 'https://management.azure.com/write' }, 'invalid_scope', '70011'],
    ['an unknown prompt', { prompt: 'perhaps' }, 'invalid_request', '90023'],
    ['claims that are no object', { claims: '[' }, 'invalid_request', '90100'],
  ])('with %s is refused at the app', async (_, changes, error, number) => {
    const { values } = await testBrowser(login).authorize(changes);
    expect(values).toMatchObject({ error, state: 'state-1' });
    expect(values['error_description']).toMatch(
      new RegExp(`^AADSTS${number}: .* Trace ID: \\S+ Correlation ID: \\S+ Timestamp: 2026-11-22 10:00:00Z$`),
    );
    expect(values['error_uri']).toBe(`https://login.microsoftonline.com/error?code=${number}`);
  });

  it('gets its answer in the fragment, or in the query beside what is there', async () => {
    const browser = testBrowser(login);
    const raw = async (changes: Record<string, string>) =>
      (await browser.signIn('admin@contoso.com', changes)).headers.get('location') ?? '';
    expect(await raw({})).toMatch(/^http:\/\/localhost:4173\/redirect\.html#code=/);
    expect(await raw({ response_mode: 'query' })).toMatch(
      /^http:\/\/localhost:4173\/redirect\.html\?code=.*&state=state-1$/,
    );
    expect(await raw({ response_mode: 'query', redirect_uri: `${redirectUri}?a=1` })).toMatch(/\?a=1&code=/);
  });

  it('hands the state back letter for letter and the nonce in the id token', async () => {
    const state = 'a+b=c&d|é %20"';
    const signedIn = await testBrowser(login).signIn('admin@contoso.com', { state, nonce: 'n-7' });
    expect(signedIn.values['state']).toBe(state);
    const { body } = await postToken(login, codeForm(signedIn));
    expect(claimsOf(body['id_token'])['nonce']).toBe('n-7');
  });

  it('tolerates hints of a domain', async () => {
    expect((await testBrowser(login).authorize({ domain_hint: 'contoso.com' })).status).toBe(200);
  });
});

describe('the sign-in page', () => {
  it('says what it is, runs nothing, loads nothing and cannot be framed', async () => {
    const { text, headers } = await testBrowser(login).authorize();
    expect(text).toContain('Sandbox sign-in: sample accounts, no password');
    expect(text).not.toMatch(/<script|<link|<img/);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-\S+'; form-action 'self' http:\/\/localhost:4173; frame-ancestors 'none'; base-uri 'none'$/,
    );
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  it('escapes what the request brings', async () => {
    const { text } = await testBrowser(login).authorize({
      state: '"><script>alert(1)</script>',
      login_hint: '<b>',
    });
    expect(text).not.toContain('<script>');
    expect(text).not.toContain('<b>');
    const failed = await testBrowser(login).authorize({}, '<script>alert(1)</script>');
    expect(failed.text).toContain('alert(1)');
    expect(failed.text).not.toContain('<script>');
  });

  it('shows the hinted account first', async () => {
    const { text } = await testBrowser(login).authorize({ login_hint: 'nobody@contoso.com' });
    const names = [...text.matchAll(/[a-z]+@contoso\.com/g)].map(([name]) => name);
    expect(names[0]).toBe('nobody@contoso.com');
  });

  it('tells the app when the user cancels', async () => {
    const browser = testBrowser(login);
    await browser.authorize();
    const { values } = await browser.submit('login', { cancel: 'yes' });
    expect(values).toMatchObject({ error: 'access_denied', error_subcode: 'cancel', state: 'state-1' });
  });

  it('tells the app when conditional access blocks the account', async () => {
    const browser = testBrowser(login);
    const { values } = await browser.signIn('blocked@contoso.com');
    expect(values['error']).toBe('access_denied');
    expect(values['error_description']).toContain('AADSTS53003');
    expect((await browser.authorize({ prompt: 'none' })).values['error']).toBe('login_required');
  });

  it('stays, and says why, when the account is a stranger in the tenant', async () => {
    const answer = await testBrowser(login).signIn('reader@contoso.com', {}, fabrikam.id);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('does not exist in the tenant');
  });

  it.each(['http://evil.example', 'null'])('takes no form from %s', async origin => {
    const browser = testBrowser(login);
    await browser.authorize();
    const answer = await browser.submit('login', { user: idOf('admin@contoso.com') }, origin);
    expect(answer).toMatchObject({ status: 400, target: undefined });
    expect(browser.jar.size).toBe(0);
  });

  it('refuses an account that it does not show', async () => {
    const browser = testBrowser(login);
    await browser.authorize();
    expect((await browser.submit('login', { user: 'x' })).status).toBe(400);
  });

  it('changes the cookie with every sign-in, so that one planted before is worth nothing', async () => {
    const browser = testBrowser(login);
    await browser.signIn('admin@contoso.com');
    const before = new Map(browser.jar);
    await browser.signIn('admin@contoso.com');
    expect(browser.jar).not.toEqual(before);
    const thief = testBrowser(login);
    for (const [name, value] of before) thief.jar.set(name, value);
    expect((await thief.authorize({ prompt: 'none' })).values['error']).toBe('login_required');
  });

  it('keeps the session cookie from scripts and from frames of other sites', async () => {
    const { headers } = await testBrowser(login).signIn('admin@contoso.com');
    expect(headers.get('set-cookie')).toMatch(
      /^sandbox-session-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });
});

describe('single sign-on', () => {
  it('gives a code without a page where one account is signed in', async () => {
    const browser = testBrowser(login);
    await browser.signIn('admin@contoso.com');
    for (const changes of [{}, { prompt: 'none' }, { login_hint: 'Admin@Contoso.com' }]) {
      expect((await browser.authorize(changes)).values['code'], JSON.stringify(changes)).toBeTruthy();
    }
  });

  it.each(['login', 'select_account'])('shows the page all the same for prompt=%s', async prompt => {
    const browser = testBrowser(login);
    await browser.signIn('admin@contoso.com');
    const { status, text } = await browser.authorize({ prompt });
    expect(status).toBe(200);
    expect(text).toContain('admin@contoso.com, signed in');
  });

  it('answers prompt=none without a session by login_required 50058', async () => {
    const { values } = await testBrowser(login).authorize({ prompt: 'none' });
    expect(values['error']).toBe('login_required');
    expect(values['error_description']).toMatch(/^AADSTS50058: /);
  });

  it('does not guess among several accounts, but takes the one that is named', async () => {
    const browser = testBrowser(login);
    await browser.signIn('admin@contoso.com');
    const second = await browser.signIn('nobody@contoso.com');
    const sid = second.values['session_state'] ?? '';
    const unnamed = await browser.authorize({ prompt: 'none' });
    expect(unnamed.values['error']).toBe('interaction_required');
    expect(unnamed.values['error_description']).toMatch(/^AADSTS16000: /);
    expect((await browser.authorize()).status).toBe(200);

    for (const changes of [{ sid }, { login_hint: 'nobody@contoso.com' }]) {
      const named = await browser.authorize({ prompt: 'none', ...changes });
      const { body } = await postToken(login, codeForm(named));
      expect(claimsOf(body['id_token'])['preferred_username']).toBe('nobody@contoso.com');
    }
  });

  it('takes the only account that the tenant knows', async () => {
    const browser = testBrowser(login);
    await browser.signIn('admin@contoso.com');
    await browser.signIn('nobody@contoso.com');
    expect((await browser.authorize({ prompt: 'none' }, fabrikam.id)).values['code']).toBeTruthy();
  });

  it('refuses a session id that is not there, and a hint of somebody else', async () => {
    const browser = testBrowser(login);
    await browser.signIn('admin@contoso.com');
    const bySid = await browser.authorize({ prompt: 'none', sid: 'x' });
    expect(bySid.values['error_description']).toMatch(/^AADSTS160021: /);
    const byHint = await browser.authorize({ prompt: 'none', login_hint: 'nobody@contoso.com' });
    expect(byHint.values['error']).toBe('login_required');
  });

  it('says that a stranger must interact, and shows a stranger the page', async () => {
    const browser = testBrowser(login);
    await browser.signIn('reader@contoso.com');
    const silent = await browser.authorize({ prompt: 'none' }, 'fabrikam.com');
    expect(silent.values['error']).toBe('interaction_required');
    expect(silent.values['error_description']).toMatch(/^AADSTS16000: /);
    const shown = await browser.authorize({ login_hint: 'reader@contoso.com' }, 'fabrikam.com');
    expect(shown.text).toContain('does not exist in the tenant');
  });

  it('lasts while it is used at least once in 24 hours, or in 90 days where the user stays signed in', async () => {
    const browser = testBrowser(login);
    await browser.signIn('admin@contoso.com');
    for (const pause of [day, day]) {
      login.clock.now += pause;
      expect((await browser.authorize({ prompt: 'none' })).values['code']).toBeTruthy();
    }
    login.clock.now += day + 1;
    expect((await browser.authorize({ prompt: 'none' })).values['error']).toBe('login_required');

    await browser.authorize({ prompt: 'login' });
    const stay = await browser.submit('login', { user: idOf('admin@contoso.com'), stay: 'yes' });
    expect(stay.headers.get('set-cookie')).toContain('Max-Age=7776000');
    login.clock.now += 89 * day;
    expect((await browser.authorize({ prompt: 'none' })).values['code']).toBeTruthy();
  });
});

describe('consent', () => {
  it('is asked once of the user who must give it', async () => {
    const browser = testBrowser(login);
    const asked = await browser.signIn('consent@contoso.com');
    expect(asked.text).toContain('Permissions requested');
    const silent = await browser.authorize({ prompt: 'none' });
    expect(silent.values['error_description']).toMatch(/^AADSTS65001: /);
    await browser.authorize();
    const given = await browser.submit('consent', {
      user: idOf('consent@contoso.com'),
      decision: 'accept',
    });
    expect(given.values['code']).toBeTruthy();
    expect((await browser.authorize({ prompt: 'none' })).values['code']).toBeTruthy();
  });

  it('can be declined', async () => {
    const browser = testBrowser(login);
    await browser.signIn('consent@contoso.com');
    const { values } = await browser.submit('consent', {
      user: idOf('consent@contoso.com'),
      decision: 'cancel',
    });
    expect(values).toMatchObject({ error: 'access_denied', error_subcode: 'cancel' });
    expect(values['error_description']).toMatch(/^AADSTS65004: /);
  });

  it('is asked of anybody for prompt=consent', async () => {
    const browser = testBrowser(login);
    await browser.signIn('admin@contoso.com');
    expect((await browser.authorize({ prompt: 'consent' })).text).toContain('Permissions requested');
  });

  it('cannot be given for an account that is not signed in, nor from another page', async () => {
    const browser = testBrowser(login);
    await browser.authorize();
    const fields = { user: idOf('consent@contoso.com'), decision: 'accept' };
    expect((await browser.submit('consent', fields)).status).toBe(400);
    await browser.signIn('consent@contoso.com');
    expect((await browser.submit('consent', fields, 'http://evil.example')).status).toBe(400);
  });
});

describe('claims', () => {
  const context = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });

  it('are noted in the log', async () => {
    await testBrowser(login).authorize({ claims: context });
    expect(countEvents(login.state, { kind: 'authorize', claims: context })).toBe(1);
  });

  it('that the session has not proven need the user, and are in the token afterwards', async () => {
    const browser = testBrowser(login);
    await browser.signIn('admin@contoso.com');
    const silent = await browser.authorize({ prompt: 'none', claims: context });
    expect(silent.values).toMatchObject({ error: 'interaction_required', claims: context });
    expect((await browser.authorize({ claims: context })).status).toBe(200);
    const proven = await browser.signIn('admin@contoso.com', { claims: context, prompt: undefined });
    const { body } = await postToken(login, codeForm(proven));
    expect(claimsOf(body['access_token'])['acrs']).toEqual(['c1']);
  });
});

it('answers on both loopback addresses, each with cookies of its own', async () => {
  const other = { origin: login.origin.replace('localhost', '127.0.0.1') };
  const browser = testBrowser(login);
  await browser.signIn('admin@contoso.com');
  expect((await testBrowser(other).authorize()).status).toBe(200);
  expect((await testBrowser({ origin: login.origin.replace('localhost', '[::1]') }).authorize()).status).toBe(
    200,
  );
});

it.each([contoso.id, 'CONTOSO.com', 'organizations', 'common'])(
  'signs in to the home tenant through /%s',
  async tenant => {
    const signedIn = await testBrowser(login).signIn('admin@contoso.com', {}, tenant);
    const { body } = await postToken(login, codeForm(signedIn), { tenant });
    expect(claimsOf(body['access_token'])['tid']).toBe(contoso.id);
  },
);
