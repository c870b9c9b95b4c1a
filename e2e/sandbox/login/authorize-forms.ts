import { acceptRequest, carryOut, failurePage, pick, refuse } from './authorize-answer.ts';
import { afterSignIn } from './decision.ts';
import { entraErrors, notInTenant } from './entra-error.ts';
import { type Exchange, isFromOwnPage, type Reply, readBody } from './http.ts';
import { sessionPauseMs } from './lifetimes.ts';
import { cookieName, type Login, sessionCookie, tenantOf } from './login-context.ts';
import { accountsOf, signIn } from './sessions.ts';

const foreignForm = 'The form did not come from this page.';

/** `POST /{tenant}/login`: the form of the sign-in page, with the query of the authorization request. */
export async function handleSignIn(login: Login, exchange: Exchange): Promise<Reply> {
  // Any other site could sign its own account in here (login CSRF).
  if (!isFromOwnPage(exchange)) return failurePage(foreignForm);
  const accepted = acceptRequest(login, exchange, 'sign-in');
  if ('reply' in accepted) return accepted.reply;
  const { request } = accepted;
  const form = new URLSearchParams(await readBody(exchange.request));
  const before = sessionCookie(exchange.request);
  const asked = { login, exchange, request, kind: 'sign-in', cookie: before, headers: {} } as const;
  if (form.has('cancel')) return refuse(asked, entraErrors.cancelled);
  const user = login.users.find(one => one.id === form.get('user'));
  if (!user) return failurePage('No such account.');
  if (user.blocked) return refuse(asked, entraErrors.blocked, user);
  if (!tenantOf(login, user, request.tenant)) {
    return pick(asked, notInTenant(user.username, request.tenantName, false), user);
  }
  const persistent = form.has('stay');
  const { cookie, account } = signIn(login.state, before, {
    user,
    persistent,
    contexts: request.claims.contexts,
    usedAt: login.now(),
  });
  // Lax: a frame of the same site (the app on another port) gets it, a frame under another host does not.
  const attributes = `Path=/; HttpOnly; SameSite=Lax${persistent ? `; Max-Age=${sessionPauseMs.long / 1000}` : ''}`;
  const headers = { 'set-cookie': `${cookieName(exchange.request)}=${cookie}; ${attributes}` };
  return carryOut({ ...asked, cookie, headers }, afterSignIn(login, request, account));
}

/** `POST /{tenant}/consent`: the form of the consent page. */
export async function handleConsent(login: Login, exchange: Exchange): Promise<Reply> {
  if (!isFromOwnPage(exchange)) return failurePage(foreignForm);
  const accepted = acceptRequest(login, exchange, 'consent');
  if ('reply' in accepted) return accepted.reply;
  const { request } = accepted;
  const form = new URLSearchParams(await readBody(exchange.request));
  const cookie = sessionCookie(exchange.request);
  const accounts = accountsOf(login.state, cookie, login.now());
  const account = accounts.find(({ user }) => user.id === form.get('user'));
  if (!account || !tenantOf(login, account.user, request.tenant)) {
    return failurePage('That account is not signed in here any more.');
  }
  const asked = { login, exchange, request, kind: 'consent', cookie, headers: {} } as const;
  if (form.get('decision') !== 'accept') return refuse(asked, entraErrors.consentDeclined, account.user);
  login.state.consents.set(account.user.id, true);
  return carryOut(asked, { kind: 'grant', account });
}
