import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, signIn, test } from './fixtures.ts';
import { expectToFit } from './page-width.ts';
import { ids } from './sandbox/world/fleet/subscriptions.ts';

const admin = 'admin@contoso.com';
const search = (page: Page) => new URL(page.url()).searchParams;
const grid = (page: Page) => page.getByRole('grid', { name: 'Services' });
const head = (page: Page, name: string) => grid(page).getByRole('columnheader', { name });
const figures = (page: Page) => page.getByRole('group', { name: 'The fleet in figures; each is a filter' });
const figure = (page: Page, name: RegExp) => figures(page).getByRole('button', { name });
const footer = (page: Page) => page.locator('footer');
const textFilter = (page: Page) => page.getByRole('searchbox', { name: /^Filter these services/ });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

/** Names of the rows in view, top to bottom. */
async function namesIn(page: Page): Promise<string[]> {
  const rows = grid(page).locator('tr[data-key]');
  const placed = await rows.evaluateAll(all =>
    all
      .map(row => ({
        at: Number(row.getAttribute('aria-rowindex')),
        name: row.querySelector('th')?.querySelector('a, span')?.textContent ?? '',
      }))
      .sort((a, b) => a.at - b.at),
  );
  return placed.map(row => row.name);
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

async function countOf(button: Locator): Promise<number> {
  return Number(/^\d+/.exec(((await button.textContent()) ?? '').trim())?.[0]);
}

test('the figures add up, filter the rows, and stand in the link', async ({ page, signInAs }) => {
  await signInAs(admin);
  await expect(footer(page)).toContainText('of 49 services that you may read, by name');
  const [all, external, internal, none] = await Promise.all(
    [/Services/, /External VNet/, /Internal VNet/, /No VNet/].map(name => countOf(figure(page, name))),
  );
  expect((external ?? 0) + (internal ?? 0) + (none ?? 0)).toBe((all ?? 0) - 1);

  await figure(page, /Internal VNet/).click();
  await expect(figure(page, /Internal VNet/)).toHaveAttribute('aria-pressed', 'true');
  await expect(footer(page)).toContainText(`${internal} found among 49 services`);
  expect(search(page).getAll('vnet')).toEqual(['Internal']);

  await figure(page, /At risk/).click();
  expect(search(page).get('risk')).toBe('1');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(footer(page)).toContainText('of 49 services');
  expect([...search(page).keys()]).toEqual([]);
});

test('a link brings every filter, and Back from a service brings the same rows', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin, '/?tier=PREMIUM&region=westeurope&vnet=Internal&q=10.20&cols=public&keep=me');
  await expect(grid(page).getByRole('row', { name: /contoso-api-prod/ })).toBeVisible();
  await expect(textFilter(page)).toHaveValue('10.20');
  await expect(footer(page)).toContainText('found among 49 services');
  const found = await namesIn(page);
  await grid(page).getByRole('link', { name: 'contoso-api-prod' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('contoso-api-prod');
  await page.goBack();
  await expect(textFilter(page)).toHaveValue('10.20');
  await expect.poll(() => namesIn(page)).toEqual(found);
  expect(search(page).get('q')).toBe('10.20');
  expect(search(page).get('keep')).toBe('me');

  await textFilter(page).fill('nothing is called so');
  await expect(page.getByText('None of the 49 services that you may read fits these filters.')).toBeVisible();
  await expectAccessible(page, 'fleet, nothing found');
});

test('a value that cannot be used falls back and is named, and text stays text', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin, '/?vnet=Sideways&sort=nothing&changed=soon&sub=12&q=10.10');
  await expect(page.getByText('None of the 49 services that you may read fits these filters.')).toBeVisible();
  for (const value of ['Sideways', 'nothing', 'soon', '12'])
    await expect(page.getByText(new RegExp(`${value}.* is `)).first()).toBeVisible();
  await expect(textFilter(page)).toHaveValue('10.10');
});

test('a press of a head sorts, and the order that was chosen last is there at the next visit', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin);
  await expect(footer(page)).toContainText('by name');
  // An unexplained change that nobody has marked as seen stays on top, in any order.
  await expect(grid(page).getByRole('row', { name: /contoso-api-prod/ })).toContainText('Unexplained');
  await page.reload();
  await expect.poll(async () => (await namesIn(page))[0]).toBe('contoso-api-prod');
  await expect(footer(page)).toContainText('unexplained changes first, then by name');
  await head(page, 'Public IPs').getByRole('button').click();
  await expect(head(page, 'Public IPs')).toHaveAttribute('aria-sort', 'ascending');
  await expect(head(page, 'Service')).not.toHaveAttribute('aria-sort');
  expect(search(page).get('sort')).toBe('public');
  await expect.poll(async () => (await namesIn(page))[1]).toBe('contoso-erp-legacy');

  await head(page, 'Last change').getByRole('button').click();
  await expect(head(page, 'Last change')).toHaveAttribute('aria-sort', 'descending');
  await expect(footer(page)).toContainText('newest change first');
  await page.goto('/');
  await expect(footer(page)).toContainText('newest change first');
  expect(search(page).get('sort')).toBe('-change');
  // A link that names an order is shown in that order, and leaves the remembered one alone.
  await page.goto('/?sort=tier');
  await expect(head(page, 'Tier, units')).toHaveAttribute('aria-sort', 'ascending');
  await page.goto('/');
  await expect(footer(page)).toContainText('newest change first');
});

test('an address is copied by the button beside it, which is drawn in the row of the pointer', async ({
  page,
  context,
  signInAs,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signInAs(admin);
  const cell = grid(page)
    .getByRole('row', { name: 'contoso-api-prod' })
    .getByRole('gridcell', {
      name: /203\.0\.113\.18/,
    });
  const button = cell.getByRole('button', { name: 'Copy 203.0.113.18' });
  const icon = () => button.evaluate(one => getComputedStyle(one, '::before').content);
  expect(await icon()).toBe('none');
  await cell.hover();
  expect(await icon()).toBe('""');
  await button.click();
  await expect.poll(() => clipboard(page)).toBe('203.0.113.18');
  await expect(cell).toHaveAttribute('data-flash', 'copied');
  await expect(page.getByText('203.0.113.18 copied')).toBeAttached();
});

test('no row in view is missing in any frame while the reader scrolls', async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 1440, height: 500 });
  await signInAs(admin);
  await expect(footer(page)).toContainText('of 49 services');
  // Each frame, in what is about to be painted: which of the heights below the heads and above the foot show no row.
  await page.evaluate(() => {
    const gaps: string[] = [];
    const seen = { gaps, frames: 0, farthest: 0 };
    Object.assign(window, { seen });
    const look = () => {
      const top = Math.max(0, document.querySelector('tbody')?.getBoundingClientRect().top ?? 0);
      for (let y = top + 40; y < innerHeight - 32; y += 20)
        if (!document.elementFromPoint(300, y)?.closest('tr')) gaps.push(`${y} px, scrolled by ${scrollY}`);
      seen.frames++;
      seen.farthest = Math.max(seen.farthest, scrollY);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.mouse.move(700, 300);
  for (const by of [400, 400, 400, 400, -800, 1_600, -1_600, 2_000, -2_000]) await page.mouse.wheel(0, by);
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  const seen = () => page.evaluate(() => Reflect.get(window, 'seen'));
  await expect.poll(async () => (await seen()).frames).toBeGreaterThan(30);
  const { gaps, farthest } = await seen();
  expect(farthest).toBeGreaterThan(1_000);
  expect(gaps).toEqual([]);
});

test('the table works by keyboard and tells its size, with few rows in the page', async ({
  page,
  context,
  signInAs,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signInAs(admin);
  await expect(footer(page)).toContainText('of 49 services');
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '50');
  expect(await grid(page).locator('tr[data-key]').count()).toBeLessThan(40);

  const box = grid(page).getByRole('checkbox', { name: 'Select contoso-api-dev' });
  await box.focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('c');
  await expect.poll(() => clipboard(page)).toBe('192.0.2.69');
  await page.keyboard.press(' ');
  const bar = page.getByRole('region', { name: 'The selected services' });
  await expect(bar).toContainText('1 selected');
  await expect(bar.getByRole('button', { name: /^Copy 1 public IP/ })).toBeVisible();
  await bar.getByRole('button', { name: 'Clear' }).click();
  await expect(bar).toBeHidden();

  await box.focus();
  await page.keyboard.press('Control+End');
  await expect(grid(page).locator('[aria-rowindex="50"]')).toBeVisible();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/providers\/Microsoft\.ApiManagement\/service\//);
});

test('columns are chosen, tags among them, and lists of addresses open beside their cell', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin);
  await page.getByRole('button', { name: 'Columns' }).click();
  await dialog(page, 'Columns')
    .getByRole('checkbox', { name: /^Platform/ })
    .check();
  await dialog(page, 'Columns').getByRole('checkbox', { name: /^env/ }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused();
  await expect(head(page, 'Platform')).toBeVisible();
  await expect(head(page, 'environment')).toBeVisible();
  expect(search(page).getAll('cols')).toContain('tag:environment');

  await page.goto('/?q=contoso-api-prod');
  await grid(page)
    .getByRole('button', { name: /public IPs of contoso-api-prod/ })
    .click();
  const list = page.getByRole('dialog');
  for (const address of ['203.0.113.18', '203.0.113.74', '198.51.100.41'])
    await expect(list).toContainText(address);
  await expectAccessible(page, 'fleet, a list of addresses');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
});

test('chosen subscriptions are kept for the account; a link shows its own and changes none', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin);
  await page.getByRole('button', { name: 'Subscription', exact: true }).click();
  const picker = dialog(page, 'Subscriptions');
  await expectAccessible(page, 'fleet, the subscription picker');
  await picker.getByRole('checkbox', { name: /Contoso Production/ }).check();
  await picker.getByRole('button', { name: /^(Show|Ask|Apply|Done)/ }).click();
  await expect.poll(() => search(page).getAll('sub')).toEqual([ids.production]);
  await expect(footer(page)).not.toContainText('49 services');
  const ofProduction = ((await footer(page).textContent()) ?? '').match(/of (\d+) services/)?.[1];

  await page.goto(`/?sub=${ids.devTest}`);
  await expect(grid(page).getByRole('link', { name: 'contoso-api-dev' })).toBeVisible();
  await expect(grid(page).getByRole('link', { name: 'contoso-pay-prod' })).toHaveCount(0);
  await page.goto('/');
  await expect(footer(page)).toContainText(`of ${ofProduction} services`);
  expect(search(page).getAll('sub')).toEqual([ids.production]);
});

test('a subscription that may not be read is named with its reason, and the rest is shown', async ({
  page,
  sandbox,
  signInAs,
}) => {
  sandbox.controls.arm.addFault({ kind: 'forbidden', subscription: ids.platform });
  await signInAs(admin, `/?sub=${ids.platform}&sub=${ids.devTest}`);
  await expect(page.getByText(/^1 of 2 subscriptions could not be read\./)).toBeVisible();
  await expect(page.getByText(`${ids.platform}: not listed.`)).toBeVisible();
  await expect(grid(page).getByRole('link', { name: 'contoso-api-dev' })).toBeVisible();
  await expectAccessible(page, 'fleet, partial');
  await page.getByRole('button', { name: 'Details' }).click();
  const problems = page.getByRole('dialog', { name: 'Problems' });
  await expect(problems).toContainText('Resource Graph leaves out, without a word');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await problems.getByRole('button', { name: 'Copy diagnostics' }).click();
  const diagnostics = await page.evaluate(() => navigator.clipboard.readText());
  expect(diagnostics).toContain('1. query services; subscription 1; not listed by Resource Graph; at 20');
  expect(diagnostics).not.toContain(ids.platform);
  await expectAccessible(page, 'problems');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Details' })).toBeFocused();
  await page.getByRole('button', { name: 'Close this notice' }).click();
  await expect(page.getByText(/could not be read\./)).toBeHidden();
});

test('where Resource Graph is refused each subscription is listed, with the same rows', async ({
  page,
  sandbox,
  signInAs,
}) => {
  sandbox.controls.arm.addFault({ kind: 'graph-refused' });
  sandbox.controls.arm.addFault({
    kind: 'throttle',
    retryAfterSeconds: 3,
    subscription: ids.devTest,
    path: 'Microsoft.ApiManagement/service',
    times: 1,
  });
  await signInAs(admin);
  await expect(page.getByText(/Contoso Dev\/Test: too many requests, goes on/)).toBeVisible();
  await expect(footer(page)).toContainText('of 49 services that you may read, by name');
  await expect(page.getByText(/^Resource Manager, /)).toBeVisible();
  await expect(page.getByText(/too many requests/)).toBeHidden();
});

test('a refresh that fails keeps the rows, says their age, and the next one brings what is new', async ({
  page,
  context,
  sandbox,
  signInAs,
}) => {
  await signInAs(admin);
  await expect(footer(page)).toContainText('of 49 services');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Read the services anew' }).click();
  await expect(page.getByText('This browser is offline.')).toBeVisible();
  await expect(page.getByText(/You see the services as they were read/)).toBeVisible();
  await expect(footer(page)).toContainText('of 49 services');
  await expectAccessible(page, 'fleet, offline');
  await context.setOffline(false);
  await expect(page.getByText('This browser is offline.')).toBeHidden();

  sandbox.controls.arm.addFault({ kind: 'malformed' });
  await page.getByRole('button', { name: 'Read the services anew' }).click();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(footer(page)).toContainText('of 49 services');
  sandbox.controls.arm.clearFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
});

test('a fleet without a service names tenant, cloud and account, with the way out of each', async ({
  page,
  signInAs,
}) => {
  await signInAs('nobody@contoso.com');
  const empty = page
    .getByRole('region')
    .or(page.locator('section'))
    .filter({
      has: page.getByRole('heading', { name: 'No API Management service that you can read' }),
    });
  for (const text of ['Contoso', 'Sandbox', 'nobody@contoso.com'])
    await expect(empty.last()).toContainText(text);
  await expect(page.getByRole('button', { name: 'Use another account' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy a request for the Reader role' })).toBeVisible();
  await expectAccessible(page, 'fleet, empty');
});

test('a row that cannot be read keeps its place and shows its JSON', async ({ page, signInAs }) => {
  await signInAs(admin);
  const row = grid(page).getByRole('row', { name: /Unreadable/ });
  await expect(row).toContainText('Contoso Legacy EU');
  await expectAccessible(page, 'fleet');
  await row.getByRole('button', { name: 'Show its JSON' }).click();
  await expect(page.getByRole('dialog')).toContainText('"id"');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the charts come on demand, and every one has a table that says the same', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin);
  await expect(footer(page)).toContainText('of 49 services');
  const scripts = () =>
    page.evaluate(
      () => performance.getEntriesByType('resource').filter(one => /chart/i.test(one.name)).length,
    );
  expect(await scripts()).toBe(0);
  await page.getByRole('button', { name: 'Show charts' }).click();
  const charts = page.getByRole('region', { name: 'Charts' });
  await expect(charts.locator('svg').first()).toBeVisible();
  await expectAccessible(page, 'fleet, charts');
  await charts.getByRole('button', { name: 'Show as tables' }).click();
  const modes = charts.getByRole('table', { name: 'By VNet mode' });
  await expect(modes.getByRole('row', { name: /^Internal 10/ })).toBeVisible();
});

test('on a phone each service is an entry, and the filters are behind one button', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await signIn(page, admin);
  const entries = page.getByRole('list', { name: 'Services' });
  await expect(entries.getByRole('link', { name: 'contoso-api-prod' })).toBeVisible();
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('combobox', { name: 'Order' }).selectOption('Newest change first');
  await page.keyboard.press('Escape');
  await expect(
    page.getByText(/49 services, unexplained changes first, then newest change first/),
  ).toBeVisible();
  await expectToFit(page, 390);
  await expectAccessible(page, 'fleet, phone');
});
