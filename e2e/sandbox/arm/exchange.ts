import type { Arm } from './arm.ts';
import type { Caller } from './authenticate.ts';
import type { Touching } from './faults/faults.ts';
import type { LogEntry } from './log.ts';

/** One request that got past the door: version checked, caller known, route found. */
export type Exchange = {
  readonly arm: Arm;
  readonly url: URL;
  readonly version: string;
  readonly caller: Caller;
  /** What the pattern of the route caught, as the caller wrote it. */
  readonly params: Readonly<Record<string, string>>;
  /** Text of a POST's body, empty for a GET. */
  readonly body: string;
  readonly correlationId: string;
  readonly touching: Touching;
  readonly entry: LogEntry;
};
