import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';

const admin = 'admin@contoso.com';

const fleet = (page: Page) => page.getByRole('grid', { name: /services/i });
const commands = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const box = (page: Page) => page.getByRole('combobox', { name: 'Service, address or command' });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
const option = (page: Page, name: string | RegExp) => commands(page).getByRole('option', { name });
const rowOf = (page: Page, name: string) => fleet(page).getByRole('row', { name });
const focusedRow = (page: Page) =>
  fleet(page)
    .getByRole('row')
    .filter({ has: page.locator(':focus') });

/** Opens the list, types, and runs what then stands first. */
async function command(page: Page, text: string, expected: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(box(page)).toBeFocused();
  await page.keyboard.type(text);
  await expect(commands(page).getByRole('option', { selected: true })).toHaveAccessibleName(expected);
  await page.keyboard.press('Enter');
  await expect(commands(page)).toBeHidden();
}

test('commands: services, screens, themes, tenants and the buttons of the screen, without a mouse', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin);
  await expect(fleet(page)).toContainText('contoso-api-prod');

  // While the services are being read there is nothing to refresh.
  await expect(page.getByRole('button', { name: 'Read the services anew' })).toBeVisible();
  await test.step('the list as it opens, and in words that are typed', async () => {
    await page.keyboard.press('Control+k');
    for (const name of [/Refresh/, /Export/, /Go to Find/, /Switch tenant Fabrikam/, /Theme Dark/])
      await expect(option(page, name)).toBeVisible();
    await page.keyboard.type('contoso-api');
    await expect(option(page, /contoso-api-prod/)).toBeVisible();
    await expectAccessible(page, 'commands with services');
  });

  await test.step('arrows choose, and Escape closes and gives the focus back', async () => {
    await box(page).fill('theme');
    await expect(option(page, /Light/)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowDown');
    await expect(option(page, /Dark/)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(commands(page)).toBeHidden();
    await page.getByRole('searchbox', { name: /^Filter/ }).focus();
    await page.keyboard.press('Control+k');
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(commands(page)).toBeHidden();
    await expect(page.getByRole('searchbox', { name: /^Filter/ })).toBeFocused();
  });

  await test.step('the theme', async () => {
    await command(page, 'dark', /Theme Dark/);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  await test.step('refresh: a row keeps the focus while its services are read anew', async () => {
    await rowOf(page, 'contoso-api-prod')
      .getByRole('gridcell', { name: /^Premium/ })
      .click();
    await page.keyboard.press('ArrowDown');
    const name = await focusedRow(page).getByRole('link').textContent();
    const answer = page.waitForResponse(response => response.url().includes('Microsoft.ResourceGraph'));
    await command(page, 'refresh', /Refresh/);
    await (await answer).finished();
    await expect(page.getByRole('button', { name: 'Read the services anew' })).toBeVisible();
    await expect(focusedRow(page).getByRole('link')).toHaveText(name ?? '');
  });

  await test.step('export, and Escape back', async () => {
    await command(page, 'export', /Export/);
    const menu = page.getByRole('dialog', { name: 'Export' });
    await expect(menu.getByRole('button', { name: /^CSV/ })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(page.getByRole('button', { name: 'Export' })).toBeFocused();
  });

  await test.step('a service by an address, then its tabs, then another by a part of its name', async () => {
    await command(page, '198.51.100.24', /contoso-pay-prod Public IP/);
    await expect(page.getByRole('heading', { name: 'contoso-pay-prod' })).toBeVisible();
    await expect(page.getByRole('main')).toBeFocused();
    await command(page, 'network', /Network status/);
    await expect(page.getByRole('tab', { name: 'Network status' })).toBeFocused();
    await expect(page).toHaveURL(/tab=network/);
    await command(page, 'contoso-hr', /contoso-hr/);
    await expect(page.getByRole('heading', { name: 'contoso-hr' })).toBeVisible();
  });

  await test.step('whatever else is typed goes to Find as it stands', async () => {
    await command(page, '203.0.113.201, 10.10', /^Find Find “203.0.113.201, 10.10”/);
    await expect(page.getByRole('textbox', { name: 'What to find' })).toHaveValue('203.0.113.201, 10.10');
    await expect(page.getByRole('textbox', { name: 'What to find' })).toBeFocused();
  });

  await test.step('another tenant', async () => {
    await command(page, 'fabrikam', /Switch tenant Fabrikam/);
    await expect(page.getByRole('button', { name: /^Tenant Fabrikam/ })).toBeVisible();
  });
});

test('keys: a sheet names them, a field never loses a character to them, and single ones can be switched off', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin);
  await expect(fleet(page)).toContainText('contoso-api-prod');

  await test.step('the sheet, from a row and back to it', async () => {
    await rowOf(page, 'contoso-api-prod')
      .getByRole('gridcell', { name: /^Premium/ })
      .click();
    await page.keyboard.press('?');
    await expect(sheet(page)).toContainText('Select the row');
    await expectAccessible(page, 'sheet of keys');
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toBeHidden();
    await expect(focusedRow(page)).toContainText('contoso-api-prod');
  });

  await test.step('rows: down, right, along, and into the service', async () => {
    await page.keyboard.press('ArrowDown');
    await expect(focusedRow(page)).not.toContainText('contoso-api-prod');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    await expect(page.locator(':focus')).toContainText('Internal');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'contoso-api-prod' })).toBeVisible();
    await expect(page.getByRole('main')).toBeFocused();
    await page.goBack();
    await expect(focusedRow(page)).toContainText('contoso-api-prod');
  });

  await test.step('/ leads to the box, and is a character in a field, as ? is', async () => {
    await page.keyboard.press('/');
    const find = page.getByRole('searchbox', { name: /^Find/ });
    await expect(find).toBeFocused();
    await page.keyboard.type('10.0.0.0/24?');
    await expect(find).toHaveValue('10.0.0.0/24?');
    await find.fill('');
  });

  await test.step('switched off, they do nothing; Ctrl+K still does', async () => {
    await command(page, 'keyboard', /Keyboard shortcuts/);
    await sheet(page)
      .getByRole('checkbox', { name: /single keys/ })
      .uncheck();
    await page.keyboard.press('Escape');
    await page.reload();
    await rowOf(page, 'contoso-api-prod')
      .getByRole('gridcell', { name: /^Premium/ })
      .click();
    await page.keyboard.press('Control+k');
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.keyboard.press('/');
    await expect(sheet(page)).toBeHidden();
    await expect(focusedRow(page)).toContainText('contoso-api-prod');
  });

  await test.step('on a phone a button leads to all of it', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('button', { name: /^Menu/ }).click();
    await page.getByRole('menuitem', { name: 'Commands' }).click();
    await option(page, /Keyboard shortcuts/).click();
    await expect(sheet(page)).toBeVisible();
    await expectAccessible(page, 'sheet of keys on a phone');
    await sheet(page).getByRole('button', { name: 'Close' }).click();
    await expect(sheet(page)).toBeHidden();
  });
});

test('Escape closes whatever is open, and the focus is back where it came from', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin);
  await expect(fleet(page)).toContainText('contoso-api-prod');
  for (const name of ['Subscription', 'Tier', 'Columns', 'Export']) {
    await test.step(name, async () => {
      const button = page.getByRole('button', { name, exact: true });
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(button).toBeFocused();
    });
  }
  for (const name of [/^Tenant/, 'Theme', /^Account/]) {
    await test.step(String(name), async () => {
      const button = page.getByRole('button', { name });
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('menu')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toBeHidden();
      await expect(button).toBeFocused();
    });
  }
  await test.step('a notice: what had the focus is gone, the screen has it', async () => {
    await page.goto('/?risk=perhaps');
    await expect(fleet(page)).toContainText('contoso-api-prod');
    await page.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Escape');
    await expect(page.getByText(/was left out/)).toBeHidden();
    await expect(page.getByRole('main')).toBeFocused();
  });
});
test('what is typed while the box of commands is on its way stands in it, and presses nothing below', async ({
  page,
  context,
  signInAs,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  let letGo = () => {};
  const gate = new Promise<void>(resolve => {
    letGo = resolve;
  });
  await page.route(/\/assets\/commands-/, async route => {
    await gate;
    await route.continue();
  });
  await signInAs(admin);
  await expect(fleet(page)).toContainText('contoso-api-prod');
  const address = page.url();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('them');
  await page.keyboard.press('Enter');
  await page.keyboard.type('e');
  letGo();
  await expect(box(page)).toHaveValue('theme');
  await page.keyboard.type(' dark');
  await expect(option(page, /Dark/)).toHaveAttribute('aria-selected', 'true');
  expect(page.url()).toBe(address);
});

test('what a key opens works without a network, and a screen that cannot come says why', async ({
  page,
  context,
  signInAs,
}) => {
  const ahead = page.waitForResponse(/\/assets\/find-with-history-[^/]*\.js$/);
  await page.route(/\/assets\/check-with-history-/, route => route.abort());
  await signInAs(admin);
  await expect(fleet(page)).toContainText('contoso-api-prod');
  await (await ahead).finished();
  await context.setOffline(true);
  await command(page, '198.51.100.24 10.10', /^Find/);
  await expect(
    page.getByRole('heading', { level: 2, name: /^198\.51\.100\.24 is the public IP/ }),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Check an allowlist' }).click();
  await expect(page.getByRole('alert')).toContainText('This screen could not be loaded');
  await expect(page.getByRole('alert').getByRole('button')).toHaveText([
    'Back to what was shown',
    'Load the page anew',
  ]);
  await expectAccessible(page, 'a screen that could not be loaded');
});

test('a popover that is closed as the page changes its layout leaves nothing hidden from a screen reader', async ({
  page,
  signInAs,
}) => {
  // Fluent shows the page again 250 ms after a popover closed. Here it takes longer than the change of layout.
  await page.addInitScript(() => {
    const set = window.setTimeout;
    Object.assign(window, {
      setTimeout: (run: () => void, ms?: number) => set(run, ms === 250 ? 2_000 : ms),
    });
  });
  await signInAs(admin);
  await page.getByRole('button', { name: 'Show its JSON' }).click();
  const hidden = page.locator('body > [aria-hidden="true"]:not([data-tabster-dummy])');
  await expect(hidden).not.toHaveCount(0);
  // The button that opened it is gone with the table: what the focus goes back to is not there any more.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('list', { name: 'Services', includeHidden: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(hidden).toHaveCount(0);
});

test('Escape closes what is still on its way: it does not open when its code arrives', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin);
  await expect(fleet(page)).toContainText('contoso-api-prod');
  const button = page.getByRole('button', { name: 'Subscription', exact: true });
  let release = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  const asked = page.waitForRequest(/subscription-picker/);
  await page.route(/subscription-picker/, async route => {
    await held;
    await route.continue();
  });
  await button.focus();
  await page.keyboard.press('Enter');
  await asked;
  await expect(button).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(button).toHaveAttribute('aria-expanded', 'false');
  const arrived = page.waitForResponse(/subscription-picker/);
  release();
  await arrived;
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Subscriptions' })).toBeVisible();
});
