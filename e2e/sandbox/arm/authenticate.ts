import type { AccessTokenClaims, SandboxTokens } from '../tokens.ts';
import { at, type Json, textOf } from '../world/json.ts';
import { ArmRefusal } from './answer.ts';

/** Who asks: read from a token that was checked. */
export type Caller = {
  readonly objectId: string;
  readonly tenantId: string;
  readonly username: string;
  readonly contexts: readonly string[];
  /** Epoch seconds. */
  readonly notBefore: number;
};

/** Checks the bearer token as ARM does. @throws ArmRefusal 401 */
export function authenticate(
  header: string | undefined,
  tokens: Pick<SandboxTokens, 'verifyAccessToken' | 'audience'>,
  now: number,
): Caller {
  if (!header) {
    const text = "The authentication failed because of missing 'Authorization' header.";
    throw unauthorized(
      'AuthenticationFailed',
      "Authentication failed. The 'Authorization' header is missing.",
      text,
    );
  }
  const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
  if (!token) {
    const text = "Authentication failed. The 'Authorization' header is provided in an invalid format.";
    throw unauthorized('AuthenticationFailed', text, text);
  }
  const verified = tokens.verifyAccessToken(token, { now });
  if (!verified.ok) throw refused(verified.reason, token, tokens.audience, now);
  if (!verified.claims.scp.split(' ').includes('user_impersonation'))
    throw unauthorized(
      'InvalidAuthenticationToken',
      'The access token is missing the scope user_impersonation.',
    );
  return callerOf(verified.claims);
}

function callerOf(claims: AccessTokenClaims): Caller {
  return {
    objectId: claims.oid,
    tenantId: claims.tid,
    username: claims.preferred_username,
    contexts: claims.acrs ?? [],
    notBefore: claims.nbf,
  };
}

function refused(reason: string, token: string, audience: string, now: number): ArmRefusal {
  const claims = peek(token);
  if (reason === 'expired') {
    const expiry = Number(at(claims, 'exp') ?? 0) * 1000;
    return unauthorized(
      'ExpiredAuthenticationToken',
      `The access token expiry UTC time '${american(expiry)}' is earlier than current UTC time '${american(now)}'.`,
    );
  }
  if (reason === 'audience')
    return unauthorized(
      'InvalidAuthenticationTokenAudience',
      `The access token has been obtained for wrong audience or resource '${textOf(at(claims, 'aud')) ?? ''}'. It should exactly match with one of the allowed audiences '${audience}/','${audience}'.`,
    );
  return unauthorized('InvalidAuthenticationToken', 'The access token is invalid.');
}

/** The token is of another tenant than the subscription; the message names the right one (azure-facts 10). */
export function wrongTenant(tokenTenant: string, rightTenant: string): ArmRefusal {
  return unauthorized(
    'InvalidAuthenticationTokenTenant',
    `The access token is from the wrong issuer 'https://sts.windows.net/${tokenTenant}/'. It must match the tenant 'https://sts.windows.net/${rightTenant}/' associated with this subscription. Please use the authority (URL) 'https://login.windows.net/${rightTenant}' to get the token. Note, if the subscription is transferred to another tenant there is no impact to the services, but information about new tenant could take time to propagate (up to an hour). If you just transferred your subscription and see this error message, please try back later.`,
    'The access token is from the wrong issuer. It must match the tenant associated with this subscription.',
    rightTenant,
  );
}

function unauthorized(code: string, message: string, description = message, tenant = 'common'): ArmRefusal {
  const challenge = `Bearer authorization_uri="https://login.windows.net/${tenant}", error="invalid_token", error_description="${description.replaceAll('"', "'")}"`;
  return new ArmRefusal(401, code, message, { headers: { 'www-authenticate': challenge } });
}

/** A policy change that the token does not know of yet; answered with the claims that a new one must satisfy (azure-facts 10). */
export function claimsChallenge(claims: string): ArmRefusal {
  const encoded = Buffer.from(claims).toString('base64');
  return new ArmRefusal(
    401,
    'InvalidAuthenticationToken',
    'Continuous access evaluation resulted in challenge.',
    {
      headers: {
        'www-authenticate': `Bearer realm="", authorization_uri="https://login.windows.net/common/oauth2/authorize", error_description="Continuous access evaluation resulted in challenge", error="insufficient_claims", claims="${encoded}"`,
      },
    },
  );
}

/** `11/22/2026 9:14:20 AM`, the form in ARM's messages. */
function american(epochMs: number): string {
  const date = new Date(epochMs);
  const hours = date.getUTCHours();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()} ${hours % 12 || 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} ${hours < 12 ? 'AM' : 'PM'}`;
}

function peek(token: string): Json {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
