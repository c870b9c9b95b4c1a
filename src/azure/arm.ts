import { ArmActivity } from './arm-activity.ts';
import { correlationIdOf, errorOfAnswer, parseAnswer, retryAfterMs } from './arm-answer.ts';
import { ArmError, type ArmScope } from './arm-error.ts';
import { ArmGate } from './arm-gate.ts';

/** One read of ARM: a GET, or a POST with a query in its body (Resource Graph). Nothing here can write. */
export type ArmRequest = ArmScope & {
  /** Begins with `/`, without a query. */
  readonly path: string;
  readonly apiVersion: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Present: the request is a query-POST. */
  readonly body?: unknown;
  readonly signal?: AbortSignal;
};

export type ArmAnswer = {
  readonly body: unknown;
  readonly correlationId: string | null;
  /** Epoch ms at which the answer had arrived. */
  readonly receivedAt: number;
};

export type TokenRequest = {
  /** Claims that ARM asked for in a challenge, as JSON. */
  readonly claims?: string;
  /** Ask the sign-in service even where a cached token looks valid. */
  readonly forceRefresh?: boolean;
};

/** Everything outside this file that the transport needs; tests pass their own clock and network. */
export type ArmEnvironment = {
  /** Origin of Azure Resource Manager: the only place a token is ever sent to. */
  readonly resourceManager: string;
  /**
   * Asked once for each request, so that no token lies anywhere but with the sign-in library.
   * @throws ArmError of kind `sign-in` where the reader must act, `offline` where sign-in cannot be reached.
   */
  readonly getToken: (scope: ArmScope, request: TokenRequest) => Promise<string>;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly random: () => number;
  /** Resolves after ms; rejects when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
};

const requestsInFlight = 6;
const attempts = 6;
/** Fewer where nothing answers at all: the reader of a dead network is told within seconds. */
const attemptsWithoutAnswer = 4;
const firstBackoffMs = 500;
const longestBackoffMs = 30_000;
/** A Retry-After beyond this is told to the reader instead of waited for. */
const longestWaitMs = 120_000;
const mostPages = 1_000;

/** The one way to Azure Resource Manager: reads alone, retried, bounded, and never with a token for another origin. */
export class Arm {
  readonly activity = new ArmActivity();
  readonly #gate = new ArmGate(requestsInFlight);
  readonly #environment: ArmEnvironment;

  constructor(environment: ArmEnvironment) {
    this.#environment = environment;
  }

  /** Sends one read. @throws ArmError, or the signal's reason when it is aborted. */
  async send(request: ArmRequest): Promise<ArmAnswer> {
    return this.#retrying(request, this.#url(request));
  }

  /** Follows `nextLink` to the end, page by page. @throws ArmError for a link to another origin, or a loop. */
  async *pages(request: ArmRequest): AsyncGenerator<ArmAnswer> {
    const seen = new Set<string>();
    let url: URL | undefined = this.#url(request);
    while (url) {
      if (seen.has(url.href))
        throw refusal(request, 'Azure’s list of pages leads back to a page already read.');
      if (seen.size >= mostPages) throw refusal(request, `Azure’s list goes on after ${mostPages} pages.`);
      seen.add(url.href);
      const answer = await this.#retrying(request, url);
      yield answer;
      url = this.#nextUrl(request, answer.body);
    }
  }

  async #retrying(request: ArmRequest, url: URL): Promise<ArmAnswer> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#authorised(request, url);
      if (!('error' in outcome)) return outcome;
      const { error, retryAfter } = outcome;
      const delay = retryAfter ?? this.#backoff(attempt);
      const most = error.kind === 'offline' ? attemptsWithoutAnswer : attempts;
      if (!error.retryable || attempt >= most || delay > longestWaitMs) throw error;
      await this.#wait(request, error, delay);
    }
  }

  /** A 401 gets one more try with a fresh token, with the claims where ARM names them; a second 401 is an error. */
  async #authorised(request: ArmRequest, url: URL): Promise<Outcome> {
    const first = await this.#once(request, url, {});
    if (!('error' in first) || first.error.status !== 401 || first.error.kind === 'wrong-tenant')
      return first;
    const { claims } = first.error;
    return this.#once(request, url, { forceRefresh: true, ...(claims === null ? {} : { claims }) });
  }

  async #once(request: ArmRequest, url: URL, tokenRequest: TokenRequest): Promise<Outcome> {
    const { signal } = request;
    const key = request.subscriptionId ?? '';
    const leave = await this.#gate.enter(key, signal);
    try {
      await this.#untilResumed(key, request);
      const token = await this.#environment.getToken(request, tokenRequest);
      signal?.throwIfAborted();
      return await this.#exchange(request, url, token);
    } catch (cause) {
      if (cause instanceof ArmError) return { error: cause };
      throw cause;
    } finally {
      leave();
    }
  }

  async #exchange(request: ArmRequest, url: URL, token: string): Promise<Outcome> {
    const { fetch, now } = this.#environment;
    try {
      const response = await fetch(url, {
        method: request.body === undefined ? 'GET' : 'POST',
        headers: {
          Accept: 'application/json',
          Authorization: `Bearer ${token}`,
          ...(request.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
        ...(request.signal ? { signal: request.signal } : {}),
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      const text = await response.text();
      if (!response.ok) return this.#failure(request, response, text);
      const body = parseAnswer(request, response, text);
      return { body, correlationId: correlationIdOf(response, ''), receivedAt: now() };
    } catch (cause) {
      if (cause instanceof ArmError) return { error: cause };
      request.signal?.throwIfAborted();
      return { error: unreachable(request) };
    }
  }

  #failure(request: ArmRequest, response: Response, text: string): Outcome {
    const error = errorOfAnswer(scopeOf(request), response, text);
    const retryAfter = retryAfterMs(response, this.#environment.now());
    return retryAfter === undefined ? { error } : { error, retryAfter };
  }

  async #wait(request: ArmRequest, error: ArmError, delay: number): Promise<void> {
    const until = this.#environment.now() + delay;
    if (error.kind === 'throttled') this.#gate.pause(request.subscriptionId ?? '', until);
    const reason = error.kind === 'throttled' || error.kind === 'offline' ? error.kind : 'server';
    const end = this.activity.begin({ scope: scopeOf(request), reason, until });
    try {
      await this.#environment.sleep(delay, request.signal);
    } finally {
      end();
    }
  }

  async #untilResumed(key: string, request: ArmRequest): Promise<void> {
    const { now, sleep } = this.#environment;
    for (let wait = this.#gate.resumeAt(key) - now(); wait > 0; wait = this.#gate.resumeAt(key) - now()) {
      await sleep(wait, request.signal);
    }
  }

  /** Full jitter: anything between nothing and the doubled bound, so that many tabs do not come back together. */
  #backoff(attempt: number): number {
    return this.#environment.random() * Math.min(longestBackoffMs, firstBackoffMs * 2 ** attempt);
  }

  #url({ path, apiVersion, query }: ArmRequest): URL {
    const url = new URL(this.#environment.resourceManager);
    url.pathname = path;
    for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
    url.searchParams.set('api-version', apiVersion);
    return url;
  }

  #nextUrl(request: ArmRequest, body: unknown): URL | undefined {
    if (typeof body !== 'object' || body === null || !('nextLink' in body)) return undefined;
    const { nextLink } = body;
    if (nextLink === null || nextLink === '' || nextLink === undefined) return undefined;
    if (typeof nextLink !== 'string' || !URL.canParse(nextLink))
      throw refusal(request, 'Azure’s link to the next page is not a URL.');
    const url = new URL(nextLink);
    if (url.origin === new URL(this.#environment.resourceManager).origin) return url;
    throw refusal(
      request,
      `The link to the next page leads to ${url.origin}, not to Azure Resource Manager. It was not followed.`,
    );
  }
}

type Outcome = ArmAnswer | { readonly error: ArmError; readonly retryAfter?: number };

function scopeOf({ operation, subscriptionId }: ArmScope): ArmScope {
  return subscriptionId === undefined ? { operation } : { operation, subscriptionId };
}

function refusal(request: ArmRequest, message: string): ArmError {
  return new ArmError({
    kind: 'unexpected',
    scope: scopeOf(request),
    status: 0,
    code: 'PageRefused',
    message,
    correlationId: null,
  });
}

function unreachable(request: ArmRequest): ArmError {
  return new ArmError({
    kind: 'offline',
    scope: scopeOf(request),
    status: 0,
    code: '',
    message:
      'Azure Resource Manager could not be reached. The network is down, or something blocks the request.',
    correlationId: null,
  });
}
