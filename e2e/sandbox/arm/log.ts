/** One request as tests read it. It never holds a token. */
export type LogEntry = {
  readonly id: number;
  readonly method: string;
  readonly path: string;
  /** The query without its leading `?`. */
  readonly query: string;
  /** GUID in lower case, null for requests of the whole tenant. */
  readonly subscription: string | null;
  /** Tenant GUID of a token that was accepted. */
  tenant: string | null;
  /** Epoch ms of the real clock, as requests to a frozen world still take their time. */
  readonly started: number;
  /** Null while the answer is under way. */
  ended: number | null;
  /** 0 where the connection was cut before a status. */
  status: number;
  /** ARM's error code, null without one. */
  code: string | null;
  retryAfter: string | null;
  bytes: number;
  correlationId: string | null;
  /** Kinds of the faults that touched the request. */
  readonly faults: string[];
  /** The client went away before the end. */
  aborted: boolean;
  /** Text of a Resource Graph query. */
  graphQuery: string | null;
  /** How many subscriptions a Resource Graph query named; null without a list. */
  graphSubscriptions: number | null;
};

const longest = 20_000;

/** The newest requests, oldest first. Preflights are listed too, with the method OPTIONS. */
export class RequestLog {
  readonly entries: LogEntry[] = [];
  #next = 1;

  begin(method: string, url: URL): LogEntry {
    const entry: LogEntry = {
      id: this.#next++,
      method,
      path: url.pathname,
      query: url.search.slice(1),
      subscription: /^\/subscriptions\/([^/]+)/i.exec(url.pathname)?.[1]?.toLowerCase() ?? null,
      tenant: null,
      started: Date.now(),
      ended: null,
      status: 0,
      code: null,
      retryAfter: null,
      bytes: 0,
      correlationId: null,
      faults: [],
      aborted: false,
      graphQuery: null,
      graphSubscriptions: null,
    };
    this.entries.push(entry);
    if (this.entries.length > longest) this.entries.shift();
    return entry;
  }

  clear(): void {
    this.entries.length = 0;
  }
}
