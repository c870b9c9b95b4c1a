import type { CDPSession } from '@playwright/test';
import * as v from 'valibot';
import { percentile } from './figures.ts';

/** The longest tasks of a page, in ms of its main thread's own time: what else the machine does is not in them. */
export type Tasks = { readonly longest: number; readonly over50: number };

/** What Chromium tells of a task or a thread, in µs; `tdur` is the thread's own time. */
const traceEvent = v.object({
  name: v.picklist(['RunTask', 'thread_name']),
  pid: v.number(),
  tid: v.number(),
  ts: v.number(),
  tdur: v.optional(v.number(), 0),
  args: v.object({ name: v.optional(v.string()) }),
});
type TraceEvent = v.InferOutput<typeof traceEvent>;

/** Runs a piece of work on a page that is there already, or goes to one, and measures the tasks that the page did for it. */
export async function tasksOf(
  browser: CDPSession,
  page: CDPSession,
  work: () => Promise<unknown>,
): Promise<Tasks> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: readonly object[] }) => {
    for (const one of value) {
      const event = v.safeParse(traceEvent, one);
      if (event.success) events.push(event.output);
    }
  };
  browser.on('Tracing.dataCollected', collect);
  const ended = new Promise(resolve => browser.once('Tracing.tracingComplete', resolve));
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['disabled-by-default-devtools.timeline', '__metadata'],
      excludedCategories: ['*'],
    },
  });
  await work();
  await page.send('Performance.enable');
  const { metrics } = await page.send('Performance.getMetrics');
  await browser.send('Tracing.end');
  await ended;
  browser.off('Tracing.dataCollected', collect);
  const navigated = (metrics.find(one => one.name === 'NavigationStart')?.value ?? 0) * 1e6;
  const threads = new Set(events.filter(one => one.args.name === 'CrRendererMain').map(threadOf));
  const tasks = events
    .filter(one => one.name === 'RunTask' && one.ts > navigated && threads.has(threadOf(one)))
    .map(one => one.tdur / 1000);
  return { longest: percentile(tasks, 100), over50: tasks.filter(ms => ms > 50).length };
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}
