import { type ComponentType, lazy, Suspense } from 'react';
import { usePathname } from 'wouter/use-browser-location';
import { matchRoute } from './match-route.ts';
import { NotFound } from './not-found.tsx';
import { type ScreenCode, screens } from './screens.ts';

const serviceScreen = screenOf(screens.service);
const others = {
  fleet: screenOf(screens.fleet),
  settings: screenOf(screens.settings),
  find: screenOf(screens.find),
  check: screenOf(screens.check),
};

/** One screen for each route of the URL contract (design 3). */
export function Routes() {
  const route = matchRoute(usePathname());
  return <Suspense fallback={null}>{drawn(route)}</Suspense>;
}

function drawn(route: ReturnType<typeof matchRoute>) {
  if (route.name === 'not-found') return <NotFound />;
  if (route.name === 'service') {
    const ServiceScreen = serviceScreen();
    return <ServiceScreen id={route.id} />;
  }
  const Screen = others[route.name]();
  return <Screen />;
}

/**
 * A screen that suspends until its code is here. Where it is here already it is drawn at once: React keeps what has
 * suspended back for 300 ms after it showed a fallback (`FALLBACK_THROTTLE_MS`), and Azure would be asked that much later.
 */
function screenOf<Props extends object>({ load, here }: ScreenCode<Props>): () => ComponentType<Props> {
  const Suspending = lazy(async () => ({ default: await load() }));
  let chosen: ComponentType<Props> | undefined;
  return () => {
    // Once and for all: another component would be another screen, without what was done on the first.
    chosen ??= here() ?? Suspending;
    return chosen;
  };
}
