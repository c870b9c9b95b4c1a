import { QueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import type { AppStart } from './start/app-start.ts';

/** Puts the signed-in app on the page. */
export function mount(start: AppStart): void {
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
