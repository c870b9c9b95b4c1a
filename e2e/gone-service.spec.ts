import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { idOf } from './sandbox-service.ts';

const admin = 'admin@contoso.com';

test('a link to a service that is gone shows what was recorded of it, and says that it is gone', async ({
  page,
  sandbox,
  signInAs,
}) => {
  const id = idOf(sandbox, 'contoso-hr');
  await signInAs(admin, `${id}?tab=timeline`);
  await expect(page.getByText(/^Recorded on this device since/)).toBeVisible();
  const [address = ''] = sandbox.world.service(id)?.regions[0]?.publicIPs ?? [];
  sandbox.controls.arm.mutate({ kind: 'remove-service', service: id });
  await page.goto(id);

  await test.step('the header and the addresses are the last that are known', async () => {
    await expect(
      page.getByText(/^This service is gone: Azure recorded its deletion on \d+ \w+ 20\d\d, \d\d:\d\d UTC\./),
    ).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'contoso-hr' })).toBeVisible();
    const addresses = page.getByRole('table', { name: 'Addresses by region, as recorded' });
    await expect(addresses).toContainText(address);
    await expect(page.getByRole('list', { name: 'Facts about the service' })).toContainText('As recorded on');
    await page.getByText('What Azure answered').click();
    await expect(page.getByText('ResourceNotFound').first()).toBeVisible();
    await expectAccessible(page, 'a service that is gone');
  });

  await test.step('the timeline has one entry for its end, and guidance gives nothing', async () => {
    await page.getByRole('tab', { name: 'Timeline' }).click();
    const end = page
      .getByRole('table', { name: /^Changes/ })
      .locator('tbody tr')
      .filter({ hasText: 'Deleted' });
    await expect(end).toHaveCount(1);
    await page.getByRole('tab', { name: 'Guidance' }).click();
    await expect(page.getByRole('heading', { name: /^No guidance/ })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Guidance for now' })).toHaveCount(0);
  });
});

test('where Azure has no record of a deletion, it is not told from lost access', async ({
  page,
  sandbox,
  signInAs,
}) => {
  const id = idOf(sandbox, 'contoso-hr');
  await signInAs(admin, `${id}?tab=timeline`);
  await expect(page.getByText(/^Recorded on this device since/)).toBeVisible();
  sandbox.controls.arm.mutate({ kind: 'remove-service', service: id });
  sandbox.controls.arm.addFault({ kind: 'graph-refused' });
  await page.goto(id);
  await expect(
    page.getByText(
      /^This service is gone: deleted, or your access to it was lost\. Which of the two cannot be told/,
    ),
  ).toBeVisible();
});

test('a service that was never recorded is refused in Azure’s words alone', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await signInAs(admin, `${idOf(sandbox)}-never`);
  await expect(page.getByRole('heading', { name: 'There is no such service now' })).toBeVisible();
  await expect(page.getByText('This service is gone')).toHaveCount(0);
});
