import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { createQueries } from './create-queries.ts';
import { withFleets } from './fleet-cache/fleet-cache.ts';
import type { AppStart } from './start/app-start.ts';

/** Puts the signed-in app on the page. */
export function mount(start: AppStart): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  const queries = createQueries();
  void withFleets(fleets => fleets.keepFleets(start.config, queries));
  createRoot(root).render(<App {...start} queries={queries} />);
}
