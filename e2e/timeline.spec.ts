import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { expectToFit } from './page-width.ts';
import { recordedYear } from './recorded-year.ts';
import { idOf } from './sandbox-service.ts';
import { recorded, rows } from './timeline-page.ts';

const admin = 'admin@contoso.com';

async function importHistory(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.setInputFiles('input[type=file]', {
    name: 'history.jsonl',
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  });
}

test('an imported year tells the story of the service, on any date', async ({ page, sandbox, signInAs }) => {
  const id = idOf(sandbox);
  await signInAs(admin, `${id}?tab=timeline&at=2026-03-03T12:00:00Z`);
  await recorded(page);
  await importHistory(page, sandbox.history());
  await expect(page.getByText(/^Imported/)).toBeVisible();
  await page.keyboard.press('Escape');
  for (const cause of [
    'Unexplained',
    'NAT gateway changed',
    'Public IP resource changed',
    'Region added',
    'Zones changed',
  ])
    await expect(rows(page).filter({ hasText: cause }).first()).toBeVisible();
  const aside = page.getByRole('region', { name: /^Addresses on/ });
  await expect(aside).toContainText('Not a region of this service then');
  await expect(page.getByText('The past:')).toBeVisible();
  await page.getByRole('button', { name: 'To the next change' }).click();
  await expect(page).toHaveURL(/at=2026-0/);
  await test.step('on the day of a change what stood before and after, at any time of it', async () => {
    // The story ends now: at some hours of the day midnight lies within the span of the change.
    const changed = /Changed (on|between) .* UTC.*203\.0\.113\.7 before, 203\.0\.113\.18 after/;
    await expect(aside).toContainText(changed);
    await aside.getByLabel('Time, UTC').fill('00:30');
    await expect(aside.getByRole('heading', { name: /^Addresses on .*, 00:30 UTC$/ })).toBeVisible();
    await expect(aside).toContainText('203.0.113.18 after');
  });
  await expectAccessible(page, 'timeline');
  await test.step('a date ahead becomes now, and that is said', async () => {
    await aside.getByLabel('Date, UTC').fill('2099-01-01');
    await expect(page.getByText('1 Jan 2099, 12:00 UTC is still to come: this is now.')).toBeVisible();
  });
  await rows(page).getByRole('button', { name: 'Mark as seen' }).first().click();
  await expect(rows(page).getByRole('button', { name: 'Mark as seen' })).toHaveCount(0);
});

test('a damaged history file is refused with its line', async ({ page, sandbox, signInAs }) => {
  await signInAs(admin, `${idOf(sandbox)}?tab=timeline`);
  await recorded(page);
  const [head = '', first = ''] = sandbox.history().split('\n');
  await importHistory(page, `${head}\n${first}\n{"type":"observation"\n`);
  await expect(page.getByText(/refused, nothing was imported. Line 3/)).toBeVisible();
});

test('on a phone the chart shows one region, and the list the changes of all of them', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await recordedYear(page, sandbox);
  await page.setViewportSize({ width: 390, height: 844 });
  await signInAs(admin, `${idOf(sandbox)}?tab=timeline`);
  await recorded(page);
  await expect(page.getByRole('combobox', { name: 'Region in the chart' })).toHaveValue('westeurope');
  const unexplained = rows(page).filter({ hasText: 'North Europe' }).first();
  await expect(unexplained).toContainText('Unexplained');
  await expectAccessible(page, 'timeline on a phone');

  await test.step('between a phone and a desk, and on paper, no address breaks and nothing is wider than the page', async () => {
    const addresses = rows(page).getByRole('code');
    for (const [width, media] of [
      [640, 'screen'],
      [800, 'screen'],
      [1024, 'screen'],
      [1280, 'screen'],
      [794, 'print'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ media });
      await expectToFit(page, width);
      const heights = await addresses.evaluateAll(all =>
        all.flatMap(one => (one.textContent.includes(',') ? [] : [one.getClientRects().length])),
      );
      expect(heights.length, `addresses at ${width} px`).toBeGreaterThan(4);
      expect(new Set(heights), `lines of an address at ${width} px`).toEqual(new Set([1]));
    }
  });
});

test('the time shown is zoomed by dragging and by keyboard, stands in the link and can be reset', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await recordedYear(page, sandbox);
  await signInAs(admin, `${idOf(sandbox)}?tab=timeline`);
  await recorded(page);
  const time = page.getByRole('combobox', { name: 'Time shown' });
  await expect(rows(page).filter({ hasText: 'Zones changed' })).toHaveCount(1);

  await test.step('dragging over the dates shows that time alone', async () => {
    const box = await page.getByTitle('Drag to zoom').boundingBox();
    if (!box) throw new Error('No dates to drag over');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.7, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.9, y, { steps: 4 });
    await page.mouse.up();
    await expect(page).toHaveURL(/from=2026-\d\d-\d\dT.*to=2026-/);
    await expect(time).toHaveValue('link');
    await expect(rows(page).filter({ hasText: 'Zones changed' })).toHaveCount(0);
    await expect(rows(page).filter({ hasText: 'NAT gateway changed' })).toHaveCount(1);
  });

  await test.step('the link opens the same time, and the keyboard moves and resets it', async () => {
    const before = page.url();
    await page.reload();
    await expect(time).toHaveValue('link');
    await page.getByRole('button', { name: 'Zoom in' }).press('ArrowLeft');
    await expect(page).not.toHaveURL(before);
    await page.getByRole('button', { name: 'Zoom in' }).press('-');
    await page.getByRole('button', { name: 'Reset the time shown' }).press('Enter');
    await expect(page).not.toHaveURL(/from=|to=/);
    await page.getByRole('button', { name: 'Zoom in' }).press('Enter');
    await expect(page).toHaveURL(/from=.*to=/);
  });
});
