import { lazy, Suspense } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { matchRoute } from './match-route.ts';
import { NotFound } from './not-found.tsx';

const FleetScreen = lazy(async () => ({
  default: (await import('../features/fleet/fleet-screen.tsx')).FleetScreen,
}));
const ServiceScreen = lazy(async () => ({
  default: (await import('../features/service/service-screen.tsx')).ServiceScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
}));

const FindScreen = lazy(async () => ({
  default: (await import('./history/find-with-history.tsx')).FindWithHistory,
}));

const CheckScreen = lazy(async () => ({
  default: (await import('./history/check-with-history.tsx')).CheckWithHistory,
}));

/** One screen for each route of the URL contract (design 3). */
export function Routes() {
  const route = matchRoute(usePathname());
  return <Suspense fallback={null}>{screenOf(route)}</Suspense>;
}

function screenOf(route: ReturnType<typeof matchRoute>) {
  switch (route.name) {
    case 'fleet':
      return <FleetScreen />;
    case 'service':
      return <ServiceScreen id={route.id} />;
    case 'settings':
      return <SettingsScreen />;
    case 'find':
      return <FindScreen />;
    case 'check':
      return <CheckScreen />;
    default:
      return <NotFound />;
  }
}
