import { ids } from '../../sandbox/world/fleet/subscriptions.ts';
import { type Scene, type Screen, servicePath } from '../state.ts';

const config =
  (changed: Readonly<Record<string, unknown>>) =>
  ({ page, sandbox }: Scene) =>
    page.route('**/config.json', route => route.fulfill({ json: { ...sandbox.config, ...changed } }));

/** Before anybody is signed in. */
export const signIn: Screen = {
  screen: 'sign-in',
  signedOut: true,
  states: [
    {
      name: 'the fleet',
      address: '/',
      shows: page => page.getByRole('button', { name: 'Sign in' }),
    },
    {
      name: 'a link to a service',
      address: servicePath(ids.production, 'rg-apim-prod', 'contoso-api-prod', '?tab=json'),
      shows: page => page.getByText('Nothing has been read from Azure yet'),
    },
    {
      name: 'cancelled',
      address: '/?q=contoso',
      act: async ({ page }) => {
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('button', { name: 'Cancel' }).click();
      },
      shows: page => page.getByRole('alert').filter({ hasText: 'cancelled' }),
    },
    {
      name: 'a link into a tenant that is not this one',
      address: '/?tenant=fabrikam.com',
      before: scene => config({ tenant: 'contoso.com' })(scene),
      shows: page => page.getByText(/fabrikam\.com/).first(),
    },
    {
      name: 'not configured',
      address: '/',
      before: scene => config({ clientId: '' })(scene),
      shows: page => page.getByText('az ad app create').first(),
    },
    {
      name: 'a configuration that cannot be used',
      address: '/',
      before: scene => config({ tenant: 'a b', tokenCache: 'cookie', colour: 'blue' })(scene),
      shows: page => page.getByRole('heading', { name: /config\.json cannot be used/ }),
    },
    {
      name: 'a configuration that is not there',
      address: '/',
      before: ({ page }) => page.route('**/config.json', route => route.fulfill({ status: 404, body: '' })),
      shows: page => page.getByRole('heading', { name: /config\.json cannot be used/ }),
    },
    {
      name: 'not loaded, the connection is gone',
      address: '/',
      before: ({ page }) => page.route('**/config.json', route => route.abort()),
      shows: page => page.getByRole('heading', { name: 'The dashboard could not be loaded' }),
    },
  ],
};
