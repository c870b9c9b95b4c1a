import { lazy, Suspense } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { matchRoute } from './match-route.ts';
import { NotFound } from './not-found.tsx';
import { loadScreen } from './screens.ts';

const FleetScreen = lazy(async () => ({ default: (await loadScreen.fleet()).FleetScreen }));
const ServiceScreen = lazy(async () => ({ default: (await loadScreen.service()).ServiceScreen }));
const SettingsScreen = lazy(async () => ({ default: (await loadScreen.settings()).SettingsScreen }));
const FindScreen = lazy(async () => ({ default: (await loadScreen.find()).FindWithHistory }));
const CheckScreen = lazy(async () => ({ default: (await loadScreen.check()).CheckWithHistory }));

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
