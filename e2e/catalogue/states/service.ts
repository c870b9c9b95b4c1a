import type { Page } from '@playwright/test';
import { recordedYear } from '../../recorded-year.ts';
import { ids } from '../../sandbox/world/fleet/subscriptions.ts';
import { type Scene, type Screen, servicePath } from '../state.ts';

const apiProd = (query = '') => servicePath(ids.production, 'rg-apim-prod', 'contoso-api-prod', query);
const matrix = (page: Page) => page.getByRole('grid', { name: 'Addresses by region' });
const refusal = (page: Page, name: string) => page.getByRole('heading', { name }).first();
const serviceReads = 'microsoft.apimanagement/service/';
const arm = ({ sandbox }: Scene) => sandbox.controls.arm;

/** A service: the ARM id is the path. Every tab in the states that it can be in. */
export const service: Screen = {
  screen: 'service',
  states: [
    {
      name: 'loading',
      address: apiProd(),
      before: scene => void arm(scene).addFault({ kind: 'slow', ms: 60_000, path: serviceReads }),
      shows: page => page.getByText('Reading the service from Azure'),
    },
    { name: 'addresses, Internal', address: apiProd(), shows: page => matrix(page).getByText('10.20.1.5') },
    {
      name: 'addresses, with an unexplained change',
      address: apiProd(),
      before: ({ page, sandbox }) => recordedYear(page, sandbox),
      shows: page =>
        matrix(page)
          .getByText(/Unexplained change/)
          .first(),
    },
    {
      name: 'addresses, no VNet',
      address: servicePath(ids.devTest, 'rg-apim-dev', 'contoso-api-dev'),
      shows: page => page.getByRole('heading', { level: 1, name: 'contoso-api-dev' }),
    },
    {
      name: 'addresses, a subnet not read',
      address: servicePath(ids.production, 'rg-vault', 'contoso-vault'),
      shows: page => page.getByText('Microsoft.Network/virtualNetworks/subnets/read'),
    },
    {
      name: 'addresses, a subscription at risk',
      address: servicePath(ids.fabrikamEu, 'rg-orders', 'fabrikam-orders'),
      act: ({ page }) => page.getByRole('button', { name: 'Subscription Warned' }).click(),
      shows: page => page.getByText('Addresses may change when').first(),
    },
    {
      name: 'addresses, not a service',
      address: servicePath(ids.legacyEu, 'rg-legacy', 'contoso-broken'),
      shows: page => page.getByText('could not be read as a service'),
    },
    {
      name: 'addresses of the past',
      address: apiProd('?at=2026-03-03T12:00:00Z'),
      before: ({ page, sandbox }) => recordedYear(page, sandbox),
      shows: page => page.getByRole('table', { name: 'Addresses by region, as recorded' }),
    },
    {
      name: 'the past, not recorded',
      address: apiProd('?at=2019-03-03T12:00:00Z'),
      before: ({ page, sandbox }) => recordedYear(page, sandbox),
      shows: page => page.getByRole('link', { name: 'Back to now' }).first(),
    },
    {
      name: 'guidance, an answer with a warning',
      address: apiProd('?tab=guidance&for=private-back-ends'),
      shows: page => page.getByRole('heading', { name: 'Before you rely on it' }),
    },
    {
      name: 'guidance, a shared tier',
      address: servicePath(
        ids.platform,
        'rg-serverless',
        'contoso-events',
        '?tab=guidance&for=internet-back-ends&format=plain',
      ),
      shows: page => page.getByRole('heading', { name: 'Before you rely on it' }),
    },
    {
      name: 'guidance, no safe answer',
      address: servicePath(
        ids.production,
        'rg-treasury',
        'contoso-treasury',
        '?tab=guidance&for=internet-back-ends',
      ),
      shows: page => page.getByRole('heading', { name: 'Before you rely on it' }),
    },
    {
      name: 'guidance of the past',
      address: apiProd('?tab=guidance&at=2026-03-03T12:00:00Z'),
      before: ({ page, sandbox }) => recordedYear(page, sandbox),
      shows: page => page.getByRole('heading', { name: 'No guidance for a moment in the past' }),
    },
    {
      name: 'network status, failing',
      address: apiProd('?tab=network'),
      shows: page => page.getByText('Show the list'),
    },
    {
      name: 'network status, loading',
      address: apiProd('?tab=network'),
      before: scene => void arm(scene).addFault({ kind: 'slow', ms: 60_000, path: 'networkstatus' }),
      shows: page => page.getByText('Show the list'),
    },
    {
      name: 'network status, stale',
      address: servicePath(ids.production, 'rg-treasury', 'contoso-treasury', '?tab=network'),
      shows: page => page.getByRole('heading', { name: /^Azure has had no news from inside/ }),
    },
    {
      name: 'network status, not offered',
      address: servicePath(ids.production, 'rg-media', 'contoso-media', '?tab=network'),
      shows: page => page.getByRole('heading', { name: 'Azure has no network status for this service.' }),
    },
    {
      name: 'network status, failed',
      address: apiProd('?tab=network'),
      before: scene =>
        void arm(scene).addFault({ kind: 'throttle', retryAfterSeconds: 600, path: 'networkstatus' }),
      shows: page => refusal(page, 'Azure asks for fewer requests'),
    },
    {
      name: 'timeline, with a year of history',
      address: apiProd('?tab=timeline'),
      before: ({ page, sandbox }) => recordedYear(page, sandbox),
      shows: page => page.getByRole('button', { name: 'Mark as seen' }).first(),
    },
    {
      name: 'timeline, of Azure’s own record alone',
      address: servicePath(ids.production, 'rg-treasury', 'contoso-treasury', '?tab=timeline'),
      shows: page => page.getByText(/^Recorded on this device since/),
    },
    {
      name: 'timeline, its sources refused',
      address: apiProd('?tab=timeline'),
      before: scene => {
        arm(scene).addFault({ kind: 'graph-refused' });
        arm(scene).addFault({ kind: 'throttle', retryAfterSeconds: 600, path: 'eventtypes' });
      },
      shows: page =>
        page
          .getByRole('tabpanel', { name: 'Timeline' })
          .getByText(/could not be read|was refused|limit/i)
          .first(),
    },
    {
      name: 'JSON',
      address: apiProd('?tab=json'),
      shows: page => page.getByRole('region', { name: 'Answer' }),
    },
    {
      name: 'gone',
      address: servicePath(ids.platform, 'rg-hr', 'contoso-hr'),
      before: async scene => {
        await recordedYear(scene.page, scene.sandbox);
        const id = servicePath(ids.platform, 'rg-hr', 'contoso-hr');
        arm(scene).mutate({ kind: 'remove-service', service: id });
      },
      shows: page => page.getByText(/^This service is gone: Azure recorded its deletion/),
    },
    {
      name: 'not there',
      address: servicePath(ids.production, 'rg-apim-prod', 'x'),
      shows: page => refusal(page, 'There is no such service now'),
    },
    {
      name: 'no right',
      address: servicePath(ids.platform, 'rg-hr', 'contoso-hr'),
      user: 'reader@contoso.com',
      shows: page => refusal(page, 'You have no right to read this, or it is not there'),
    },
    {
      name: 'another tenant',
      address: servicePath(ids.fabrikamCore, 'rg-core', 'fabrikam-core-api'),
      shows: page => page.getByRole('button', { name: 'Switch to Fabrikam' }),
    },
    {
      name: 'sign in again',
      address: apiProd(),
      before: scene => void arm(scene).addFault({ kind: 'claims-challenge', path: serviceReads }),
      shows: page => page.getByRole('button', { name: 'Sign in again' }).first(),
    },
    {
      name: 'throttled, and goes on',
      address: apiProd(),
      before: scene =>
        void arm(scene).addFault({ kind: 'throttle', retryAfterSeconds: 90, path: serviceReads }),
      shows: page => page.getByText('Azure asks for fewer requests.'),
    },
    {
      name: 'offline, with what was known',
      address: apiProd(),
      act: async ({ page, context }) => {
        await matrix(page).getByText('10.20.1.0/27').waitFor();
        await context.setOffline(true);
        await page.getByRole('button', { name: 'Refresh' }).click();
      },
      shows: page => page.getByText('You are offline.'),
    },
    {
      name: 'a refresh that failed',
      address: apiProd(),
      act: async scene => {
        await matrix(scene.page).getByText('10.20.1.5').waitFor();
        arm(scene).addFault({ kind: 'forbidden', subscription: ids.production });
        await scene.page.getByRole('button', { name: 'Refresh' }).click();
      },
      shows: page => page.getByText('You have no right to read this, or it is not there.'),
    },
  ],
};
