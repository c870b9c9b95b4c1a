import { ArmActivity } from './arm-activity.ts';
import { correlationIdOf, errorOfAnswer, parseAnswer, quotaPauseMs, retryAfterMs } from './arm-answer.ts';
import { ArmError, type ArmScope } from './arm-error.ts';
import { exchange, noAnswerInTime } from './arm-exchange.ts';
import { ArmGate } from './arm-gate.ts';
import type { ArmRequest } from './arm-request.ts';
import { nextUrlOf, pageRefusal, scopeOf, urlOf } from './arm-url.ts';
import { yieldToMain } from './yield-to-main.ts';

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
/** Fewer where nothing of Azure answers at all: the reader of a dead network is told within seconds. */
const attemptsWithoutAnswer = 4;
/** A silent connection has already cost its whole patience. */
const attemptsInSilence = 2;
const firstBackoffMs = 500;
const longestBackoffMs = 30_000;
/** A Retry-After beyond this is told to the reader instead of waited for. */
const longestWaitMs = 120_000;
/** No Retry-After silences a subscription for longer: Azure's own buckets fill within the hour. */
const longestPauseMs = 3_600_000;
const mostPages = 1_000;
/** Characters from which decoding an answer and parsing it are two tasks: together they would hold the page. */
const largeText = 500_000;

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
    return this.#retrying(request, urlOf(this.#environment.resourceManager, request));
  }

  /** Epoch ms, by the transport's clock: for reads whose request names a time. */
  now(): number {
    return this.#environment.now();
  }

  /** What a read sends, for people: `GET https://management.azure.com/...?api-version=2024-05-01`. */
  requestLine(request: ArmRequest): string {
    const method = request.body === undefined ? 'GET' : 'POST';
    return `${method} ${urlOf(this.#environment.resourceManager, request).href}`;
  }

  /** Follows `nextLink` to the end, page by page. @throws ArmError for a link to another origin, or a loop. */
  async *pages(request: ArmRequest): AsyncGenerator<ArmAnswer> {
    const { resourceManager } = this.#environment;
    const seen = new Set<string>();
    let url: URL | undefined = urlOf(resourceManager, request);
    while (url) {
      if (seen.has(url.href))
        throw pageRefusal(request, 'Azure’s list of pages leads back to a page already read.');
      if (seen.size >= mostPages)
        throw pageRefusal(request, `Azure’s list goes on after ${mostPages} pages.`);
      seen.add(url.href);
      const answer = await this.#retrying(request, url);
      yield answer;
      url = nextUrlOf(resourceManager, request, answer.body);
    }
  }

  async #retrying(request: ArmRequest, url: URL): Promise<ArmAnswer> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#authorised(request, url);
      if (!('error' in outcome)) return outcome;
      const { error } = outcome;
      if (!error.retryable) throw error;
      // `Retry-After: 0` names no wait: the back-off keeps many tabs from coming back together.
      const delay = outcome.retryAfter || this.#backoff(attempt);
      const now = this.#environment.now();
      const until = now + delay;
      if (error.kind === 'throttled')
        this.#gate.pause(gateKey(request), now + Math.min(delay, longestPauseMs));
      if (attempt >= mostAttempts(error) || delay > longestWaitMs) throw error;
      await this.#wait(request, error, until);
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
    const { getToken, now } = this.#environment;
    const key = gateKey(request);
    const leave = await this.#gate.enter(key, request.signal);
    try {
      // Getting a token takes time in which another request may have been throttled: look once more before sending.
      let token: string;
      do {
        const tooLong = await this.#untilResumed(key, request);
        if (tooLong) return tooLong;
        token = await getToken(scopeOf(request), tokenRequest);
        request.signal?.throwIfAborted();
      } while (this.#gate.resumeAt(key) > now());
      return await this.#exchange(request, url, token);
    } catch (cause) {
      if (cause instanceof ArmError) return { error: cause };
      throw cause;
    } finally {
      leave();
    }
  }

  async #exchange(request: ArmRequest, url: URL, token: string): Promise<Outcome> {
    const { response, text } = await exchange(this.#environment, request, url, token);
    const now = this.#environment.now();
    const pause = quotaPauseMs(response);
    if (pause !== undefined) this.#gate.pause(gateKey(request), now + pause);
    if (response.ok) {
      if (text.length > largeText) await yieldToMain();
      const body = parseAnswer(scopeOf(request), response, text);
      return { body, correlationId: correlationIdOf(response, ''), receivedAt: now };
    }
    const retryAfter = retryAfterMs(response, now);
    const error = errorOfAnswer(scopeOf(request), response, text);
    return retryAfter === undefined ? { error } : { error, retryAfter };
  }

  /** Waits while the scope is held back; gives the refusal back where that would take longer than a reader waits. */
  async #untilResumed(key: string, request: ArmRequest): Promise<Outcome | undefined> {
    const { now } = this.#environment;
    for (let until = this.#gate.resumeAt(key); until > now(); until = this.#gate.resumeAt(key)) {
      const error = heldBack(request, until);
      if (until - now() > longestWaitMs) return { error, retryAfter: until - now() };
      await this.#wait(request, error, until);
    }
    return undefined;
  }

  async #wait(request: ArmRequest, error: ArmError, until: number): Promise<void> {
    const { now, sleep } = this.#environment;
    const reason = error.kind === 'throttled' || error.kind === 'offline' ? error.kind : 'server';
    const end = this.activity.begin({ scope: scopeOf(request), reason, error, until });
    try {
      await sleep(until - now(), request.signal);
    } finally {
      end();
    }
  }

  /** Full jitter: anything between nothing and the doubled bound, so that many tabs do not come back together. */
  #backoff(attempt: number): number {
    return this.#environment.random() * Math.min(longestBackoffMs, firstBackoffMs * 2 ** attempt);
  }
}

type Outcome = ArmAnswer | { readonly error: ArmError; readonly retryAfter?: number };

/** ARM counts by subscription, Resource Graph by user (learn: guidance-for-throttled-requests). */
function gateKey({ body, subscriptionId }: ArmRequest): string {
  return body === undefined ? (subscriptionId ?? '').toLowerCase() : 'resource-graph';
}

function mostAttempts({ kind, code }: ArmError): number {
  if (code === noAnswerInTime) return attemptsInSilence;
  return kind === 'offline' || kind === 'malformed' ? attemptsWithoutAnswer : attempts;
}

function heldBack(request: ArmRequest, until: number): ArmError {
  return new ArmError({
    kind: 'throttled',
    scope: scopeOf(request),
    status: 0,
    code: 'HeldBack',
    message: `Azure asked for no more requests before ${new Date(until).toISOString()}.`,
    correlationId: null,
  });
}
