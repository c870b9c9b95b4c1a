import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { listenOnLoopback } from '../loopback.ts';
import type { SandboxTenant } from '../tenants.ts';
import type { SandboxTokens } from '../tokens.ts';
import type { SandboxUser } from '../users.ts';
import { handleAuthorize } from './authorize.ts';
import { handleConsent, handleSignIn } from './authorize-forms.ts';
import { type ControlApi, preflightControls, pullLever, showControls } from './control-api.ts';
import type { LoginControls } from './controls.ts';
import { page } from './html.ts';
import type { Exchange, Reply } from './http.ts';
import type { Login } from './login-context.ts';
import { handleLogout } from './logout.ts';
import { handleDiscovery, handleKeys } from './metadata.ts';
import { problemPage } from './pages.ts';
import { findRoute, type Routes } from './router.ts';
import type { LoginState } from './state.ts';
import { handleToken, handleTokenPreflight } from './token.ts';

export type LoginOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  /** Address to listen on instead of both loopback addresses. */
  readonly host?: string;
  readonly appOrigins: () => readonly string[];
  readonly users: readonly SandboxUser[];
  readonly tenants: readonly SandboxTenant[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly tokens: SandboxTokens;
  readonly controls: LoginControls;
  /** The one application that is registered; any where it is left out. */
  readonly clientId?: string;
  /** Origins whose pages may use the controls; the app's where it is left out. */
  readonly controlOrigins?: () => readonly string[];
};

export type LoginServer = {
  /** `http://localhost:4175`. The same server answers under 127.0.0.1, which browsers take for another site. */
  readonly origin: string;
  readonly state: LoginState;
  close(): Promise<void>;
};

/** Starts the stand-in for Microsoft Entra. @throws where the port is taken on either loopback address */
export async function startLogin(options: LoginOptions): Promise<LoginServer> {
  const { controls, host } = options;
  const login: Login = { ...options, clientId: options.clientId, state: controls.state };
  const { users, appOrigins, controlOrigins = appOrigins } = options;
  const handle = handler(routes(login, { controls, users, origins: controlOrigins }));
  const server = await listenOnLoopback(
    (request, response) => void handle(request, response),
    options.port,
    host,
  );
  return {
    origin: `http://${host ?? 'localhost'}:${server.port}`,
    state: controls.state,
    close: server.close,
  };
}

function routes(login: Login, api: ControlApi): Routes {
  const slowly = (handle: (login: Login, exchange: Exchange) => Reply | Promise<Reply>) => {
    return async (exchange: Exchange) => {
      if (login.state.settings.delayMs > 0) {
        await wait(login.state.settings.delayMs, undefined, { ref: false });
      }
      return await handle(login, exchange);
    };
  };
  return {
    'GET /_control': exchange => showControls(api, exchange),
    'OPTIONS /_control': exchange => preflightControls(api, exchange),
    'POST /_control/:lever': exchange => pullLever(api, exchange),
    'OPTIONS /_control/:lever': exchange => preflightControls(api, exchange),
    'GET /:tenant/oauth2/v2.0/authorize': slowly(handleAuthorize),
    'POST /:tenant/login': slowly(handleSignIn),
    'POST /:tenant/consent': slowly(handleConsent),
    'POST /:tenant/oauth2/v2.0/token': slowly(handleToken),
    'OPTIONS /:tenant/oauth2/v2.0/token': exchange => handleTokenPreflight(login, exchange),
    'GET /:tenant/oauth2/v2.0/logout': slowly(handleLogout),
    'GET /:tenant/v2.0/.well-known/openid-configuration': exchange => handleDiscovery(login, exchange),
    'GET /:tenant/discovery/v2.0/keys': () => handleKeys(login),
  };
}

function handler(table: Routes) {
  return async (request: IncomingMessage, response: ServerResponse) => {
    const reply = await answer(table, request).catch(failed);
    if (reply === 'hang') return;
    if (reply === 'reset') return void request.socket.destroy();
    response.writeHead(reply.status, reply.headers);
    response.end(reply.body);
  };
}

async function answer(table: Routes, request: IncomingMessage): Promise<Reply> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
  const match = findRoute(table, request.method ?? 'GET', url.pathname);
  if (match.kind === 'found') return await match.handle({ request, url, params: match.params });
  const body = problemPage('Not found', 'There is nothing at this address.');
  if (match.kind === 'none') return page('Not found', body, { status: 404 });
  return page('Not found', body, { status: 405, headers: { allow: match.allowed.join(', ') } });
}

function failed(error: unknown): Exclude<Reply, string> {
  const text = error instanceof Error ? error.message : 'The sign-in server failed.';
  return { status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: text };
}
