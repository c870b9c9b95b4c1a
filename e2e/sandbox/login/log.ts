/** One answered request, for tests and for the curious. Never holds a token, a code or a cookie. */
export type LoginEvent = {
  readonly at: string;
  readonly kind: 'authorize' | 'sign-in' | 'consent' | 'token' | 'logout';
  readonly tenant: string;
  /** `code`, `page`, `tokens`, `signed-out`, a fault, or `error 50058`. */
  readonly outcome: string;
  readonly user?: string | undefined;
  readonly prompt?: string | undefined;
  readonly grantType?: string | undefined;
  readonly scope?: string | undefined;
  readonly claims?: string | undefined;
  /** The browser said that the request came from a frame. */
  readonly framed?: boolean | undefined;
};

/** Whoever keeps such a log. */
type Logged = { readonly log: LoginEvent[] };

const logLength = 2000;

/** Notes an answered request; the oldest are forgotten past 2,000. */
export function record(state: Logged, event: LoginEvent): void {
  state.log.push(event);
  if (state.log.length > logLength) state.log.splice(0, state.log.length - logLength);
}

/** How many requests had all these properties: `{ kind: 'token', grantType: 'refresh_token' }`. */
export function countEvents(
  state: { readonly log: readonly LoginEvent[] },
  wanted: Partial<LoginEvent>,
): number {
  const matches = (event: Readonly<Record<string, unknown>>) =>
    Object.entries(wanted).every(([name, value]) => event[name] === value);
  return state.log.filter(matches).length;
}
