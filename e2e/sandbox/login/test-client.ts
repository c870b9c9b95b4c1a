import { createHash, randomBytes } from 'node:crypto';
import { contoso, sandboxTenants } from '../tenants.ts';
import { createTokens } from '../tokens.ts';
import { sandboxUsers } from '../users.ts';
import { createLoginControls } from './controls.ts';
import { type LoginOptions, startLogin } from './server.ts';

export const appOrigin = 'http://localhost:4173';
export const redirectUri = `${appOrigin}/redirect.html`;
export const clientId = 'a3d1f6c8-52e7-4b09-8f4d-61c0e97b2a35';
export const armScope = 'https://management.azure.com/user_impersonation';

let shared: ReturnType<typeof createTokens> | undefined;

/** One key pair a test file: making one takes longer than most tests. */
function sharedTokens() {
  shared ??= createTokens();
  return shared;
}

/** A running sign-in server with a clock that stands still until it is moved. */
export async function startTestLogin(options: Partial<LoginOptions> = {}) {
  const clock = { now: Date.UTC(2026, 10, 22, 10, 0, 0) };
  const controls = createLoginControls();
  const tokens = options.tokens ?? sharedTokens();
  const server = await startLogin({
    port: 0,
    appOrigins: () => [appOrigin],
    users: sandboxUsers,
    tenants: sandboxTenants,
    now: () => clock.now,
    tokens,
    controls,
    ...options,
  });
  return { ...server, clock, controls, tokens };
}

export type TestLogin = Awaited<ReturnType<typeof startTestLogin>>;

/** What the app would send and remember; `undefined` leaves a parameter out. */
function authorizeUrl(
  origin: string,
  changes: Readonly<Record<string, string | undefined>> = {},
  tenant = contoso.id,
): { url: URL; verifier: string } {
  const verifier = randomBytes(32).toString('base64url');
  const query = {
    client_id: clientId,
    response_type: 'code',
    redirect_uri: redirectUri,
    response_mode: 'fragment',
    scope: `openid profile offline_access ${armScope}`,
    state: 'state-1',
    nonce: 'nonce-1',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    client_info: '1',
    ...changes,
  };
  const url = new URL(`/${encodeURIComponent(tenant)}/oauth2/v2.0/authorize`, origin);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, value);
  return { url, verifier };
}

/** What an answer carried back to the app, or the page that stands in its way. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Address of the redirect, without its answer. */
  readonly target: string | undefined;
  readonly values: Readonly<Record<string, string>>;
};

/** A browser as far as this protocol needs one: it keeps cookies and does not follow redirects. */
export function testBrowser(login: Pick<TestLogin, 'origin'>) {
  const jar = new Map<string, string>();
  const page: { url: URL | undefined } = { url: undefined };

  async function send(url: URL, init: RequestInit = {}): Promise<Answer> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(cookie === '' ? {} : { cookie }), ...headersOf(init) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    const [target, answer = ''] = location?.split(/[#?](.*)/s) ?? [];
    return {
      status: response.status,
      headers: response.headers,
      text: await response.text(),
      target,
      values: Object.fromEntries(new URLSearchParams(answer)),
    };
  }

  return {
    jar,
    send,
    async authorize(changes: Readonly<Record<string, string | undefined>> = {}, tenant?: string) {
      const { url, verifier } = authorizeUrl(login.origin, changes, tenant);
      page.url = url;
      return { ...(await send(url)), verifier };
    },
    /** Sends a form of the page that the last authorization showed. */
    submit(form: 'login' | 'consent', fields: Readonly<Record<string, string>>, origin = login.origin) {
      if (!page.url) throw new Error('There is no page to send a form from.');
      const url = new URL(
        page.url.pathname.replace('oauth2/v2.0/authorize', form) + page.url.search,
        login.origin,
      );
      return send(url, { method: 'POST', headers: { origin }, body: new URLSearchParams(fields) });
    },
    /** Asks for a code and picks that user on the page. */
    async signIn(
      username: string,
      changes: Readonly<Record<string, string | undefined>> = {},
      tenant?: string,
    ) {
      const { verifier } = await this.authorize({ prompt: 'select_account', ...changes }, tenant);
      const user = sandboxUsers.find(one => one.username === username);
      const answer = await this.submit('login', { user: user?.id ?? '' });
      return { ...answer, verifier };
    },
  };
}

export type TokenAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
};

/** Posts to the token endpoint as the app's page would. */
export async function postToken(
  login: Pick<TestLogin, 'origin'>,
  form: Readonly<Record<string, string>>,
  { tenant = contoso.id, origin = appOrigin }: { tenant?: string; origin?: string | null } = {},
): Promise<TokenAnswer> {
  const response = await fetch(`${login.origin}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    ...(origin === null ? {} : { headers: { origin } }),
    body: new URLSearchParams({ client_id: clientId, client_info: '1', ...form }),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** The form that redeems a code. */
export function codeForm({ values, verifier }: { values: Answer['values']; verifier: string }) {
  return {
    grant_type: 'authorization_code',
    code: values['code'] ?? '',
    redirect_uri: redirectUri,
    code_verifier: verifier,
    scope: `openid profile offline_access ${armScope}`,
  };
}

/** Signs a user in at a fresh browser and redeems the code. */
export async function tokensFor(login: TestLogin, username: string): Promise<Record<string, unknown>> {
  const signedIn = await testBrowser(login).signIn(username);
  return (await postToken(login, codeForm(signedIn))).body;
}

/** The form that uses a refresh token. */
export function refreshForm(tokens: Readonly<Record<string, unknown>>) {
  return {
    grant_type: 'refresh_token',
    refresh_token: String(tokens['refresh_token']),
    scope: `openid profile offline_access ${armScope}`,
  };
}

/** Claims of a token, unchecked. */
export function claimsOf(token: unknown): Record<string, unknown> {
  return JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString('utf8'));
}

function headersOf({ headers }: RequestInit): Record<string, string> {
  return Object.fromEntries(new Headers(headers));
}
