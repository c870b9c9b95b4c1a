import { refreshTokenLifetimeMs } from './lifetimes.ts';
import {
  type AuthorizeFailure,
  createLoginState,
  defaultSettings,
  type LoginState,
  type TokenFault,
} from './state.ts';

/** The levers of the sign-in server, for tests and for the page of controls. */
export type LoginControls = {
  readonly state: LoginState;
  setAccessTokenLifetime(seconds: number): void;
  /** Every refresh token is answered as one whose 24 hours are over. */
  expireRefreshTokens(): void;
  /** Entra accepts a refresh token that was replaced; the sandbox refuses it unless told to be as lenient. */
  acceptReplacedRefreshTokens(accept: boolean): void;
  /** Nobody is signed in any more, in any browser. Tokens stay what they are. */
  endSessions(): void;
  failNextAuthorize(failure: AuthorizeFailure): void;
  /** MSAL sends a request again once when the connection breaks: a single `reset` passes unseen. */
  breakTokenEndpoint(fault: TokenFault): void;
  /** Every answer of authorize, token and logout waits that long. */
  delay(ms: number): void;
  /** The user must consent again before the app gets another token. */
  revokeConsent(userId: string): void;
  /** Every grant must have proven this authentication context; null asks for none. */
  requireClaims(context: string | null): void;
  reset(): void;
};

/** Makes the levers together with the state that they move. */
export function createLoginControls(): LoginControls {
  const state = createLoginState();
  return {
    state,
    setAccessTokenLifetime: seconds => {
      state.settings.accessTokenLifetimeSeconds = seconds;
    },
    expireRefreshTokens: () => {
      for (const [value, token] of state.refreshTokens) {
        state.refreshTokens.set(value, { ...token, issuedAt: token.issuedAt - refreshTokenLifetimeMs });
      }
    },
    acceptReplacedRefreshTokens: accept => {
      state.settings.replacedRefreshTokens = accept ? 'accepted' : 'refused';
    },
    endSessions: () => state.sessions.clear(),
    failNextAuthorize: failure => {
      state.settings.nextAuthorizeFails = failure;
    },
    breakTokenEndpoint: fault => {
      state.settings.tokenFault = fault;
    },
    delay: ms => {
      state.settings.delayMs = ms;
    },
    revokeConsent: userId => void state.consents.set(userId, false),
    requireClaims: context => {
      state.settings.requiredContext = context;
    },
    reset: () => {
      state.settings = defaultSettings();
      for (const part of [
        state.sessions,
        state.codes,
        state.usedCodes,
        state.refreshTokens,
        state.replacedRefreshTokens,
        state.consents,
      ]) {
        part.clear();
      }
      state.log.length = 0;
    },
  };
}
