import type { ComponentType } from 'react';
import { matchRoute } from './match-route.ts';

/** The code of a screen, which comes when it is needed. */
export type ScreenCode<Props> = {
  /** Fetches it; one that did not come is asked for again. */
  readonly load: () => Promise<ComponentType<Props>>;
  /** The screen, once its code is here. */
  readonly here: () => ComponentType<Props> | undefined;
};

function screenCode<Props>(fetch: () => Promise<ComponentType<Props>>): ScreenCode<Props> {
  let here: ComponentType<Props> | undefined;
  return {
    load: async () => {
      here = await fetch();
      return here;
    },
    here: () => here,
  };
}

export const screens = {
  fleet: screenCode(async () => (await import('../features/fleet/fleet-screen.tsx')).FleetScreen),
  service: screenCode(async () => (await import('../features/service/service-screen.tsx')).ServiceScreen),
  settings: screenCode(async () => (await import('../features/settings/settings-screen.tsx')).SettingsScreen),
  find: screenCode(async () => (await import('./history/find-with-history.tsx')).FindWithHistory),
  check: screenCode(async () => (await import('./history/check-with-history.tsx')).CheckWithHistory),
};

/** Fetches the screen of an address before anybody shows it. Settles when it is here, or will not come. */
export async function loadScreenOf(pathname: string): Promise<void> {
  const { name } = matchRoute(pathname);
  if (name !== 'not-found') await screens[name].load().catch(() => undefined);
}
