import { recordedYear } from '../../recorded-year.ts';
import type { Screen } from '../state.ts';

/** Settings, and what lies over every screen. */
export const settings: Screen = {
  screen: 'settings',
  states: [
    {
      name: 'recording',
      address: '/settings',
      shows: page => page.getByText(/^Of admin@contoso\.com in tenant/),
    },
    {
      name: 'with a team’s file',
      address: '/settings',
      before: ({ page, sandbox }) => recordedYear(page, sandbox),
      shows: page => page.getByText(/^Of admin@contoso\.com in tenant/),
    },
    {
      name: 'no storage',
      address: '/settings',
      before: ({ page }) =>
        page.addInitScript(() => {
          if (sessionStorage.getItem('no-storage') === null) return;
          Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
        }),
      act: async ({ page }) => {
        await page.evaluate(() => sessionStorage.setItem('no-storage', ''));
        await page.reload();
        await page.evaluate(() => sessionStorage.removeItem('no-storage'));
      },
      shows: page => page.getByText(/Nothing is recorded on this device|Recording has stopped/).first(),
    },
    {
      name: 'commands',
      address: '/settings',
      act: async ({ page }) => {
        await page.getByRole('heading', { name: 'About' }).waitFor();
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox', { name: 'Service, address or command' }).fill('contoso-api');
      },
      shows: page => page.getByRole('option', { name: /contoso-api-prod/ }).first(),
    },
    {
      name: 'the keys',
      address: '/settings',
      act: async ({ page }) => {
        // The code that listens for keys comes with these buttons.
        await page.getByRole('button', { name: 'Commands' }).waitFor();
        await page.keyboard.press('?');
      },
      shows: page => page.getByRole('dialog', { name: 'Keyboard shortcuts' }),
    },
    {
      name: 'the tenants',
      address: '/settings',
      act: ({ page }) => page.getByRole('button', { name: /^Tenant / }).click(),
      shows: page => page.getByRole('menuitemradio', { name: /Fabrikam/ }),
    },
    {
      name: 'the account',
      address: '/settings',
      act: ({ page }) => page.getByRole('button', { name: /^Account / }).click(),
      shows: page => page.getByRole('menuitem', { name: 'Sign out' }),
    },
    {
      name: 'a page that is not there',
      address: '/nowhere',
      shows: page => page.getByRole('main').getByRole('heading').first(),
    },
    {
      name: 'a screen that could not be loaded',
      address: '/check',
      before: ({ page }) => page.route(/\/assets\/check-with-history-/, route => route.abort()),
      shows: page => page.getByRole('alert').getByText('This screen could not be loaded'),
    },
  ],
};
