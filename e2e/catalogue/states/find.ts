import type { Screen } from '../state.ts';

const question = '/find?q=192.0.2.208%0A203.0.113.18%0A10.20.1.5%0A8.8.8.8%0A300.1.1.1';

/** Find: `/find`. */
export const find: Screen = {
  screen: 'find',
  states: [
    { name: 'nothing asked', address: '/find', shows: page => page.getByText(/^Looks through/) },
    { name: 'answers of every kind', address: question, shows: page => page.getByText('2 of 5 found.') },
    {
      name: 'nothing found',
      address: '/find?q=198.18.0.1',
      shows: page => page.getByRole('heading', { level: 2 }).first(),
    },
    {
      name: 'a service by its name',
      address: '/find?q=contoso-api-prod',
      shows: page => page.getByRole('link', { name: 'contoso-api-prod' }).first(),
    },
    {
      name: 'nothing readable',
      address: '/find?q=10.20.1.5',
      user: 'nobody@contoso.com',
      shows: page => page.getByRole('heading', { level: 2 }).first(),
    },
    {
      name: 'the fleet could not be read',
      address: '/find?q=10.20.1.5',
      before: ({ sandbox }) =>
        void sandbox.controls.arm.addFault({ kind: 'throttle', retryAfterSeconds: 600 }),
      shows: page => page.getByText('Azure asks for fewer requests').first(),
    },
  ],
};
