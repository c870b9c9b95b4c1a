import { AuthError } from '@azure/msal-browser';

/** Why a sign-in did not succeed, in the reader's words; `code` and `correlationId` are for whoever helps them. */
export type SignInProblem = {
  readonly title: string;
  readonly text: string;
  readonly code: string;
  readonly correlationId: string | null;
};

/** Entra's error numbers that have an answer of their own (learn.microsoft.com/entra/identity-platform/reference-error-codes). */
const known: ReadonlyMap<string, { readonly title: string; readonly text: string }> = new Map(
  Object.entries({
    '50020': {
      title: 'This account is not in that tenant',
      text: 'Sign in with an account of that tenant, or ask its administrators for an invitation.',
    },
    '50034': { title: 'This account does not exist in that tenant', text: 'Sign in with another account.' },
    '50058': { title: 'You are not signed in', text: 'Press the button to sign in.' },
    '50194': {
      title: 'The app is registered for one tenant, and config.json names none',
      text: 'Whoever installed the dashboard has to write the tenant’s id into config.json, or register the app for several tenants.',
    },
    '50105': {
      title: 'You are not assigned to this app',
      text: 'The app’s administrators let in only people whom they assign. Ask them to assign you.',
    },
    '53000': {
      title: 'Your device is not compliant',
      text: 'Your organisation’s conditional access asks for a managed device.',
    },
    '53003': {
      title: 'Conditional access refused the sign-in',
      text: 'A rule of your organisation blocks this sign-in, for example from this network or device. Its administrators can see which.',
    },
    '65001': {
      title: 'Consent is missing',
      text: 'This app needs the delegated permission “Azure Service Management: user_impersonation”. Sign in again to give it, or ask an administrator to.',
    },
    '65004': {
      title: 'You declined the permission',
      text: 'Without it the app cannot read Azure on your behalf. You can sign in again at any time.',
    },
    '90094': {
      title: 'An administrator has to agree first',
      text: 'Your organisation lets only administrators consent to “Azure Service Management: user_impersonation”.',
    },
    '700016': {
      title: 'The app is not known in that tenant',
      text: 'Its registration may be for one tenant alone, or nobody there has consented to it yet.',
    },
  }),
);

/** The sign-in service does not answer, or there is no network to ask it over. */
export const unreachable: SignInProblem = {
  title: 'The sign-in service could not be reached',
  text: 'The network is down, or something blocks it. Try again when you are connected.',
  code: '',
  correlationId: null,
};

/** Explains what the sign-in library or Entra reported. */
export function signInProblem(error: unknown): SignInProblem {
  if (!(error instanceof AuthError)) {
    const detail = error instanceof Error ? error.message : String(error);
    return { title: 'Sign-in did not work', text: detail, code: '', correlationId: null };
  }
  const number = /AADSTS(\d+)/.exec(error.errorMessage)?.[1];
  const code = number ? `AADSTS${number}` : error.errorCode;
  const correlationId = error.correlationId || null;
  const entry = number ? known.get(number) : undefined;
  if (entry) return { ...entry, code, correlationId };
  if (error.errorCode === 'access_denied') {
    return {
      title: 'The sign-in was cancelled',
      text: 'Nothing was read. You can sign in again at any time.',
      code,
      correlationId,
    };
  }
  if (isUnreachable(error)) return { ...unreachable, code, correlationId };
  const detail = error.errorMessage.split(/\r?\n| Trace ID:/)[0] ?? '';
  return { title: 'Sign-in did not work', text: detail || error.errorCode, code, correlationId };
}

/** No answer from the sign-in service: worth another try without the reader. */
export function isUnreachable(error: unknown): boolean {
  return (
    error instanceof AuthError &&
    /network|request_failed|endpoints_resolution|failed_to_parse|server_error|temporarily_unavailable/.test(
      error.errorCode,
    )
  );
}
