import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { authorityMetadata } from './sandbox/login/metadata.ts';
import { armScope, clientId } from './sandbox/login/test-client.ts';

/** Microsoft's own build of MSAL, as it is published. */
const library = (path: string) =>
  readFile(
    fileURLToPath(new URL(`../node_modules/@azure/msal-browser/lib/${path}`, import.meta.url)),
    'utf8',
  );

/** The page's script: MSAL behind functions that take and give plain data. It runs in the browser, hence the text. */
const script = (loginOrigin: string) => `
const authority = tenant => 'https://login.microsoftonline.com/' + tenant;
const app = new msal.PublicClientApplication({
  auth: {
    clientId: ${JSON.stringify(clientId)},
    authority: authority('organizations'),
    authorityMetadata: JSON.stringify(${JSON.stringify(authorityMetadata(loginOrigin))}),
    redirectUri: location.origin + '/redirect.html',
    postLogoutRedirectUri: location.origin + '/redirect.html',
    clientCapabilities: ['CP1'],
  },
  cache: { cacheLocation: 'sessionStorage' },
  system: { iframeBridgeTimeout: 5000 },
});
const scopes = [${JSON.stringify(armScope)}];
const claimsIn = token => JSON.parse(atob(token.split('.')[1].replace(/-/g, '+').replace(/_/g, '/')));
const plain = promise => promise.then(
  result => result && {
    username: result.account.username,
    homeAccountId: result.account.homeAccountId,
    tenantId: result.tenantId,
    fromCache: result.fromCache,
    scopes: result.scopes,
    claims: claimsIn(result.accessToken),
  },
  error => ({ error: error.errorCode, kind: error.name, subError: error.subError, claims: error.claims }),
);
const known = () => app.getAllAccounts()[0];
const signIn = app.initialize().then(() => plain(app.handleRedirectPromise()));
window.protocol = {
  signIn,
  login: ({ tenant = 'organizations', ...rest } = {}) =>
    plain(app.loginRedirect({ scopes, authority: authority(tenant), ...rest })),
  silent: ({ tenant = 'organizations', accountTenant, ...rest } = {}) =>
    plain(
      app.acquireTokenSilent({
        scopes,
        account: accountTenant ? { ...known(), tenantId: accountTenant } : known(),
        authority: authority(tenant),
        ...rest,
      }),
    ),
  sso: (request = {}) => plain(app.ssoSilent({ scopes, ...request })),
  logout: () => app.logoutRedirect({ account: known() }),
  accounts: () => app.getAllAccounts().length,
};
`;

/**
 * Serves the smallest app that signs in with MSAL: a page, the redirect bridge and the library. A page under
 * `/localhost` signs in at `http://localhost`, one under `/127.0.0.1` at that host, which is another site.
 */
export async function startProtocolApp(loginPort: string): Promise<{ origin: string; close(): void }> {
  const [msal, bridge] = await Promise.all([
    library('msal-browser.min.js'),
    library('redirect-bridge/msal-redirect-bridge.min.js'),
  ]);
  const page = (body: string) => `<!doctype html><meta charset="utf-8"><title>Protocol</title>${body}`;
  const app = (host: string) =>
    [
      'text/html',
      page(`<script src="/msal.js"></script><script>${script(`http://${host}:${loginPort}`)}</script>`),
    ] as const;
  const pages: Readonly<Record<string, readonly [string, string]>> = {
    '/msal.js': ['text/javascript', msal],
    '/bridge.js': ['text/javascript', bridge],
    '/redirect.html': [
      'text/html',
      page(
        '<script src="/bridge.js"></script><script>msalRedirectBridge.broadcastResponseToMainFrame()</script>',
      ),
    ],
    // MSAL comes home to the root after a sign-out.
    '/': app('localhost'),
    '/localhost': app('localhost'),
    '/127.0.0.1': app('127.0.0.1'),
  };
  const server = createServer((request, response) => {
    const found = pages[new URL(request.url ?? '/', 'http://localhost').pathname];
    response.writeHead(found ? 200 : 404, { 'content-type': `${found?.[0] ?? 'text/plain'}; charset=utf-8` });
    response.end(found?.[1] ?? '');
  });
  await new Promise<void>(resolve => server.listen(0, 'localhost', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The app has no port.');
  return { origin: `http://localhost:${address.port}`, close: () => server.close() };
}
