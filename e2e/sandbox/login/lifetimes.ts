/** Source: learn, v2-oauth2-auth-code-flow: "about 10 minutes". */
export const codeLifetimeMs = 10 * 60_000;
/** Of a single-page application, from sign-in, never prolonged. Source: learn, identity-platform/refresh-tokens. */
export const refreshTokenLifetimeMs = 24 * 3_600_000;
/** Longest pause of a session, and of one that stays signed in. Source: learn, configurable-token-lifetimes. */
export const sessionPauseMs = { short: 24 * 3_600_000, long: 90 * 24 * 3_600_000 };
