/** `npx tsx bench/team-file.ts [lines] [services] [dist]`: the built page with a team's file of a million lines beside it. */
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { startSandbox, teamHistoryPath } from '../e2e/sandbox/start.ts';
import { contoso } from '../e2e/sandbox/tenants.ts';
import { sandboxPlugin } from '../e2e/sandbox/vite-plugin.ts';
import { serviceId } from '../e2e/sandbox/world/model.ts';
import { browserArguments, findBrowser } from '../scripts/browser/find-browser.ts';
import { headLine, observationLine } from '../src/domain/timeline/file-write.ts';
import { isoOf } from '../src/domain/timeline/time.ts';

const [lines = '1000000', services = '10000', dist = 'dist'] = process.argv.slice(2);
const [lineCount, serviceCount] = [Number(lines), Number(services)];
const appPort = 4391;
const day = 86_400_000;
const folder = await mkdtemp(join(tmpdir(), 'bench-team-'));
const file = join(folder, 'history.jsonl');

const sandbox = await startSandbox({
  appPort,
  teamHistory: true,
  scale: { subscriptions: 1_000, services: serviceCount, regionsEach: 2 },
});
const ids = sandbox.world.services.all().map(serviceId);
const perService = Math.ceil(lineCount / ids.length);

function* linesOf(): Generator<string> {
  const now = Date.now();
  yield headLine({ exportedAt: isoOf(now), cloud: 'Sandbox', tenant: contoso.id });
  for (const service of ids)
    for (let index = 0; index < perService; index++) {
      const at = now - (perService - index) * 3 * day;
      const address = [`198.18.${index % 256}.9`];
      yield observationLine({
        service,
        at: isoOf(at),
        until: isoOf(at + 2 * day),
        source: 'arm',
        facts: {
          createdAt: '2020-01-10T08:00:00Z',
          tier: 'Premium',
          vnetMode: 'Internal',
          subscriptionState: 'Enabled',
          publicNetworkAccess: 'Enabled',
          regions: {
            westeurope: {
              primary: true,
              publicIPAddresses: address,
              privateIPAddresses: ['10.20.1.5'],
              outboundPublicIPAddresses: address,
              subnetId: `${service.replace('ApiManagement/service', 'Network/virtualNetworks')}/subnets/apim`,
              publicIpAddressId: null,
              natGatewayState: 'Disabled',
              // One change in fifty has no reason.
              zones: (index + (index % 50 === 25 ? 1 : 0)) % 2 === 0 ? ['1', '2', '3'] : ['1', '2'],
              platformVersion: 'stv2',
              gatewayDisabled: false,
            },
          },
        },
      });
    }
}
await pipeline(Readable.from(linesOf()), createWriteStream(file));
const { size } = await stat(file);
console.log(`${ids.length * perService} lines of ${ids.length} services, ${(size / 1e6).toFixed(0)} MB`);

let served = true;
let tag = 1;
const server = await preview({
  configFile: false,
  logLevel: 'error',
  build: { outDir: dist },
  plugins: [
    {
      name: 'team-file',
      configurePreviewServer: one => {
        one.middlewares.use((request, response, next) => {
          if (request.url !== teamHistoryPath) return next();
          response.setHeader('Content-Type', 'application/x-ndjson');
          response.setHeader('Content-Length', size);
          response.setHeader('ETag', `"${tag}"`);
          if (served) createReadStream(file).pipe(response);
          else {
            response.statusCode = 404;
            response.end();
          }
        });
      },
    },
    sandboxPlugin(Promise.resolve(sandbox)),
  ],
  preview: { port: appPort, strictPort: true, host: 'localhost' },
});
const executablePath = findBrowser(chromium.executablePath());
const browser = await chromium.launch({
  args: [...browserArguments, '--js-flags=--max-old-space-size=4096'],
  ...(executablePath ? { executablePath } : {}),
});

/** The most memory that all renderers had together, in MB. */
function watchMemory(of: Browser) {
  let most = 0;
  const look = async () => {
    const session = await of.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const sizes = processInfo
      .filter(one => one.type === 'renderer')
      .map(({ id }) => {
        try {
          return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0);
        } catch {
          return 0;
        }
      });
    most = Math.max(most, sizes.reduce((total, one) => total + one, 0) / 1e3);
  };
  const timer = setInterval(() => void look().catch(() => undefined), 500);
  return () => {
    clearInterval(timer);
    return most.toFixed(0);
  };
}

async function phase<T>(page: Page, name: string, work: () => Promise<T>): Promise<T> {
  await page.evaluate(() => {
    Reflect.set(globalThis, 'longTasks', []);
    Reflect.set(globalThis, 'scripts', []);
  });
  const began = performance.now();
  const result = await work();
  const took = performance.now() - began;
  const tasks = await page.evaluate(() => {
    const found: unknown = Reflect.get(globalThis, 'longTasks');
    return Array.isArray(found) ? found.map(Number) : [];
  });
  console.log(
    `${name}: ${took.toFixed(0)} ms; ${tasks.length} tasks over 50 ms, the longest ${Math.max(0, ...tasks).toFixed(0)} ms`,
  );
  const scripts = await page.evaluate(() => {
    const found: unknown = Reflect.get(globalThis, 'scripts');
    return Array.isArray(found) ? found.map(String) : [];
  });
  const long = scripts
    .filter(one => Number.parseInt(one, 10) > 50)
    .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10));
  for (const one of long.slice(0, 5)) console.log(`  ${one}`);
  return result;
}

async function open(): Promise<Page> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    Reflect.set(globalThis, 'longTasks', []);
    Reflect.set(globalThis, 'scripts', []);
    const keep = (name: string, entries: readonly unknown[]) => {
      const found: unknown = Reflect.get(globalThis, name);
      if (Array.isArray(found)) found.push(...entries);
    };
    new PerformanceObserver(list => {
      keep(
        'longTasks',
        list.getEntries().map(one => one.duration),
      );
    }).observe({ type: 'longtask' });
    // Which code the longest ones were: Chromium tells of frames that took long.
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        const scripts: unknown = Reflect.get(entry, 'scripts');
        if (Array.isArray(scripts))
          keep(
            'scripts',
            scripts.map(
              one =>
                `${Math.round(one.duration)} ms ${one.invoker} ${one.sourceURL.split('/').at(-1)} ${one.sourceFunctionName}`,
            ),
          );
      }
    }).observe({ type: 'long-animation-frame' });
  });
  return page;
}

const first = (page: Page) =>
  page.getByRole('grid').getByRole('rowheader').getByRole('link').first().waitFor();
const [example = ''] = ids;
const timeline = `${example}?tab=timeline`;

/** Goes somewhere without loading the page anew. */
async function go(page: Page, to: string): Promise<void> {
  await page.evaluate(address => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, to);
}

const memory = watchMemory(browser);
for (const [name, how] of [
  ['without a file', false],
  ['with the file', true],
] as const) {
  served = how;
  const page = await open();
  await page.goto(`http://localhost:${appPort}/`);
  await page.getByRole('button', { name: /^Sign in/ }).click();
  await page.getByRole('button', { name: 'admin@contoso.com' }).click();
  await first(page);
  for (let round = 0; round < 3; round++) {
    tag++;
    await phase(page, `${name}: reload to first address`, async () => {
      await page.reload({ waitUntil: 'commit' });
      await first(page);
    });
  }
  if (!how) await phase(page, 'the fleet without a file (60 s)', () => page.waitForTimeout(60_000));
  if (how) {
    await phase(page, 'the fleet while the file is read (60 s)', () => page.waitForTimeout(60_000));
    await go(page, timeline);
    const done = page.getByText(/^Recorded by your team: the file/);
    await phase(page, 'until the file was read', () => done.waitFor({ timeout: 540_000 }));
    await phase(page, 'what comes behind it (60 s)', () => page.waitForTimeout(60_000));
    console.log(`  most memory of all renderers: ${memory()} MB`);
    await page.reload();
    await phase(page, 'the same file again, until it is known', () => done.waitFor({ timeout: 540_000 }));
    tag++;
    await page.reload();
    await phase(page, 'a newer file with nothing new', () => done.waitFor({ timeout: 540_000 }));
    await go(page, '/');
    await phase(page, 'back to the fleet', () => first(page));
    await phase(page, 'rest on the fleet (10 s)', () => page.waitForTimeout(10_000));
    await go(page, '/find?q=198.18.3.9');
    await phase(page, 'find, until a former address is found', () =>
      page
        .getByText(/until \d+ \w{3} 20\d\d/)
        .first()
        .waitFor({ timeout: 500_000 }),
    );
    const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    console.log(`  storage of this origin: ${(used / 1e6).toFixed(0)} MB`);
  }
  await page.context().close();
}
await browser.close();
await server.close();
await rm(folder, { recursive: true, force: true });
