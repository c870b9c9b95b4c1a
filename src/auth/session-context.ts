import { createContext, use } from 'react';
import type { Config } from '../config/config.ts';
import type { Account } from './session.ts';

/** What screens may do about who is signed in, and where. */
export type SessionActions = {
  readonly config: Config;
  readonly account: Account;
  /** Leaves for the sign-in page and comes back to this address. `chooseAccount` asks which account. */
  readonly signIn: (options?: {
    readonly chooseAccount?: boolean;
    readonly claims?: string | undefined;
    readonly tenant?: string;
  }) => Promise<void>;
  /** Works in another tenant (GUID or domain): without a prompt where possible, else over the sign-in page. */
  readonly switchTenant: (tenant: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
};

export const SessionContext = createContext<SessionActions | undefined>(undefined);

export function useSession(): SessionActions {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession is used outside the signed-in app.');
  return session;
}
