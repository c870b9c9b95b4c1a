import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { expectToFit } from './page-width.ts';

const production = '6f2b0c1e-47aa-4d0b-9c58-2a1d7e905b13';
const service = (group: string, name: string, query = '?tab=network') =>
  `/subscriptions/${production}/resourceGroups/${group}/providers/Microsoft.ApiManagement/service/${name}${query}`;
const failing = service('rg-apim-prod', 'contoso-api-prod');
const right = 'Microsoft.ApiManagement/service/networkstatus/read';

const title = (page: Page) => page.getByRole('heading', { level: 2 }).first();
const groups = (page: Page) => page.getByRole('table').locator('th[scope=rowgroup] b');

test('a failing network is said in a sentence, with what to check', async ({ page, sandbox, signInAs }) => {
  void sandbox;
  await signInAs('admin@contoso.com', failing);
  await expect(title(page)).toHaveText('North Europe cannot reach two dependencies that it needs.');
  await expect(groups(page)).toHaveText(['Required and failing', 'Starting', 'Optional and failing', 'Fine']);
  const sql = page.getByRole('row', { name: /database\.windows\.net.*North Europe/ });
  await expect(sql).toContainText('Allow Sql on 1433 from snet-apim-neu');
  await expect(sql).toContainText('A connection attempt failed');
  await expect(page.getByRole('row', { name: /smtpi-neu/ })).not.toContainText('Allow');
  await expect(page.getByText('10.20.0.4, 10.20.0.5')).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Network status , failing' })).toBeVisible();

  await page.getByRole('button', { name: 'Show 29 more that are fine' }).click();
  await expect(page.locator('tr[data-group=fine]')).toHaveCount(32);
  await page.getByRole('button', { name: /^East US/ }).click();
  await expect(groups(page)).toHaveText(['Fine']);
  await expect(page.locator('tr[data-group=fine]')).toHaveCount(3);
});

test('a failing network can be read by everybody', async ({ page, sandbox, signInAs }) => {
  void sandbox;
  await signInAs('admin@contoso.com', failing);
  await expect(page.getByText('Show the list')).toBeVisible();
  await expectAccessible(page, 'network status, failing');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectToFit(page, 390);
  await expectAccessible(page, 'network status, failing, on a phone');
});

test('hosts and ports are there to copy', async ({ page, context, sandbox, signInAs }) => {
  void sandbox;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signInAs('admin@contoso.com', failing);
  await page.getByRole('button', { name: 'Copy hosts and ports as text' }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('smtpi-neu.msn.com:25028\n');
  expect(text).toContain('ocsp.msocsp.com:80\n');
  await page.getByRole('button', { name: 'Copy hosts and ports as CSV' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^category,host,port,regions\r\n/,
  );
  await page.getByText('Show the list').click();
  await expect(page.getByRole('row', { name: /ocsp\.msocsp\.com 80, 443 Global/ })).toBeVisible();
});

test('results without news replace the verdict', async ({ page, sandbox, signInAs }) => {
  void sandbox;
  await signInAs('admin@contoso.com', service('rg-treasury', 'contoso-treasury'));
  await expect(title(page)).toHaveText(/^Azure has had no news from inside the network.* since .* UTC\.$/);
  await expectAccessible(page, 'network status, stale');
});

test('a service without a network is no error', async ({ page, sandbox, signInAs }) => {
  void sandbox;
  await signInAs('admin@contoso.com', service('rg-media', 'contoso-media'));
  await expect(title(page)).toHaveText('Azure has no network status for this service.');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expectAccessible(page, 'network status, not offered');
});

test('a right that is missing is named, and the rest of the screen stands', async ({
  page,
  sandbox,
  signInAs,
}) => {
  void sandbox;
  await page.route(/\/networkstatus\?/, route =>
    route.fulfill({
      status: 403,
      headers: { 'access-control-allow-origin': '*' },
      json: { error: { code: 'AuthorizationFailed', message: 'No authorization.' } },
    }),
  );
  await signInAs('admin@contoso.com', failing);
  await expect(page.getByRole('alert')).toContainText(right);
  await expect(page.getByText('What the service has to reach')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('contoso-api-prod');
});

test('the fleet asks nothing by itself, and checks what is chosen', async ({ page, sandbox, signInAs }) => {
  const asked = () => sandbox.controls.arm.log.filter(entry => /networkstatus/i.test(JSON.stringify(entry)));
  await signInAs('admin@contoso.com', '/?q=contoso-api-prod');
  await page.getByRole('checkbox', { name: 'Select contoso-api-prod' }).click();
  const check = page.getByRole('button', { name: 'Check network status' });
  await expect(check).toBeEnabled();
  expect(asked()).toHaveLength(0);
  await check.click();
  const row = page.getByRole('row', { name: /contoso-api-prod/ });
  await expect(row.locator('[data-column=Status]')).toHaveText(/^Network failing\s*Online$/);
  await expect(page.getByRole('region', { name: 'The selected services' })).toContainText(
    '1 checked: 1 network failing',
  );
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await page.getByRole('searchbox', { name: /^Filter these services/ }).fill('');
  await page.getByRole('button', { name: 'Status', exact: true }).first().click();
  await page.getByRole('checkbox', { name: /^Network failing/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox', { name: /^Select contoso/ })).toHaveCount(1);
});

test('a checked fleet can be read by everybody', async ({ page, sandbox, signInAs }) => {
  void sandbox;
  await signInAs('admin@contoso.com', '/?q=contoso-api');
  await page.getByRole('checkbox', { name: /Select all/ }).click();
  await page.getByRole('button', { name: 'Check network status' }).click();
  await expect(page.getByRole('region', { name: 'The selected services' })).toContainText(
    /checked: 1 network/,
  );
  await expectAccessible(page, 'fleet, network checked');
});

test('a check of many can be stopped', async ({ page, sandbox, signInAs }) => {
  sandbox.controls.arm.addFault({ kind: 'slow', ms: 4_000, path: 'networkstatus' });
  await signInAs('admin@contoso.com');
  await page.getByRole('checkbox', { name: /Select all/i }).click();
  await page.getByRole('button', { name: 'Check network status' }).click();
  await expect(page.getByRole('progressbar', { name: 'Network checks' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(
    page.getByRole('region', { name: 'The selected services' }).getByText(/^\d+ of \d+ checked/),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check network status' })).toBeEnabled();
});
