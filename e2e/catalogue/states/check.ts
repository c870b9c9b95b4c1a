import { ids } from '../../sandbox/world/fleet/subscriptions.ts';
import { type Screen, servicePath } from '../state.ts';

const prod = servicePath(ids.production, 'rg-apim-prod', 'contoso-api-prod');
const telemetry = servicePath(ids.platform, 'rg-serverless', 'contoso-telemetry');
const list = '# rules\n203.0.113.0/24\n10.20.1.5\n8.8.8.8\n203.0.113.999\n';

/** Check an allowlist: `/check`. */
export const check: Screen = {
  screen: 'check',
  states: [
    {
      name: 'nothing chosen',
      address: '/check',
      shows: page => page.getByRole('heading', { name: 'Choose the services that this list is for.' }),
    },
    {
      name: 'judged',
      address: `/check?id=${prod}&id=${telemetry}`,
      act: async ({ page }) => {
        await page.getByRole('textbox', { name: /^Your list/ }).fill(list);
        await page.getByText('Line by line, as a table').click();
      },
      shows: page => page.getByRole('heading', { level: 2, name: /missing/ }),
    },
    {
      name: 'covered',
      address: `/check?id=${servicePath(ids.devTest, 'rg-apim-dev', 'contoso-api-dev')}`,
      act: ({ page }) => page.getByRole('textbox', { name: /^Your list/ }).fill('0.0.0.0/0\n::/0\n'),
      shows: page => page.getByRole('region', { name: 'Result' }).getByRole('heading', { level: 2 }),
    },
    {
      name: 'a service could not be read',
      address: `/check?id=${prod}`,
      before: ({ sandbox }) =>
        void sandbox.controls.arm.addFault({
          kind: 'throttle',
          retryAfterSeconds: 600,
          path: 'microsoft.apimanagement/service/contoso-api-prod',
        }),
      act: ({ page }) => page.getByRole('textbox', { name: /^Your list/ }).fill(list),
      shows: page => page.getByText(/contoso-api-prod could not be read\./).first(),
    },
  ],
};
