import { randomUUID } from 'node:crypto';

/** An error of the protocol: OAuth's word, Entra's number, our sentence. */
export type EntraError = {
  readonly error: string;
  readonly code: number;
  readonly text: string;
  readonly suberror?: string;
  /** What the client must ask for to go on (a claims request, JSON). */
  readonly claims?: string;
};

/**
 * The errors that the stand-in knows. Numbers and OAuth words as in Microsoft's "authentication and authorization
 * error codes" (learn, identity-platform/reference-error-codes); the wording is ours, nobody may depend on it.
 */
export const entraErrors = {
  noSession: {
    error: 'login_required',
    code: 50058,
    text: 'A silent sign-in was asked for, but nobody is signed in here: the session is gone or its cookie was not sent.',
  },
  severalSessions: {
    error: 'interaction_required',
    code: 16000,
    text: 'More than one account is signed in and the request names none of them.',
  },
  unknownSession: {
    error: 'interaction_required',
    code: 160021,
    text: 'The session that the request names does not exist.',
  },
  cancelled: {
    error: 'access_denied',
    code: 0,
    text: 'The user cancelled the sign-in.',
  },
  consentNeeded: {
    error: 'interaction_required',
    code: 65001,
    text: 'The user has not consented to this application. Send an interactive request for this user and resource.',
    suberror: 'consent_required',
  },
  consentDeclined: {
    error: 'access_denied',
    code: 65004,
    text: 'The user declined to consent to this application.',
  },
  blocked: {
    error: 'access_denied',
    code: 53003,
    text: 'A conditional access policy blocks this sign-in: no token may be issued.',
  },
  replyAddress: {
    error: 'invalid_request',
    code: 50011,
    text: 'The redirect URI of the request is not one that is registered for this application.',
  },
  noReplyAddress: {
    error: 'invalid_request',
    code: 900971,
    text: 'The request names no redirect URI.',
  },
  responseType: {
    error: 'unsupported_response_type',
    code: 70005,
    text: 'Only response_type=code is supported.',
  },
  responseMode: {
    error: 'invalid_request',
    code: 70007,
    text: 'Only response_mode fragment and query are supported.',
  },
  pkceMissing: {
    error: 'invalid_request',
    code: 9002325,
    text: 'Proof Key for Code Exchange (code_challenge, S256) is required of a single-page application.',
  },
  challengeSize: {
    error: 'invalid_request',
    code: 501491,
    text: 'The size of code_challenge is not that of an S256 challenge.',
  },
  prompt: { error: 'invalid_request', code: 90023, text: 'The value of prompt is not supported.' },
  claims: { error: 'invalid_request', code: 90100, text: 'The claims parameter is not a JSON object.' },
  crossOrigin: {
    error: 'invalid_request',
    code: 9002326,
    text: 'Tokens may be redeemed across origins from the single-page application alone, and this origin is not it.',
  },
  notCrossOrigin: {
    error: 'invalid_request',
    code: 9002327,
    text: 'Tokens of a single-page application may be redeemed by cross-origin requests alone.',
  },
  secretOfPublicClient: {
    error: 'invalid_client',
    code: 700025,
    text: 'A public client must not present a secret.',
  },
  grantType: {
    error: 'unsupported_grant_type',
    code: 70003,
    text: 'Only authorization_code and refresh_token are supported.',
  },
  codeUnknown: { error: 'invalid_grant', code: 70000, text: 'The authorization code is not valid.' },
  codeExpired: { error: 'invalid_grant', code: 70008, text: 'The authorization code has expired.' },
  codeUsed: { error: 'invalid_grant', code: 54005, text: 'The authorization code was already redeemed.' },
  codeOfOtherTenant: {
    error: 'invalid_grant',
    code: 700005,
    text: 'The authorization code was issued for another tenant.',
  },
  verifier: {
    error: 'invalid_grant',
    code: 501481,
    text: 'The code_verifier does not match the code_challenge of the authorization request.',
  },
  refreshTokenUnknown: {
    error: 'invalid_grant',
    code: 70000,
    text: 'The refresh token is not valid, or was replaced by a newer one.',
    suberror: 'bad_token',
  },
} as const satisfies Record<string, EntraError>;

/** A required parameter is not there. */
export function missing(name: string): EntraError {
  return {
    error: 'invalid_request',
    code: 900144,
    text: `The request must contain the parameter '${name}'.`,
  };
}

/** No directory has that name. */
export function unknownTenant(name: string): EntraError {
  return {
    error: 'invalid_request',
    code: 90002,
    text: `The tenant '${name}' was not found. Check the tenant in the address.`,
  };
}

/** The account is no member and no guest of the tenant. Silently Entra answers 16000, at the token endpoint 50020. */
export function notInTenant(username: string, tenant: string, silent: boolean): EntraError {
  return {
    error: silent ? 'interaction_required' : 'invalid_grant',
    code: silent ? 16000 : 50020,
    text: `The account '${username}' does not exist in the tenant '${tenant}' and cannot use the application there. It must be added as an external user first.`,
  };
}

/** A single-page application's refresh token lives 24 hours from sign-in and is never prolonged. */
export function refreshTokenExpired(issuedAt: number): EntraError {
  return {
    error: 'invalid_grant',
    code: 700084,
    text: `The refresh token was issued to a single-page application, lives 1.00:00:00 and cannot be extended. A new sign-in is needed. It was issued on ${new Date(issuedAt).toISOString()}.`,
    suberror: 'bad_token',
  };
}

/** The sign-in must prove more: the claims say what to ask for. */
export function moreProofNeeded(context: string): EntraError {
  return {
    error: 'interaction_required',
    code: 50076,
    text: 'A policy asks for more than this sign-in has proven. Send an interactive request with the claims.',
    suberror: 'basic_action',
    claims: JSON.stringify({ access_token: { acrs: { essential: true, value: context } } }),
  };
}

/** Where and when an error happened. `now` in milliseconds. */
export type ErrorPlace = { readonly now: number; readonly correlationId: string };

/** Entra's JSON envelope of an error. */
export function errorEnvelope(problem: EntraError, { now, correlationId }: ErrorPlace) {
  const traceId = randomUUID();
  const timestamp = new Date(now)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, 'Z');
  const number = problem.code === 0 ? '' : `AADSTS${problem.code}: `;
  return {
    error: problem.error,
    error_description: `${number}${problem.text} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: problem.code === 0 ? [] : [problem.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    // MSAL reads the number of a refused authorization from here.
    ...(problem.code === 0
      ? {}
      : { error_uri: `https://login.microsoftonline.com/error?code=${problem.code}` }),
    ...(problem.suberror === undefined ? {} : { suberror: problem.suberror }),
    ...(problem.claims === undefined ? {} : { claims: problem.claims }),
  };
}
