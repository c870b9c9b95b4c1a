import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import type { Sandbox } from './sandbox/start.ts';
import { idOf } from './sandbox-service.ts';

const admin = 'admin@contoso.com';
const recorded = (page: Page) => page.getByLabel('What is recorded');

async function give(page: Page, text: string): Promise<void> {
  await page.setInputFiles('input[type=file]', {
    name: 'history.jsonl',
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  });
}

/** The sandbox's year, with one operation of the activity log that somebody is named for. */
function withName(sandbox: Sandbox, changedBy: string): string {
  const operation = {
    type: 'change',
    id: 'operation-1',
    service: idOf(sandbox),
    at: '2026-11-01T10:00:00Z',
    notBefore: '2026-11-01T09:50:00Z',
    source: 'activity-log',
    causes: [],
    differences: [],
    correlationId: 'correlation-1',
    changedBy,
    changedByType: 'User',
    operation: 'Microsoft.ApiManagement/service/write',
    status: 'succeeded',
    truncated: false,
  };
  return `${sandbox.history().trimEnd()}\n${JSON.stringify(operation)}\n`;
}

async function exported(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export the history' }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

test('the history can be taken in, measured, taken out without names, and cleared', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await signInAs(admin, '/settings');
  await expect(page.getByText(/^Of admin@contoso\.com in tenant/)).toBeVisible();
  const message = (text: RegExp) => page.getByRole('status').filter({ hasText: text });

  await test.step('a damaged file is refused whole, with its line and the reason', async () => {
    const [head = '', first = ''] = sandbox.history().split('\n');
    await give(page, `${head}\n${first}\n{"type":"obs`);
    await expect(message(/refused, nothing was imported\. Line 3: .*not JSON/)).toBeVisible();
    await expect(recorded(page)).toContainText('0 observations');
  });

  await test.step('a whole file is taken in, and what is stored is told', async () => {
    await give(page, withName(sandbox, admin));
    await expect(message(/^Imported: \d+ observations were new/)).toBeVisible();
    await expect(recorded(page)).toContainText(/\d+ observations of \d+ services/);
    await expect(recorded(page)).toContainText(/[\d.]+ (kB|MB), of all accounts together/);
    await give(page, withName(sandbox, admin));
    await expect(message(/known already/)).toBeVisible();
    await expectAccessible(page, 'settings');
  });

  await test.step('an export leaves names of people out unless they are asked for', async () => {
    await expect(page.getByRole('checkbox', { name: 'With names of people' })).not.toBeChecked();
    expect((await exported(page)).includes(admin)).toBe(false);
    await page.getByRole('checkbox', { name: 'With names of people' }).check();
    expect((await exported(page)).includes(admin)).toBe(true);
  });

  await test.step('a shorter time to keep deletes only when it is confirmed', async () => {
    const keep = page.getByRole('combobox', { name: 'Keep records for' });
    const [before = ''] = /\d+ observations/.exec((await recorded(page).textContent()) ?? '') ?? [];
    await keep.selectOption('90 days');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect(keep).toHaveValue('1100');
    await expect(recorded(page)).toContainText(before);
    await keep.selectOption('90 days');
    await page.getByRole('button', { name: 'Delete what is older' }).click();
    await expect(recorded(page)).not.toContainText(before);
    await expect(keep).toHaveValue('90');
  });

  await test.step('clearing is asked for twice and leaves nothing', async () => {
    await page.getByRole('button', { name: 'Clear the history' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect(recorded(page)).not.toContainText('Nothing is recorded');
    await page.getByRole('button', { name: 'Clear the history' }).click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect(message(/was deleted/)).toBeVisible();
    await expect(recorded(page)).toContainText('Nothing is recorded');
  });
});

test('recording that the reader switches off records nothing, and comes back with the switch', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await signInAs(admin, '/settings');
  const record = page.getByRole('checkbox', { name: /^Record the addresses/ });
  await record.uncheck();
  await page.goto(`${idOf(sandbox)}?tab=timeline`);
  await expect(page.getByText(/Recording is switched off in the settings/)).toBeVisible();
  await expect(page.getByText(/^Nothing of this service is recorded on this device yet/)).toBeVisible();
  await page.goto('/settings');
  await expect(recorded(page)).toContainText('0 observations');
  await record.check();
  await page.goto(`${idOf(sandbox)}?tab=timeline`);
  await expect(page.getByText(/^Recorded on this device since/)).toBeVisible();
});

test('an installation that records nothing says so and offers nothing that cannot work', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await page.route('**/config.json', route => route.fulfill({ json: { ...sandbox.config, history: 'off' } }));
  await signInAs(admin, '/settings');
  await expect(page.getByText(/^This installation records nothing on your device/)).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^Record the addresses/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Clear the history' })).toHaveCount(0);
});
