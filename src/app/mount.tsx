import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import type { Session } from '../auth/session.ts';
import type { Config } from '../config/config.ts';
import { App } from './app.tsx';

export type Start = {
  readonly config: Config;
  readonly session: Session;
  /** What the reader should know about the address that they opened. */
  readonly notices: readonly string[];
};

/** Puts the signed-in app on the page. */
export function mount(start: Start): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  const queries = new QueryClient({
    defaultOptions: {
      // The transport retries, knowing what Azure asked for; a second layer of retries would multiply requests.
      queries: { retry: false, refetchOnWindowFocus: false, gcTime: 30 * 60_000 },
    },
  });
  createRoot(root).render(<App {...start} queries={queries} />);
}
