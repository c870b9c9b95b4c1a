import type { IncomingMessage } from 'node:http';
import type { SandboxTenant } from '../tenants.ts';
import { findTenant } from '../tenants.ts';
import type { SandboxTokens } from '../tokens.ts';
import type { SandboxUser } from '../users.ts';
import { type EntraError, unknownTenant } from './entra-error.ts';
import { readCookie } from './http.ts';
import type { LoginState } from './state.ts';

/** What every endpoint of the sign-in server works with. */
export type Login = {
  readonly state: LoginState;
  readonly users: readonly SandboxUser[];
  readonly tenants: readonly SandboxTenant[];
  readonly tokens: SandboxTokens;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Origins of the app: its redirect URIs and its cross-origin requests come from here. */
  readonly appOrigins: () => readonly string[];
  /** The one application that is registered; any where it is left out. */
  readonly clientId: string | undefined;
};

/** A tenant, or null for `organizations` and `common`: the home tenant of whoever signs in. */
export function resolveTenant(login: Login, name: string): SandboxTenant | null | EntraError {
  if (/^(organizations|common)$/i.test(name)) return null;
  return findTenant(login.tenants, name) ?? unknownTenant(name);
}

/** The tenant that a user gets a token of; undefined where the user is a stranger there. */
export function tenantOf(
  login: Login,
  user: SandboxUser,
  asked: SandboxTenant | null,
): SandboxTenant | undefined {
  const id = asked?.id ?? user.homeTenantId;
  return user.tenants.includes(id) ? login.tenants.find(tenant => tenant.id === id) : undefined;
}

/** Cookies ignore ports: the name carries ours, so that two sandboxes on one machine do not sign each other out. */
export function cookieName(request: IncomingMessage): string {
  return `sandbox-session-${request.socket.localPort}`;
}

export function sessionCookie(request: IncomingMessage): string | undefined {
  return readCookie(request, cookieName(request));
}

/** The id that the client gave its request, or one of ours. */
export function correlationId(url: URL): string {
  return url.searchParams.get('client-request-id') ?? crypto.randomUUID();
}
