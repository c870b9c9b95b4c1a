import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Sandbox } from './sandbox/start.ts';
import { idOf } from './sandbox-service.ts';
import { readStored } from './stored.ts';

const admin = 'admin@contoso.com';
const name = 'contoso-mobile';
const row = (page: Page) => page.getByRole('row', { name: new RegExp(`^Select ${name} `) });
const history = async (page: Page) =>
  Object.entries((await readStored(page)).databases)
    .filter(([database]) => database !== 'apim-ip-fleet')
    .map(([, text]) => text)
    .join();

/** The service gets another address, and the page reads it. */
async function changeAndRead(page: Page, sandbox: Sandbox): Promise<string> {
  const service = idOf(sandbox, name);
  sandbox.controls.arm.mutate({ kind: 'change-public-ip', service, region: 'eastus' });
  await page.getByRole('button', { name: 'Read the services anew' }).click();
  const address = sandbox.world.service(service)?.regions[0].publicIPs[0] ?? '';
  await expect(row(page)).toContainText(address);
  return address;
}

test('storage that is emptied under the page costs no row, is said where it stops the history, and is filled again', async ({
  page,
  context,
  sandbox,
  signInAs,
}) => {
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  await signInAs(admin, `/?q=${name}`);
  await expect(row(page)).toBeVisible();
  await expect.poll(() => history(page)).toContain(name);

  await test.step('databases deleted, local storage and cookies cleared: it records again by itself', async () => {
    const left = await page.evaluate(async () => {
      localStorage.clear();
      for (const { name: database = '' } of await indexedDB.databases())
        await new Promise((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase(database);
          deleting.onsuccess = resolve;
          deleting.onerror = reject;
        });
      return (await indexedDB.databases()).length;
    });
    expect(left).toBe(0);
    await context.clearCookies();
    await expect(row(page)).toBeVisible();
    const address = await changeAndRead(page, sandbox);
    await expect.poll(() => history(page)).toContain(address);
    await expect(page.getByText('Recording has stopped')).toHaveCount(0);
  });

  await test.step('a full disk is said, and one press goes on once there is room', async () => {
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('No room', 'QuotaExceededError');
      };
      window.addEventListener('room', () => {
        IDBObjectStore.prototype.put = put;
      });
    });
    const address = await changeAndRead(page, sandbox);
    await expect(page.getByText(/is full. What was recorded is kept/)).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event('room')));
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText(/is full. What was recorded is kept/)).toHaveCount(0);
    await page.getByRole('button', { name: 'Read the services anew' }).click();
    await expect.poll(() => history(page)).toContain(address);
  });

  await test.step('the site’s data cleared in the browser: said, with the press that goes on', async () => {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.clearDataForOrigin', {
      origin: sandbox.appOrigin,
      storageTypes: 'indexeddb',
    });
    await expect(page.getByText('Recording has stopped')).toBeVisible();
    await expect(row(page)).toBeVisible();
    await page.evaluate(() => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = () => {
        throw new DOMException('Internal error opening backing store', 'UnknownError');
      };
      window.addEventListener('mended', () => {
        IDBFactory.prototype.open = open;
      });
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByText('The history cannot be read')).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event('mended')));
    await page.getByRole('button', { name: 'Try again' }).click();
    const address = await changeAndRead(page, sandbox);
    await expect.poll(() => history(page)).toContain(address);
  });

  await test.step('the tokens gone as well: the rows stay, one press signs in', async () => {
    await page.evaluate(() => sessionStorage.clear());
    await page.getByRole('button', { name: 'Read the services anew' }).click();
    await page.getByRole('button', { name: /Sign in again/ }).click({ noWaitAfter: true });
    await page.getByRole('button', { name: admin }).click();
    await expect(row(page)).toBeVisible();
    expect(new URL(page.url()).search).toBe(`?q=${name}`);
  });

  await test.step('a sign-out elsewhere is noticed all the same', async () => {
    const other = await context.newPage();
    await other.goto('/');
    await expect(other.getByRole('row', { name: /contoso-api-prod/ })).toBeVisible();
    await page.evaluate(() => localStorage.clear());
    await other.getByRole('button', { name: /^Account/ }).click();
    await other.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await expect(page.getByText(name)).toHaveCount(0);
    await other.close();
  });
  expect(errors).toEqual([]);
});
