import type { Browser, CDPSession, Page } from '@playwright/test';
import { type Spread, spread } from './figures.ts';
import { noteRequests } from './made-requests.ts';
import { marksOf, watch } from './marks.ts';
import { type Conditions, hold, type Load, load, memory, opening, scrolling, typing } from './measure.ts';
import { startPages } from './sandbox-page.ts';

type LoadFigures = { readonly [Figure in keyof Load]: Spread };
type Memory = Awaited<ReturnType<typeof memory>>;

export type Result = Conditions & {
  readonly services: number;
  readonly limit: LoadFigures & Memory;
  readonly first: LoadFigures & Memory;
  readonly returning: LoadFigures;
  readonly typing: { readonly p50: number; readonly p95: number };
  readonly framesOnTime: number;
  readonly opening: number;
};

type Input = {
  readonly services: number;
  readonly conditions: readonly Conditions[];
  readonly runs: number;
  readonly port: number;
};

/** Every figure for a fleet of one size. First visit: signed in, nothing in the browser's caches. */
export async function measureFleet(browser: Browser, input: Input): Promise<readonly Result[]> {
  const pages = await startPages(input.services, input.port);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await watch(page);
    const fleet = `${pages.sandbox.appOrigin}/`;
    await page.goto(fleet);
    await page.getByRole('button', { name: /^Sign in/ }).click();
    await page.getByRole('button', { name: 'admin@contoso.com' }).click();
    await marksOf(page);
    pages.setLimit(
      await noteRequests(page, pages.sandbox.armOrigin, async () => {
        await forget(page, cdp);
        await load(page, cdp, fleet);
      }),
    );
    const results: Result[] = [];
    for (const conditions of input.conditions) {
      await hold(cdp, conditions);
      results.push({
        services: input.services,
        ...conditions,
        ...(await measureOnce(page, cdp, fleet, input.runs)),
      });
      await hold(cdp, { latency: 0, slowdown: 1 });
    }
    return results;
  } finally {
    await context.close();
    await pages.close();
  }
}

async function measureOnce(page: Page, cdp: CDPSession, fleet: string, runs: number) {
  const limit: Load[] = [];
  const first: Load[] = [];
  const returning: Load[] = [];
  let limitMemory: Memory | undefined;
  for (let run = 0; run < runs; run++) {
    await cdp.send('Network.clearBrowserCache');
    limit.push(await load(page, cdp, `${fleet}limit`));
    limitMemory ??= await memory(cdp);
    await forget(page, cdp);
    first.push(await load(page, cdp, fleet));
    // The fleet is kept on the device when the browser has time for it.
    await page.waitForTimeout(1500);
    returning.push(await load(page, cdp, fleet));
  }
  const used = await memory(cdp);
  const keys = await typing(page);
  const framesOnTime = await scrolling(page);
  await page.goto(fleet);
  await marksOf(page);
  const open = await opening(page);
  return {
    limit: { ...figures(limit), ...(limitMemory ?? { heap: Number.NaN, nodes: Number.NaN }) },
    first: { ...figures(first), ...used },
    returning: figures(returning),
    typing: keys,
    framesOnTime,
    opening: open,
  };
}

/** Takes away what makes a visit a returning one; the sign-in stays. */
async function forget(page: Page, cdp: CDPSession): Promise<void> {
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases())
      if (name?.includes('fleet')) indexedDB.deleteDatabase(name);
  });
  await cdp.send('Network.clearBrowserCache');
}

function figures(loads: readonly Load[]): LoadFigures {
  const of = (figure: keyof Load) => spread(loads.map(one => one[figure] ?? Number.NaN));
  return { address: of('address'), all: of('all'), requests: of('requests'), kilobytes: of('kilobytes') };
}
