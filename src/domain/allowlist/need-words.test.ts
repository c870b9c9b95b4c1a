import { expect, it } from 'vitest';
import { placeOfNeed } from './need-words.ts';
import type { NeedUse } from './needs.ts';

const place = (...uses: readonly Partial<NeedUse>[]) =>
  placeOfNeed(
    {
      value: { kind: 'host', host: 'api.contoso.com' },
      side: 'source',
      ports: [],
      required: true,
      uses: uses.map(use => ({
        serviceId: '/subscriptions/1',
        service: 'api',
        region: 'westeurope',
        purpose: 'internet-back-ends',
        from: 'natGateway',
        ...use,
      })),
    },
    true,
  );

it.each<[string, Partial<NeedUse>, string]>([
  ['a NAT gateway', {}, 'api, West Europe, NAT gateway'],
  ['a public IP that back ends see', { from: 'publicIPAddresses' }, 'api, West Europe, outbound IP'],
  [
    'a public IP that clients connect to',
    { from: 'publicIPAddresses', purpose: 'clients' },
    'api, West Europe, public IP',
  ],
  [
    'an outbound IP of its own',
    { from: 'outboundPublicIPAddresses', purpose: 'clients' },
    'api, West Europe, outbound IP',
  ],
  ['a subnet of one range', { from: 'subnet.addressPrefix' }, 'api, West Europe, subnet range'],
  ['a subnet of several', { from: 'subnet.addressPrefixes' }, 'api, West Europe, subnet range'],
  ['a private VIP', { from: 'privateIPAddresses' }, 'api, West Europe, private VIP'],
  ['a private endpoint', { from: 'privateEndpoint.networkInterface' }, 'api, West Europe, private endpoint'],
  ['the location', { from: 'location' }, 'api, West Europe, shared ranges of the region'],
  ['a field without a word for it', { from: 'somethingElse' }, 'api, West Europe, somethingElse'],
])('a need is placed by the field that it comes from: %s', (_, use, words) => expect(place(use)).toBe(words));

it('a need of the whole service is placed in no region', () => {
  const { region: _, ...whole } = { region: '', from: 'hostnameConfigurations' };
  expect(
    placeOfNeed(
      {
        value: { kind: 'host', host: 'api.contoso.com' },
        side: 'destination',
        ports: [443],
        required: true,
        uses: [{ serviceId: '/subscriptions/1', service: 'api', purpose: 'clients', ...whole }],
      },
      false,
    ),
  ).toBe('host name');
});

it('a need of several places is placed in the first by name, and the others are counted', () => {
  expect(place({ service: 'web' }, { service: 'api' })).toBe('api, West Europe, NAT gateway and 1 more');
  expect(place({ service: 'web' }, { service: 'api' }, { service: 'api' }, { service: 'crm' })).toBe(
    'api, West Europe, NAT gateway and 2 more',
  );
});
