import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unseen } from '../src/domain/visible-text.ts';
import { expect, test } from './fixtures.ts';
import { hostile } from './sandbox/hostile-texts.ts';
import { ids } from './sandbox/world/fleet/subscriptions.ts';

declare global {
  interface Window {
    /** What came to run that Azure only told of. */
    ranOf: string[];
    ran: (where: string) => void;
  }
}

const name = hostile.image('name');
const inService = `/subscriptions/${ids.hostile}/resourceGroups/${encodeURIComponent(hostile.handler('group'))}/providers/Microsoft.ApiManagement/service/${encodeURIComponent(name)}`;

/** What is wrong with the page as it stands: what ran, what became markup, what nobody can see. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(source => {
    const hidden = new RegExp(source, 'u');
    const found = window.ranOf.map(where => `ran: ${where}`);
    const planted = document.querySelectorAll('img[src=x], [onload], [onerror], a[href^="javascript:" i]');
    found.push(...[...planted].map(one => `markup: ${one.outerHTML}`));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const texts =
        node instanceof Element
          ? ['aria-label', 'title', 'alt', 'placeholder'].map(key => node.getAttribute(key) ?? '')
          : [node.parentElement?.closest('textarea') ? '' : (node.textContent ?? '')];
      for (const text of [...texts, document.title])
        if (hidden.test(text)) found.push(`hidden: ${JSON.stringify(text.slice(0, 200))}`);
    }
    if (!document.querySelector('main h1')) found.push('blank: no heading');
    return found;
  }, unseen.source);
}

/** The innermost element that reaches furthest to the right. */
function widest(page: Page): Promise<string> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('body *')].map(one => ({
      one,
      right: one.getBoundingClientRect().right,
    }));
    const most = Math.max(...all.map(({ right }) => right));
    return all.findLast(({ right }) => right === most)?.one.outerHTML.slice(0, 200) ?? '';
  });
}

/** Looks at a state at both widths: nothing runs, nothing is hidden, and the page is no wider than its window. */
async function expectHarmless(page: Page, state: string): Promise<void> {
  const found: string[] = [];
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page
      .waitForFunction(wide => document.documentElement.scrollWidth <= wide, width, { timeout: 3_000 })
      .catch(async () => found.push(`wider than ${width}: ${await widest(page)}`));
    found.push(...(await faultsOf(page)).map(fault => `${width}: ${fault}`));
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  expect.soft(found, state).toEqual([]);
}

test('texts that somebody wrote into Azure to run, hide or break a page do none of it, screen by screen', async ({
  page,
  sandbox,
  signInAs,
}) => {
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  await page.addInitScript(() => {
    window.ranOf = [];
    window.ran = where => void window.ranOf.push(where);
  });
  sandbox.controls.arm.mutate(
    { kind: 'change-public-ip', service: decodeURIComponent(inService), region: 'westeurope' },
    { actor: { name: hostile.image('actor'), type: 'User', client: hostile.script('client') } },
  );
  const grid = page.getByRole('grid', { name: 'Services' });
  const button = (label: string | RegExp) => page.getByRole('button', { name: label }).first();
  const dialog = page.getByRole('dialog');

  await test.step('the fleet: rows, columns of tags, the phone’s list, a row’s JSON', async () => {
    await signInAs('guest@adatum.com', '/');
    await expect(grid.getByRole('link', { name, exact: true })).toBeVisible();
    await expect(grid).toContainText('pay[U+202E]test.exe');
    await expect(grid).toContainText('half [U+D83D]');
    await expectHarmless(page, 'fleet');
    await button('Columns').click();
    await dialog.getByRole('checkbox', { name: /HYPERLINK/ }).check();
    await dialog.getByRole('checkbox', { name: /tag key/ }).check();
    await dialog.getByRole('checkbox', { name: /^owner/ }).check();
    await expectHarmless(page, 'columns');
    await page.keyboard.press('Escape');
    await expect(grid.getByRole('columnheader', { name: hostile.formula })).toBeVisible();
    await expect(grid.getByRole('row', { name })).toContainText(hostile.script('tag'));
    await expectHarmless(page, 'fleet-tags');
    await page.getByRole('button', { name: 'Tag', exact: true }).click();
    await expect(dialog).toContainText(`${hostile.formula}:${hostile.script('tag')}`);
    await expectHarmless(page, 'filter');
    await page.keyboard.press('Escape');
    await button('Show its JSON').click();
    await expect(dialog).toContainText(hostile.script('unreadable'));
    await expectHarmless(page, 'json-of-row');
    await page.keyboard.press('Escape');
  });

  await test.step('what leaves the page: no formula begins a cell, nothing is hidden', async () => {
    for (const kind of [/^CSV/, /^JSON/]) {
      await button('Export').click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog.getByRole('button', { name: kind }).click(),
      ]);
      const text = await readFile(await download.path(), 'utf8');
      expect(text.slice(1)).not.toMatch(new RegExp(unseen.source, 'u'));
      expect(text).toContain('HYPERLINK');
      expect(text).not.toMatch(/(^|,|\n)"?=/);
    }
  });

  await test.step('a service, tab by tab', async () => {
    await grid.getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
    for (const [tab, shown] of [
      ['Addresses', hostile.image('vnet')],
      ['Guidance', 'Allow the private VIP of each region.'],
      ['Network status', 'What the service has to reach'],
      ['Timeline', 'Unexplained'],
      ['JSON', hostile.image('vnet')],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      await expect(page.getByRole('tabpanel')).toContainText(shown);
      await expectHarmless(page, `service-${tab}`);
    }
  });
  await test.step('a service with a name of 10 kB, and one with a name that turns', async () => {
    for (const [link, heading] of [
      [hostile.long(), hostile.long()],
      ['pay[U+202E]test.exe', 'pay[U+202E]test.exe'],
    ] as const) {
      await page
        .getByRole('link', { name: /^Fleet/ })
        .first()
        .click();
      await grid.getByRole('link', { name: link, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
      await expect(page.getByRole('tabpanel')).toContainText(/198\.51\.100\.22/);
      await expectHarmless(page, `service-${link.slice(0, 5)}`);
    }
  });

  await test.step('Find', async () => {
    await page.goto(
      `/find?q=${encodeURIComponent(`198.51.100.223\n${hostile.image('asked')}\n${hostile.turned}\n10.95.0.5\n198.51.100.222`)}`,
    );
    await expect(page.getByRole('main').getByRole('table').first()).toBeVisible();
    await expect(page.getByRole('main')).toContainText('“pay[U+202E]test.exe” is no address');
    await expectHarmless(page, 'find');
  });

  await test.step('a link that somebody sent', async () => {
    const turned = encodeURIComponent(hostile.turned);
    await page.goto(
      `/?sort=${turned}&tier=${turned}&tag=a%3A${turned}&cols=tag%3A${turned}&status=${encodeURIComponent(hostile.image('link'))}`,
    );
    await expect(page.getByText('sort=pay[U+202E]test.exe')).toBeVisible();
    await expect(button('Tier: pay[U+202E]test.exe')).toBeVisible();
    await expectHarmless(page, 'link');
  });

  await test.step('Check', async () => {
    await page.goto(`/check?id=${encodeURIComponent(decodeURIComponent(inService))}`);
    await page
      .getByRole('textbox', { name: /^Your list/ })
      .fill(
        `198.51.100.221 # ${hostile.image('list')}\n${hostile.script('list')}\n${hostile.turned},198.51.100.9\n${hostile.long()}`,
      );
    await expect(
      page.getByRole('region', { name: 'Result' }).getByRole('heading', { level: 2 }),
    ).toBeVisible();
    await page.getByText('Line by line, as a table').click();
    await expectHarmless(page, 'check');
    await button(/Add a service|Add another/).click();
    await expectHarmless(page, 'check-picker');
  });

  await test.step('settings, menus and problems', async () => {
    await page.goto('/settings');
    await expect(page.getByText(/^Of guest@adatum\.com in tenant/)).toBeVisible();
    await expectHarmless(page, 'settings');
    for (const menu of [/^Tenant /, /^Account /]) {
      await button(menu).click();
      await expect(page.getByRole('menu')).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);
    }
    await page.route(`${sandbox.armOrigin}/tenants?*`, route =>
      route.fulfill({
        status: 403,
        headers: { 'Access-Control-Allow-Origin': '*' },
        json: {
          error: {
            code: hostile.image('code'),
            message: `${hostile.script('message')} ${hostile.turned} ${hostile.long()}`,
          },
        },
      }),
    );
    await page.reload();
    await button(/problem/i).click();
    await expect(dialog).toContainText(hostile.image('code'));
    await expectHarmless(page, 'problems');
  });
  expect(errors).toEqual([]);
});
