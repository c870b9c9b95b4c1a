import type { Page } from '@playwright/test';
import { recordedYear } from '../../recorded-year.ts';
import { ids } from '../../sandbox/world/fleet/subscriptions.ts';
import type { Scene, Screen } from '../state.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'Services' });
const row = (page: Page, name = 'contoso-api-prod') => grid(page).getByRole('link', { name, exact: true });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const fault = (kind: Parameters<Scene['sandbox']['controls']['arm']['addFault']>[0]) => (scene: Scene) => {
  scene.sandbox.controls.arm.addFault(kind);
};

async function chooseTwo(page: Page): Promise<void> {
  await row(page, 'contoso-api-dev').waitFor();
  const boxes = grid(page).locator('tbody').getByRole('checkbox');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
}

/** The fleet: `/`. */
export const fleet: Screen = {
  screen: 'fleet',
  states: [
    {
      name: 'loading',
      address: '/',
      before: fault({ kind: 'slow', ms: 60_000 }),
      shows: page => page.getByText('The services are being read.'),
    },
    {
      name: 'many, with a year of history',
      address: '/',
      before: ({ page, sandbox }) => recordedYear(page, sandbox),
      shows: page =>
        grid(page)
          .getByText(/Unexplained/)
          .first(),
    },
    { name: 'one', address: '/?q=contoso-mobile', shows: page => row(page, 'contoso-mobile') },
    {
      name: 'filtered to nothing',
      address: '/?q=nothing-has-this-name',
      shows: page => page.getByText(/^None of the \d+ services/),
    },
    {
      name: 'every filter set',
      address: `/?sub=${ids.production}&tier=Premium&vnet=Internal&region=westeurope&status=Succeeded&sort=-name`,
      shows: page => row(page),
    },
    {
      name: 'a link that cannot be used whole',
      address: '/?vnet=Sideways&risk=perhaps',
      shows: page => page.getByText(/was left out/).first(),
    },
    {
      name: 'empty, no subscription',
      address: '/',
      user: 'nobody@contoso.com',
      shows: page => page.getByRole('heading', { name: 'No API Management service that you can read' }),
    },
    {
      name: 'partial, a right is missing',
      address: `/?sub=${ids.platform}&sub=${ids.devTest}`,
      before: fault({ kind: 'forbidden', subscription: ids.platform }),
      shows: page => page.getByText(/^1 of 2 subscriptions could not be read\./),
    },
    {
      name: 'partial, one waits',
      address: '/',
      before: scene => {
        fault({ kind: 'graph-refused' })(scene);
        fault({
          kind: 'throttle',
          retryAfterSeconds: 90,
          subscription: ids.devTest,
          path: 'Microsoft.ApiManagement/service',
        })(scene);
      },
      shows: page => page.getByText(/Contoso Dev\/Test: too many requests, goes on/),
    },
    {
      name: 'partial, one failed',
      address: '/',
      before: scene => {
        fault({ kind: 'graph-refused' })(scene);
        fault({
          kind: 'throttle',
          retryAfterSeconds: 600,
          subscription: ids.devTest,
          path: 'Microsoft.ApiManagement/service',
        })(scene);
      },
      shows: page => page.getByText(/subscriptions? could not be read\./).first(),
    },
    {
      name: 'throttled for longer than one waits',
      address: '/',
      before: fault({ kind: 'throttle', retryAfterSeconds: 600 }),
      shows: page => page.getByRole('heading', { name: 'Azure asks for fewer requests' }),
    },
    {
      name: 'failed, no answer can be understood',
      address: '/',
      before: fault({ kind: 'malformed' }),
      shows: page => page.getByRole('heading', { name: 'The answer could not be understood' }),
    },
    {
      name: 'offline, with rows',
      address: '/',
      act: async ({ page, context }) => {
        await row(page, 'contoso-api-dev').waitFor();
        await context.setOffline(true);
        await press(page, 'Read the services anew');
      },
      shows: page => page.getByText('This browser is offline.'),
    },
    {
      name: 'offline, without rows',
      address: '/',
      before: fault({ kind: 'slow', ms: 60_000 }),
      act: async ({ page, context }) => {
        await page.getByText('The services are being read.').waitFor();
        await page.getByRole('link', { name: 'Settings' }).click();
        await page.getByRole('heading', { name: 'About' }).waitFor();
        await context.setOffline(true);
        await page.getByRole('link', { name: 'Fleet', exact: true }).click();
      },
      shows: page => page.getByRole('heading', { name: 'This browser is offline' }),
    },
    {
      name: 'charts',
      address: '/',
      act: async ({ page }) => {
        await row(page, 'contoso-api-dev').waitFor();
        await press(page, 'Show charts');
      },
      shows: page => page.getByRole('region', { name: 'Charts' }).locator('svg').first(),
    },
    {
      name: 'charts as tables',
      address: '/',
      act: async ({ page }) => {
        await row(page, 'contoso-api-dev').waitFor();
        await press(page, 'Show charts');
        await press(page, 'Show as tables');
      },
      shows: page => page.getByRole('table', { name: 'By VNet mode' }),
    },
    {
      name: 'the subscription picker',
      address: '/',
      act: async ({ page }) => {
        await row(page, 'contoso-api-dev').waitFor();
        await page.getByRole('button', { name: 'Subscription', exact: true }).click();
      },
      shows: page => page.getByRole('dialog'),
    },
    {
      name: 'the column picker',
      address: '/',
      act: async ({ page }) => {
        await row(page, 'contoso-api-dev').waitFor();
        await press(page, 'Columns');
      },
      shows: page => page.getByRole('dialog'),
    },
    {
      name: 'the export menu',
      address: '/',
      act: async ({ page }) => {
        await row(page, 'contoso-api-dev').waitFor();
        await press(page, /^Export$/);
      },
      shows: page => dialog(page, 'Export'),
    },
    {
      name: 'rows chosen',
      address: `/?sub=${ids.devTest}`,
      act: ({ page }) => chooseTwo(page),
      shows: page => page.getByRole('button', { name: 'Check network status' }),
    },
    {
      name: 'the allowlist of many services',
      address: '/?q=contoso-&vnet=Internal',
      act: async ({ page }) => {
        await page.getByRole('checkbox', { name: /all/i }).first().check();
        await press(page, 'Allowlist');
      },
      shows: page => page.getByText(/The list cannot be complete/),
    },
    {
      name: 'a row that cannot be read',
      address: '/',
      act: ({ page }) => press(page, 'Show its JSON'),
      shows: page => page.getByRole('dialog'),
    },
    {
      name: 'the problems',
      address: `/?sub=${ids.platform}&sub=${ids.devTest}`,
      before: fault({ kind: 'forbidden', subscription: ids.platform }),
      act: async ({ page }) => {
        await press(page, 'Details');
        await page.getByText('What the diagnostics hold').click();
      },
      shows: page => dialog(page, 'Problems').getByText(/^No token, no name/),
    },
  ],
};
