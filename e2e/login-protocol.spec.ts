import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { startProtocolApp } from './protocol-app.ts';
import { countEvents } from './sandbox/login/log.ts';
import { startTestLogin, type TestLogin } from './sandbox/login/test-client.ts';
import { contoso, fabrikam } from './sandbox/tenants.ts';

/** MSAL, unpatched, against the sign-in stand-in, in a browser with its security on: no part of the app takes part. */
type Servers = { readonly login: TestLogin; readonly appOrigin: string };

const test = base.extend<{ login: TestLogin; app: App }, { servers: Servers }>({
  servers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures that are asked for
    async ({}, use) => {
      const origins: string[] = [];
      const login = await startTestLogin({ appOrigins: () => origins, now: Date.now });
      const app = await startProtocolApp(new URL(login.origin).port);
      origins.push(app.origin);
      await use({ login, appOrigin: app.origin });
      app.close();
      await login.close();
    },
    { scope: 'worker' },
  ],
  login: async ({ servers }, use) => {
    servers.login.controls.reset();
    await use(servers.login);
  },
  app: async ({ login: _, servers, page }, use) => use(protocolApp(page, servers.appOrigin)),
});

type App = ReturnType<typeof protocolApp>;

function protocolApp(page: Page, origin: string) {
  const call = (name: string, request: object = {}): Promise<unknown> =>
    page.evaluate(`protocol.${name}(${JSON.stringify(request)})`);
  return {
    call,
    open: (path = '/localhost') => page.goto(origin + path),
    /** Starts a redirect; the call itself never comes back. */
    async leave(name: 'login' | 'logout' = 'login', request: object = {}): Promise<void> {
      await page.evaluate(`window.left = true; void protocol.${name}(${JSON.stringify(request)})`);
    },
    /** What MSAL made of the way back, once the browser is on a fresh page of the app. */
    async back(): Promise<unknown> {
      await page.waitForFunction('window.protocol && !window.left');
      return page.evaluate('protocol.signIn');
    },
    pick: (username: string) => page.getByRole('button', { name: username }).click(),
    async signIn(username: string, path?: string): Promise<unknown> {
      await this.open(path);
      await this.leave();
      await this.pick(username);
      return this.back();
    },
  };
}

test('loginRedirect comes back through the bridge to the address it left, and tokens are renewed', async ({
  app,
  login,
  page,
}) => {
  const result = await app.signIn('admin@contoso.com', '/localhost?q=10.10#part');
  expect(page.url()).toMatch(/\/localhost\?q=10\.10#part$/);
  expect(result).toMatchObject({
    username: 'admin@contoso.com',
    tenantId: contoso.id,
    scopes: expect.arrayContaining(['https://management.azure.com/user_impersonation']),
    claims: { tid: contoso.id, xms_cc: ['CP1'] },
  });
  expect(await app.call('silent')).toMatchObject({ fromCache: true });
  for (const uses of [1, 2]) {
    expect(await app.call('silent', { forceRefresh: true })).toMatchObject({ fromCache: false });
    expect(countEvents(login.state, { grantType: 'refresh_token', outcome: 'tokens' })).toBe(uses);
  }
  expect(countEvents(login.state, { framed: true })).toBe(0);
});

test('a token of another tenant costs one refresh, if the account names that tenant', async ({
  app,
  login,
}) => {
  const signedIn = await app.signIn('admin@contoso.com');
  const { homeAccountId } = Object(signedIn);
  const silent = (tenant: string, rest: object) => app.call('silent', { tenant, ...rest });
  // MSAL looks in its cache for the tenant of the account, not for that of the authority.
  expect(await silent(fabrikam.id, {})).toMatchObject({ fromCache: true, claims: { tid: contoso.id } });

  const inFabrikam = { homeAccountId, tenantId: fabrikam.id, claims: { tid: fabrikam.id } };
  expect(await silent(fabrikam.id, { accountTenant: fabrikam.id })).toMatchObject(inFabrikam);
  expect(countEvents(login.state, { grantType: 'refresh_token' })).toBe(1);
  const again = await silent(fabrikam.id, { accountTenant: fabrikam.id });
  expect(again).toMatchObject({ ...inFabrikam, fromCache: true });
  const back = await silent(contoso.id, { accountTenant: contoso.id });
  expect(back).toMatchObject({ fromCache: true, claims: { tid: contoso.id } });
  expect(await silent('fabrikam.com', { forceRefresh: true })).toMatchObject(inFabrikam);
});

test('a stranger in a tenant must interact', async ({ app, login }) => {
  await app.signIn('reader@contoso.com');
  const refused = await app.call('silent', { tenant: fabrikam.id, accountTenant: fabrikam.id });
  expect(refused).toMatchObject({ kind: 'InteractionRequiredAuthError', error: 'interaction_required' });
  const outcomes = login.state.log.slice(-2).map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['error 50020', 'error 16000']);
});

test('a refresh token whose 24 hours are over is replaced in a hidden frame', async ({ app, login }) => {
  await app.signIn('admin@contoso.com');
  login.controls.expireRefreshTokens();
  expect(await app.call('silent', { forceRefresh: true })).toMatchObject({ username: 'admin@contoso.com' });
  expect(countEvents(login.state, { framed: true, prompt: 'none', outcome: 'code' })).toBe(1);
  expect(await app.call('silent', { forceRefresh: true })).toMatchObject({ fromCache: false });
});

test('a new tab signs in silently, and not after logoutRedirect', async ({ app, context, servers }) => {
  await app.signIn('admin@contoso.com');
  const tab = protocolApp(await context.newPage(), servers.appOrigin);
  await tab.open();
  expect(await tab.call('sso')).toMatchObject({ username: 'admin@contoso.com' });

  await app.leave('logout');
  await app.back();
  expect(await app.call('accounts')).toBe(0);
  const other = protocolApp(await context.newPage(), servers.appOrigin);
  await other.open();
  expect(await other.call('sso')).toMatchObject({
    kind: 'InteractionRequiredAuthError',
    error: 'login_required',
  });
});

test('where cookies of another site are kept from frames, only a redirect renews the session', async ({
  app,
  login,
}) => {
  await app.signIn('admin@contoso.com', '/127.0.0.1');
  expect(await app.call('silent', { forceRefresh: true })).toMatchObject({ fromCache: false });
  login.controls.expireRefreshTokens();
  expect(await app.call('silent', { forceRefresh: true })).toMatchObject({
    kind: 'InteractionRequiredAuthError',
    error: 'login_required',
  });
  expect(countEvents(login.state, { framed: true, outcome: 'error 50058' })).toBe(1);
  const pages = () => countEvents(login.state, { kind: 'authorize', outcome: 'page' });
  const before = pages();
  await app.leave();
  expect(await app.back()).toMatchObject({ username: 'admin@contoso.com' });
  expect(pages()).toBe(before);
});

test('a demand for more proof carries its claims to the sign-in page and back', async ({ app, login }) => {
  await app.signIn('admin@contoso.com');
  login.controls.requireClaims('c1');
  const refused = await app.call('silent', { forceRefresh: true });
  expect(refused).toMatchObject({ kind: 'InteractionRequiredAuthError', subError: 'basic_action' });
  await app.leave('login', { claims: Object(refused).claims });
  await app.pick('admin@contoso.com');
  expect(await app.back()).toMatchObject({ claims: { acrs: ['c1'] } });
  expect(await app.call('silent', { forceRefresh: true })).toMatchObject({ claims: { acrs: ['c1'] } });
});

test('a cancelled, a blocked and a declined sign-in reach MSAL as errors', async ({ app, page }) => {
  await app.open();
  await app.leave();
  await app.pick('Cancel');
  expect(await app.back()).toMatchObject({ error: 'access_denied', kind: 'ServerError' });
  await app.leave();
  await app.pick('blocked@contoso.com');
  expect(await app.back()).toMatchObject({ error: 'access_denied', kind: 'ServerError' });
  await app.leave();
  await app.pick('consent@contoso.com');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await app.back()).toMatchObject({ error: 'access_denied', kind: 'ServerError' });
  await app.leave();
  await page.getByRole('button', { name: 'Accept' }).click();
  expect(await app.back()).toMatchObject({ username: 'consent@contoso.com' });
});

test('a token endpoint that is down is an error, not a reason to interact', async ({ app, login }) => {
  await app.signIn('admin@contoso.com');
  login.controls.breakTokenEndpoint({ kind: 'unavailable', times: 1 });
  expect(await app.call('silent', { forceRefresh: true })).toMatchObject({
    kind: 'ServerError',
    error: 'temporarily_unavailable',
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages of the sign-in have no accessibility violation (${colorScheme})`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme });
    await app.open();
    await app.leave();
    for (const heading of ['Pick an account', 'Permissions requested']) {
      await page.getByRole('heading', { name: heading }).waitFor();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      if (heading === 'Pick an account') await app.pick('consent@contoso.com');
    }
  });
}
