import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const admin = 'admin@contoso.com';
const row = (page: Page) => page.getByRole('row', { name: /contoso-api-prod/ });

/** Another page of this tab; the way back leads to the app. */
async function leave(page: Page): Promise<void> {
  await page.goto('/favicon.svg');
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
}

test('Back after a sign-out in another tab shows nothing of the account', async ({
  page,
  context,
  signInAs,
}) => {
  await signInAs(admin);
  await expect(row(page)).toBeVisible();
  const other = await context.newPage();
  await other.goto('/');
  await expect(row(other)).toBeVisible();

  await test.step('a page that was put away is blank, and reads anew when it comes back', async () => {
    const reloaded = page.waitForEvent('load');
    await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    });
    await expect(page.locator('html')).toBeHidden();
    await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await reloaded;
    await expect(row(page)).toBeVisible();
  });

  await test.step('a tab that was elsewhere meanwhile has its tokens taken, and asks to sign in', async () => {
    await leave(page);
    await signOut(other);
    await page.goBack();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await expect(page.getByText('contoso-api-prod')).toHaveCount(0);
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage }));
    expect(kept).not.toMatch(/accesstoken|refreshtoken|idtoken|eyJ/i);
  });

  await test.step('whoever signs in again is let in, and goes back without being asked', async () => {
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: admin }).click();
    await expect(row(page)).toBeVisible();
    await leave(page);
    await page.goBack();
    await expect(row(page)).toBeVisible();
  });

  await test.step('Back to the page that left for the sign-in service, and forward again, is no dead end', async () => {
    await signOut(page);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('button', { name: admin })).toBeVisible();
    await page.goBack();
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: admin }).click();
    await expect(row(page)).toBeVisible();
  });
});
