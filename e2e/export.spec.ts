import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import type { Sandbox } from './sandbox/start.ts';
import { contoso } from './sandbox/tenants.ts';
import { serviceId } from './sandbox/world/model.ts';

const admin = 'admin@contoso.com';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const names = (page: Page) => page.getByRole('grid').getByRole('rowheader').getByRole('link');
const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

function idOf(sandbox: Sandbox, name: string): string {
  const service = sandbox.world.services.all().find(one => one.name === name);
  if (!service) throw new Error(`The sandbox has no ${name}`);
  return serviceId(service);
}

/** The file that a press on an entry of the export menu saves. */
async function saved(page: Page, entry: RegExp): Promise<{ readonly name: string; readonly text: string }> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: entry }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Cells of a line of CSV, as a spreadsheet reads them. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  return csv
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .filter(line => line !== '')
    .map(line =>
      line
        .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
        .map(cell => cell.replace(/^"|"$/g, '').replaceAll('""', '"')),
    );
}

test('the fleet is exported as it is filtered and sorted, and nothing in it runs in a spreadsheet', async ({
  page,
  sandbox,
  signInAs,
}) => {
  sandbox.controls.arm.mutate({
    kind: 'set-tags',
    service: idOf(sandbox, 'contoso-mobile'),
    tags: { '=1+1': '@SUM(A1)', owner: 'api-team' },
  });
  await signInAs(admin, '/?q=contoso-m&sort=-name');
  await expect(names(page).first()).toHaveText('contoso-mobile');
  const shown = await names(page).allTextContents();
  expect(shown.length).toBeGreaterThan(2);

  await test.step('CSV', async () => {
    const { name, text } = await saved(page, /^CSV/);
    expect(name).toMatch(/^apim-services-\d{4}-\d\d-\d\dT\d{4}Z\.csv$/);
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const [head = [], ...rows] = rowsOf(text.slice(1));
    const column = (label: string) => rows.map(row => row[head.indexOf(label)]);
    expect(column('Service')).toEqual(shown);
    expect(column('Public IPs')[shown.indexOf('contoso-mobile')]).toBe('203.0.113.130\n203.0.113.140');
    expect(column('Tags')[shown.indexOf('contoso-mobile')]).toBe("'=1+1=@SUM(A1)\nowner=api-team");
    expect(rows.flat().filter(cell => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  });

  await test.step('JSON', async () => {
    const { text } = await saved(page, /^JSON/);
    const read = JSON.parse(text);
    expect(read).toMatchObject({ schemaVersion: 1, tenant: contoso.id, source: 'resource-graph' });
    expect(read.services.map((service: { readonly name: string }) => service.name)).toEqual(shown);
  });

  await test.step('Markdown, for a ticket', async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await expectAccessible(page, 'the export menu');
    await page.getByRole('button', { name: /^Copy as Markdown/ }).click();
    await expect.poll(() => readClipboard(page)).toContain('| Service |');
    const lines = (await readClipboard(page)).split('\n');
    expect(lines[0]).toContain(`/?tenant=${contoso.id}&q=contoso-m&sort=-name)`);
    expect(lines.slice(4, -1).map(line => line.split(' | ')[0])).toEqual(shown.map(one => `| ${one}`));
  });

  await test.step('a second press on the button closes the menu', async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    // Behind an open menu the page is hidden from a screen reader, not from a mouse.
    await page.getByRole('button', { name: 'Export', exact: true, includeHidden: true }).click();
    await expect(page.getByRole('dialog', { name: 'Export' })).toHaveCount(0);
  });

  await test.step('only what is selected', async () => {
    await page.getByRole('checkbox', { name: 'Select contoso-mobile' }).check();
    const { text } = await saved(page, /^CSV/);
    expect(rowsOf(text.slice(1)).map(([service]) => service)).toEqual(['Service', 'contoso-mobile']);
  });
});

test('the result of a check is exported line by line, and as JSON with its version', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await signInAs(admin, `/check?id=${idOf(sandbox, 'contoso-pay-prod')}`);
  await page.getByRole('textbox', { name: /^Your list/ }).fill('198.51.100.24\n"=1+1",192.0.2.7\n');
  await expect(page.getByRole('heading', { name: '1 of 2 needed addresses is missing.' })).toBeVisible();
  const save = async (entry: RegExp) => {
    await page.getByRole('button', { name: 'Export result' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: entry }).click(),
    ]);
    return readFile(await download.path(), 'utf8');
  };
  const csv = await save(/^CSV/);
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(rowsOf(csv.slice(1)).map(([line, text, verdict]) => [line, text, verdict])).toEqual([
    ['Line', 'Text', 'Verdict'],
    ['', '198.51.100.62/32', 'missing'],
    ['1', '198.51.100.24', 'covered'],
    ['2', '192.0.2.7', 'unknown'],
  ]);
  expect(JSON.parse(await save(/^JSON/))).toMatchObject({
    schemaVersion: 1,
    answer: { title: '1 of 2 needed addresses is missing.' },
    list: {
      entries: [
        { line: 1, verdict: 'covered' },
        { line: 2, verdict: 'unknown' },
      ],
    },
  });
});
