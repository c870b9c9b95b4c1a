import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { themes, undress, violationsIn, wear } from '../axe.ts';

/** `whole`: every rule in every theme and at both widths, with pictures (`npm run catalogue`). */
export const isWhole = process.env['CATALOGUE'] === 'whole';

/** Where the pictures go; scripts/catalogue.ts makes a page of them. */
const pictures = 'reports/catalogue';
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

/**
 * Looks at the state that the page is in, and tells what is wrong. In `npm test` the rules that know no colours run
 * once, and a phone's width is tried for what sticks out alone (docs/adr/0012-accessibility-catalogue.md).
 */
export async function look(page: Page, screen: string, state: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    const where = `${screen}, ${state}, ${size.width} px`;
    for (const theme of size === desk || isWhole ? themes : []) {
      await wear(page, theme);
      const rules = isWhole || theme.name === 'light' ? 'all' : 'of colours';
      found.push(...(await violationsIn(page, `${where}, ${theme.name}`, rules)));
      if (isWhole) {
        const file = `${state}.${size.width}.${theme.name}.png`.replaceAll(/[^\w.]+/g, '-');
        await page.screenshot({ path: join(pictures, screen, file) });
      }
    }
    await undress(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > size.width) found.push(`${where}: the page is ${wide} px wide`);
  }
  await page.setViewportSize(desk);
  return found;
}
