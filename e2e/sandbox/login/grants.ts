import { createHash } from 'node:crypto';
import type { SandboxTenant } from '../tenants.ts';
import { type ClaimsRequest, parseClaims } from './claims-request.ts';
import { missingContexts } from './decision.ts';
import {
  type EntraError,
  entraErrors,
  missing,
  moreProofNeeded,
  notInTenant,
  refreshTokenExpired,
} from './entra-error.ts';
import { codeLifetimeMs, refreshTokenLifetimeMs } from './lifetimes.ts';
import { type Login, tenantOf } from './login-context.ts';
import { parseScopes, type Scopes } from './scopes.ts';
import { hasConsent } from './sessions.ts';
import type { RefreshToken } from './state.ts';
import { issueTokens } from './token-response.ts';

/** A request to the token endpoint whose tenant and client are known to be good. */
export type TokenRequest = {
  readonly form: URLSearchParams;
  readonly tenantName: string;
  readonly tenant: SandboxTenant | null;
  readonly clientId: string;
};

/** Tokens, with whose they are for the log, or the error. */
export type Granted =
  | { readonly ok: true; readonly user: string; readonly tokens: Record<string, unknown> }
  | { readonly ok: false; readonly user?: string; readonly problem: EntraError };

function refused(problem: EntraError, user?: string): Granted {
  return { ok: false, problem, ...(user === undefined ? {} : { user }) };
}

/** `grant_type=authorization_code`: a code is good once, for ten minutes, for who asked and with its verifier. */
export function redeemCode(login: Login, { form, tenant, clientId }: TokenRequest): Granted {
  const absent = ['code', 'redirect_uri', 'code_verifier'].find(name => !form.get(name));
  if (absent !== undefined) return refused(missing(absent));
  const value = form.get('code') ?? '';
  if (login.state.usedCodes.has(value)) return refused(entraErrors.codeUsed);
  const code = login.state.codes.get(value);
  if (!code || code.clientId !== clientId) return refused(entraErrors.codeUnknown);
  const user = code.user.username;
  if (login.now() - code.issuedAt > codeLifetimeMs) return refused(entraErrors.codeExpired, user);
  if (tenant && tenant.id !== code.tenantId) return refused(entraErrors.codeOfOtherTenant, user);
  if (form.get('redirect_uri') !== code.redirectUri) return refused(entraErrors.replyAddress, user);
  const verifier = form.get('code_verifier') ?? '';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  if (challenge !== code.challenge) return refused(entraErrors.verifier, user);
  const wanted = readWishes(login, form, code.scope, code.claims);
  if ('error' in wanted) return refused(wanted, user);
  login.state.codes.delete(value);
  login.state.usedCodes.add(value);
  const tokens = issueTokens(login, {
    ...wanted,
    grant: code,
    tenantId: code.tenantId,
    nonce: code.nonce,
    signedInAt: code.issuedAt,
    withClientInfo: form.get('client_info') === '1',
  });
  return { ok: true, user, tokens };
}

/** `grant_type=refresh_token`: good for 24 hours from sign-in, in every tenant that knows the account. */
export function refresh(login: Login, { form, tenant, tenantName, clientId }: TokenRequest): Granted {
  const value = form.get('refresh_token');
  if (!value) return refused(missing('refresh_token'));
  const token = findRefreshToken(login, value);
  if (!token || token.clientId !== clientId) return refused(entraErrors.refreshTokenUnknown);
  const { user } = token;
  const who = user.username;
  if (login.now() - token.issuedAt >= refreshTokenLifetimeMs) {
    return refused(refreshTokenExpired(token.issuedAt), who);
  }
  const home = tenantOf(login, user, tenant);
  if (!home) return refused(notInTenant(who, tenantName, false), who);
  if (!hasConsent(login.state, user)) {
    return refused({ ...entraErrors.consentNeeded, error: 'invalid_grant' }, who);
  }
  const wanted = readWishes(login, form, null, null);
  if ('error' in wanted) return refused(wanted, who);
  const [context] = missingContexts(login, wanted.claims, token);
  if (context !== undefined) return refused(moreProofNeeded(context), who);
  login.state.refreshTokens.delete(value);
  login.state.replacedRefreshTokens.set(value, token);
  const tokens = issueTokens(login, {
    ...wanted,
    grant: token,
    tenantId: home.id,
    nonce: undefined,
    signedInAt: token.issuedAt,
    withClientInfo: form.get('client_info') === '1',
  });
  return { ok: true, user: who, tokens };
}

function findRefreshToken({ state }: Login, value: string): RefreshToken | undefined {
  const replaced =
    state.settings.replacedRefreshTokens === 'accepted' ? state.replacedRefreshTokens.get(value) : undefined;
  return state.refreshTokens.get(value) ?? replaced;
}

/** Scopes and claims of the form; what it leaves out is as it was at the sign-in. */
function readWishes(
  login: Login,
  form: URLSearchParams,
  scope: string | null,
  claimsText: string | null,
): { scopes: Scopes; claims: ClaimsRequest } | EntraError {
  const text = form.get('scope') ?? scope;
  if (!text) return missing('scope');
  const scopes = parseScopes(text, login.tokens.audience);
  if ('error' in scopes) return scopes;
  const claims = parseClaims(form.get('claims') ?? claimsText);
  return claims ? { scopes, claims } : entraErrors.claims;
}
