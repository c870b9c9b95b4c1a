import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures.ts';
import { apiProd } from './service-page.ts';
import { readStored } from './stored.ts';

const admin = 'admin@contoso.com';
const row = (page: Page) => page.getByRole('row', { name: /contoso-api-prod/ });
const unloaded = (page: Page) => page.getByRole('heading', { name: 'The dashboard could not be loaded' });
const refuse = (page: Page, what: RegExp) => page.route(what, route => route.abort('internetdisconnected'));

test('a network that is lost at any step of sign-in and loading is said, and once it is back one press goes on', async ({
  page,
  context,
  sandbox,
}) => {
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));

  await test.step('config.json', async () => {
    await refuse(page, /\/config\.json$|configuration-screens/);
    await page.goto('/?q=contoso-api');
    await expect(unloaded(page)).toBeVisible();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Load it again' }).click();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  });

  await test.step('the press that would leave', async () => {
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByText('The sign-in service could not be reached')).toBeVisible();
    await context.setOffline(false);
  });

  await test.step('the token request, on the way back', async () => {
    sandbox.controls.login.breakTokenEndpoint({ kind: 'reset', times: 2 });
    await signIn(page, admin);
    await expect(page.getByText('The sign-in service could not be reached')).toBeVisible();
    expect(new URL(page.url()).search).toBe('?q=contoso-api');
  });

  await test.step('the code of the signed-in page', async () => {
    await refuse(page, /\/assets\/mount-/);
    // The sign-in service knows the reader by now.
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(unloaded(page)).toBeVisible();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Load it again' }).click();
    await expect(row(page)).toBeVisible();
  });

  await test.step('the code of a screen: the network’s return brings it without a press', async () => {
    await refuse(page, /\/assets\/check-with-history-/);
    await page.getByRole('link', { name: 'Check an allowlist' }).click();
    await expect(page.getByRole('heading', { name: 'This screen could not be loaded' })).toBeVisible();
    await page.unrouteAll();
    await context.setOffline(true);
    await context.setOffline(false);
    await expect(page.getByRole('heading', { name: 'Check an allowlist' })).toBeVisible();
  });

  await test.step('the code of a part: what was shown is shown again', async () => {
    await page.goto('/?q=contoso-api');
    await expect(row(page)).toBeVisible();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('button', { name: 'Back to what was shown' }).click();
    await expect(row(page)).toBeVisible();
    await page.getByRole('button', { name: 'Read the services anew' }).click();
    await expect(page.getByText('This browser is offline.')).toBeVisible();
    await context.setOffline(false);
    await expect(row(page)).toBeVisible();
  });

  await test.step('the first query, with nothing known before', async () => {
    await page.goto('/settings');
    await page.getByRole('button', { name: 'Forget the last known fleet' }).click();
    await expect.poll(async () => (await readStored(page)).databases['apim-ip-fleet']).toBe('[[],[]]');
    await refuse(page, new RegExp(`^${sandbox.armOrigin}/`));
    await page.goto('/');
    await expect(page.getByRole('alert')).toContainText(/could not be (read|reached)/);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect(row(page)).toBeVisible();
  });

  const addresses = page.getByRole('grid', { name: 'Addresses by region' });
  await test.step('the service', async () => {
    await refuse(page, new RegExp(`^${sandbox.armOrigin}/subscriptions/`));
    await page.goto(apiProd);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('contoso-api-prod');
    const again = page.getByRole('button', { name: 'Try again' }).first();
    await expect(again).toBeVisible();
    await expect(page.getByText(/could not be reached/).first()).toBeVisible();
    await page.unrouteAll();
    await again.click();
    await expect(addresses).toContainText('10.20.1.5');
  });

  await test.step('an answer of 200 MB, on a connection that never ends', async () => {
    sandbox.controls.arm.addFault({ kind: 'gigantic', megabytes: 200, path: '/service/contoso-api-prod' });
    await page.reload();
    await expect(page.getByText(/larger than 64 MB/).first()).toBeVisible();
    sandbox.controls.arm.clearFaults();
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect(addresses).toContainText('10.20.1.5');
  });
  expect(errors).toEqual([]);
});
