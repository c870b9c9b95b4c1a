import { randomBytes, randomUUID } from 'node:crypto';
import type { SandboxUser } from '../users.ts';
import { sessionPauseMs } from './lifetimes.ts';
import type { LoginState, SignedIn } from './state.ts';

/** 256 random bits for a code, a refresh token or a cookie. */
export function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Accounts signed in at the browser that holds this cookie; a session that paused too long is none. */
export function accountsOf(state: LoginState, cookie: string | undefined, now: number): SignedIn[] {
  const accounts = [...(state.sessions.get(cookie ?? '')?.values() ?? [])];
  return accounts.filter(
    ({ usedAt, persistent }) => now - usedAt <= (persistent ? sessionPauseMs.long : sessionPauseMs.short),
  );
}

/** Uses a session: its pause counts from now. */
export function touch(state: LoginState, cookie: string | undefined, account: SignedIn, now: number): void {
  state.sessions.get(cookie ?? '')?.set(account.user.id, { ...account, usedAt: now });
}

/** Signs an account in beside those already there, under a new cookie, which is returned. */
export function signIn(
  state: LoginState,
  cookie: string | undefined,
  account: Omit<SignedIn, 'sid'>,
): { cookie: string; account: SignedIn } {
  const accounts = state.sessions.get(cookie ?? '') ?? new Map<string, SignedIn>();
  // A cookie that was there before the sign-in must not be worth more after it (session fixation).
  if (cookie !== undefined) state.sessions.delete(cookie);
  const signedIn = { ...account, sid: accounts.get(account.user.id)?.sid ?? randomUUID() };
  accounts.set(account.user.id, signedIn);
  const renewed = secret();
  state.sessions.set(renewed, accounts);
  return { cookie: renewed, account: signedIn };
}

export function hasConsent(state: LoginState, user: SandboxUser): boolean {
  return state.consents.get(user.id) ?? user.needsConsent !== true;
}

/** The opaque value of the optional claim `login_hint`, which clients send back as a hint. */
export function loginHint(user: SandboxUser): string {
  return `O.${Buffer.from(user.id).toString('base64url')}`;
}

/** Whether a hint, opaque or a user name, means this user. */
export function isHinted(user: SandboxUser, hint: string | undefined): boolean {
  return (
    hint !== undefined && (hint === loginHint(user) || hint.toLowerCase() === user.username.toLowerCase())
  );
}
