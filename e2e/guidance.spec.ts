import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { expectToFit } from './page-width.ts';

const production = '6f2b0c1e-47aa-4d0b-9c58-2a1d7e905b13';
const platform = '0b7d4e52-91c3-4f68-a2de-5c80f3b1697a';
const admin = 'admin@contoso.com';

function guidanceOf(subscription: string, group: string, name: string, query = ''): string {
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.ApiManagement/service/${name}?tab=guidance${query}`;
}

const apiProd = (query = '') => guidanceOf(production, 'rg-apim-prod', 'contoso-api-prod', query);
const question = (page: Page, name: string) => page.getByRole('radio', { name });
const ruleText = (page: Page) => page.getByRole('region', { name: /^Rule text, / });
const entries = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('cell') });
const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('an Internal service answers every question, and the link names question and format', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin, apiProd('&for=private-back-ends'));
  await expect(
    page.getByRole('heading', { name: 'Allow the whole subnet range of each region.' }),
  ).toBeVisible();
  await expect(entries(page)).toHaveCount(3);
  await expect(entries(page).first()).toContainText('10.20.1.0/27');
  await expect(entries(page).first()).toContainText('vnet-hub-weu / snet-apim-weu, addressPrefix');
  await expect(page.getByText('East US: route table on the subnet.')).toBeVisible();
  await expect(ruleText(page)).toContainText('az network nsg rule create');

  await page.getByRole('radio', { name: 'Bicep' }).check();
  await expect(page).toHaveURL(/tab=guidance&for=private-back-ends&format=bicep/);
  await expect(ruleText(page)).toContainText('Microsoft.Network/networkSecurityGroups');

  await question(page, 'Clients to the service').check();
  await expect(page).toHaveURL(/tab=guidance&format=bicep$/);
  await expect(page.getByRole('heading', { name: 'Allow the private VIP of each region.' })).toBeVisible();
  await expect(page.getByText('The public IP is for management alone.')).toBeVisible();

  await question(page, 'Azure management').check();
  await expect(entries(page).first()).toContainText('TCP 3443');
});

test('what is copied is the rule text as it is shown, with its warnings and its time', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin, apiProd('&for=private-back-ends&format=plain'));
  await page.getByRole('checkbox', { name: /Bare addresses/ }).check();
  await page.getByRole('button', { name: 'Copy rules' }).click();
  const text = await readClipboard(page);
  expect(text).toMatch(/^# contoso-api-prod, Premium, VNet mode Internal, as of \d{4}-\d\d-\d\d/);
  expect(text).toContain('# WARNING East US: Route table rt-hub-eus');
  expect(text).toContain('\n10.20.1.0/27\n10.21.1.0/27\n10.40.1.0/28\n');
  expect(await ruleText(page).textContent()).toBe(text);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('contoso-api-prod-apim-addresses.txt');
});

test('bare addresses lose their /32', async ({ page, signInAs }) => {
  await signInAs(admin, guidanceOf(platform, 'rg-hr', 'contoso-hr', '&format=plain'));
  await expect(ruleText(page)).toContainText(/\n198\.51\.100\.\d+\/32\n/);
  await page.getByRole('checkbox', { name: /Bare addresses/ }).check();
  await expect(ruleText(page)).not.toContainText('/32');
  await expect(ruleText(page)).toContainText(/\n198\.51\.100\.\d+\n/);
});

test('the gateway name has no record until the reader chooses its region', async ({ page, signInAs }) => {
  await signInAs(admin, apiProd('&for=dns&format=plain'));
  await expect(ruleText(page)).toBeVisible();
  await expect(ruleText(page)).not.toContainText('api.contoso.com. IN A');
  await page.getByLabel('Region for the gateway name', { exact: true }).selectOption({ label: 'East US' });
  await expect(ruleText(page)).toContainText('api.contoso.com. IN A 10.40.1.5');
  await expect(page.getByText('No balancing between regions.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'NSG (az)' })).toBeDisabled();
  await expect(page.getByText(/NSG \(az\): .*cannot hold DNS records/)).toBeVisible();
});

test('a shared tier gives the tag of its region, the ranges behind it and a warning', async ({
  page,
  signInAs,
}) => {
  await signInAs(
    admin,
    guidanceOf(platform, 'rg-serverless', 'contoso-telemetry', '&for=internet-back-ends'),
  );
  await expect(page.getByRole('heading', { name: 'This service has no address of its own.' })).toBeVisible();
  // Switzerland West is one of the regions whose tag is not spelled as the region.
  await expect(entries(page)).toContainText('AzureCloud.switzerlandw');
  await expect(entries(page)).toContainText('Shared');
  await expect(page.getByText('Other customers share these ranges.')).toBeVisible();
  await expect(page.getByText('Do not use the ApiManagement tag for this.')).toBeVisible();
  await expect(page.getByText(/\d+ ranges: \d+ IPv4, \d+ IPv6\. Change number \d+/)).toBeVisible();

  await page.getByRole('radio', { name: 'Plain' }).check();
  await expect(ruleText(page)).toContainText(':');
  await page
    .getByRole('region', { name: /Ranges behind/ })
    .getByRole('radio', { name: 'IPv4' })
    .check();
  const values = ((await ruleText(page).textContent()) ?? '')
    .split('\n')
    .filter(line => /^[0-9a-f]/.test(line));
  expect(values.length).toBeGreaterThan(0);
  expect(values.filter(line => line.includes(':'))).toEqual([]);

  await question(page, 'Clients to the service').check();
  await expect(page.getByRole('heading', { name: 'Allow the host name, not an address.' })).toBeVisible();
});

for (const { name, group, for: purpose, why } of [
  {
    name: 'contoso-treasury',
    group: 'rg-treasury',
    for: 'internet-back-ends',
    why: /VirtualAppliance 10\.50\.4\.4/,
  },
  {
    name: 'contoso-fraud',
    group: 'rg-payments',
    for: 'internet-back-ends',
    why: /203\.0\.113\.31.*203\.0\.113\.30/,
  },
  {
    name: 'contoso-vault',
    group: 'rg-vault',
    for: 'private-back-ends',
    why: /the right Microsoft\.Network\/virtualNetworks\/subnets\/read is missing/,
  },
]) {
  test(`no rule is printed for ${purpose} of ${name}, and the reason stands there`, async ({
    page,
    signInAs,
  }) => {
    await signInAs(admin, guidanceOf(production, group, name, `&for=${purpose}`));
    await expect(page.getByRole('heading', { name: 'There is no safe answer.' })).toBeVisible();
    await expect(page.getByText(why).first()).toBeVisible();
    await expect(page.getByText('No rule is printed.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Copy rules' })).toHaveCount(0);
    for (const format of ['NSG (az)', 'Bicep', 'Terraform', 'IP group', 'Plain', 'CSV'])
      await expect(page.getByRole('radio', { name: format, exact: true })).toBeDisabled();
    await page.getByRole('radio', { name: 'JSON' }).check();
    await expect(ruleText(page)).toContainText('"entries": []');
    await expect(ruleText(page)).not.toContainText('"cidr"');
  });
}

test('a subnet that cannot be read costs its own answers and no other', async ({ page, signInAs }) => {
  await signInAs(admin, guidanceOf(production, 'rg-vault', 'contoso-vault'));
  await expect(page.getByRole('heading', { name: 'Allow the private VIP of each region.' })).toBeVisible();
  await expect(ruleText(page)).toContainText("'10.55.0.5/32'");
});

test('a link with a question or format of another version says so and shows the default', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin, apiProd('&for=moon&format=pf'));
  await expect(page.getByText(/moon/)).toBeVisible();
  await expect(page.getByText(/pf/).first()).toBeVisible();
  await expect(question(page, 'Clients to the service')).toBeChecked();
  await expect(page.getByRole('radio', { name: 'NSG (az)' })).toBeChecked();
});

test('the support summary is copied as text and as Markdown, with nothing of people in it', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin, apiProd());
  await expect(ruleText(page)).toBeVisible();
  await page.getByRole('button', { name: 'Copy support summary' }).click();
  await page.getByRole('menuitem', { name: 'Plain text' }).click();
  await expect.poll(() => readClipboard(page)).toContain('VNet mode');
  const text = await readClipboard(page);
  for (const fact of [
    'contoso-api-prod',
    'Premium, 6 units',
    'Internal',
    '10.20.1.0/27',
    'Enabled',
    'Correlation ids',
  ])
    expect(text).toContain(fact);
  expect(text).toMatch(/Network +(?!not checked).+/);
  expect(text).not.toMatch(/@|admin/i);
  expect(text).toMatch(/Correlation ids +[0-9a-f-]{36}/);
  expect(text).toMatch(/Page +http:\/\/localhost:\d+\/subscriptions\/.*\/contoso-api-prod/);
  await page.getByRole('button', { name: 'Copy support summary' }).click();
  await page.getByRole('menuitem', { name: 'Markdown' }).click();
  await expect.poll(() => readClipboard(page)).toMatch(/^### contoso-api-prod/);
});

test('one allowlist for chosen services holds each value once and names what is not known', async ({
  page,
  signInAs,
}) => {
  await signInAs(admin, '/?q=contoso-&vnet=Internal');
  await page.getByRole('checkbox', { name: /all/i }).first().check();
  await page.getByRole('button', { name: 'Allowlist' }).click();
  const sheet = page.getByRole('dialog', { name: /^Allowlist for \d+ services/ });
  await expect(sheet.getByText(/The list cannot be complete/)).toBeVisible();
  const text = ruleText(page);
  await expect(text).toContainText('# Service to private back ends');
  await expect(text).toContainText('10.20.1.0/27');
  await expect(text).toContainText(/NOT KNOWN .*contoso-vault/);
  await sheet.getByRole('button', { name: 'Copy rules' }).click();
  const lines = (await readClipboard(page)).split('\n').filter(line => /^\d/.test(line));
  expect(new Set(lines).size).toBe(lines.length);
  await expectAccessible(page, 'the allowlist of many services');
});

test('reading for an allowlist can be cancelled, and no part of a list is shown then', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await signInAs(admin, '/?q=contoso-');
  await page.getByRole('checkbox', { name: /all/i }).first().check();
  sandbox.controls.arm.addFault({ kind: 'slow', ms: 3_000, path: 'serviceTagDetails' });
  await page.getByRole('button', { name: 'Allowlist' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText(/Cancelled after \d+ of \d+ services/)).toBeVisible();
  await expect(ruleText(page)).toHaveCount(0);
});

for (const [state, address] of [
  ['an answer with a warning', apiProd('&for=private-back-ends')],
  [
    'a shared tier',
    guidanceOf(platform, 'rg-serverless', 'contoso-events', '&for=internet-back-ends&format=plain'),
  ],
  ['no safe answer', guidanceOf(production, 'rg-treasury', 'contoso-treasury', '&for=internet-back-ends')],
] as const) {
  test(`${state} is accessible in every theme, and on a phone`, async ({ page, signInAs }) => {
    // Six scans of axe: on a busy machine they take longer than any other test.
    test.slow();
    await signInAs(admin, address);
    await expect(page.getByRole('heading', { name: 'Before you rely on it' })).toBeVisible();
    await expectAccessible(page, state);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page, `${state}, phone`);
    await expectToFit(page, 390);
  });
}
