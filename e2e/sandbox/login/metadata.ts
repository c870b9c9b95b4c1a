import { type Exchange, json, type Reply } from './http.ts';
import { type Login, resolveTenant } from './login-context.ts';

const anyOrigin = { 'access-control-allow-origin': '*' };

/** The endpoints of one tenant at one origin, named as OpenID's discovery names them. */
function endpoints(origin: string, tenantName: string) {
  const base = `${origin}/${tenantName}`;
  return {
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  };
}

/**
 * MSAL's `authorityMetadata` for config.json. The tenant stands first in every path: MSAL replaces it by the tenant
 * that it is asked for, if the authority in the configuration names the same one.
 */
export function authorityMetadata(origin: string, tenantName = 'organizations'): Record<string, string> {
  return { issuer: `${origin}/${tenantName}/v2.0`, ...endpoints(origin, tenantName) };
}

/** `GET /{tenant}/v2.0/.well-known/openid-configuration` */
export function handleDiscovery(login: Login, { request, params }: Exchange): Reply {
  const tenantName = params['tenant'] ?? '';
  const tenant = resolveTenant(login, tenantName);
  if (tenant && 'error' in tenant) {
    const { error, text, code } = tenant;
    return json(400, { error, error_description: `AADSTS${code}: ${text}` }, anyOrigin);
  }
  const document = {
    // As Entra's: for `organizations` the issuer is a pattern.
    issuer: login.tokens.issuer(tenant?.id ?? '{tenantid}'),
    ...endpoints(`http://${request.headers.host}`, tenantName),
    response_modes_supported: ['query', 'fragment'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
  };
  return json(200, document, anyOrigin);
}

/** `GET /{tenant}/discovery/v2.0/keys` */
export function handleKeys(login: Login): Reply {
  return json(200, { keys: login.tokens.keys }, anyOrigin);
}
