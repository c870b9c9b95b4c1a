import type { SandboxUser } from '../users.ts';
import { type AuthorizeRequest, parseAuthorize, replyAddress, replyError } from './authorize-request.ts';
import type { Decision } from './decision.ts';
import { type EntraError, errorEnvelope } from './entra-error.ts';
import { page } from './html.ts';
import { type Exchange, type Reply, redirect } from './http.ts';
import { type LoginEvent, record } from './log.ts';
import { correlationId, type Login, tenantOf } from './login-context.ts';
import { consentPage, problemPage, signInPage } from './pages.ts';
import { accountsOf, secret, touch } from './sessions.ts';
import type { SignedIn } from './state.ts';
import { clientInfo } from './token-response.ts';

/** A checked authorization request on its way to an answer; the log says which step it is. */
export type Authorization = {
  readonly login: Login;
  readonly exchange: Exchange;
  readonly request: AuthorizeRequest;
  readonly kind: LoginEvent['kind'];
  /** The browser's session cookie, as it is after this step. */
  readonly cookie: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
};

/** Checks the query of an authorization request; what is wrong with it is answered at once. */
export function acceptRequest(
  login: Login,
  exchange: Exchange,
  kind: LoginEvent['kind'],
): { readonly request: AuthorizeRequest } | { readonly reply: Reply } {
  const tenant = exchange.params['tenant'] ?? '';
  const parsed = parseAuthorize(login, tenant, exchange.url);
  if (parsed.kind === 'request') return { request: parsed.request };
  const { problem } = parsed;
  const now = login.now();
  record(login.state, {
    at: new Date(now).toISOString(),
    kind,
    tenant,
    outcome: `error ${problem.code}`,
  });
  if (parsed.kind === 'reply') return { reply: redirect(exchange, replyError(parsed.reply, problem, now)) };
  const { error_description } = errorEnvelope(problem, { now, correlationId: correlationId(exchange.url) });
  return { reply: failurePage(error_description) };
}

/** Carries a decision out: a code or an error for the app, or the page that the user must answer. */
export function carryOut(authorization: Authorization, decision: Decision): Reply {
  if (decision.kind === 'refuse') return refuse(authorization, decision.problem);
  if (decision.kind === 'pick') return pick(authorization, decision.problem);
  const { login, exchange, request, cookie, headers } = authorization;
  const { account } = decision;
  const { user } = account;
  if (decision.kind === 'consent') {
    note(authorization, 'page', user);
    const body = consentPage(request, user, exchange.url.search);
    return page('Permissions requested', body, { headers, formTargets: [appOrigin(request)] });
  }
  touch(login.state, cookie, account, login.now());
  note(authorization, 'code', user);
  const code = issueCode(login, request, account);
  const address = replyAddress(request.reply, {
    code,
    client_info: clientInfo(user),
    session_state: account.sid,
  });
  return redirect(exchange, address, headers);
}

/** Tells the app that there will be no code. */
export function refuse(authorization: Authorization, problem: EntraError, user?: SandboxUser): Reply {
  const { login, exchange, request, headers } = authorization;
  note(authorization, `error ${problem.code}`, user);
  return redirect(exchange, replyError(request.reply, problem, login.now()), headers);
}

/** Lets the user pick an account; `problem` says why the last one would not do. */
export function pick(authorization: Authorization, problem?: EntraError, user?: SandboxUser): Reply {
  const { login, exchange, request, cookie, headers } = authorization;
  note(authorization, problem ? `error ${problem.code}` : 'page', user);
  const body = signInPage({
    request,
    users: login.users,
    accounts: accountsOf(login.state, cookie, login.now()),
    query: exchange.url.search,
    problem: problem?.text,
  });
  return page('Pick an account', body, { headers, formTargets: [appOrigin(request)] });
}

/** A page for a fault that no app may be told of. */
export function failurePage(text: string): Reply {
  return page('Sign-in failed', problemPage('Sign-in failed', text), { status: 400 });
}

function issueCode(login: Login, request: AuthorizeRequest, account: SignedIn): string {
  const tenant = tenantOf(login, account.user, request.tenant);
  if (!tenant) throw new Error('A code was about to be issued for a tenant that does not know the account.');
  const code = secret();
  const { user, sid, persistent, contexts } = account;
  login.state.codes.set(code, {
    user,
    sid,
    persistent,
    contexts,
    clientId: request.clientId,
    tenantId: tenant.id,
    redirectUri: request.reply.redirectUri,
    challenge: request.challenge,
    nonce: request.nonce,
    scope: request.scope,
    claims: request.claimsText,
    issuedAt: login.now(),
  });
  return code;
}

function appOrigin(request: AuthorizeRequest): string {
  return new URL(request.reply.redirectUri).origin;
}

function note({ login, exchange, request, kind }: Authorization, outcome: string, user?: SandboxUser): void {
  record(login.state, {
    at: new Date(login.now()).toISOString(),
    kind,
    tenant: request.tenantName,
    outcome,
    user: user?.username,
    prompt: request.prompt,
    scope: request.scope,
    claims: request.claimsText ?? undefined,
    framed: exchange.request.headers['sec-fetch-dest'] === 'iframe',
  });
}
