import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { recordedYear } from './recorded-year.ts';
import { idOf } from './sandbox-service.ts';

const admin = 'admin@contoso.com';
const backToNow = (page: Page) => page.getByRole('link', { name: 'Back to now' });

test('a link with a date shows the whole page as it was recorded then, with a way back', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await recordedYear(page, sandbox);
  await signInAs(admin, `${idOf(sandbox)}?at=2026-03-03T12:00:00Z`);
  const facts = page.getByRole('list', { name: 'Facts about the service' });
  const addresses = page.getByRole('table', { name: 'Addresses by region, as recorded' });

  await test.step('the header and the addresses are those of that date', async () => {
    await expect(page.getByText('this page shows what was recorded on 3 Mar 2026, 12:00 UTC')).toBeVisible();
    await expect(facts).toContainText('As recorded on 3 Mar 2026, 12:00 UTC');
    await expect(facts).toContainText('2 regions');
    const row = addresses.getByRole('row', { name: /West Europe/ });
    await expect(row).toContainText('203.0.113.7');
    await expect(row).toContainText('equal both times');
    await expect(page.getByText('Not regions of this service then: East US.')).toBeVisible();
    await expect(page.getByRole('table', { name: 'How each region was built' })).toContainText(
      'pip-apim-weu',
    );
    await expect(page.getByRole('button', { name: 'Copy support summary of now' })).toBeVisible();
    const aside = page.getByRole('complementary', { name: 'What each address was for' });
    await expect(aside.getByRole('term').first()).toBeVisible();
    await expect(aside.getByRole('term', { name: 'Subnet range' })).toHaveCount(0);
    await expectAccessible(page, 'addresses of the past');
  });

  await test.step('guidance and network status give nothing of today', async () => {
    await page.getByRole('tab', { name: 'Guidance' }).click();
    await expect(page.getByRole('heading', { name: 'No guidance for a moment in the past' })).toBeVisible();
    await expect(page.getByRole('radio')).toHaveCount(0);
    await page.getByRole('tab', { name: 'Network status' }).click();
    await expect(page.getByRole('heading', { name: /^No network status/ })).toBeVisible();
  });

  await test.step('JSON has the records of that moment', async () => {
    await page.getByRole('tab', { name: 'JSON' }).click();
    await expect(page.getByRole('region', { name: 'Records of that moment' })).toContainText('"203.0.113.7"');
  });

  await test.step('the way back leads to the same tab of now', async () => {
    await page.getByRole('tab', { name: 'Guidance' }).click();
    await backToNow(page).click();
    await expect(page.getByRole('heading', { name: /^No guidance/ })).toHaveCount(0);
    await expect(page).not.toHaveURL(/at=/);
    await expect(facts).toContainText('As of');
  });
});

test('what was not recorded is unknown, and a date that is none is left out', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await recordedYear(page, sandbox);
  const id = idOf(sandbox);
  await signInAs(admin, `${id}?at=2026-07-20`);
  const addresses = page.getByRole('table', { name: 'Addresses by region, as recorded' });
  const row = (name: RegExp) => addresses.getByRole('row', { name });

  await test.step('in a gap both values are named, and equal ones are said to be unseen', async () => {
    await expect(row(/North Europe/)).toContainText('203.0.113.61 or 203.0.113.74');
    await expect(row(/North Europe/)).toContainText('the moment is not known');
    await expect(row(/West Europe/)).toContainText('Not seen then');
  });

  await test.step('before the record nothing is known', async () => {
    await page.goto(`${id}?at=2025-12-01T00:00:00Z`);
    await expect(
      row(/West Europe/)
        .getByText('Unknown')
        .first(),
    ).toBeVisible();
    await expect(page.getByText('Tier not recorded')).toBeVisible();
  });

  await test.step('a moment ahead is said to be still to come', async () => {
    await page.goto(`${id}?at=2099-01-01T00:00:00Z`);
    await expect(page.getByText('is still to come')).toBeVisible();
    await expect(row(/West Europe/)).toContainText('Last seen');
  });

  await test.step('a malformed date falls back to now', async () => {
    await page.goto(`${id}?at=2026-02-30`);
    await expect(page.getByText(/at=2026-02-30 was left out/)).toBeVisible();
    await expect(backToNow(page)).toHaveCount(0);
    await expect(page.getByRole('grid', { name: 'Addresses by region' })).toBeVisible();
  });
});
