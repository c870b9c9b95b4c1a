import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures.ts';
import { fabrikam } from './sandbox/tenants.ts';

const service =
  '/subscriptions/6f2b0c1e-47aa-4d0b-9c58-2a1d7e905b13/resourceGroups/rg-apim-prod/providers/Microsoft.ApiManagement/service/contoso-api-prod';

/** Counts how often a page leaves for the sign-in service. */
function countRedirects(page: Page): { count: number } {
  const redirects = { count: 0 };
  page.on('request', request => {
    if (
      request.isNavigationRequest() &&
      request.frame() === page.mainFrame() &&
      request.url().includes('/authorize?')
    ) {
      redirects.count++;
    }
  });
  return redirects;
}

const fleet = (page: Page) => page.getByRole('grid', { name: /services/i });

test('a deep link says what it points at, signs in with one redirect and comes back unchanged', async ({
  page,
  sandbox,
}) => {
  const address = `${sandbox.appOrigin}${service}?tab=json&unknown=k%C3%A4se%20%26%20brot&q=10.10#part`;
  const redirects = countRedirects(page);
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'contoso-api-prod' })).toBeVisible();
  await expect(page.getByText('rg-apim-prod')).toBeVisible();
  await expect(page.getByText('Nothing has been read from Azure yet')).toBeVisible();
  await signIn(page, 'admin@contoso.com');
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  expect(page.url()).toBe(address);
  expect(redirects.count).toBe(1);
});

test('the sign-in button works before any code of React or Fluent is loaded', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', request => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeEnabled();
  // The second is the bundler's own, less than a kilobyte that every other file needs.
  expect(scripts.map(path => path.replace(/-[^-]+\.js$/, '')).sort()).toEqual([
    '/assets/index',
    '/assets/rolldown-runtime',
  ]);
});

test('a sign-in that is cancelled says so and can be tried again', async ({ page }) => {
  await page.goto('/?q=contoso');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'cancelled' })).toBeVisible();
  expect(new URL(page.url()).search).toBe('?q=contoso');
  await signIn(page, 'admin@contoso.com');
  await expect(fleet(page)).toBeVisible();
});

test('a sign-in that conditional access refuses names the reason and the number for the help desk', async ({
  page,
}) => {
  await page.goto('/');
  await signIn(page, 'blocked@contoso.com');
  // The sign-in page itself explains; going back to the app must not claim success.
  await expect(page.getByText(/53003|Conditional access/i).first()).toBeVisible();
});

test('consent that is declined is explained, and given later it lets the reader in', async ({ page }) => {
  await page.goto('/');
  await signIn(page, 'consent@contoso.com');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /declined|cancelled/i })).toBeVisible();
  // The account is signed in by now; only its consent is missing.
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Accept' }).click();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
});

test('a new tab of somebody who signed in before signs in silently', async ({ page, context, signInAs }) => {
  await signInAs('admin@contoso.com');
  await expect(fleet(page)).toBeVisible();
  const tab = await context.newPage();
  const redirects = countRedirects(tab);
  await tab.goto('/?q=contoso');
  await expect(fleet(tab)).toBeVisible();
  expect(redirects.count).toBe(0);
  expect(new URL(tab.url()).search).toBe('?q=contoso');
});

test('a link into another tenant leads to that tenant', async ({ page, signInAs }) => {
  await signInAs('admin@contoso.com', `/?tenant=${fabrikam.id}`);
  await expect(page.getByRole('button', { name: /Tenant Fabrikam/ })).toBeVisible();
  await expect(fleet(page)).toBeVisible();
});

test('a signed-in reader follows a link into another tenant without a prompt', async ({ page, signInAs }) => {
  await signInAs('admin@contoso.com');
  await expect(page.getByRole('button', { name: /Tenant Contoso/ })).toBeVisible();
  const redirects = countRedirects(page);
  await page.goto(`/?tenant=fabrikam.com`);
  await expect(page.getByRole('button', { name: /Tenant Fabrikam/ })).toBeVisible();
  expect(redirects.count).toBe(0);
});

test('the tenant menu switches without a prompt, and a reload stays in the chosen tenant', async ({
  page,
  signInAs,
}) => {
  await signInAs('admin@contoso.com');
  const redirects = countRedirects(page);
  await page.getByRole('button', { name: /Tenant Contoso/ }).click();
  await page.getByRole('menuitemradio', { name: /Fabrikam/ }).click();
  await expect(page.getByRole('button', { name: /Tenant Fabrikam/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /fabrikam/ }).first()).toBeVisible();
  await expect(page.getByRole('row', { name: /contoso-api-prod/ })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('button', { name: /Tenant Fabrikam/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /contoso-api-prod/ })).toHaveCount(0);
  expect(redirects.count).toBe(0);
});

test('no token stands in the address, in storage under our keys, or in the log of the console', async ({
  page,
  signInAs,
}) => {
  const lines: string[] = [];
  page.on('console', message => lines.push(message.text()));
  await signInAs('admin@contoso.com');
  await expect(fleet(page)).toBeVisible();
  expect(page.url()).not.toMatch(/eyJ/);
  expect(lines.join('\n')).not.toMatch(/eyJ/);
  const ours = await page.evaluate(() =>
    [localStorage, sessionStorage].flatMap(storage =>
      Object.entries({ ...storage })
        .filter(([key]) => key.startsWith('apim-ip'))
        .map(([, value]) => String(value)),
    ),
  );
  expect(ours.join('\n')).not.toMatch(/eyJ|@contoso/);
});

test('forty links of every shape come back from the sign-in service unchanged, each with one redirect', async ({
  page,
  context,
  sandbox,
}) => {
  test.slow();
  const letters = [
    'käse & brot',
    '10.10',
    '1e5',
    '%25',
    '日本',
    'a+b',
    '"<img>',
    "o'hara",
    '?',
    '#',
    '=',
    '\u2028',
  ];
  const links = Array.from({ length: 40 }, (_, index) => {
    const query = new URLSearchParams({ q: letters[index % letters.length] ?? '', n: String(index) });
    if (index % 5 === 0) query.set('long', 'x'.repeat(1_900));
    const path = index % 2 === 0 ? '/' : service;
    return `${sandbox.appOrigin}${path}?${query}${index % 3 === 0 ? '#part' : ''}`;
  });
  await page.goto('/');
  await signIn(page, 'admin@contoso.com');
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await context.addInitScript(() => {
    // Each link is opened as by somebody whom this browser does not remember: no silent sign-in.
    if (!sessionStorage.getItem('started')) localStorage.clear();
    sessionStorage.setItem('started', 'yes');
  });
  for (const link of links) {
    const tab = await context.newPage();
    const redirects = countRedirects(tab);
    await tab.goto(link);
    await tab.getByRole('button', { name: /^Sign in/ }).click();
    await expect(tab.getByRole('navigation', { name: 'Screens' })).toBeVisible();
    expect(tab.url()).toBe(link);
    expect(redirects.count).toBe(1);
    await tab.close();
  }
});
