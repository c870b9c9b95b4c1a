/** What keeps fleets on the device, loaded beside the screen and not before it. Where it cannot be fetched, nothing is kept. */
export function withFleets(
  use: (part: typeof import('./kept-fleets.ts')) => void | Promise<void>,
): Promise<void> {
  return import('./kept-fleets.ts').then(use, () => undefined);
}

/** Longest that a sign-out waits for the store: it must not hang on a browser whose storage does. */
const latestMs = 1_000;

/** Forgets every fleet that the device keeps. */
export function forgetFleets(): Promise<void> {
  const late = new Promise<void>(resolve => {
    setTimeout(resolve, latestMs);
  });
  return Promise.race([withFleets(part => part.forgetFleets()), late]);
}
