/**
 * What a failure means for the reader, told apart by what can be done about it.
 * `forbidden`: no right, or not there (ARM does not tell); `sign-in`: the reader must sign in again;
 * `wrong-tenant`: the token is of another tenant than the resource; `malformed`: an answer that is not ARM's JSON.
 */
export type ArmErrorKind =
  | 'forbidden'
  | 'not-found'
  | 'throttled'
  | 'offline'
  | 'sign-in'
  | 'wrong-tenant'
  | 'server'
  | 'malformed'
  | 'unexpected';

/** Where a failure belongs: shown with it, so that no message stands without its place. */
export type ArmScope = {
  /** What was being done, in the reader's words: `list services`. */
  readonly operation: string;
  /** GUID, absent for requests of the whole tenant. */
  readonly subscriptionId?: string | undefined;
};

type Details = {
  readonly kind: ArmErrorKind;
  readonly scope: ArmScope;
  /** HTTP status; 0 where no answer arrived. */
  readonly status: number;
  /** ARM's error code such as `AuthorizationFailed`; empty where there is none. */
  readonly code: string;
  readonly message: string;
  readonly correlationId: string | null;
  /** The tenants that a `wrong-tenant` message names: where to sign in instead. */
  readonly tenants?: readonly string[];
  /** The claims that a sign-in has to satisfy, decoded from the challenge. */
  readonly claims?: string;
};

/** What was caught, where it is an error of the transport. @throws anything else, such as a signal's reason or a fault of ours. */
export function armErrorOf(cause: unknown): ArmError {
  if (cause instanceof ArmError) return cause;
  throw cause;
}

/** The one error of the ARM transport. It never holds a token. */
export class ArmError extends Error {
  override readonly name = 'ArmError';
  readonly kind: ArmErrorKind;
  readonly scope: ArmScope;
  readonly status: number;
  readonly code: string;
  readonly correlationId: string | null;
  readonly tenants: readonly string[];
  readonly claims: string | null;

  constructor(details: Details) {
    super(details.message);
    this.kind = details.kind;
    this.scope = details.scope;
    this.status = details.status;
    this.code = details.code;
    this.correlationId = details.correlationId;
    this.tenants = details.tenants ?? [];
    this.claims = details.claims ?? null;
  }

  /** Whether asking again later can help without anybody doing something. */
  get retryable(): boolean {
    return (
      this.kind === 'throttled' ||
      this.kind === 'offline' ||
      this.kind === 'server' ||
      this.kind === 'malformed'
    );
  }
}
