import * as v from 'valibot';
import { findUser, type SandboxUser } from '../users.ts';
import type { LoginControls } from './controls.ts';
import { type Exchange, json, type Reply, readBody } from './http.ts';

export type ControlApi = {
  readonly controls: LoginControls;
  readonly users: readonly SandboxUser[];
  /** Origins whose pages may pull the levers, besides the server's own. */
  readonly origins: () => readonly string[];
};

type Lever = (api: ControlApi, body: unknown) => void;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

function lever<T extends v.GenericSchema>(
  schema: T,
  pull: (controls: LoginControls, body: v.InferOutput<T>, api: ControlApi) => void,
): Lever {
  return (api, body) => pull(api.controls, v.parse(schema, body), api);
}

const levers: Readonly<Record<string, Lever>> = {
  'access-token-lifetime': lever(v.object({ seconds: count }), (controls, { seconds }) =>
    controls.setAccessTokenLifetime(seconds),
  ),
  'expire-refresh-tokens': lever(v.object({}), controls => controls.expireRefreshTokens()),
  'replaced-refresh-tokens': lever(v.object({ accept: v.boolean() }), (controls, { accept }) =>
    controls.acceptReplacedRefreshTokens(accept),
  ),
  'end-sessions': lever(v.object({}), controls => controls.endSessions()),
  'fail-next-authorize': lever(
    v.object({ error: v.string(), code: count, text: v.string() }),
    (controls, failure) => controls.failNextAuthorize(failure),
  ),
  'break-token-endpoint': lever(
    v.object({ kind: v.picklist(['unavailable', 'hang', 'reset', 'garbage']), times: count }),
    (controls, fault) => controls.breakTokenEndpoint(fault),
  ),
  delay: lever(v.object({ ms: count }), (controls, { ms }) => controls.delay(ms)),
  'revoke-consent': lever(v.object({ username: v.string() }), (controls, { username }, { users }) => {
    const user = findUser(users, username);
    if (!user) throw new Error(`There is no user ${username}.`);
    controls.revokeConsent(user.id);
  }),
  'require-claims': lever(v.object({ context: v.nullable(v.string()) }), (controls, { context }) =>
    controls.requireClaims(context),
  ),
  reset: lever(v.object({}), controls => controls.reset()),
};

/** `GET /_control`: settings, the names of the levers and the log of requests. */
export function showControls(api: ControlApi, exchange: Exchange): Reply {
  if (!mayControl(api, exchange)) return forbidden();
  const { settings, log, sessions } = api.controls.state;
  const body = { settings, levers: Object.keys(levers), browsers: sessions.size, log };
  return json(200, body, corsHeaders(exchange));
}

/** `POST /_control/{lever}` with its arguments as JSON. */
export async function pullLever(api: ControlApi, exchange: Exchange): Promise<Reply> {
  if (!mayControl(api, exchange)) return forbidden();
  const pull = levers[exchange.params['lever'] ?? ''];
  if (!pull) return json(404, { error: 'No such lever.' }, corsHeaders(exchange));
  try {
    pull(api, JSON.parse((await readBody(exchange.request)) || '{}'));
  } catch (error) {
    const text = error instanceof Error ? error.message : 'Not understood.';
    return json(400, { error: text }, corsHeaders(exchange));
  }
  return json(200, { settings: api.controls.state.settings }, corsHeaders(exchange));
}

/** `OPTIONS` of both, for a page of controls on another origin. */
export function preflightControls(api: ControlApi, exchange: Exchange): Reply {
  if (!mayControl(api, exchange)) return forbidden();
  const headers = {
    ...corsHeaders(exchange),
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'content-type',
  };
  return { status: 204, headers, body: '' };
}

/**
 * From this machine alone, under a loopback name (a foreign name that resolves to this machine is an attack), and
 * from no page but our own and those that were named.
 */
function mayControl(api: ControlApi, { request, url }: Exchange): boolean {
  const local = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(request.socket.remoteAddress ?? '');
  const named = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  const { origin } = request.headers;
  return local && named && (origin === undefined || origin === url.origin || api.origins().includes(origin));
}

function corsHeaders({ request }: Exchange): Record<string, string> {
  const { origin } = request.headers;
  return { vary: 'Origin', ...(origin === undefined ? {} : { 'access-control-allow-origin': origin }) };
}

function forbidden(): Reply {
  return json(403, { error: 'The controls answer this machine and the pages of the sandbox alone.' });
}
