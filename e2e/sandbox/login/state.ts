import type { SandboxUser } from '../users.ts';
import type { LoginEvent } from './log.ts';

/** An account that is signed in at one browser. Times in milliseconds. */
export type SignedIn = {
  readonly user: SandboxUser;
  /** Session id (`sid`) of this account. */
  readonly sid: string;
  readonly persistent: boolean;
  /** Authentication contexts that the sign-in proved. */
  readonly contexts: readonly string[];
  readonly usedAt: number;
};

/** What a sign-in grants to one application. */
export type Grant = Pick<SignedIn, 'user' | 'sid' | 'persistent' | 'contexts'> & {
  readonly clientId: string;
};

type AuthorizationCode = Grant & {
  readonly tenantId: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce: string | undefined;
  readonly scope: string;
  readonly claims: string | null;
  readonly issuedAt: number;
};

export type RefreshToken = Grant & {
  /** When the sign-in was; the lifetime counts from here through all rotations. */
  readonly issuedAt: number;
};

export type TokenFault = {
  /** 503 with Entra's envelope, no answer at all, a closed connection, or a 200 that is no JSON. */
  readonly kind: 'unavailable' | 'hang' | 'reset' | 'garbage';
  readonly times: number;
};

export type AuthorizeFailure = { readonly error: string; readonly code: number; readonly text: string };

export type Settings = {
  /** Fixed, so that tests can count on it; Entra draws 60 to 90 minutes, and up to 28 hours for `CP1`. */
  accessTokenLifetimeSeconds: number;
  /** Entra goes on accepting a refresh token that was replaced; the sandbox refuses it unless told otherwise. */
  replacedRefreshTokens: 'refused' | 'accepted';
  delayMs: number;
  tokenFault: TokenFault | null;
  nextAuthorizeFails: AuthorizeFailure | null;
  /** Authentication context that every grant must have proven. */
  requiredContext: string | null;
};

export function defaultSettings(): Settings {
  return {
    accessTokenLifetimeSeconds: 3600,
    replacedRefreshTokens: 'refused',
    delayMs: 0,
    tokenFault: null,
    nextAuthorizeFails: null,
    requiredContext: null,
  };
}

/** Everything that the sign-in server remembers. It lives in memory and dies with the process. */
export type LoginState = {
  settings: Settings;
  /** Session cookie to the accounts that are signed in there, by object id. */
  readonly sessions: Map<string, Map<string, SignedIn>>;
  readonly codes: Map<string, AuthorizationCode>;
  readonly usedCodes: Set<string>;
  readonly refreshTokens: Map<string, RefreshToken>;
  readonly replacedRefreshTokens: Map<string, RefreshToken>;
  /** By object id: consent given or revoked since the start. */
  readonly consents: Map<string, boolean>;
  readonly log: LoginEvent[];
};

export function createLoginState(): LoginState {
  return {
    settings: defaultSettings(),
    sessions: new Map(),
    codes: new Map(),
    usedCodes: new Set(),
    refreshTokens: new Map(),
    replacedRefreshTokens: new Map(),
    consents: new Map(),
    log: [],
  };
}
