import { expect, test } from './fixtures.ts';
import { idOf } from './sandbox-service.ts';
import { readStored } from './stored.ts';

const hour = 3_600_000;
const minuteOf = (at: number) => new Date(at).toISOString().slice(11, 16);

for (const [offset, how] of [
  [hour, 'ahead of'],
  [-hour, 'behind'],
] as const) {
  test(`a device whose clock is an hour ${how} the world’s signs in, tells true times and records no change twice`, async ({
    page,
    sandbox,
    signInAs,
  }) => {
    await page.clock.install({ time: Date.now() + offset });
    await signInAs('admin@contoso.com', '/?q=contoso-mobile');
    const row = page.getByRole('row', { name: /^Select contoso-mobile / });
    await expect(row).toBeVisible();
    await expect(
      page.getByText(`The clock of this device is 60 minutes ${how} that of localhost`),
    ).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    const close = page.getByRole('status').getByRole('button', { name: 'Close' });
    expect((await close.boundingBox())?.height, 'its word stands in one line').toBeLessThan(30);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(page.getByText(/^Resource Graph, (just now|\d+ s ago)$/)).toBeVisible();
    const recorded = async () => Object.values((await readStored(page)).databases).join();
    await expect.poll(recorded).toMatch(/contoso-mobile.*203\.0\.113\.130/);

    const before = Date.now();
    const { controls, world } = sandbox;
    controls.arm.mutate({
      kind: 'change-public-ip',
      service: idOf(sandbox, 'contoso-mobile'),
      region: 'eastus',
    });
    const address = world.service(idOf(sandbox, 'contoso-mobile'))?.regions[0].publicIPs[0] ?? '';
    await page.getByRole('button', { name: 'Read the services anew' }).click();
    await expect(row).toContainText(address);
    await expect(row).toContainText(/just now|\d+ s ago/);
    await row.getByRole('link').click();
    await expect(
      page.getByText(new RegExp(`^As of (${minuteOf(before)}|${minuteOf(before + 60_000)}):`)),
    ).toBeVisible();
    await page.getByRole('tab', { name: 'Timeline' }).click();
    const changes = page.getByRole('table', { name: /^Changes, newest first/ }).getByRole('row');
    await expect(changes.filter({ hasText: address })).toContainText(['Observed here']);
    await expect(changes.filter({ hasText: address })).toContainText(['Change history']);
  });
}
