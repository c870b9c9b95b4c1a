import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { themes, undress, violationsIn, wear } from '../axe.ts';

/** Where the pictures go; scripts/catalogue.ts makes a page of them. */
const pictures = 'reports/catalogue';
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/** Looks at the state that the page is in, in every theme and at both widths, and tells what is wrong. */
export async function look(page: Page, screen: string, state: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    const where = `${screen}, ${state}, ${size.width} px`;
    if (!(await fits(page))) found.push(`${where}: the page is wider than the window`);
    for (const theme of themes) {
      await wear(page, theme);
      found.push(...(await violationsIn(page, `${where}, ${theme.name}`)));
      const file = `${state}.${size.width}.${theme.name}.png`.replaceAll(/[^\w.]+/g, '-');
      await page.screenshot({ path: join(pictures, screen, file) });
    }
    await undress(page);
  }
  await page.setViewportSize(desk);
  return found;
}

/** Whether the page comes to be no wider than the window: a part that another width needs may still be on its way. */
function fits(page: Page): Promise<boolean> {
  return page
    .waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth, null, {
      timeout: 5_000,
    })
    .then(
      () => true,
      () => false,
    );
}
