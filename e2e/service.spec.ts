import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, signIn, test } from './fixtures.ts';
import { expectToFit } from './page-width.ts';
import { contoso } from './sandbox/tenants.ts';
import { ids } from './sandbox/world/fleet/subscriptions.ts';
import { apiProd, matrix, rowOf, serviceId } from './service-page.ts';

const admin = 'admin@contoso.com';

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test.describe('addresses', () => {
  test('an Internal service: what each region’s addresses are for', async ({ page, signInAs }) => {
    await signInAs(admin, apiProd);
    await expect(page).toHaveTitle('contoso-api-prod · Addresses · APIM IP Dashboard');
    const facts = page.getByRole('list', { name: 'Facts about the service' });
    for (const fact of ['Premium, 6 units', 'Internal', 'Online', 'Subscription enabled', '3 regions'])
      await expect(facts.getByText(fact, { exact: true })).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Where this service lives' })).toContainText(
      'Contoso Production',
    );
    const westEurope = rowOf(page, 'West Europe').getByRole('gridcell');
    await expect(westEurope).toContainText(['10.20.1.5', '203.0.113.18', '10.20.1.0/27', '203.0.113.18']);
    await expect(westEurope.nth(3)).toContainText('not for clients');
    await expect(rowOf(page, 'East US').getByRole('gridcell').nth(1)).toContainText('192.0.2.40/31');
    await expect(page.getByText('Route table rt-hub-eus sends')).toBeVisible();
    const builds = page.getByRole('table', { name: 'How each region is built' });
    await expect(builds.getByRole('row', { name: 'West Europe' })).toContainText(
      'vnet-hub-weu / snet-apim-weu',
    );
    await expect(page.getByRole('table', { name: 'Host names' })).toContainText('api.contoso.com');
    // What changed without a reason is said at the address, once Azure's record of it has been read.
    await page.getByRole('tab', { name: 'Timeline' }).click();
    await expect(page.getByRole('button', { name: 'Mark as seen' })).toBeVisible();
    await page.getByRole('tab', { name: 'Addresses' }).click();
    await expect(rowOf(page, 'North Europe').getByRole('gridcell').first()).toContainText(
      /10\.21\.1\.6.*Unexplained change, 6 d ago/,
    );
    await expectAccessible(page, 'addresses of an Internal service');

    await test.step('a word is explained where it stands, with Microsoft’s page, and all of them on one sheet', async () => {
      await facts.getByRole('button', { name: 'Platform stv2.1' }).click();
      await expect(page.getByText('Microsoft retired stv1 in August 2024')).toBeVisible();
      await page.getByRole('button', { name: 'What it means: Private VIP' }).click();
      const note = page.getByRole('dialog', { name: 'What it means: Private VIP' });
      await expect(note.getByRole('link', { name: 'Microsoft Learn' })).toHaveAttribute(
        'href',
        /^https:\/\/learn\.microsoft\.com\//,
      );
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'What the words mean' }).click();
      const sheet = page.getByRole('dialog', { name: 'What the words mean' });
      await expect(sheet.getByRole('term')).toContainText(['Private VIP', 'Port 3443', 'Service tag']);
      await expectAccessible(page, 'the sheet of words');
      await sheet.getByRole('button', { name: 'Close' }).click();
    });

    await test.step('the tab has an icon of its own, and the sandbox says that its data is made up', async () => {
      const icon = page.locator('link[rel=icon]');
      await expect(icon).toHaveAttribute('href', /^data:image\/svg\+xml,.*PR/);
      await expect(page.getByText('Sample data', { exact: true })).toBeVisible();
    });

    await test.step('paper is white in the dark theme, bears no control, and says where it came from', async () => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await expect(page.getByRole('contentinfo')).toContainText(
        /^Sample data\. Tenant Contoso.*contoso-api-prod/,
      );
      for (const control of ['Copy link', 'Refresh', 'Copy 10.20.1.5'])
        await expect(page.getByRole('button', { name: control })).toBeHidden();
      await expect(page.getByRole('tablist')).toBeHidden();
      await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
      await page.emulateMedia({ media: null, colorScheme: null });
    });
  });

  const kinds = [
    [
      'External',
      serviceId(ids.production, 'rg-payments', 'contoso-pay-prod'),
      ['198.51.100.24', '198.51.100.24', '10.24.1.0/27', 'port 3443'],
    ],
    [
      'without a VNet',
      serviceId(ids.platform, 'rg-hr', 'contoso-hr'),
      ['198.51.100.77', '198.51.100.77', '–', '–'],
    ],
    [
      'Consumption',
      serviceId(ids.platform, 'rg-serverless', 'contoso-events'),
      ['contoso-events.azure-api.net', 'Shared', '–', '–'],
    ],
    [
      'v2 integration',
      serviceId(ids.production, 'rg-catalog', 'contoso-catalog'),
      ['contoso-catalog.azure-api.net', 'Unknown', '10.30.0.0/27', '–'],
    ],
    [
      'v2 injection',
      serviceId(ids.production, 'rg-partner-hub', 'contoso-partner-hub'),
      ['contoso-partner-hub.azure-api.net', 'Unknown', 'Unknown', '–'],
    ],
    [
      'a masked address',
      serviceId(ids.legacyEu, 'rg-legacy', 'contoso-archive'),
      ['137.XXX.11.74', 'reported only', '–', '–'],
    ],
    [
      'an unknown VNet mode',
      serviceId(ids.legacyEu, 'rg-legacy', 'contoso-quirk'),
      ['reported only', 'reported only', 'Unknown', 'reported only'],
    ],
    [
      'an unknown tier',
      serviceId(ids.platform, 'rg-preview', 'contoso-gateway-next'),
      ['not documented', 'not documented', 'not documented', 'not documented'],
    ],
  ] as const;
  test('every kind of service: what it promises, and nothing that it does not', async ({
    page,
    signInAs,
  }) => {
    await signInAs(admin, apiProd);
    await expect(matrix(page)).toBeVisible();
    for (const [kind, id, cells] of kinds) {
      await test.step(`a service ${kind}`, async () => {
        await page.goto(id);
        await expect(matrix(page).getByRole('row').nth(1).getByRole('gridcell')).toContainText([...cells]);
      });
    }
  });

  test('an address that Azure reports on a shared tier is never shown as dedicated', async ({
    page,
    signInAs,
  }) => {
    await page.route(/\/service\/contoso-search\?/, async route => {
      const response = await route.fetch();
      const body = await response.json();
      body.properties.publicIPAddresses = ['203.0.113.250'];
      await route.fulfill({ response, json: body });
    });
    await signInAs(admin, serviceId(ids.platform, 'rg-search', 'contoso-search'));
    const row = matrix(page).getByRole('row').nth(1);
    await expect(row.getByRole('gridcell').first()).toContainText('203.0.113.250');
    await expect(row.getByRole('gridcell').first()).toContainText('reported, not dedicated');
  });

  test('a subnet that may not be read costs its own cells alone and names the right', async ({
    page,
    signInAs,
  }) => {
    await signInAs(admin, serviceId(ids.production, 'rg-vault', 'contoso-vault'));
    await expect(rowOf(page, 'Korea Central').getByRole('gridcell')).toContainText([
      '10.55.0.5',
      'subnet not read',
    ]);
    await expect(page.getByText('Microsoft.Network/virtualNetworks/subnets/read')).toBeVisible();
  });

  test('a subscription that is not Enabled is told as a risk', async ({ page, signInAs }) => {
    await signInAs(admin, serviceId(ids.fabrikamEu, 'rg-orders', 'fabrikam-orders'));
    await page.getByRole('button', { name: 'Subscription Warned' }).click();
    await expect(page.getByText('Addresses may change when').first()).toBeVisible();
    await expectAccessible(page, 'a subscription at risk');
  });

  test('an answer that is no service is said to be unreadable, and its JSON is there', async ({
    page,
    signInAs,
  }) => {
    await signInAs(admin, serviceId(ids.legacyEu, 'rg-legacy', 'contoso-broken'));
    await expect(page.getByText('could not be read as a service')).toBeVisible();
    await page.getByRole('link', { name: 'See the answer as JSON' }).click();
    await expect(page.getByRole('region', { name: 'Answer' })).toContainText('"name": 42');
  });

  test('arrow keys move over the cells and C copies one', async ({ page, signInAs, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signInAs(admin, apiProd);
    await matrix(page).getByRole('gridcell').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('c');
    await expect.poll(() => clipboard(page)).toBe('203.0.113.74');
  });

  test('“Copy all” writes every address with its use', async ({ page, signInAs, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signInAs(admin, apiProd);
    await expect(rowOf(page, 'East US')).toContainText('10.40.1.0/28');
    await page.getByRole('button', { name: 'Copy all' }).click();
    await page.getByRole('menuitem', { name: 'CSV' }).click();
    await expect
      .poll(() => clipboard(page))
      .toContain('contoso-api-prod,eastus,Private back ends see,whole subnet range,10.40.1.0/28,promised');
  });

  test('on a phone each region is a list, and nothing is wider than the page', async ({ page, signInAs }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await signInAs(admin, apiProd);
    await expect(page.getByRole('heading', { name: 'North Europe' })).toBeVisible();
    await expect(page.getByRole('grid')).toHaveCount(0);
    await expectToFit(page, 320);
    await expectAccessible(page, 'addresses on a phone');
  });
});

test.describe('the JSON tab', () => {
  test('holds ARM’s answer, the request and the command, each to copy', async ({
    page,
    signInAs,
    sandbox,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signInAs(admin, `${apiProd}?tab=json`);
    await expect(page).toHaveTitle('contoso-api-prod · JSON · APIM IP Dashboard');
    const url = `${sandbox.armOrigin}${apiProd}?api-version=2024-05-01`;
    await expect(page.getByText(`GET ${url}`)).toBeVisible();
    await page.getByRole('button', { name: 'Copy az rest command' }).click();
    await expect.poll(() => clipboard(page)).toBe(`az rest --method get --url "${url}"`);
    await page.getByRole('button', { name: 'Copy JSON' }).click();
    await expect.poll(async () => JSON.parse(await clipboard(page)).name).toBe('contoso-api-prod');
    await expectAccessible(page, 'the JSON tab');
  });

  test('tabs are addresses: a press changes the link, and Back goes back', async ({ page, signInAs }) => {
    await signInAs(admin, `${apiProd}?x=10.10`);
    await page.getByRole('tab', { name: 'JSON' }).click();
    await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
    expect(new URL(page.url()).search).toBe('?tab=json&x=10.10');
    await page.goBack();
    await expect(page.getByRole('tab', { name: 'Addresses' })).toHaveAttribute('aria-selected', 'true');
    expect(new URL(page.url()).search).toBe('?x=10.10');
  });

  test('the tabs work by keyboard', async ({ page, signInAs }) => {
    await signInAs(admin, apiProd);
    await page.getByRole('tab', { name: 'Addresses' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Guidance' })).toBeFocused();
    await page.keyboard.press('End');
    await expect(page.getByRole('tab', { name: 'JSON' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tabpanel', { name: 'JSON' })).toContainText('Azure CLI');
  });
});

test.describe('links', () => {
  test('an id in any spelling opens, and the address bar shows ARM’s own', async ({ page, signInAs }) => {
    const asked = serviceId(ids.legacyEu.toUpperCase(), 'RG-legacy', 'contoso-MIXEDcase').replace(
      'resourceGroups',
      'RESOURCEgroups',
    );
    await signInAs(admin, `${asked}/apis/echo?tab=json&x=1#here`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Contoso-MixedCase');
    await expect
      .poll(() => new URL(page.url()).pathname)
      .toBe(`${serviceId(ids.legacyEu.toUpperCase(), 'RG-LEGACY', 'CONTOSO-MIXEDCASE')}/apis/echo`);
    expect(page.url()).toMatch(/\?tab=json&x=1#here$/);
  });

  test('a copied link names the tenant', async ({ page, signInAs, sandbox, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await signInAs(admin, `${apiProd}?tab=json`);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect
      .poll(() => clipboard(page))
      .toBe(`${sandbox.appOrigin}${apiProd}?tenant=${contoso.id}&tab=json`);
  });

  test('a value that cannot be used falls back, with a notice', async ({ page, signInAs }) => {
    await signInAs(admin, `${apiProd}?tab=prices&at=yesterday`);
    await expect(page.getByText('tab=prices')).toBeVisible();
    await expect(page.getByText('at=yesterday')).toBeVisible();
    await expect(matrix(page)).toBeVisible();
  });

  test('a service outside the selected subscriptions opens all the same', async ({ page, signInAs }) => {
    await signInAs(admin, `/?sub=${ids.platform}`);
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
    await page.goto(`${apiProd}?sub=${ids.platform}`);
    await expect(rowOf(page, 'West Europe')).toContainText('10.20.1.5');
  });
});

test('a deep link for somebody signed out opens the tab that it names', async ({ page }) => {
  await page.goto(`${apiProd}?tab=json`);
  await expect(page.getByRole('heading', { name: 'contoso-api-prod' })).toBeVisible();
  await signIn(page, admin);
  await expect(page.getByRole('tab', { name: 'JSON' })).toHaveAttribute('aria-selected', 'true');
});
