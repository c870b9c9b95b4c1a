import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { type Session, SignInNeeded } from '../auth/session.ts';
import type { SessionActions } from '../auth/session-context.ts';
import type { Config } from '../config/config.ts';
import { forgetFleets } from './fleet-cache/fleet-cache.ts';

type Input = {
  readonly config: Config;
  readonly session: Session;
  readonly queries: QueryClient;
};

/** The session as React state: who is signed in, and what leaving, switching and signing out do to the page. */
export function useSessionState({ config, session, queries }: Input): SessionActions {
  const [account, setAccount] = useState(session.account);

  useEffect(
    () => session.onSignedOutElsewhere(() => void forgetFleets().finally(() => location.reload())),
    [session],
  );

  return useMemo<SessionActions>(() => {
    async function switchTenant(tenant: string): Promise<void> {
      try {
        const entered = await session.enterTenant(tenant);
        await queries.cancelQueries();
        queries.clear();
        setAccount(entered);
      } catch (error) {
        if (!(error instanceof SignInNeeded)) throw error;
        await session.signIn({ tenant, claims: error.claims });
      }
    }
    return {
      config,
      account,
      switchTenant,
      signIn: options => session.signIn({ tenant: account.tenantId, ...options }),
      async signOut() {
        await forgetFleets();
        queries.clear();
        await session.signOut();
      },
    };
  }, [account, config, queries, session]);
}
