import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { expectToFit } from './page-width.ts';
import type { Sandbox } from './sandbox/start.ts';
import { serviceId } from './sandbox/world/model.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const admin = 'admin@contoso.com';

const question = (page: Page) => page.getByRole('textbox', { name: 'What to find' });
const answers = (page: Page) => page.getByRole('main').getByRole('region');
const answer = (page: Page, name: string | RegExp) =>
  answers(page).filter({ has: page.getByRole('heading', { level: 2, name }) });
const rowOf = (page: Page, name: string | RegExp) => page.getByRole('row', { name });

function idOf(sandbox: Sandbox, name: string): string {
  const service = sandbox.world.services.all().find(one => one.name === name);
  if (!service) throw new Error(`The sandbox has no ${name}`);
  return serviceId(service);
}

/** Counts what is asked of Azure, by what stands in the address or in the query. */
function countReads(page: Page): (kind: RegExp) => number {
  const urls: string[] = [];
  page.on('request', request => {
    if (request.method() !== 'OPTIONS') urls.push(`${request.url()} ${request.postData() ?? ''}`);
  });
  return kind => urls.filter(url => kind.test(url)).length;
}

/** What one question is answered with: the sentence, then rows as `role | found | service`. */
type Case = {
  readonly role: string;
  readonly asked: string;
  readonly sentence: string | RegExp;
  readonly details?: string | RegExp;
  readonly row?: readonly (string | RegExp)[];
};

const roles: readonly Case[] = [
  {
    role: 'a public and outbound IP',
    asked: '198.51.100.24',
    sentence: '198.51.100.24 is the public IP and outbound IP of contoso-pay-prod in Germany West Central.',
    row: [
      'Public IP and outbound IP',
      '198.51.100.24',
      'contoso-pay-prod',
      'External',
      'Germany West Central',
    ],
  },
  {
    role: 'a public IP that is not for clients',
    asked: '203.0.113.18',
    sentence: '203.0.113.18 is the public IP and outbound IP of contoso-api-prod in West Europe.',
    row: ['clients do not connect to it', '203.0.113.18', 'contoso-api-prod', 'Internal', 'West Europe'],
  },
  {
    role: 'an outbound IP in a prefix',
    asked: '203.0.113.26',
    sentence: '203.0.113.26 lies in 203.0.113.24/30, the outbound IP of contoso-retail in France Central.',
    row: ['Outbound IP', '203.0.113.24/30', 'contoso-retail'],
  },
  {
    role: 'an address that is reported and not dedicated',
    asked: '192.0.2.158',
    sentence: 'Azure reports 192.0.2.158 for contoso-quirk in West Europe, where it is not dedicated.',
    row: ['Reported, not dedicated', '192.0.2.158', 'contoso-quirk'],
  },
  {
    role: 'a shared tier: could be',
    asked: '192.0.2.208',
    sentence: /^192\.0\.2\.208 is nobody’s own here; it could be \d+ services on shared addresses\.$/,
    details:
      'No service that you may read is known to have it now. It lies in AzureCloud.westeurope, the public ranges of Azure in West Europe. Other service tags were not looked up.',
    row: ['Could be, shared', 'AzureCloud.westeurope', 'contoso-catalog'],
  },
  {
    role: 'Azure’s, in a region in use',
    asked: '198.51.100.218',
    sentence: '198.51.100.218 is not one of yours.',
    details:
      'It lies in AzureCloud.koreacentral, the public ranges of Azure in Korea Central. Other service tags were not looked up.',
  },
  {
    role: 'API Management’s own',
    asked: '203.0.113.250',
    sentence: '203.0.113.250 is not one of yours.',
    details:
      'It lies in ApiManagement, the addresses from which Azure manages API Management services. Other service tags were not looked up.',
  },
  {
    role: 'nobody’s that is known',
    asked: '8.8.8.8',
    sentence: '8.8.8.8 is not one of yours.',
    details:
      /^It lies in none of the \d+ service tags of Azure that were looked up\. Other service tags were not looked up\.$/,
  },
  {
    role: 'a private VIP',
    asked: '10.20.1.5',
    sentence: '10.20.1.5 is the private VIP of contoso-api-prod in West Europe.',
    row: ['Private VIP', '10.20.1.5', 'contoso-api-prod', 'Internal'],
  },
  {
    role: 'inside a subnet range',
    asked: '10.60.6.9',
    sentence: '10.60.6.9 lies in the subnet range 10.60.6.0/28 of contoso-int-test in West Europe.',
    details: /could not be read: it may be there/,
    row: ['Inside the subnet range', '10.60.6.0/28', 'contoso-int-test'],
  },
  {
    role: 'inside a subnet range, IPv6',
    asked: '[FD00:65:0::5]:443',
    sentence: 'fd00:65::5 lies in the subnet range fd00:65::/64 of contoso-bulk in Canada Central.',
    row: ['Inside the subnet range', 'fd00:65::/64', 'contoso-bulk'],
  },
  {
    role: 'the beginning of an address',
    asked: '203.0.113.x',
    sentence: /^203\.0\.113\.x \(203\.0\.113\.0\/24\) holds \d+ addresses of \d+ services\.$/,
    row: ['Public IP', '203.0.113.18', 'contoso-api-prod'],
  },
  {
    role: 'a range with a hyphen',
    asked: '198.51.100.20 – 198.51.100.30',
    sentence:
      '198.51.100.20-198.51.100.30 holds 198.51.100.24, the public IP and outbound IP of contoso-pay-prod in Germany West Central.',
  },
  { role: 'no address', asked: '300.1.1.1', sentence: '“300.1.1.1” is not a valid address or range.' },
];

/** What is before it in the list needs no subnet and no service tag. */
const firstOpen = 'a shared tier: could be';

async function expectAnswer(page: Page, { asked, sentence, details, row }: Case): Promise<void> {
  await question(page).fill(asked);
  await expect(page.getByRole('heading', { level: 2, name: sentence })).toBeVisible();
  const section = answer(page, sentence);
  if (details !== undefined) await expect(section.getByRole('paragraph')).toHaveText(details);
  const cells = section.getByRole('row').nth(1);
  for (const text of row ?? []) await expect(cells).toContainText(text);
}

test('an address says what it is to a service, and what it is where no service has it', async ({
  page,
  signInAs,
}) => {
  const reads = countReads(page);
  await signInAs(admin, '/find');
  await expect(question(page)).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: /^Looks through/ })).toBeVisible();
  for (const one of roles) {
    await test.step(one.role, async () => {
      if (one.role === firstOpen) expect([reads(/subnets/i), reads(/serviceTag/)]).toEqual([0, 0]);
      await expectAnswer(page, one);
    });
  }
  expect(reads(/subnets/i)).toBeGreaterThan(0);
  // Each tag by its name; never the list of all.
  expect(reads(/\/serviceTagDetails\?(?!.*tagName=)/)).toBe(0);
  expect(reads(/\/serviceTags\?/)).toBe(0);

  await test.step('what could not be read, by name and with the reason', async () => {
    await question(page).fill('10.60.6.9');
    const which = page.getByText('Which could not be read, and why');
    await which.click();
    await expect(
      page.getByText(
        /^Subnet snet-vault of vnet-lab-kc in rg-lab-network could not be read: the right .+ is missing\.$/,
      ),
    ).toBeVisible();
    await page.getByRole('button', { name: /^Problems: / }).click();
    await expect(page.getByRole('dialog')).toContainText('Could not query a subnet: snet-vault');
    await page.keyboard.press('Escape');
  });

  await test.step('for everybody, at every width', async () => {
    await question(page).fill('192.0.2.208\n203.0.113.18\n10.20.1.5\n8.8.8.8\n300.1.1.1');
    await expect(page.getByText('2 of 5 found.')).toBeVisible();
    await expectAccessible(page, 'answers of every kind');
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByRole('list', { name: /^10\.20\.1\.5 is/ })).toBeVisible();
    await expectToFit(page, 390);
    await expectAccessible(page, 'answers on a phone');
  });
});

const api = 'contoso-api-prod';
const names: readonly (readonly [asked: string, sentence: string | RegExp])[] = [
  ['https://API.contoso.com/orders?x=1', `api.contoso.com is the gateway host name of ${api}.`],
  [`${api}.azure-api.net`, `${api}.azure-api.net is the gateway host name of ${api}.`],
  [
    `${api}-westeurope-01.regional.azure-api.net`,
    `${api}-westeurope-01.regional.azure-api.net is the regional gateway host name of ${api}.`,
  ],
  [
    `${api}.management.azure-api.net`,
    `${api}.management.azure-api.net is the management host name of ${api}.`,
  ],
  [`${api}.portal.azure-api.net`, `${api}.portal.azure-api.net is the portal host name of ${api}.`],
  ['nobody.example', 'No service that you may read has the host name nobody.example.'],
  ['contoso-arch', 'contoso-archive is one of your services.'],
  ['CONTOSO-ARCHIVE', 'contoso-archive is one of your services.'],
  ['fabrikam', /^fabrikam fits \d+ services\.$/],
];

test('a name, an id, a link or several things at once find their services; the page’s address says what was asked', async ({
  page,
  sandbox,
  signInAs,
}) => {
  const id = idOf(sandbox, api);
  await signInAs(admin, '/find?q=10.10&unknown=1');
  await expect(question(page)).toHaveValue('10.10');
  await expect(page.getByRole('heading', { level: 2, name: /^10\.10 \(10\.10\.0\.0\/16\)/ })).toBeVisible();
  for (const [asked, sentence] of names) await expectAnswer(page, { role: '', asked, sentence });
  const links = [
    id.toUpperCase(),
    `https://portal.azure.com/#@contoso.com/resource${id}/overview`,
    `https://portal.azure.com/#view/x/ResourceId/resourceId/${encodeURIComponent(id)}/tab/y`,
    `${sandbox.appOrigin}${id}?tab=network`,
  ];
  for (const asked of links)
    await expectAnswer(page, { role: '', asked, sentence: `${api} is one of your services.` });

  await test.step('what stands in a network, and what uses a public IP', async () => {
    const { regions } = sandbox.world.services.all().find(({ name }) => name === api) ?? { regions: [] };
    const subnet = regions[0]?.subnetId ?? '';
    await expectAnswer(page, {
      role: '',
      asked: subnet,
      sentence: `${api} stands in subnet ${subnet.split('/').pop()}.`,
    });
  });

  await test.step('the sentence of a ticket', async () => {
    await question(page).fill('Calls from 198.51.100.24 to api.contoso.com, and from contoso-hr');
    await expect(page.getByText('3 of 3 found.')).toBeVisible();
    await expect(answer(page, 'contoso-hr is one of your services.')).toBeVisible();
  });

  await test.step('a list that is pasted into the top bar', async () => {
    await page.goto('/settings');
    const box = page.getByRole('searchbox', { name: /^Find/ });
    await box.focus();
    await page.evaluate(() => navigator.clipboard.writeText('198.51.100.24\n203.0.113.18\n198.51.100.77'));
    await page.keyboard.press('Control+v');
    await expect(page.getByText('3 of 3 found.')).toBeVisible();
    await expect(question(page)).toHaveValue('198.51.100.24\n203.0.113.18\n198.51.100.77');
  });

  await test.step('the address of the page: loaded anew it asks the same, and Back leaves as one came', async () => {
    await question(page).fill('contoso-hr');
    await expect(page).toHaveURL(/\/find\?q=contoso-hr$/);
    await page.reload();
    await expect(
      page.getByRole('heading', { level: 2, name: 'contoso-hr is one of your services.' }),
    ).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(/\/settings$/);
  });
});

test('private networks that overlap, and addresses of the past, with all who come into question', async ({
  page,
  sandbox,
  signInAs,
}) => {
  const dev = idOf(sandbox, 'contoso-int-test');
  const { regions } = sandbox.world.services.all().find(({ name }) => name === api) ?? { regions: [] };
  sandbox.controls.arm.mutate({
    kind: 'move-subnet',
    service: dev,
    region: 'westeurope',
    subnetId: regions[0]?.subnetId ?? '',
    addresses: { westeurope: { private: ['10.20.1.5'] } },
  });
  await signInAs(admin, `${idOf(sandbox, 'contoso-erp-legacy')}?tab=timeline`);
  await expect(page.getByText(/^Recorded on this device since/)).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.setInputFiles('input[type=file]', {
    name: 'history.jsonl',
    mimeType: 'text/plain',
    buffer: Buffer.from(sandbox.history()),
  });
  await expect(page.getByText(/^Imported/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type('192.0.2.8');
  await page.keyboard.press('Enter');
  await test.step('a former address, with its interval', async () => {
    const was =
      /^192\.0\.2\.8 was the public IP of contoso-erp-legacy in West US 2, (until|last seen) \d+ \w{3} \d{4}\.$/;
    await expect(page.getByRole('heading', { level: 2, name: was })).toBeVisible();
    await expect(answer(page, was)).toContainText('No service that you may read is known to have it now.');
    await expect(rowOf(page, /Former public IP/)).toContainText(/\d+ \w{3} \d{4} to \d+ \w{3} \d{4}/);
  });
  await test.step('a former private VIP before the subnet range that holds it', async () => {
    await question(page).fill('10.21.1.5');
    const was =
      /^10\.21\.1\.5 was the private VIP of contoso-api-prod in North Europe, (until|last seen) \d+ \w{3} \d{4}\.$/;
    await expect(page.getByRole('heading', { level: 2, name: was })).toBeVisible();
    await expect(answer(page, was)).toContainText(
      'It lies in the subnet range 10.21.1.0/27 of contoso-api-prod',
    );
    await expect(answer(page, was).getByRole('row').nth(1)).toContainText('Former private VIP');
    await expect(answer(page, was).getByRole('row').nth(2)).toContainText('Inside the subnet range');
  });
  await test.step('one private VIP of two services', async () => {
    await question(page).fill('10.20.1.5');
    await expect(
      page.getByRole('heading', { name: '10.20.1.5 is an address of 2 services: their networks overlap.' }),
    ).toBeVisible();
    await expect(rowOf(page, /Private VIP/)).toHaveCount(2);
  });
  await test.step('one range of two services', async () => {
    await question(page).fill('10.20.1.9');
    await expect(
      page.getByRole('heading', { name: '10.20.1.9 lies in 2 ranges of 2 services.' }),
    ).toBeVisible();
    await expect(rowOf(page, /Inside the subnet range.*contoso-api-prod/)).toBeVisible();
    await expect(rowOf(page, /Inside the subnet range.*contoso-int-test/)).toBeVisible();
  });
});

test('from an address in a ticket to the service and its VNet status: at most 25 keys, no mouse', async ({
  page,
  sandbox,
  signInAs,
}) => {
  sandbox.controls.arm.mutate({
    kind: 'change-public-ip',
    service: idOf(sandbox, api),
    region: 'westeurope',
    addresses: { westeurope: { public: ['137.117.40.50'] } },
  });
  await signInAs(admin);
  await expect(page.getByRole('grid', { name: /services/i })).toContainText('137.117.40.50');
  let presses = 0;
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) {
      presses++;
      await page.keyboard.press(key);
    }
  };

  await press('/', ...'137.117.x.x', 'Enter');
  await expect(question(page)).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('link', { name: api })).toBeFocused();
  await expect(rowOf(page, /137\.117\.40\.50/)).toContainText('Internal');
  await press('Tab');
  await expect(page.getByRole('link', { name: 'network status' })).toBeFocused();
  await press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: api })).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Facts about the service' }).getByText('Internal', { exact: true }),
  ).toBeVisible();
  await expect(
    page.getByRole('heading', { name: 'North Europe cannot reach two dependencies that it needs.' }),
  ).toBeVisible();
  expect(presses).toBeLessThanOrEqual(25);
});
