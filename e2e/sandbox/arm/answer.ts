import type { JsonObject } from '../world/json.ts';

/** What a handler gives back; common headers, CORS and faults are added on the way out. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Anything that JSON can hold. */
  readonly body: unknown;
};

export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, headers, body };
}

/** A refusal in ARM's envelope: `{ error: { code, message, details? } }`. Thrown wherever it is found out. */
export class ArmRefusal extends Error {
  override readonly name = 'ArmRefusal';
  readonly status: number;
  readonly code: string;
  readonly details: readonly JsonObject[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: {
      readonly details?: readonly JsonObject[];
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.details = more.details;
    this.headers = more.headers ?? {};
  }

  get answer(): Answer {
    const error = { code: this.code, message: this.message, details: this.details };
    return { status: this.status, headers: this.headers, body: { error } };
  }
}
