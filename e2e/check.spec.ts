import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { expectToFit } from './page-width.ts';
import { plantedList } from './planted-list.ts';
import type { Sandbox } from './sandbox/start.ts';
import { serviceId } from './sandbox/world/model.ts';
import { exportedAt, serveTeamFile } from './team-file.ts';

const admin = 'admin@contoso.com';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

function checkOf(sandbox: Sandbox, names: readonly string[], rest = ''): string {
  const services = sandbox.world.services.all().filter(({ name }) => names.includes(name));
  expect(services).toHaveLength(names.length);
  return `/check?${services.map(service => `id=${serviceId(service)}`).join('&')}${rest}`;
}

const list = (page: Page) => page.getByRole('textbox', { name: /^Your list/ });
const answer = (page: Page) =>
  page.getByRole('region', { name: 'Result' }).getByRole('heading', { level: 2 });
const section = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'What was found' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) });
const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function copyCorrected(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('button', { name: 'Copy corrected list' }).click();
  await expect.poll(() => readClipboard(page)).not.toBe('');
  return readClipboard(page);
}

/** `line: verdict` of every line that the table of the page tells of. */
async function verdicts(page: Page): Promise<readonly string[]> {
  await page.getByText('Line by line, as a table').click();
  const rows = page.getByRole('region', { name: 'Your list' }).getByRole('row');
  return rows.evaluateAll(all =>
    all.slice(1).map(row => {
      const [line, , verdict] = [...row.children].map(cell => cell.textContent);
      return `${line}: ${verdict}`;
    }),
  );
}

test('a list of 200 lines with planted missing, stale, wide and foreign entries is judged exactly', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await serveTeamFile(page, sandbox, { body: exportedAt(sandbox.history(), new Date().toISOString()) });
  await signInAs(admin, checkOf(sandbox, ['contoso-api-prod', 'contoso-pay-prod']));
  const { text, expected, foreign } = plantedList();
  await list(page).fill(text);

  await test.step('the answer counts what is planted', async () => {
    await expect(answer(page)).toHaveText('2 of 5 needed addresses are missing.');
    await expect(page.getByText('200 lines, 189 entries, plain text')).toBeVisible();
    await expect(section(page, 'Stale')).toContainText('3, formerly ours');
    await expect(section(page, 'Wider than needed')).toContainText('needed: 198.51.100.24');
    await expect(section(page, 'Covered')).toContainText('3 of 5, 1 of them by a wider entry');
    await expect(section(page, 'Unknown')).toContainText(`${foreign}, always kept`);
    const missing = section(page, 'Missing').getByRole('listitem');
    await expect(missing).toHaveText([
      /^198\.51\.100\.62contoso-pay-prod, Germany North, outbound IP/,
      /^203\.0\.113\.18contoso-api-prod, West Europe, outbound IP/,
    ]);
  });

  await test.step('each line has its verdict', async () => {
    expect(
      (await verdicts(page)).map(verdict => verdict.replaceAll(/\d+ [A-Z][a-z]{2} \d{4}/g, 'DATE')),
    ).toEqual(expected);
  });

  await test.step('the corrected list only adds', async () => {
    const lines = (await copyCorrected(page)).split('\n');
    const added = ['203.0.113.18', '198.51.100.62'];
    expect(lines.filter(line => !added.includes(line)).join('\n')).toBe(text);
    expect(lines).toEqual(expect.arrayContaining(added));
  });

  await test.step('a ticked class goes, and what a service has now stays all the same', async () => {
    for (const name of ['Stale', 'Not needed', 'Wider than needed'])
      await section(page, name).getByRole('checkbox').check();
    const lines = (await copyCorrected(page)).split('\n');
    for (const gone of ['203.0.113.7/32', '203.0.113.61', '198.51.100.20', '198.51.100.0/27'])
      expect(lines).not.toContain(gone);
    for (const kept of ['203.0.113.74', '192.0.2.40/31', '10.20.1.5', '198.51.100.24'])
      expect(
        lines.filter(line => line.startsWith(kept)),
        kept,
      ).toHaveLength(1);
    await expect(page.getByText(/ticked lines? stays?/)).toBeVisible();
  });
});

/** Lets go of a file over the list, as a hand does. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await expect(list(page)).toBeVisible();
  const dataTransfer = await page.evaluateHandle(
    file => {
      const data = new DataTransfer();
      data.items.add(new File([file.text], file.name));
      return data;
    },
    { name, text },
  );
  await list(page).dispatchEvent('dragover', { dataTransfer });
  await list(page).dispatchEvent('drop', { dataTransfer });
}

const nsgRule = (name: string, priority: number, parts: object) => ({
  name,
  priority,
  access: 'Allow',
  direction: 'Inbound',
  protocol: 'Tcp',
  sourceAddressPrefix: null,
  sourceAddressPrefixes: [],
  sourcePortRange: '*',
  destinationAddressPrefix: 'VirtualNetwork',
  destinationPortRange: '443',
  ...parts,
});

test('an NSG export is dropped and a file opened, and a file that is no list costs nothing', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await signInAs(admin, checkOf(sandbox, ['contoso-api-prod'], '&for=management'));
  await test.step('the service tags of the dropped rules are understood', async () => {
    const rules = [
      nsgRule('apim', 100, { sourceAddressPrefix: 'ApiManagement', destinationPortRange: '3443' }),
      nsgRule('probe', 110, { sourceAddressPrefix: 'AzureLoadBalancer', destinationPortRange: '8080' }),
      nsgRule('rest', 4096, { access: 'Deny', sourceAddressPrefix: '*', destinationPortRange: '*' }),
    ];
    await drop(page, 'nsg.json', JSON.stringify(rules, null, 2));
    await expect(answer(page)).toHaveText('1 of 2 needed values is missing.');
    await expect(section(page, 'Missing').getByRole('listitem')).toHaveText([/^AzureLoadBalancer/]);
    await section(page, 'Covered').getByRole('button', { name: 'Show Covered' }).click();
    await expect(section(page, 'Covered')).toContainText('ApiManagement');
  });

  await test.step('a file that is too large leaves the list as it is', async () => {
    const before = await list(page).inputValue();
    await page.setInputFiles('input[type=file]', {
      name: 'image.iso',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(2_000_001),
    });
    await expect(page.getByRole('alert')).toHaveText('image.iso is larger than 2 MB: that is no rule list.');
    await expect(list(page)).toHaveValue(before);
  });

  await test.step('a file is opened by the button, too', async () => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a file' }).click();
    await (await chooser).setFiles({
      name: 'rules.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('name,source,port\nmanagement,ApiManagement,3443\nprobe,AzureLoadBalancer,6390\n'),
    });
    await expect(page.getByText(/^3 lines, 2 entries, CSV$/)).toBeVisible();
    await expect(answer(page)).toHaveText('All 2 needed values are covered.');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});

for (const { service, why } of [
  { service: 'contoso-telemetry', why: 'It has no address of its own' },
  { service: 'contoso-treasury', why: /VirtualAppliance 10\.50\.4\.4/ },
])
  test(`no list is complete for the internet back ends of ${service}, and the reason stands there`, async ({
    page,
    sandbox,
    signInAs,
  }) => {
    await signInAs(admin, checkOf(sandbox, [service]));
    await list(page).fill('any');
    await expect(answer(page)).toHaveText('This list cannot be complete.');
    await expect(section(page, 'Not known')).toContainText(why);
  });

test('a link holds the question and nothing of the list, which never leaves the browser', async ({
  page,
  sandbox,
  signInAs,
}) => {
  const sent: string[] = [];
  page.on('request', request => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await signInAs(admin, checkOf(sandbox, ['contoso-api-prod']));
  await list(page).fill('100.70.77.5\n203.0.113.18\n203.0.113.74\nold-partner.example\n');
  await expect(answer(page)).toHaveText('1 of 3 needed addresses is missing.');
  await page.getByRole('button', { name: 'Add a service' }).click();
  const picker = page.getByRole('dialog', { name: 'Add a service' });
  await picker.getByRole('searchbox').fill('contoso-pay-prod');
  await picker.getByRole('searchbox').press('Enter');
  await expect(picker).toHaveCount(0);
  await expect(answer(page)).toHaveText('3 of 5 needed addresses are missing.');
  await page.getByRole('button', { name: 'Export result' }).click();
  await page.getByRole('button', { name: /^Copy link/ }).click();
  await expect.poll(() => readClipboard(page)).toContain('/check?');
  const link = await readClipboard(page);

  await page.reload();
  await expect(list(page)).toHaveValue('');
  await page.goto(link);
  await expect(answer(page)).toHaveText('5 values are needed.');
  await expect(page.getByRole('button', { name: 'Remove contoso-pay-prod' })).toBeVisible();
  for (const text of ['100.70.77.5', 'old-partner']) {
    expect(link).not.toContain(text);
    expect(sent.filter(one => one.includes(text))).toEqual([]);
  }
});

test('the check is accessible in every theme, empty and judged, on a desk and on a phone', async ({
  page,
  sandbox,
  signInAs,
}) => {
  // Twelve scans of axe: on a busy machine they take longer than any other test.
  test.slow();
  await signInAs(admin, '/check');
  await expect(answer(page)).toHaveText('Choose the services that this list is for.');
  await expectAccessible(page, 'nothing chosen');
  await page.goto(checkOf(sandbox, ['contoso-api-prod', 'contoso-telemetry']));
  await list(page).fill('# rules\n203.0.113.0/24\n10.20.1.5\n8.8.8.8\n203.0.113.999\n');
  await expect(answer(page)).toHaveText(/missing/);
  await page.getByText('Line by line, as a table').click();
  await expectAccessible(page, 'judged');
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page, 'judged, phone');
  await expectToFit(page, 390);
});
