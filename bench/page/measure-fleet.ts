import type { Browser, CDPSession, Page } from '@playwright/test';
import { type Spread, spread } from './figures.ts';
import { type Tasks, tasksOf } from './long-tasks.ts';
import { noteRequests } from './made-requests.ts';
import { marksOf, watch } from './marks.ts';
import { type Conditions, hold, type Load, load, memory, opening, scrolling, typing } from './measure.ts';
import { type Refreshes, refreshing } from './refreshing.ts';
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
  /** The same of the limit page, which has all rows in one plain table. */
  readonly limitFramesOnTime: number;
  readonly opening: number;
  readonly tasks: { readonly [Work in 'first' | 'returning' | 'typing']: Tasks };
};

/** What is measured once for a fleet, without latency and slowdown. */
export type FleetResult = { readonly results: readonly Result[]; readonly refreshes: Refreshes };

type Input = {
  readonly services: number;
  readonly conditions: readonly Conditions[];
  readonly runs: number;
  readonly port: number;
  readonly refreshes: number;
};

type Sessions = { readonly browser: CDPSession; readonly page: CDPSession };

/** Every figure for a fleet of one size. First visit: signed in, nothing in the browser's caches. */
export async function measureFleet(browser: Browser, input: Input): Promise<FleetResult> {
  const pages = await startPages(input.services, input.port);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const sessions = { browser: await browser.newBrowserCDPSession(), page: cdp };
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
        ...(await measureOnce(page, sessions, fleet, input.runs)),
      });
      await hold(cdp, { latency: 0, slowdown: 1 });
    }
    await load(page, cdp, fleet);
    return { results, refreshes: await refreshing(page, sessions, pages.sandbox, input.refreshes) };
  } finally {
    await context.close();
    await pages.close();
  }
}

async function measureOnce(page: Page, sessions: Sessions, fleet: string, runs: number) {
  const cdp = sessions.page;
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
  const framesOnTime = await scrolling(page);
  await page.goto(`${fleet}limit?every`);
  await marksOf(page);
  const limitFramesOnTime = await scrolling(page);
  await page.goto(fleet);
  await marksOf(page);
  const open = await opening(page);
  // Traced, which takes time of its own: apart from what is timed.
  const visit = () =>
    tasksOf(sessions.browser, cdp, async () => {
      await load(page, cdp, fleet);
      await page.waitForTimeout(settleMs);
    });
  await forget(page, cdp);
  const tasks = { first: await visit(), returning: await visit() };
  const keys = await typing(page);
  return {
    limit: { ...figures(limit), ...(limitMemory ?? { heap: Number.NaN, nodes: Number.NaN }) },
    first: { ...figures(first), ...used },
    returning: figures(returning),
    typing: keys,
    framesOnTime,
    limitFramesOnTime,
    opening: open,
    tasks: { ...tasks, typing: await tasksOf(sessions.browser, cdp, () => typing(page)) },
  };
}

/** What is kept on the device and recorded comes behind the rows. */
const settleMs = 3_000;

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
