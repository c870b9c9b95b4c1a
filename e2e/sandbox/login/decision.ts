import type { AuthorizeRequest } from './authorize-request.ts';
import type { ClaimsRequest } from './claims-request.ts';
import { type EntraError, entraErrors, moreProofNeeded, notInTenant } from './entra-error.ts';
import { type Login, tenantOf } from './login-context.ts';
import { hasConsent, isHinted } from './sessions.ts';
import type { SignedIn } from './state.ts';

/** What an authorization request comes to. */
export type Decision =
  | { readonly kind: 'grant'; readonly account: SignedIn }
  | { readonly kind: 'refuse'; readonly problem: EntraError }
  /** The user must pick an account; the problem says why the one at hand will not do. */
  | { readonly kind: 'pick'; readonly problem?: EntraError }
  | { readonly kind: 'consent'; readonly account: SignedIn };

/** Decides from the request and the accounts that this browser has signed in. */
export function decide(login: Login, request: AuthorizeRequest, accounts: readonly SignedIn[]): Decision {
  if (request.prompt === 'none') return decideSilently(login, request, accounts);
  if (request.prompt === 'login' || request.prompt === 'select_account') return { kind: 'pick' };
  const account = chosen(login, request, accounts);
  if (!account || 'error' in account || missingContexts(login, request.claims, account).length > 0) {
    return { kind: 'pick' };
  }
  if (!tenantOf(login, account.user, request.tenant)) {
    return { kind: 'pick', problem: notInTenant(account.user.username, request.tenantName, false) };
  }
  return afterSignIn(login, request, account);
}

/** What follows when an account has just been picked: consent where it is missing or asked for, else a code. */
export function afterSignIn(login: Login, request: AuthorizeRequest, account: SignedIn): Decision {
  const needed = request.prompt === 'consent' || !hasConsent(login.state, account.user);
  return { kind: needed ? 'consent' : 'grant', account };
}

function decideSilently(login: Login, request: AuthorizeRequest, accounts: readonly SignedIn[]): Decision {
  const account = chosen(login, request, accounts);
  if (!account) return { kind: 'refuse', problem: entraErrors.noSession };
  if ('error' in account) return { kind: 'refuse', problem: account };
  const { user } = account;
  if (!tenantOf(login, user, request.tenant)) {
    return { kind: 'refuse', problem: notInTenant(user.username, request.tenantName, true) };
  }
  const [context] = missingContexts(login, request.claims, account);
  if (context !== undefined) return { kind: 'refuse', problem: moreProofNeeded(context) };
  if (!hasConsent(login.state, user)) return { kind: 'refuse', problem: entraErrors.consentNeeded };
  return { kind: 'grant', account };
}

/** The account that the request means: by session id, by hint, or the only one that the tenant knows. */
function chosen(
  login: Login,
  request: AuthorizeRequest,
  accounts: readonly SignedIn[],
): SignedIn | EntraError | undefined {
  const { sid, loginHint } = request;
  if (sid !== undefined) return accounts.find(account => account.sid === sid) ?? entraErrors.unknownSession;
  if (loginHint !== undefined) return accounts.find(({ user }) => isHinted(user, loginHint));
  const eligible = accounts.filter(({ user }) => tenantOf(login, user, request.tenant));
  if (eligible.length > 1) return entraErrors.severalSessions;
  if (request.prompt === 'none' && eligible.length === 0 && accounts.length > 1) {
    return entraErrors.severalSessions;
  }
  return eligible[0] ?? (request.prompt === 'none' ? accounts[0] : undefined);
}

/** Authentication contexts that the request or the policy asks for and the sign-in has not proven. */
export function missingContexts(
  login: Login,
  claims: Pick<ClaimsRequest, 'contexts'>,
  grant: Pick<SignedIn, 'contexts'>,
): string[] {
  const required = login.state.settings.requiredContext;
  const wanted = [...claims.contexts, ...(required === null ? [] : [required])];
  return wanted.filter(context => !grant.contexts.includes(context));
}
