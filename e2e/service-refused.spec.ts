import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { fabrikam } from './sandbox/tenants.ts';
import { ids } from './sandbox/world/fleet/subscriptions.ts';
import { apiProd, matrix, rowOf, serviceId } from './service-page.ts';

const admin = 'admin@contoso.com';
const serviceReads = 'microsoft.apimanagement/service/';

const problem = (page: Page) => page.getByRole('alert').filter({ has: page.getByRole('heading') });

/** Counts how often the page leaves for the sign-in service. */
function countRedirects(page: Page): { count: number } {
  const redirects = { count: 0 };
  page.on('request', request => {
    const main = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (main && request.url().includes('/authorize?')) redirects.count++;
  });
  return redirects;
}

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
