import { expect, type Page } from '@playwright/test';

/** Nothing on the page is wider than the window. Parts that choose their layout by script do so a frame after a resize. */
export async function expectToFit(page: Page, width: number): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
}
