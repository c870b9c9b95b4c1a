import type { SandboxUser } from '../users.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import { type Html, html } from './html.ts';
import { isHinted } from './sessions.ts';
import type { SignedIn } from './state.ts';

type SignInPage = {
  readonly request: AuthorizeRequest;
  readonly users: readonly SandboxUser[];
  readonly accounts: readonly SignedIn[];
  /** Query of the authorization request; the form carries it on, so the server keeps nothing meanwhile. */
  readonly query: string;
  /** What went wrong with the last choice. */
  readonly problem: string | undefined;
};

/** The page to pick an account on. The hinted one and those already signed in stand first. */
export function signInPage({ request, users, accounts, query, problem }: SignInPage): Html {
  const rank = (user: SandboxUser) =>
    isHinted(user, request.loginHint) ? 0 : accounts.some(one => one.user.id === user.id) ? 1 : 2;
  const ordered = [...users].sort((a, b) => rank(a) - rank(b));
  const where = request.tenant
    ? `${request.tenant.displayName} (${request.tenant.defaultDomain})`
    : 'your organisation';
  return html`<h1>Pick an account</h1>
<p class="second">to sign in to ${where} and go on to ${new URL(request.reply.redirectUri).host}</p>
${problem !== undefined && html`<p class="problem" role="alert">${problem}</p>`}
<form method="post" action="/${encodeURIComponent(request.tenantName)}/login${query}">
<ul>${ordered.map(user => accountButton(user, accounts))}</ul>
<label><input type="checkbox" name="stay" value="yes"> Stay signed in after the browser closes</label>
<button name="cancel" value="yes">Cancel</button>
</form>`;
}

function accountButton(user: SandboxUser, accounts: readonly SignedIn[]): Html {
  const signedIn = accounts.some(account => account.user.id === user.id);
  return html`<li><button name="user" value="${user.id}"><strong>${user.displayName}</strong>
<span>${user.username}${signedIn && ', signed in'}</span> <span class="second">${user.note}</span></button></li>`;
}

/** The page that asks whether the app may act for the user. */
export function consentPage(request: AuthorizeRequest, user: SandboxUser, query: string): Html {
  return html`<h1>Permissions requested</h1>
<p class="second">${user.username}</p>
<p>The app at ${new URL(request.reply.redirectUri).host} asks to:</p>
<ul>${request.scope.split(/\s+/).map(scope => html`<li>${permission(scope)}</li>`)}</ul>
<form method="post" action="/${encodeURIComponent(request.tenantName)}/consent${query}">
<input type="hidden" name="user" value="${user.id}">
<div class="row"><button class="primary" name="decision" value="accept">Accept</button>
<button name="decision" value="cancel">Cancel</button></div>
</form>`;
}

function permission(scope: string): string {
  if (/\/(user_impersonation|\.default)$/.test(scope)) return `Read Azure as you (${scope})`;
  if (scope === 'offline_access') return 'Keep that access for a while (offline_access)';
  if (scope === 'openid' || scope === 'profile') return `See who you are (${scope})`;
  return scope;
}

/** A page that says what is wrong where no app may be told. */
export function problemPage(title: string, text: string): Html {
  return html`<h1>${title}</h1><p class="problem" role="alert">${text}</p>`;
}

/** The end of a sign-out that names no page to go to. */
export function signedOutPage(): Html {
  return html`<h1>You are signed out</h1><p>You may close this window.</p>`;
}
