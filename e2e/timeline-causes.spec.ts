import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Mutation } from './sandbox/world/mutations/mutation.ts';
import { idOf } from './sandbox-service.ts';
import { recorded, rows } from './timeline-page.ts';

const admin = 'admin@contoso.com';

type Case = {
  readonly what: string;
  readonly service?: string;
  readonly mutation: (id: string) => Mutation;
  readonly cause: RegExp;
  readonly before: RegExp;
  readonly after: RegExp;
};

const address = /\d+\.\d+\.\d+\.\d+/;
const twoAddresses = /\d+\.\d+\.\d+\.\d+.*\d+\.\d+\.\d+\.\d+/;

/** In this order on one service: each finds what the one before left. */
const cases: readonly Case[] = [
  {
    what: 'a switch of the VNet mode',
    mutation: service => ({ kind: 'switch-vnet-mode', service, mode: 'External' }),
    cause: /VNet mode switched/,
    before: address,
    after: address,
  },
  {
    what: 'other zones',
    mutation: service => ({ kind: 'set-zones', service, region: 'westeurope', zones: ['1'] }),
    cause: /Zones changed/,
    before: address,
    after: address,
  },
  {
    what: 'a NAT gateway',
    mutation: service => ({ kind: 'set-nat', service, region: 'westeurope', enabled: true }),
    cause: /NAT gateway changed/,
    before: address,
    after: address,
  },
  {
    what: 'a gateway switched off',
    mutation: service => ({ kind: 'set-gateway', service, region: 'northeurope', enabled: false }),
    cause: /Gateway toggled/,
    before: /on/,
    after: /off/,
  },
  {
    what: 'public access',
    mutation: service => ({ kind: 'set-public-access', service, access: 'Disabled' }),
    cause: /Public access changed/,
    before: /Enabled/,
    after: /Disabled/,
  },
  {
    what: 'a region that is vacated',
    mutation: service => ({ kind: 'remove-region', service, region: 'northeurope' }),
    cause: /Region removed/,
    before: address,
    after: /none/,
  },
  {
    what: 'a region that comes back',
    mutation: service => ({ kind: 'reinstate-region', service, region: 'northeurope' }),
    cause: /Region reinstated/,
    before: /none/,
    after: address,
  },
  {
    what: 'addresses that change by themselves',
    mutation: service => ({ kind: 'change-addresses', service, region: 'eastus' }),
    cause: /Unexplained/,
    before: address,
    after: address,
  },
  {
    what: 'addresses that change without a word in any feed',
    // Azure manages the address here: a resource of one's own would be exchanged for another one, which explains it.
    mutation: service => ({ kind: 'change-addresses', service, region: 'eastus', silent: true }),
    cause: /Unexplained/,
    before: address,
    after: address,
  },
  {
    what: 'another subnet',
    mutation: service => ({
      kind: 'move-subnet',
      service,
      region: 'westeurope',
      subnetId: subnetOf(service, 'snet-apim-weu-2'),
    }),
    cause: /Subnet moved/,
    before: address,
    after: address,
  },
  {
    what: 'another public IP resource',
    mutation: service => ({
      kind: 'change-public-ip',
      service,
      region: 'eastus',
      publicIpAddressId: `${networkOf(service)}/publicIPAddresses/pip-apim-eus-9`,
    }),
    cause: /Public IP resource changed/,
    before: address,
    after: address,
  },
  {
    what: 'a region that is added',
    mutation: service => ({
      kind: 'add-region',
      service,
      region: 'swedencentral',
      subnetId: subnetOf(service, 'snet-apim-sec'),
    }),
    cause: /Region added/,
    before: /none/,
    after: address,
  },
  {
    what: 'another tier',
    mutation: service => ({ kind: 'change-tier', service, tier: 'Developer' }),
    cause: /Tier changed/,
    before: /Premium/,
    after: /Developer/,
  },
];

/** What changes no address and explains none. */
const silent: readonly ((id: string) => Mutation)[] = [
  service => ({ kind: 'set-tags', service, tags: { owner: 'platform' } }),
  service => ({ kind: 'scale', service, region: 'westeurope', units: 5 }),
  service => ({ kind: 'set-state', service, state: 'Updating' }),
];

function subscriptionOf(service: string): string {
  return service.split('/')[2] ?? '';
}

function networkOf(service: string): string {
  return `/subscriptions/${subscriptionOf(service)}/resourceGroups/rg-network/providers/Microsoft.Network`;
}

function subnetOf(service: string, name: string): string {
  return `${networkOf(service)}/virtualNetworks/vnet-new/subnets/${name}`;
}

test('each control of the sandbox leads to one entry with its cause, before and after', async ({
  page,
  sandbox,
  signInAs,
}) => {
  test.setTimeout(120_000);
  const id = idOf(sandbox);
  await signInAs(admin, `${id}?tab=timeline`);
  await recorded(page);
  await expect(page.getByText(/^The activity log was read back/)).toBeVisible();
  let count = await rows(page).count();
  for (const { what, mutation, cause, before, after } of cases) {
    await test.step(what, async () => {
      sandbox.controls.arm.mutate(mutation(id));
      await page.getByRole('button', { name: 'Refresh', exact: true }).click();
      // Until the new line is there, the first one is that of the case before.
      count += 1;
      await expect(rows(page)).toHaveCount(count);
      const newest = rows(page).first();
      await expect(newest.getByRole('cell').nth(1)).toContainText(cause);
      await expect(newest.getByText('Observed here')).toBeVisible();
      const line = newest.getByRole('listitem').first();
      await expect(line).toContainText(before);
      await expect(line).toContainText(after);
    });
  }
  for (const quiet of silent) sandbox.controls.arm.mutate(quiet(id));
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(page.getByText('Read from Azure again')).toBeAttached();
  await expect(rows(page)).toHaveCount(count);
});

test('what is created, migrated or reinstated has one entry for it', async ({ page, sandbox, signInAs }) => {
  const added = `${idOf(sandbox).replace(/[^/]+$/, '')}contoso-new`;
  sandbox.controls.arm.mutate({ kind: 'add-service', service: added });
  await signInAs(admin, `${added}?tab=timeline`);
  await recorded(page);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Created');

  const old = sandbox.world.services.all().find(one => one.regions[0]?.platform === 'stv1');
  if (!old) throw new Error('The sandbox has no service on stv1');
  const migrated = idOf(sandbox, old.name);
  await page.goto(`${migrated}?tab=timeline`);
  await recorded(page);
  sandbox.controls.arm.mutate({ kind: 'migrate-platform', service: migrated });
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  const entry = rows(page).filter({ hasText: 'Platform migrated' });
  await expect(entry).toHaveCount(1);
  await expect(entry.getByRole('listitem').first()).toContainText(twoAddresses);

  const warned = idOf(sandbox, 'fabrikam-orders');
  await page.goto(`${warned}?tab=timeline`);
  await recorded(page);
  for (const [state, cause, shown] of [
    ['Enabled', 'Subscription reinstated', twoAddresses],
    ['PastDue', 'Subscription state changed', /Enabled.*PastDue/],
  ] as const) {
    // A list of subscriptions that came within a second of a service belongs to the same look at Azure.
    await expect(page.getByText(/As of .* [2-9] s ago/)).toBeVisible();
    const subscription = subscriptionOf(warned);
    sandbox.controls.arm.mutate({ kind: 'set-subscription-state', subscription, state });
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    const entry = rows(page).filter({ hasText: cause });
    await expect(entry.first().getByRole('listitem').first()).toContainText(shown);
    await expect(entry).toHaveCount(1);
  }
});

test('a change that the fleet saw is confirmed, shown beside the service and counted once in two tabs', async ({
  page,
  context,
  sandbox,
  signInAs,
}) => {
  const id = idOf(sandbox, 'contoso-hr');
  await signInAs(admin, '/');
  const other = await context.newPage();
  await other.goto('/');
  const row = (of: Page) => of.getByRole('row', { name: /contoso-hr/ });
  const signIn = other.getByRole('button', { name: /^Sign in/ });
  await expect(signIn.or(row(other)).first()).toBeVisible();
  if (await signIn.isVisible()) {
    await signIn.click();
    await other.getByRole('button', { name: admin }).or(row(other)).first().click();
  }
  await expect(row(page)).toBeVisible();
  await expect(row(other)).toBeVisible();
  await expect(page.getByRole('button', { name: /Changed in 14 days/ })).toBeEnabled();
  sandbox.controls.arm.mutate({ kind: 'recreate', service: id });
  for (const one of [page, other]) await one.getByRole('button', { name: 'Read the services anew' }).click();
  for (const one of [page, other]) await expect(row(one)).toContainText('Recreated');
  await other.goto(`${id}?tab=timeline`);
  await recorded(other);
  await expect(rows(other).filter({ hasText: 'Recreated' })).toHaveCount(1);
});
