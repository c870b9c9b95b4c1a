import { type Authorization, acceptRequest, carryOut, refuse } from './authorize-answer.ts';
import { decide } from './decision.ts';
import type { Exchange, Reply } from './http.ts';
import { type Login, sessionCookie } from './login-context.ts';
import { accountsOf } from './sessions.ts';

/** `GET /{tenant}/oauth2/v2.0/authorize` */
export function handleAuthorize(login: Login, exchange: Exchange): Reply {
  const accepted = acceptRequest(login, exchange, 'authorize');
  if ('reply' in accepted) return accepted.reply;
  const { request } = accepted;
  const cookie = sessionCookie(exchange.request);
  const authorization: Authorization = { login, exchange, request, kind: 'authorize', cookie, headers: {} };
  const failure = login.state.settings.nextAuthorizeFails;
  if (failure) {
    login.state.settings.nextAuthorizeFails = null;
    return refuse(authorization, failure);
  }
  const accounts = accountsOf(login.state, cookie, login.now());
  return carryOut(authorization, decide(login, request, accounts));
}
