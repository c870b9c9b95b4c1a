import { createHash, generateKeyPairSync, randomUUID, sign, verify } from 'node:crypto';
import * as v from 'valibot';
import type { SandboxUser } from './users.ts';

/** What an access token is made of. Times in milliseconds since the epoch, lifetimes in seconds. */
type AccessTokenRequest = {
  readonly user: SandboxUser;
  readonly tenantId: string;
  /** Whom it is for; ARM where it is left out. */
  readonly audience?: string;
  /** Short names: `user_impersonation`. */
  readonly scopes: readonly string[];
  readonly now: number;
  readonly lifetimeSeconds: number;
  readonly clientId?: string;
  /** `CP1` where the client said that it understands claims challenges. */
  readonly capabilities?: readonly string[];
  /** Authentication contexts that the sign-in satisfied. */
  readonly acrs?: readonly string[];
};

/** What an id token is made of. */
type IdTokenRequest = {
  readonly user: SandboxUser;
  readonly tenantId: string;
  readonly clientId: string;
  readonly now: number;
  readonly lifetimeSeconds: number;
  readonly nonce?: string | undefined;
  readonly sessionId?: string;
  /** Optional claims that were asked for, such as `login_hint`. */
  readonly extra?: Readonly<Record<string, unknown>>;
};

const claimsSchema = v.object({
  iss: v.string(),
  aud: v.string(),
  tid: v.string(),
  oid: v.string(),
  sub: v.string(),
  preferred_username: v.string(),
  name: v.string(),
  exp: v.number(),
  iat: v.number(),
  nbf: v.number(),
  scp: v.string(),
  azp: v.optional(v.string()),
  uti: v.string(),
  xms_cc: v.optional(v.array(v.string())),
  acrs: v.optional(v.array(v.string())),
});

/** Claims of an access token, named as Entra names them (v2 tokens); times in seconds since the epoch. */
export type AccessTokenClaims = v.InferOutput<typeof claimsSchema>;

type VerifiedToken =
  | { readonly ok: true; readonly claims: AccessTokenClaims }
  | {
      readonly ok: false;
      readonly reason: 'malformed' | 'signature' | 'issuer' | 'audience' | 'not-yet-valid' | 'expired';
    };

/** Mints and checks the tokens of one sandbox; its key lives as long as the process. */
export type SandboxTokens = {
  /** Audience of ARM: what `verifyAccessToken` accepts. */
  readonly audience: string;
  readonly keys: readonly Readonly<Record<string, unknown>>[];
  issuer(tenantId: string): string;
  mintAccessToken(request: AccessTokenRequest): string;
  mintIdToken(request: IdTokenRequest): string;
  /** `now` in milliseconds. No allowance for clock skew: the sandbox has one clock. */
  verifyAccessToken(token: string, at: { readonly now: number }): VerifiedToken;
};

type Options = {
  readonly audience?: string;
  /** Origin of the sign-in server that stands in every token. */
  readonly issuerOrigin?: string;
};

const header = v.object({ alg: v.literal('RS256'), kid: v.string() });

/** Makes a key pair and everything that signs or checks with it. */
export function createTokens({
  audience = 'https://management.azure.com',
  issuerOrigin = 'http://localhost:4175',
}: Options = {}): SandboxTokens {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify(jwk)).digest('base64url').slice(0, 27);
  const issuer = (tenantId: string) => `${issuerOrigin}/${tenantId}/v2.0`;

  function seal(claims: Readonly<Record<string, unknown>>): string {
    const input = `${encode({ typ: 'JWT', alg: 'RS256', kid })}.${encode(claims)}`;
    return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
  }

  function common(request: AccessTokenRequest | IdTokenRequest, clientId: string) {
    const { user, tenantId, now, lifetimeSeconds } = request;
    const seconds = Math.floor(now / 1000);
    return {
      iss: issuer(tenantId),
      iat: seconds,
      nbf: seconds,
      exp: seconds + lifetimeSeconds,
      tid: tenantId,
      oid: user.id,
      sub: pairwise(user.id, tenantId, clientId),
      name: user.displayName,
      preferred_username: user.username,
      ...(tenantId === user.homeTenantId ? {} : { idp: issuer(user.homeTenantId) }),
      ver: '2.0',
      uti: randomUUID(),
    };
  }

  return {
    audience,
    issuer,
    keys: [{ ...jwk, use: 'sig', alg: 'RS256', kid }],
    mintAccessToken: request =>
      seal({
        ...common(request, request.clientId ?? ''),
        aud: request.audience ?? audience,
        scp: request.scopes.join(' '),
        ...(request.clientId === undefined ? {} : { azp: request.clientId }),
        ...(request.capabilities?.length ? { xms_cc: request.capabilities } : {}),
        ...(request.acrs?.length ? { acrs: request.acrs } : {}),
      }),
    mintIdToken: request =>
      seal({
        ...request.extra,
        ...common(request, request.clientId),
        aud: request.clientId,
        ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
        ...(request.sessionId === undefined ? {} : { sid: request.sessionId }),
      }),
    verifyAccessToken(token, { now }) {
      const parts = token.split('.');
      const [head = '', body = '', signature = ''] = parts;
      const parsedHead = v.safeParse(header, decode(head));
      const parsed = v.safeParse(claimsSchema, decode(body));
      if (parts.length !== 3 || !parsedHead.success || !parsed.success) return refused('malformed');
      const signed = Buffer.from(`${head}.${body}`);
      const genuine =
        parsedHead.output.kid === kid &&
        verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url'));
      if (!genuine) return refused('signature');
      const claims = parsed.output;
      if (claims.iss !== issuer(claims.tid)) return refused('issuer');
      if (claims.aud.replace(/\/$/, '') !== audience.replace(/\/$/, '')) return refused('audience');
      if (now < claims.nbf * 1000) return refused('not-yet-valid');
      if (now >= claims.exp * 1000) return refused('expired');
      return { ok: true, claims };
    },
  };
}

function refused(reason: Extract<VerifiedToken, { ok: false }>['reason']): VerifiedToken {
  return { ok: false, reason };
}

/** Entra's `sub` is the same user's other name for each app and tenant. */
function pairwise(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('|')).digest('base64url');
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
