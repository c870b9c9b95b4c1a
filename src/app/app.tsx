import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useMemo } from 'react';
import { SessionContext } from '../auth/session-context.ts';
import { AzureContext } from '../azure/azure-context.ts';
import { connectArm } from './arm-environment.ts';
import { CrashBoundary } from './crash-boundary.tsx';
import { HistoryProvider } from './history/history-provider.tsx';
import { Layout } from './layout/layout.tsx';
import { Routes } from './routes.tsx';
import type { AppStart } from './start/app-start.ts';
import { useSessionState } from './use-session-state.ts';

/** Wires session, transport and cache to the screens. Another account or tenant starts them anew. */
export function App({ config, session, notices, queries }: AppStart & { readonly queries: QueryClient }) {
  const actions = useSessionState({ config, session, queries });
  const { id, tenantId } = actions.account;
  const arm = useMemo(() => connectArm(config, session, tenantId), [config, session, tenantId]);
  const azure = useMemo(
    () => ({ arm, scope: { cloud: config.cloud.name, tenantId, accountId: id } }),
    [arm, config.cloud.name, tenantId, id],
  );
  return (
    <QueryClientProvider client={queries}>
      <SessionContext value={actions}>
        <AzureContext value={azure}>
          <HistoryProvider config={config} azure={azure} queries={queries}>
            <Layout notices={notices}>
              <CrashBoundary key={`${id} ${tenantId}`}>
                <Routes />
              </CrashBoundary>
            </Layout>
          </HistoryProvider>
        </AzureContext>
      </SessionContext>
    </QueryClientProvider>
  );
}
