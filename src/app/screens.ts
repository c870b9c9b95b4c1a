import { matchRoute, type Route } from './match-route.ts';

/** Fetches the code of each screen. */
export const loadScreen = {
  fleet: () => import('../features/fleet/fleet-screen.tsx'),
  service: () => import('../features/service/service-screen.tsx'),
  settings: () => import('../features/settings/settings-screen.tsx'),
  find: () => import('./history/find-with-history.tsx'),
  check: () => import('./history/check-with-history.tsx'),
} as const satisfies Partial<Record<Route['name'], () => Promise<unknown>>>;

/** Fetches the screen of an address before anybody shows it. One that does not come is asked for again when it is shown. */
export function loadScreenOf(pathname: string): void {
  const { name } = matchRoute(pathname);
  if (name !== 'not-found') loadScreen[name]().catch(() => undefined);
}
