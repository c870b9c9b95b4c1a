import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/**
 * The themes that every state is looked at in; switched in place, so that one load serves all of them. Without motion:
 * in the middle of a transition a colour belongs to neither theme.
 */
export const themes = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'dark', forcedColors: 'active' } },
] as const;

export type Theme = (typeof themes)[number];

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Scans what is on the page at WCAG 2.2 AA in every theme. Fluent's invisible focus targets are left out: axe takes them
 * for hidden content that can be focused, which is their purpose (measured, docs/adr/0007-tooling.md).
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  const found: string[] = [];
  for (const theme of themes) {
    await wear(page, theme);
    found.push(...(await violationsIn(page, `${state}, ${theme.name}`)));
  }
  await undress(page);
  expect(found).toEqual([]);
}

/** Puts a theme on the page that is there. */
export async function wear(page: Page, { media }: Theme): Promise<void> {
  await page.emulateMedia({ ...media, reducedMotion: 'reduce' });
  await settled(page);
}

export function undress(page: Page): Promise<void> {
  return page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'no-preference' });
}

/** What breaks WCAG 2.2 AA on the page as it stands, a line for each rule. */
export async function violationsIn(page: Page, where: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: [...wcag] },
      resultTypes: ['violations'],
    })
    // No frame of this app has content: the page that axe opens to put frames together would cost twice the scan.
    .setLegacyMode()
    .exclude('[data-tabster-dummy]')
    .analyze();
  return violations.map(
    ({ id, nodes, help }) =>
      `${where}: ${id} (${help}) at ${nodes.map(node => node.target.join(' ')).join('; ')}`,
  );
}

/** On a busy machine a transition that began before motion was reduced is still under way, and a frame is late. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const transitions = document.getAnimations().filter(one => one instanceof CSSTransition);
    await Promise.allSettled(transitions.map(one => one.finished));
  });
}
