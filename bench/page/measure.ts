import type { CDPSession, Page } from '@playwright/test';
import { percentile } from './figures.ts';
import { type Marks, marksOf } from './marks.ts';

export type Conditions = {
  /** Ms that every request takes longer. */
  readonly latency: number;
  /** How many times slower the processor is. */
  readonly slowdown: number;
};

export type Load = Marks & { readonly requests: number; readonly kilobytes: number };

export async function hold(cdp: CDPSession, { latency, slowdown }: Conditions): Promise<void> {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

/** One navigation, timed, with what it transferred until all rows stood. */
export async function load(page: Page, cdp: CDPSession, url: string): Promise<Load> {
  let requests = 0;
  let bytes = 0;
  const began = () => {
    requests++;
  };
  const ended = ({ encodedDataLength }: { encodedDataLength: number }) => {
    bytes += encodedDataLength;
  };
  cdp.on('Network.requestWillBeSent', began);
  cdp.on('Network.loadingFinished', ended);
  await page.goto(url);
  const marks = await marksOf(page);
  cdp.off('Network.requestWillBeSent', began);
  cdp.off('Network.loadingFinished', ended);
  return { ...marks, requests, kilobytes: bytes / 1000 };
}

/** Ms from a key press in the filter to the frame with its rows; the browser rounds to 8 ms and tells none under 16. */
export async function typing(page: Page): Promise<{ readonly p50: number; readonly p95: number }> {
  const text = 'apim-00042 westeurope premium';
  await page.getByRole('searchbox', { name: /^Filter these services/ }).click();
  await page.evaluate(() => {
    window.benchKeys = [];
  });
  await page.keyboard.type(text, { delay: 120 });
  await page.waitForTimeout(500);
  const slow = await page.evaluate(() => window.benchKeys);
  // Events that the browser does not tell of took less than 16 ms.
  const all = [...slow, ...Array.from({ length: Math.max(0, text.length - slow.length) }, () => 8)];
  await page.getByRole('searchbox', { name: /^Filter these services/ }).fill('');
  return { p50: percentile(all, 50), p95: percentile(all, 95) };
}

/** Share of frames of two seconds of scrolling that came on time, at 60 a second with a third of tolerance. */
export async function scrolling(page: Page): Promise<number> {
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.mouse.move(700, 500);
  await page.evaluate(() => {
    const frames: number[] = [];
    Object.assign(window, { benchFrames: frames });
    const note = (now: number) => {
      frames.push(now);
      if (frames.length < 1000) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  for (let step = 0; step < 60; step++) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(33);
  }
  return page.evaluate(() => {
    const frames: unknown = Reflect.get(window, 'benchFrames');
    if (!Array.isArray(frames)) return Number.NaN;
    const gaps = frames.slice(1).map((now, index) => Number(now) - Number(frames[index]));
    return gaps.filter(gap => gap <= (1000 / 60) * 1.34).length / gaps.length;
  });
}

/** Ms from the press on a row to its first address on the service's own screen. */
export async function opening(page: Page): Promise<number> {
  const row = page.getByRole('row').nth(1).getByRole('link').first();
  const before = await page.evaluate(() => performance.now());
  await row.click();
  await page.getByRole('tab', { name: /^Addresses/ }).waitFor();
  await page
    .getByText(/\d{1,3}(\.\d{1,3}){3}/)
    .first()
    .waitFor();
  return (await page.evaluate(() => performance.now())) - before;
}

export async function memory(cdp: CDPSession): Promise<{ readonly heap: number; readonly nodes: number }> {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('Performance.enable');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find(one => one.name === name)?.value ?? Number.NaN;
  return { heap: metric('JSHeapUsedSize') / 1e6, nodes: metric('Nodes') };
}
