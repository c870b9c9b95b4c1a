import type { ArmScope } from './arm-error.ts';

/** One read of ARM: a GET, or a POST with a query in its body (Resource Graph). Nothing here can write. */
export type ArmRequest = ArmScope & {
  /** Begins with `/`, without a query. */
  readonly path: string;
  readonly apiVersion: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Present: the request is a query-POST. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
};
