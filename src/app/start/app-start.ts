import type { Session } from '../../auth/session.ts';
import type { Config } from '../../config/config.ts';

/** What the start hands to the signed-in app. */
export type AppStart = {
  readonly config: Config;
  readonly session: Session;
  /** What the reader should know about the address that they opened. */
  readonly notices: readonly string[];
};
