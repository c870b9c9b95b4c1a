import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, signIn, test } from './fixtures.ts';
import { contoso, fabrikam } from './sandbox/tenants.ts';
import { ids } from './sandbox/world/fleet/subscriptions.ts';

function serviceId(subscription: string, resourceGroup: string, name: string): string {
  return `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.ApiManagement/service/${name}`;
}

const apiProd = serviceId(ids.production, 'rg-apim-prod', 'contoso-api-prod');
const admin = 'admin@contoso.com';
const serviceReads = 'microsoft.apimanagement/service/';

const matrix = (page: Page) => page.getByRole('grid', { name: 'Addresses by region' });
const rowOf = (page: Page, region: string) => matrix(page).getByRole('row', { name: region });
const problem = (page: Page) => page.getByRole('alert').filter({ has: page.getByRole('heading') });

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Counts how often the page leaves for the sign-in service. */
function countRedirects(page: Page): { count: number } {
  const redirects = { count: 0 };
  page.on('request', request => {
    const main = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (main && request.url().includes('/authorize?')) redirects.count++;
  });
  return redirects;
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
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
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

test.describe('refusals, each in its own words', () => {
  const refused = [
    [
      'no such subscription',
      serviceId('00000000-0000-4000-8000-000000000000', 'rg', 'x'),
      'You cannot see this subscription from here',
    ],
    [
      'no such resource group',
      serviceId(ids.production, 'rg-nowhere', 'x'),
      'There is no such resource group',
    ],
    ['no such service', serviceId(ids.production, 'rg-apim-prod', 'x'), 'There is no such service now'],
    ['an id that is no GUID', serviceId('production', 'rg', 'x'), 'The link names no subscription'],
  ] as const;
  test('what is not there is told apart: subscription, resource group, service', async ({
    page,
    signInAs,
  }) => {
    const redirects = countRedirects(page);
    await signInAs(admin, apiProd);
    await expect(matrix(page)).toBeVisible();
    for (const [what, id, title] of refused) {
      await test.step(what, async () => {
        await page.goto(id);
        await expect(problem(page).getByRole('heading')).toHaveText(title);
        await expect(problem(page).getByText('Correlation id')).toBeVisible();
      });
    }
    expect(redirects.count).toBe(1);
  });

  test('no right: names the right and what to do', async ({ page, signInAs }) => {
    await signInAs('reader@contoso.com', serviceId(ids.platform, 'rg-hr', 'contoso-hr'));
    await expect(problem(page).getByRole('heading')).toHaveText(
      'You have no right to read this, or it is not there',
    );
    await expect(problem(page)).toContainText('Microsoft.ApiManagement/service/read');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('contoso-hr');
    await expectAccessible(page, 'no right');
  });

  test('a link into another tenant offers that tenant, leads there on the reader’s press, and stays', async ({
    page,
    signInAs,
  }) => {
    const redirects = countRedirects(page);
    await signInAs(admin, `${serviceId(ids.fabrikamCore, 'rg-core', 'fabrikam-core-api')}?tab=json&x=1`);
    await expect(problem(page).getByRole('heading')).toHaveText('This belongs to another tenant');
    expect(redirects.count).toBe(1);
    await expectAccessible(page, 'another tenant');
    await page.getByRole('button', { name: 'Switch to Fabrikam' }).click();
    await expect(page.getByRole('region', { name: 'Answer' })).toContainText('fabrikam-core-api');
    expect(new URL(page.url()).search).toBe(`?tenant=${fabrikam.id}&tab=json&x=1`);
    await page.reload();
    await expect(page.getByRole('region', { name: 'Answer' })).toContainText('fabrikam-core-api');
  });

  test('a token that Azure refuses twice is an error, not a redirect', async ({
    page,
    signInAs,
    sandbox,
  }) => {
    const redirects = countRedirects(page);
    sandbox.controls.arm.addFault({ kind: 'expired-token', path: serviceReads });
    await signInAs(admin, apiProd);
    await expect(problem(page).getByRole('heading')).toHaveText('Azure does not accept your sign-in');
    expect(redirects.count).toBe(1);
    sandbox.controls.arm.clearFaults();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(rowOf(page, 'West Europe')).toBeVisible();
  });

  test('claims that Azure asks for are brought by one press, back to the same view', async ({
    page,
    signInAs,
    sandbox,
  }) => {
    sandbox.controls.arm.addFault({ kind: 'claims-challenge', path: serviceReads });
    await signInAs(admin, `${apiProd}?tab=json`);
    await expect(problem(page).getByRole('heading')).toHaveText('Sign in again to go on');
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await continueAs(page, admin);
    await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
    expect(new URL(page.url()).search).toBe('?tab=json');
  });
});

/** The sandbox asks for the account again, or goes straight on, as Entra does. */
async function continueAs(page: Page, username: string): Promise<void> {
  const choice = page.getByRole('button', { name: username });
  const answer = page.getByRole('region', { name: 'Answer' });
  await expect(choice.or(answer)).toBeVisible();
  if (await choice.isVisible()) await choice.click();
}

test.describe('while Azure is slow or away', () => {
  test('the names of the link stand in the real layout while the service is read', async ({
    page,
    signInAs,
    sandbox,
  }) => {
    sandbox.controls.arm.addFault({ kind: 'slow', ms: 20_000, path: serviceReads });
    await signInAs(admin, apiProd);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('contoso-api-prod');
    await expect(page.getByText('rg-apim-prod')).toBeVisible();
    await expect(
      page.getByRole('status').filter({ hasText: 'Reading the service from Azure' }),
    ).toBeAttached();
    await expect(page.getByText('Private back ends see').first()).toBeVisible();
    await expectAccessible(page, 'loading');
  });

  test('throttled: says so, and goes on by itself', async ({ page, signInAs, sandbox }) => {
    sandbox.controls.arm.addFault({ kind: 'throttle', retryAfterSeconds: 3, path: serviceReads, times: 1 });
    await signInAs(admin, apiProd);
    await expect(page.getByText('Azure asks for fewer requests.')).toBeVisible();
    await expect(rowOf(page, 'West Europe')).toBeVisible();
    await expect(page.getByText('Azure asks for fewer requests.')).toHaveCount(0);
  });

  test('a limit that lasts longer than a reader waits is told with a way to try again', async ({
    page,
    signInAs,
    sandbox,
  }) => {
    sandbox.controls.arm.addFault({ kind: 'throttle', retryAfterSeconds: 600, path: serviceReads });
    await signInAs(admin, apiProd);
    await expect(problem(page).getByRole('heading')).toHaveText('Azure asks for fewer requests');
  });

  test('an answer that is no JSON says what it is', async ({ page, signInAs, sandbox }) => {
    sandbox.controls.arm.addFault({ kind: 'malformed', path: serviceReads });
    await signInAs(admin, apiProd);
    await expect(problem(page).getByRole('heading')).toHaveText('The answer could not be understood');
  });

  test('offline: the last known addresses stay with their time, and the page goes on when it can', async ({
    page,
    signInAs,
    context,
  }) => {
    await signInAs(admin, apiProd);
    await expect(rowOf(page, 'West Europe')).toContainText('10.20.1.0/27');
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText('You are offline.')).toBeVisible();
    await expect(page.getByText(/Below is what Azure said at \d\d:\d\d:\d\d UTC/)).toBeVisible();
    await expect(rowOf(page, 'West Europe')).toContainText('10.20.1.5');
    await expectAccessible(page, 'offline');
    await context.setOffline(false);
    await expect(page.getByText('You are offline.')).toHaveCount(0);
  });

  test('a refresh that fails keeps what is known and says why', async ({ page, signInAs, sandbox }) => {
    await signInAs(admin, apiProd);
    await expect(rowOf(page, 'West Europe')).toBeVisible();
    sandbox.controls.arm.addFault({ kind: 'forbidden', subscription: ids.production });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByText('You have no right to read this, or it is not there.')).toBeVisible();
    await expect(rowOf(page, 'West Europe')).toContainText('10.20.1.5');
    await expectAccessible(page, 'a refresh that failed');
  });

  test('a refresh brings what has changed', async ({ page, signInAs, sandbox }) => {
    await signInAs(admin, apiProd);
    await expect(rowOf(page, 'West Europe')).toContainText('10.20.1.5');
    sandbox.controls.arm.mutate({
      kind: 'change-addresses',
      service: apiProd,
      region: 'westeurope',
      addresses: { westeurope: { private: ['10.20.1.9'] } },
    });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(rowOf(page, 'West Europe')).toContainText('10.20.1.9');
  });

  test('where the list of subscriptions is refused the service is shown with the subscription’s id', async ({
    page,
    signInAs,
  }) => {
    await page.route(/\/subscriptions\?/, route => route.abort());
    await signInAs(admin, apiProd);
    await expect(rowOf(page, 'West Europe')).toContainText('10.20.1.5');
    await expect(page.getByRole('navigation', { name: 'Where this service lives' })).toContainText(
      ids.production,
    );
    await expect(page.getByText('Subscription state unknown')).toBeVisible();
  });
});

test('a deep link for somebody signed out opens the tab that it names', async ({ page }) => {
  await page.goto(`${apiProd}?tab=json`);
  await expect(page.getByRole('heading', { name: 'contoso-api-prod' })).toBeVisible();
  await signIn(page, admin);
  await expect(page.getByRole('tab', { name: 'JSON' })).toHaveAttribute('aria-selected', 'true');
});
