import { expect, test } from './fixtures.ts';
import { idOf } from './sandbox-service.ts';

declare global {
  interface Window {
    /** Notifications that were shown, and how often the browser was asked for the permission. */
    notified: { readonly shown: string[]; asked: number };
  }
}

test('the browser tells of an address that changes, once the reader chose it and the browser allows it', async ({
  page,
  context,
  sandbox,
  signInAs,
}) => {
  const { arm } = sandbox.controls;
  await page.addInitScript(() => {
    window.notified = { shown: [], asked: 0 };
    window.Notification = new Proxy(window.Notification, {
      construct(Real, [title, options]: [string, NotificationOptions]) {
        window.notified.shown.push(`${title}. ${options.body}`);
        return new Real(title, options);
      },
      get(real, key) {
        if (key === 'requestPermission') window.notified.asked += 1;
        // A browser without a window differs in what it does before it is told: here it has refused.
        if (key === 'permission') return real.permission === 'granted' ? 'granted' : 'denied';
        const value: unknown = Reflect.get(real, key);
        return typeof value === 'function' ? value.bind(real) : value;
      },
    });
  });
  await signInAs('admin@contoso.com', '/settings');
  const choice = page.getByRole('checkbox', { name: /^Tell me in this browser when an address changes/ });

  await expect(page.getByText(/^This browser refuses notifications of this page/)).toBeVisible();
  await expect(choice).toBeDisabled();

  await context.grantPermissions(['notifications']);
  await page.reload();
  await expect(choice).not.toBeChecked();
  expect(await page.evaluate(() => window.notified.asked)).toBe(0);
  await choice.check();
  await expect(choice).toBeChecked();
  expect(await page.evaluate(() => window.notified.asked)).toBe(1);

  await page.goto(`${idOf(sandbox)}?tab=timeline`);
  await expect(page.getByText(/^Recorded on this device since/)).toBeVisible();
  arm.mutate({ kind: 'set-zones', service: idOf(sandbox), region: 'westeurope', zones: ['1'] });
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect
    .poll(() => page.evaluate(() => window.notified.shown))
    .toEqual([expect.stringMatching(/^An address changed\. contoso-api-prod: Zones changed$/)]);
});
