import { existsSync } from 'node:fs';

/** Chromium where Linux distributions put it; Playwright's own download is preferred where it exists. */
const installed = [
  // Without a browser's own surface: a fifth less processor time for each test.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/**
 * The browser for the end-to-end tests: a path, or undefined where Playwright's own Chromium is there. `CHROMIUM`
 * names another one. @throws when there is none: `npm run browser` brings one.
 */
export function findBrowser(playwrightPath: string): string | undefined {
  const chosen = process.env['CHROMIUM'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`CHROMIUM names ${chosen}, which does not exist.`);
  }
  if (existsSync(playwrightPath)) return undefined;
  const found = installed.find(existsSync);
  if (found) return found;
  throw new Error('No Chromium was found. Run "npm run browser" to get one.');
}

/** Flags for a headless browser on a machine without a network, as root or in a container. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
