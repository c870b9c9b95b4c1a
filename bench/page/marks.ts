import type { Page } from '@playwright/test';

/** Ms from the start of the navigation to the frame that shows it; null while it has not come. */
export type Marks = { readonly address: number | null; readonly all: number | null };

declare global {
  interface Window {
    benchMarks: { address: number | null; all: number | null };
    benchKeys: number[];
  }
}

/** Runs in every page before its own code: notes when the first address and the last row were painted, and slow keys. */
export async function watch(page: Page): Promise<void> {
  // tsx names functions by a helper of its own, which a function that runs in the page would miss.
  await page.addInitScript('globalThis.__name = value => value');
  await page.addInitScript(() => {
    const marks: Window['benchMarks'] = { address: null, all: null };
    window.benchMarks = marks;
    window.benchKeys = [];
    const isAddress = /\d{1,3}(\.\d{1,3}){3}/;
    const isAll = /services that you may read, (?!so far|as last read)/;
    const painted = (mark: 'address' | 'all') =>
      requestAnimationFrame(() => {
        marks[mark] ??= performance.now();
      });
    const look = () => {
      if (marks.address === null && isAddress.test(document.querySelector('tbody')?.textContent ?? ''))
        painted('address');
      const foot = document.querySelector('footer p, body > p')?.textContent ?? '';
      if (marks.all === null && isAll.test(foot)) painted('all');
      if (marks.address !== null && marks.all !== null) changes.disconnect();
    };
    const changes = new MutationObserver(look);
    changes.observe(document, { childList: true, subtree: true, characterData: true });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries())
        if (entry.name === 'keydown' || entry.name === 'input') window.benchKeys.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

/** Waits for both marks. */
export async function marksOf(page: Page): Promise<Marks> {
  await page.waitForFunction(
    () => window.benchMarks.address !== null && window.benchMarks.all !== null,
    null,
    {
      timeout: 120_000,
    },
  );
  return page.evaluate(() => window.benchMarks);
}
