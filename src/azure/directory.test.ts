import { describe, expect, it } from 'vitest';
import { getTenants } from './get-tenants.ts';
import { listServices } from './list-services.ts';
import { listSubscriptions } from './list-subscriptions.ts';
import { exampleBody, hasExamples } from './testing/arm-examples.ts';
import { FakeNetwork, json, origin } from './testing/fake-network.ts';
import { armServiceJson } from './testing/services.ts';

/** An example without its link to a next page, which is the literal `...`. */
function page(name: string): unknown {
  return { ...Object(exampleBody('subscriptions', name)), nextLink: null };
}

describe('tenants', () => {
  it('are read with their domains; a name that is missing is stood in for', async () => {
    const network = new FakeNetwork(() =>
      json({
        value: [
          {
            tenantId: 't1',
            displayName: 'Contoso',
            defaultDomain: 'contoso.example',
            domains: ['contoso.example', 7],
          },
          { tenantId: 't2', displayName: null, defaultDomain: 'fabrikam.example', domains: null },
          { tenantId: 't3' },
          { displayName: 'No id' },
        ],
      }),
    );
    await expect(getTenants(network.azure)).resolves.toMatchObject({
      tenants: [
        { id: 't1', name: 'Contoso', defaultDomain: 'contoso.example', domains: ['contoso.example'] },
        { id: 't2', name: 'fabrikam.example', domains: [] },
        { id: 't3', name: 't3', defaultDomain: null },
      ],
      unreadable: [{ problem: expect.stringContaining('tenantId') }],
    });
    expect(network.sent[0]?.url.href).toBe(`${origin}/tenants?api-version=2022-12-01`);
  });

  it.skipIf(!hasExamples)('are read from Microsoft’s published list', async () => {
    const network = new FakeNetwork(() => json(page('GetTenants')));
    const { tenants, unreadable } = await getTenants(network.azure);
    expect(tenants.map(one => one.name)).toEqual(['Test_Test_aad50', 'Contoso Corp.', 'TEST_TEST_RDV']);
    expect(unreadable).toEqual([]);
  });
});

describe('subscriptions', () => {
  it('are read over pages with their states; an unknown state is kept as text', async () => {
    const network = new FakeNetwork(({ url }) =>
      url.searchParams.has('page')
        ? json({ value: [{ subscriptionId: 's2', displayName: 'Two', state: 'Hibernated', tenantId: 't' }] })
        : json({ value: [{ subscriptionId: 's1' }], nextLink: `${origin}/subscriptions?page=2` }),
    );
    await expect(listSubscriptions(network.azure)).resolves.toMatchObject({
      subscriptions: [
        { id: 's1', name: 's1', state: null, tenantId: null },
        { id: 's2', name: 'Two', state: 'Hibernated', tenantId: 't' },
      ],
      failure: null,
    });
    expect(network.sent[0]?.url.href).toBe(`${origin}/subscriptions?api-version=2022-12-01`);
  });

  it.skipIf(!hasExamples)('are read from Microsoft’s published list', async () => {
    const network = new FakeNetwork(() => json(page('GetSubscriptions')));
    const { subscriptions } = await listSubscriptions(network.azure);
    expect(subscriptions.map(one => one.name)).toEqual(['Example Subscription', 'Example Subscription2']);
  });
});

describe('the services of a subscription', () => {
  it('are read over pages, a row that cannot be read beside the others', async () => {
    const network = new FakeNetwork(({ url }) =>
      url.searchParams.has('page')
        ? json({ value: [armServiceJson('s1', 'b')] })
        : json({ value: [armServiceJson('s1', 'a'), 7], nextLink: `${origin}${url.pathname}?page=2` }),
    );
    const list = await listServices(network.azure, { subscriptionId: 's1' });
    expect(list.rows.map(one => one.name)).toEqual(['a', 'b']);
    expect(list.unreadable).toHaveLength(1);
    expect(network.sent[0]?.url.pathname).toBe('/subscriptions/s1/providers/Microsoft.ApiManagement/service');
  });

  it.each([{}, { value: null }, { value: {} }, [], null])(
    'are not none where the answer is no list: %j',
    async body => {
      const network = new FakeNetwork(() => json(body));
      const work = listServices(network.azure, { subscriptionId: 's1' });
      await expect(work).rejects.toMatchObject({ kind: 'malformed', scope: { subscriptionId: 's1' } });
    },
  );
});
