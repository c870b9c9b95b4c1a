import { Arm, type ArmEnvironment } from '../arm.ts';
import type { Azure } from '../azure.ts';
import { FakeClock } from './fake-clock.ts';

export const origin = 'https://management.azure.com';

/** A request as the network saw it. */
export type Sent = {
  readonly at: number;
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly init: RequestInit;
  /** The parsed body of a query-POST. */
  readonly body: unknown;
  readonly subscriptionId: string;
  /** How many requests of the same subscription were in flight, this one included. */
  readonly inFlight: number;
};

type Answer = Response | Promise<Response>;

/** A network of one answering function, with its own clock: everything that the transport needs from outside. */
export class FakeNetwork {
  readonly clock = new FakeClock();
  readonly sent: Sent[] = [];
  readonly tokens: { readonly claims?: string; readonly forceRefresh?: boolean }[] = [];
  readonly environment: ArmEnvironment;
  readonly arm: Arm;
  readonly azure: Azure;
  readonly #inFlight = new Map<string, number>();

  constructor(answer: (sent: Sent) => Answer, changed: Partial<ArmEnvironment> = {}) {
    this.environment = {
      resourceManager: origin,
      getToken: async (_scope, request) => {
        this.tokens.push(request);
        return `token-${this.tokens.length}`;
      },
      fetch: async (input, init = {}) => {
        const sent = this.#record(new URL(String(input)), init);
        try {
          const response = await Promise.race([answer(sent), aborted(init.signal)]);
          return response;
        } finally {
          this.#count(sent.subscriptionId, -1);
        }
      },
      now: this.clock.now,
      random: () => 1,
      sleep: this.clock.sleep,
      ...changed,
    };
    this.arm = new Arm(this.environment);
    this.azure = {
      arm: this.arm,
      scope: { cloud: 'AzureCloud', tenantId: 'tenant', accountId: 'account' },
    };
  }

  /** Lets time pass until the work is done. */
  run<T>(work: Promise<T>): Promise<T> {
    return this.clock.run(work);
  }

  #record(url: URL, init: RequestInit): Sent {
    const subscriptionId = /^\/subscriptions\/([^/]+)/i.exec(url.pathname)?.[1] ?? '';
    const sent = {
      at: this.clock.now(),
      url,
      method: init.method ?? 'GET',
      headers: new Headers(init.headers),
      init,
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      subscriptionId,
      inFlight: this.#count(subscriptionId, 1),
    };
    this.sent.push(sent);
    return sent;
  }

  #count(subscriptionId: string, by: number): number {
    const count = (this.#inFlight.get(subscriptionId) ?? 0) + by;
    this.#inFlight.set(subscriptionId, count);
    return count;
  }
}

/** A JSON answer. */
export function json(body: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(body), {
    ...init,
    headers: { 'Content-Type': 'application/json', ...init.headers },
  });
}

/** ARM's error envelope. */
export function refused(status: number, code: string, headers: Record<string, string> = {}): Response {
  return json({ error: { code, message: `${code} happened.` } }, { status, headers });
}

function aborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new DOMException('Aborted', 'AbortError'));
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });
}
