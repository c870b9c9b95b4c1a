import type { BrowserContext, Page, Route } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, signIn, test } from './fixtures.ts';
import type { Sandbox } from './sandbox/start.ts';
import { readStored } from './stored.ts';

declare global {
  interface Window {
    /** Whether a page that was signed in showed the way to sign in. */
    askedToSignIn: boolean;
    /** Whether the frame of the page stood without a screen in it. */
    stoodEmpty: boolean;
  }
}

const admin = 'admin@contoso.com';
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^Select ${name} `) });
const source = (page: Page) => page.getByRole('button', { name: /^Read(ing)? the services/ }).locator('..');

/** Holds every request to Azure back until the returned function is called. */
async function holdAzure(context: BrowserContext, { armOrigin }: Sandbox): Promise<() => void> {
  let letGo = () => {};
  const gate = new Promise<void>(resolve => {
    letGo = resolve;
  });
  const hold = async (route: Route) => {
    await gate;
    // A page that was closed or left in between asks no more.
    await route.continue().catch(() => undefined);
  };
  await context.route(`${armOrigin}/**`, hold);
  return letGo;
}
const kept = async (page: Page) => (await readStored(page)).databases['apim-ip-fleet'];

test('a returning visit starts with the last known fleet, says its age, and gives it up at sign-out', async ({
  page,
  context,
  sandbox,
  signInAs,
}) => {
  await context.addInitScript(() => {
    window.askedToSignIn = false;
    window.stoodEmpty = false;
    // The frame waits 300 ms for its screen, which a busy machine may need longer for: here it waits as long as it takes.
    const set = window.setTimeout;
    Object.assign(window, {
      setTimeout: (run: () => void, ms?: number) => set(run, ms === 300 ? 60_000 : ms),
    });
    new MutationObserver(() => {
      if (document.querySelector('nav') && !document.querySelector('h1')) window.stoodEmpty = true;
      const buttons = [...document.querySelectorAll('button')];
      if (buttons.some(one => /^Sign in/.test(one.textContent ?? ''))) window.askedToSignIn = true;
    }).observe(document, { subtree: true, childList: true });
  });
  await signInAs(admin);
  await expect(row(page, 'contoso-api-prod')).toBeVisible();
  await expect(source(page)).toContainText('Resource Graph');
  await expect.poll(() => kept(page)).toContain('contoso-api-prod');
  expect(await kept(page)).not.toMatch(/eyJ[\w-]+\.|admin@contoso/);

  const letGo = await holdAzure(context, sandbox);
  await test.step('a reload and a new tab show it before Azure has answered', async () => {
    const tab = await context.newPage();
    for (const visit of [tab, page]) {
      await visit.goto('/');
      await expect(row(visit, 'contoso-api-prod')).toBeVisible();
      await expect(source(visit)).toHaveText(/^\s*As of \d\d:\d\d:\d\d UTC, reading anew/);
      await expect(visit.locator('footer')).toContainText('as last read');
      expect(await visit.evaluate(() => window.stoodEmpty)).toBe(false);
      expect(await visit.evaluate(() => window.askedToSignIn)).toBe(false);
    }
    await expectAccessible(page, 'the last known fleet');
    await tab.close();
  });

  await test.step('what Azure answers then takes its place without a jump', async () => {
    await row(page, 'contoso-api-prod').getByRole('gridcell').nth(2).click();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    const before = { focused: await focused(), top: await page.evaluate(() => window.scrollY) };
    letGo();
    await expect(source(page)).toContainText('Resource Graph');
    await expect(page.locator('footer')).not.toContainText('as last read');
    expect({ focused: await focused(), top: await page.evaluate(() => window.scrollY) }).toEqual(before);
  });

  await test.step('the reader forgets it in the settings', async () => {
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Forget the last known fleet' }).click();
    await expect.poll(() => kept(page)).toBe('[[],[]]');
  });

  await test.step('a sign-out leaves nothing of it', async () => {
    await page.goto('/');
    await expect.poll(() => kept(page)).toContain('contoso-api-prod');
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await expect.poll(() => kept(page).catch(() => 'leaving')).toBe('[[],[]]');
  });

  await test.step('an installation that keeps none takes away what lies there', async () => {
    await signIn(page, admin);
    await expect.poll(() => kept(page).catch(() => 'on the way')).toContain('contoso-api-prod');
    await page.route('**/config.json', route =>
      route.fulfill({ json: { ...sandbox.config, fleetCache: 'off' } }),
    );
    const goOn = await holdAzure(context, sandbox);
    await page.reload();
    await expect(page.getByText('The services are being read.')).toBeAttached();
    await expect.poll(() => kept(page).catch(() => 'on the way')).toBeUndefined();
    await expect(row(page, 'contoso-api-prod')).toHaveCount(0);
    goOn();
    await expect(row(page, 'contoso-api-prod')).toBeVisible();
    expect(await kept(page)).toBeUndefined();
  });
});
