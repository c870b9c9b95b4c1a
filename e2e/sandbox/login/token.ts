import { unknownClient } from './authorize-request.ts';
import { type EntraError, entraErrors, errorEnvelope, missing } from './entra-error.ts';
import { type Granted, redeemCode, refresh } from './grants.ts';
import { type Exchange, json, type Reply, readBody } from './http.ts';
import { record } from './log.ts';
import { correlationId, type Login, resolveTenant } from './login-context.ts';

const transient: EntraError = {
  error: 'temporarily_unavailable',
  code: 90033,
  text: 'A transient error has occurred. Try again.',
};

/** `OPTIONS /{tenant}/oauth2/v2.0/token`: MSAL's anchor header makes every refresh ask first. */
export function handleTokenPreflight(login: Login, exchange: Exchange): Reply {
  const asked = exchange.request.headers['access-control-request-headers'];
  const headers = isAppOrigin(login, exchange)
    ? {
        ...corsHeaders(login, exchange),
        'access-control-allow-methods': 'POST, OPTIONS',
        'access-control-max-age': '86400',
        ...(asked === undefined ? {} : { 'access-control-allow-headers': asked }),
      }
    : corsHeaders(login, exchange);
  return { status: 204, headers, body: '' };
}

/** `POST /{tenant}/oauth2/v2.0/token` */
export async function handleToken(login: Login, exchange: Exchange): Promise<Reply> {
  const { request, url, params } = exchange;
  const cors = corsHeaders(login, exchange);
  const form = new URLSearchParams(await readBody(request));
  const note = (outcome: string, user?: string) =>
    record(login.state, {
      at: new Date(login.now()).toISOString(),
      kind: 'token',
      tenant: params['tenant'] ?? '',
      outcome,
      user,
      grantType: form.get('grant_type') ?? undefined,
      scope: form.get('scope') ?? undefined,
      claims: form.get('claims') ?? undefined,
    });
  const refuse = (status: number, problem: EntraError): Reply => {
    const envelope = errorEnvelope(problem, { now: login.now(), correlationId: correlationId(url) });
    return json(status, envelope, { ...cors, 'x-ms-request-id': envelope.trace_id });
  };

  const fault = takeFault(login);
  if (fault !== undefined) {
    note(`fault ${fault}`);
    if (fault === 'unavailable') return refuse(503, transient);
    if (fault === 'garbage') return { status: 200, headers: cors, body: '<p>Not what was asked for.</p>' };
    return fault;
  }
  const granted = grant(login, exchange, form);
  if (granted.ok) {
    note('tokens', granted.user);
    return json(200, granted.tokens, cors);
  }
  note(`error ${granted.problem.code}`, granted.user);
  return refuse(granted.problem.error === 'invalid_client' ? 401 : 400, granted.problem);
}

function grant(login: Login, exchange: Exchange, form: URLSearchParams): Granted {
  const refused = (problem: EntraError): Granted => ({ ok: false, problem });
  const tenantName = exchange.params['tenant'] ?? '';
  const tenant = resolveTenant(login, tenantName);
  if (tenant && 'error' in tenant) return refused(tenant);
  const clientId = form.get('client_id');
  if (!clientId) return refused(missing('client_id'));
  if (login.clientId !== undefined && clientId !== login.clientId) return refused(unknownClient(clientId));
  if (form.has('client_secret') || form.has('client_assertion')) {
    return refused(entraErrors.secretOfPublicClient);
  }
  if (exchange.request.headers.origin === undefined) return refused(entraErrors.notCrossOrigin);
  if (!isAppOrigin(login, exchange)) return refused(entraErrors.crossOrigin);
  const kind = form.get('grant_type');
  if (!kind) return refused(missing('grant_type'));
  const asked = { form, tenantName, tenant, clientId };
  if (kind === 'authorization_code') return redeemCode(login, asked);
  if (kind === 'refresh_token') return refresh(login, asked);
  return refused(entraErrors.grantType);
}

function isAppOrigin(login: Login, { request }: Exchange): boolean {
  const { origin } = request.headers;
  return origin !== undefined && login.appOrigins().includes(origin);
}

/** Lets the app's origins, and no other, read the answer. */
function corsHeaders(login: Login, exchange: Exchange): Record<string, string> {
  if (!isAppOrigin(login, exchange)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': exchange.request.headers.origin ?? '',
    'access-control-expose-headers': 'x-ms-request-id',
  };
}

/** The fault that is set for this request, counted down. */
function takeFault({ state: { settings } }: Login) {
  const fault = settings.tokenFault;
  if (!fault) return undefined;
  settings.tokenFault = fault.times > 1 ? { ...fault, times: fault.times - 1 } : null;
  return fault.kind;
}
