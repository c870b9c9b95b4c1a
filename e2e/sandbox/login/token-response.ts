import type { SandboxUser } from '../users.ts';
import type { ClaimsRequest } from './claims-request.ts';
import { refreshTokenLifetimeMs } from './lifetimes.ts';
import type { Login } from './login-context.ts';
import type { Scopes } from './scopes.ts';
import { loginHint, secret } from './sessions.ts';
import type { Grant, RefreshToken } from './state.ts';

type Issue = {
  readonly grant: Grant;
  readonly tenantId: string;
  readonly scopes: Scopes;
  readonly claims: ClaimsRequest;
  readonly nonce: string | undefined;
  /** When the sign-in was that the refresh token's 24 hours count from. */
  readonly signedInAt: number;
  readonly withClientInfo: boolean;
};

/** The token endpoint's answer; the refresh token in it replaces the one that was used. */
export function issueTokens(login: Login, issue: Issue): Record<string, unknown> {
  const { grant, tenantId, scopes, claims, signedInAt } = issue;
  const { user, clientId, contexts } = grant;
  const now = login.now();
  const lifetimeSeconds = login.state.settings.accessTokenLifetimeSeconds;
  const common = { user, tenantId, clientId, now };
  const accessToken = login.tokens.mintAccessToken({
    ...common,
    audience: scopes.audience,
    scopes: scopes.names,
    lifetimeSeconds,
    capabilities: claims.capabilities,
    acrs: contexts,
  });
  return {
    token_type: 'Bearer',
    scope: scopes.granted,
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: accessToken,
    ...(scopes.offlineAccess ? refreshToken(login, { ...grant, issuedAt: signedInAt }) : {}),
    ...(scopes.openid
      ? {
          id_token: login.tokens.mintIdToken({
            ...common,
            lifetimeSeconds: 3600,
            nonce: issue.nonce,
            sessionId: grant.sid,
            extra: optionalClaims(grant, claims),
          }),
        }
      : {}),
    ...(issue.withClientInfo ? { client_info: clientInfo(user) } : {}),
  };
}

function refreshToken(login: Login, token: RefreshToken): Record<string, unknown> {
  const value = secret();
  login.state.refreshTokens.set(value, token);
  const left = token.issuedAt + refreshTokenLifetimeMs - login.now();
  return { refresh_token: value, refresh_token_expires_in: Math.floor(left / 1000) };
}

/** Optional id token claims that MSAL asks for: `kmsi` makes it keep its cache in clear (stack notes). */
function optionalClaims({ user, persistent }: Grant, { idToken }: ClaimsRequest): Record<string, unknown> {
  return {
    ...(idToken.has('login_hint') ? { login_hint: loginHint(user) } : {}),
    ...(idToken.has('signin_state') && persistent ? { signin_state: ['kmsi'] } : {}),
  };
}

/** Entra's `client_info`: the account's home object id and home tenant, from which MSAL makes its account id. */
export function clientInfo(user: SandboxUser): string {
  return Buffer.from(JSON.stringify({ uid: user.id, utid: user.homeTenantId })).toString('base64url');
}
