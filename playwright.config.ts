import { readdirSync, readFileSync } from 'node:fs';
import { chromium, defineConfig } from '@playwright/test';
import * as v from 'valibot';
import { browserArguments, findBrowser } from './scripts/browser/find-browser.ts';

/** `BROWSERS="firefox webkit"` runs there what asks for nothing of Chromium alone: its clipboard, its developer tools. */
const browsers = v.parse(
  v.array(v.picklist(['chromium', 'firefox', 'webkit'])),
  (process.env['BROWSERS'] ?? 'chromium').split(' '),
);
const chromiumAlone = readdirSync('e2e').filter(
  file => file.endsWith('.spec.ts') && /clipboard|CDPSession/.test(readFileSync(`e2e/${file}`, 'utf8')),
);
const executablePath = browsers.includes('chromium') ? findBrowser(chromium.executablePath()) : undefined;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  // `npm run catalogue` alone: every state in every theme at two widths takes longer than everything else together.
  testIgnore: process.env['CATALOGUE'] ? [] : ['catalogue.spec.ts'],
  fullyParallel: false,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // A scan of a whole page in three themes takes its time on a small, busy machine; that is no failure.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  use: {
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1440, height: 900 },
    // A trace costs a third of the time of a run (98 s to 145 s, fleet and guidance): asked for by `--trace=on` where one is needed.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
  projects: browsers.map(browserName =>
    browserName === 'chromium'
      ? {
          name: browserName,
          use: {
            browserName,
            launchOptions: { args: browserArguments, ...(executablePath ? { executablePath } : {}) },
          },
        }
      : { name: browserName, use: { browserName }, testIgnore: ['catalogue.spec.ts', ...chromiumAlone] },
  ),
});
