import { isAppAddress } from './authorize-request.ts';
import { page } from './html.ts';
import { type Exchange, type Reply, redirect } from './http.ts';
import { record } from './log.ts';
import { type Login, sessionCookie } from './login-context.ts';
import { signedOutPage } from './pages.ts';
import { isHinted } from './sessions.ts';

/**
 * `GET /{tenant}/oauth2/v2.0/logout`: signs out the hinted account, or all where nothing is hinted (Entra lets the
 * user pick then). Refresh tokens live on, as Entra's do after a single sign-out.
 */
export function handleLogout(login: Login, exchange: Exchange): Reply {
  const { request, url, params } = exchange;
  const cookie = sessionCookie(request) ?? '';
  const accounts = login.state.sessions.get(cookie);
  const hint = url.searchParams.get('logout_hint') ?? undefined;
  const gone = [...(accounts?.values() ?? [])].filter(
    ({ user }) => hint === undefined || isHinted(user, hint),
  );
  for (const { user } of gone) accounts?.delete(user.id);
  if (accounts?.size === 0) login.state.sessions.delete(cookie);
  record(login.state, {
    at: new Date(login.now()).toISOString(),
    kind: 'logout',
    tenant: params['tenant'] ?? '',
    outcome: 'signed-out',
    user: gone.map(({ user }) => user.username).join(' ') || undefined,
  });
  const target = url.searchParams.get('post_logout_redirect_uri');
  if (target === null || !isAppAddress(login, target)) {
    return page('Signed out', signedOutPage());
  }
  const next = new URL(target);
  const state = url.searchParams.get('state');
  // MSAL's redirect bridge recognises the way back by its state.
  if (state !== null) next.searchParams.set('state', state);
  return redirect(exchange, next.href);
}
