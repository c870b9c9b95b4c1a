import type { SandboxTenant } from '../tenants.ts';
import { type ClaimsRequest, parseClaims } from './claims-request.ts';
import { type EntraError, entraErrors, errorEnvelope, missing } from './entra-error.ts';
import { correlationId, type Login, resolveTenant } from './login-context.ts';
import { parseScopes } from './scopes.ts';

/** Where the answer of an authorization goes, and how. */
export type ReplyTo = {
  readonly redirectUri: string;
  readonly mode: 'fragment' | 'query';
  readonly state: string | null;
  readonly correlationId: string;
};

/** An authorization request that may be answered with a code. */
export type AuthorizeRequest = {
  readonly reply: ReplyTo;
  /** First segment of the path, as it was asked. */
  readonly tenantName: string;
  readonly tenant: SandboxTenant | null;
  readonly clientId: string;
  readonly prompt: 'none' | 'login' | 'select_account' | 'consent' | undefined;
  readonly loginHint: string | undefined;
  readonly sid: string | undefined;
  readonly nonce: string | undefined;
  readonly scope: string;
  readonly challenge: string;
  readonly claims: ClaimsRequest;
  readonly claimsText: string | null;
};

export type ParsedAuthorize =
  | { readonly kind: 'request'; readonly request: AuthorizeRequest }
  /** Nobody to answer: shown to the user, never sent to an address that nobody registered. */
  | { readonly kind: 'page'; readonly problem: EntraError }
  | { readonly kind: 'reply'; readonly reply: ReplyTo; readonly problem: EntraError };

const prompts = ['none', 'login', 'select_account', 'consent'] as const;

/** Checks an authorization request; the order decides who may hear of a fault. */
export function parseAuthorize(login: Login, tenantName: string, url: URL): ParsedAuthorize {
  const query = url.searchParams;
  const page = (problem: EntraError): ParsedAuthorize => ({ kind: 'page', problem });
  const clientId = query.get('client_id');
  if (!clientId) return page(missing('client_id'));
  if (login.clientId !== undefined && clientId !== login.clientId) return page(unknownClient(clientId));
  const tenant = resolveTenant(login, tenantName);
  if (tenant && 'error' in tenant) return page(tenant);
  const redirectUri = query.get('redirect_uri');
  if (!redirectUri) return page(entraErrors.noReplyAddress);
  if (!isAppAddress(login, redirectUri)) return page(entraErrors.replyAddress);

  const mode = query.get('response_mode') ?? 'query';
  const reply: ReplyTo = {
    redirectUri,
    mode: mode === 'fragment' ? 'fragment' : 'query',
    state: query.get('state'),
    correlationId: correlationId(url),
  };
  const refuse = (problem: EntraError): ParsedAuthorize => ({ kind: 'reply', reply, problem });
  if (mode !== 'fragment' && mode !== 'query') return refuse(entraErrors.responseMode);
  if (query.get('response_type') !== 'code') return refuse(entraErrors.responseType);
  const challenge = query.get('code_challenge');
  if (!challenge || query.get('code_challenge_method') !== 'S256') return refuse(entraErrors.pkceMissing);
  if (!/^[\w-]{43}$/.test(challenge)) return refuse(entraErrors.challengeSize);
  const scope = query.get('scope');
  if (!scope) return refuse(missing('scope'));
  const scopes = parseScopes(scope, login.tokens.audience);
  if ('error' in scopes) return refuse(scopes);
  const prompt = prompts.find(one => one === query.get('prompt'));
  if (query.has('prompt') && prompt === undefined) return refuse(entraErrors.prompt);
  const claimsText = query.get('claims');
  const claims = parseClaims(claimsText);
  if (!claims) return refuse(entraErrors.claims);
  return {
    kind: 'request',
    request: {
      reply,
      tenantName,
      tenant,
      clientId,
      prompt,
      loginHint: query.get('login_hint') ?? undefined,
      sid: query.get('sid') ?? undefined,
      nonce: query.get('nonce') ?? undefined,
      scope,
      challenge,
      claims,
      claimsText,
    },
  };
}

export function unknownClient(clientId: string): EntraError {
  return {
    error: 'unauthorized_client',
    code: 700016,
    text: `The application '${clientId}' was not found in the directory.`,
  };
}

/** Whether an address belongs to the app: an absolute URL of one of its origins, without a user or a fragment. */
export function isAppAddress(login: Login, address: string): boolean {
  if (!URL.canParse(address) || address.includes('#')) return false;
  const { origin, username, password } = new URL(address);
  return login.appOrigins().includes(origin) && username === '' && password === '';
}

/** The address that carries an answer back to the app. */
export function replyAddress(reply: ReplyTo, answer: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams(answer);
  if (reply.state !== null) params.set('state', reply.state);
  const separator = reply.mode === 'fragment' ? '#' : reply.redirectUri.includes('?') ? '&' : '?';
  return `${reply.redirectUri}${separator}${params}`;
}

/** The address that carries an error back to the app. `now` in milliseconds. */
export function replyError(reply: ReplyTo, problem: EntraError, now: number): string {
  const envelope = errorEnvelope(problem, { now, correlationId: reply.correlationId });
  const { error, error_description, error_uri, suberror, claims } = envelope;
  return replyAddress(reply, {
    error,
    ...(problem.error === 'access_denied' ? { error_subcode: 'cancel' } : {}),
    error_description,
    ...(error_uri === undefined ? {} : { error_uri }),
    ...(suberror === undefined ? {} : { suberror }),
    ...(claims === undefined ? {} : { claims }),
  });
}
