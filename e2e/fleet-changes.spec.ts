import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { recordedYear } from './recorded-year.ts';
import { idOf } from './sandbox-service.ts';
import { readStored } from './stored.ts';

const admin = 'admin@contoso.com';
const day = 86_400_000;
const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });
const found = (page: Page, count: number) =>
  expect(page.getByText(new RegExp(`^${count} found among`))).toBeVisible();

test('the fleet tells what changed since a time, day by day, and what nobody has explained or seen', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await recordedYear(page, sandbox);
  await signInAs(admin, '/?changed=14d');

  await test.step('days and a date filter the services alike', async () => {
    await expect(row(page, 'contoso-api-prod')).toContainText('Unexplained');
    await found(page, 5);
    const sevenDaysAgo = new Date(Date.now() - 7 * day).toISOString().slice(0, 10);
    await page.goto(`/?changed=${sevenDaysAgo}`);
    await expect(row(page, 'contoso-api-prod')).toBeVisible();
    await found(page, 1);
    const since = page.getByRole('group', { name: 'Changed since' });
    await expect(since.getByLabel('Services that changed since')).toHaveValue(sevenDaysAgo);
    const fortnight = new Date(Date.now() - 14 * day).toISOString().slice(0, 10);
    await since.getByLabel('Services that changed since').fill(fortnight);
    await expect(page).toHaveURL(new RegExp(`changed=${fortnight}`));
    await found(page, 5);
    await since.getByRole('button', { name: 'Show services whenever they changed' }).click();
    await expect(page).not.toHaveURL(/changed=/);
    await expect(since).toHaveCount(0);
    await page.goto('/?changed=lately');
    await expect(page.getByText(/changed=lately was left out/)).toBeVisible();
  });

  await test.step('the chart has every day, as a picture and as a table', async () => {
    await page.getByRole('button', { name: 'Show charts of these services' }).click();
    await expect(page.getByRole('img', { name: /^Changes per day, last 30 days: .* 1/ })).toBeVisible();
    await page.getByRole('button', { name: 'Show as tables' }).click();
    const table = page.getByRole('table', { name: 'Changes per day, last 30 days' });
    // A head, thirty days, and today.
    await expect(table.getByRole('row')).toHaveCount(32);
  });

  await test.step('an unexplained change stays flagged until it is marked as seen', async () => {
    await expect(page.getByRole('button', { name: /Changed in 14 days/ })).toContainText('1 unexplained');
    await page.goto(`${idOf(sandbox)}?tab=timeline`);
    await page.getByRole('button', { name: 'Mark as seen' }).click();
    await expect(page.getByRole('button', { name: 'Mark as seen' })).toHaveCount(0);
    await page.goto('/');
    await expect(page.getByRole('button', { name: /Changed in 14 days/ })).toContainText('none unexplained');
  });
});

test('while Azure’s record of changes is being read no service is said to be without one', async ({
  page,
  signInAs,
}) => {
  let release = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  await page.route(/\/providers\/Microsoft\.ResourceGraph\/resources\?/i, async route => {
    if (/resourcechanges/i.test(route.request().postData() ?? '')) await held;
    await route.continue();
  });
  await signInAs(admin);
  const change = (name: string) => row(page, name).getByRole('gridcell').last();
  await expect(change('contoso-api-prod')).toHaveText('…');
  // Recording that the services were seen makes no record of their changes.
  const stored = async () => Object.values((await readStored(page)).databases).join();
  await expect.poll(stored).toMatch(/contoso-archive.*137\.XXX\.11\.74/);
  const tile = page.getByRole('button', { name: /^. Changed in 14 days/ });
  await expect(tile).toContainText('no history yet');
  await expect(change('contoso-archive')).toHaveText('…');
  release();
  await expect(tile).toContainText('1 unexplained');
  await expect(change('contoso-api-prod')).toContainText('Unexplained');
  await expect(change('contoso-archive')).toHaveText('Not recorded');
});

test('whoever comes back is told what changed since, and shown it', async ({ page, sandbox, signInAs }) => {
  await recordedYear(page, sandbox);
  await signInAs(admin, '/');
  await expect(page.getByRole('button', { name: /Changed in 14 days/ })).toBeEnabled();
  await expect(page.getByText(/since your last visit/)).toHaveCount(0);
  // The visit that was just written down becomes one of a week ago.
  await page.addInitScript(
    seen => {
      for (const key of Object.keys(localStorage))
        if (key.startsWith('apim-ip.visit')) localStorage.setItem(key, `- ${seen}`);
    },
    Date.now() - 7 * day,
  );
  await page.reload();
  await expect(
    page.getByText(/^One service changed since your last visit on .*contoso-api-prod/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Show it', exact: true }).click();
  await expect(page).toHaveURL(/changed=/);
  await found(page, 1);
});
