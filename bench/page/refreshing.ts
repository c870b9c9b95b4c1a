import type { CDPSession, Page } from '@playwright/test';
import type { Sandbox } from '../../e2e/sandbox/start.ts';
import { serviceId } from '../../e2e/sandbox/world/model.ts';
import { type Tasks, tasksOf } from './long-tasks.ts';
import { memory } from './measure.ts';

/** What many refreshes of one page came to. */
export type Refreshes = {
  readonly count: number;
  /** MB after the garbage is collected: once the page has been refreshed a few times, */
  readonly heapBefore: number;
  /** after as many that brought nothing new, */
  readonly heapSame: number;
  /** and after as many more that each brought a hundredth, all of which Azure's record of changes then holds. */
  readonly heapAfter: number;
  readonly tasks: Tasks;
};

/** Refreshes after which every part of the page has its code and its caches. */
const warmUp = 3;
const refresh = '[data-command="Refresh"]';

/** Reads the fleet anew so many times; then as often again, and each time one service in a hundred has changed. */
export async function refreshing(
  page: Page,
  sessions: { readonly browser: CDPSession; readonly page: CDPSession },
  sandbox: Sandbox,
  count: number,
): Promise<Refreshes> {
  const services = sandbox.world.services.all().map(serviceId);
  const readAnew = async () => {
    await page.click(refresh);
    await page.waitForSelector(`${refresh}:not([data-busy])`, { timeout: 120_000 });
  };
  const rounds = async (from: number, to: number) => {
    for (let round = from; round < to; round++) {
      for (const service of services.filter((_, at) => at % 100 === round % 100))
        sandbox.controls.arm.mutate({ kind: 'set-tags', service, tags: { round: `${round}` } });
      await readAnew();
    }
  };
  const tasks = await tasksOf(sessions.browser, sessions.page, async () => {
    await rounds(0, warmUp);
    // What is kept and recorded of them is done when the page has time.
    await page.waitForTimeout(2_000);
  });
  const { heap: heapBefore } = await memory(sessions.page);
  for (let round = 0; round < count; round++) await readAnew();
  await page.waitForTimeout(2_000);
  const { heap: heapSame } = await memory(sessions.page);
  await rounds(warmUp, warmUp + count);
  await page.waitForTimeout(2_000);
  const { heap: heapAfter } = await memory(sessions.page);
  return { count, heapBefore, heapSame, heapAfter, tasks };
}
