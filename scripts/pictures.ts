import { chromium, type Page } from '@playwright/test';
import { type Plugin, preview } from 'vite';
import { startSandbox } from '../e2e/sandbox/start.ts';
import { sandboxPlugin } from '../e2e/sandbox/vite-plugin.ts';
import { browserArguments, findBrowser } from './browser/find-browser.ts';

/**
 * `npm run pictures`: takes the pictures of the README anew from the built product on the sandbox, at one moment of its
 * story, so that a picture differs when the product does and not because a day has passed.
 */
const moment = Date.parse('2026-11-22T10:14:00Z');
const service =
  '/subscriptions/6f2b0c1e-47aa-4d0b-9c58-2a1d7e905b13/resourceGroups/rg-apim-prod/providers/Microsoft.ApiManagement/service/contoso-api-prod';
const rules = ['10.20.1.5', '10.20.1.4', '10.40.0.0/16', '203.0.113.18', '192.0.2.250'].join('\n');

type Picture = {
  readonly name: string;
  readonly address: string;
  /** Until what the picture is of stands there. */
  readonly ready: (page: Page) => Promise<void>;
};

const pictures: readonly Picture[] = [
  {
    name: 'fleet',
    address: '/',
    ready: page =>
      page
        .getByRole('gridcell', { name: /Unexplained/ })
        .first()
        .waitFor(),
  },
  {
    name: 'service',
    address: service,
    ready: async page => {
      await page.getByText('What each address is for').waitFor();
      await page.getByText('Route table rt-hub-eus sends').waitFor();
      await page
        .getByText(/Unexplained change/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'guidance',
    address: `${service}?tab=guidance&for=private-back-ends`,
    ready: page => page.getByRole('heading', { name: 'Rule text' }).waitFor(),
  },
  {
    name: 'timeline',
    address: `${service}?tab=timeline`,
    ready: async page => {
      await page.getByRole('button', { name: 'Mark as seen' }).waitFor();
      await page.locator('.recharts-surface').first().waitFor();
    },
  },
  {
    name: 'check',
    address: `/check?id=${encodeURIComponent(service)}&for=clients&for=internet-back-ends`,
    ready: async page => {
      await page.getByRole('textbox', { name: /^Your list/ }).fill(rules);
      await page.getByRole('region', { name: 'Result' }).getByRole('heading', { level: 2 }).waitFor();
      await page.getByRole('list', { name: 'What was found' }).waitFor();
    },
  },
];

const port = Number(process.env['PORT'] ?? 4173);
const started = Date.now();
const now = () => moment + (Date.now() - started);
const sandbox = await startSandbox({ appPort: port, teamHistory: true, now });
/** The page takes its host's clock for the right one. */
const hostClock: Plugin = {
  name: 'host-clock',
  configurePreviewServer: ({ middlewares }) =>
    void middlewares.use((_request, response, next) => {
      response.setHeader('Date', new Date(now()).toUTCString());
      next();
    }),
};
const server = await preview({
  configFile: false,
  logLevel: 'error',
  plugins: [hostClock, sandboxPlugin(Promise.resolve(sandbox))],
  preview: { port, strictPort: true, host: 'localhost' },
});
const executablePath = findBrowser(chromium.executablePath());
const browser = await chromium.launch({
  args: [...browserArguments],
  ...(executablePath ? { executablePath } : {}),
});
const page = await browser.newPage({
  baseURL: sandbox.appOrigin,
  viewport: { width: 1440, height: 900 },
  locale: 'en-GB',
  timezoneId: 'Europe/Berlin',
  colorScheme: 'light',
  reducedMotion: 'reduce',
});
await page.clock.install({ time: now() });
await page.goto('/');
await page.getByRole('button', { name: /^Sign in/ }).click();
await page.getByRole('button', { name: 'admin@contoso.com' }).click();
await page.getByRole('grid').waitFor();
for (const { name, address, ready } of pictures) {
  await page.goto(address);
  await page.getByText('Sample data', { exact: true }).waitFor();
  await ready(page);
  await page.screenshot({ path: `docs/pictures/${name}.png`, animations: 'disabled' });
  console.log(`docs/pictures/${name}.png`);
}
await browser.close();
await server.close();
await sandbox.close();
