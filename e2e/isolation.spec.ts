import type { Page } from '@playwright/test';
import { expect, signIn, test } from './fixtures.ts';
import { contoso, fabrikam } from './sandbox/tenants.ts';
import { sandboxUsers } from './sandbox/users.ts';
import { readStored } from './stored.ts';

declare global {
  interface Window {
    /** What was on the page under a tenant, or an account, that it does not belong to. */
    foreign: string[];
  }
}

/** Looks at the page after each change of it: services of one tenant (or account) must not stand under another. */
async function watchRows(
  page: Page,
  rules: readonly { under: string; mustNotShow: string }[],
): Promise<void> {
  await page.addInitScript(list => {
    window.foreign = [];
    new MutationObserver(() => {
      const labels = [...document.querySelectorAll('header button')].map(one =>
        one.getAttribute('aria-label'),
      );
      const shown = document.querySelector('main')?.textContent ?? '';
      for (const { under, mustNotShow } of list) {
        if (!labels.some(label => label !== null && new RegExp(under).test(label))) continue;
        const found = new RegExp(mustNotShow).exec(shown);
        if (found) window.foreign.push(`${found[0]} under ${under}`);
      }
    }).observe(document, { subtree: true, childList: true });
  }, rules);
}

const admin = 'admin@contoso.com';
const reader = 'reader@contoso.com';
const ofContoso = 'contoso-[a-z]+|fabrikam-(orders|claims|portal|eu-hub)';
const ofFabrikam = 'fabrikam-(core-api|shop|functions|lab|next)';
/** Services of Contoso that its reader, who reads one subscription alone, has no right to. */
const beyondReader = 'fabrikam-(orders|claims|portal|eu-hub)';

test('tenants and accounts of one browser never see anything of each other', async ({
  page,
  context,
  sandbox,
  signInAs,
}) => {
  const { arm } = sandbox.controls;
  // Twenty switches that wait for no menu to slide open.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const tokenHosts = new Set<string>();
  context.on('request', request => {
    if (request.headers()['authorization']) tokenHosts.add(new URL(request.url()).origin);
  });
  await watchRows(page, [
    { under: `^Tenant (Fabrikam|${fabrikam.id})`, mustNotShow: ofContoso },
    { under: `^Tenant (Contoso|${contoso.id})`, mustNotShow: ofFabrikam },
    { under: '^Account reader@', mustNotShow: beyondReader },
  ]);
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  const switchTo = async (from: string, to: string) => {
    await page.getByRole('button', { name: `Tenant ${from}` }).press('Enter');
    await page.getByRole('menuitemradio', { name: to }).press('Enter');
    await expect(page.getByRole('button', { name: `Tenant ${to}` })).toBeVisible();
  };
  await signInAs(admin);
  await expect(row('contoso-api-prod')).toBeVisible();

  await test.step('20 switches while the fleet is on its way: each late answer is dropped', async () => {
    const slow = arm.addFault({ kind: 'slow', ms: 20_000, path: 'resourcegraph' });
    arm.clearLog();
    for (let round = 0; round < 10; round++) {
      await switchTo('Contoso', 'Fabrikam');
      await switchTo('Fabrikam', 'Contoso');
    }
    expect(arm.log.filter(one => one.aborted).length).toBeGreaterThanOrEqual(19);
    arm.removeFault(slow);
    await switchTo('Contoso', 'Fabrikam');
    await expect(row('fabrikam-core-api')).toBeVisible();
    await expect(row('contoso-api-prod')).toHaveCount(0);
  });

  await test.step('no request mixed a tenant’s subscription with another tenant’s token', () => {
    const owner = new Map(sandbox.world.allSubscriptions().map(one => [one.id, one.tenantId]));
    const mixed = arm.log.filter(
      one => one.tenant && one.subscription && owner.get(one.subscription) !== one.tenant,
    );
    expect(mixed).toEqual([]);
    expect([...tokenHosts]).toEqual([sandbox.armOrigin]);
  });

  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('row', { name: /fabrikam-core-api/ })).toBeVisible();
  /** The services that one account's history of one tenant names. */
  const recorded = async (tenant: string, username: string) => {
    const account = sandboxUsers.find(one => one.username === username)?.id ?? '';
    const { databases } = await readStored(page);
    const own = Object.entries(databases).filter(([name]) => name.includes(`/${tenant}/${account}`));
    const named = own.flatMap(([, text]) => text.match(/(?<=\/service\/)[\w-]+/gi) ?? []);
    return [...new Set(named.map(name => name.toLowerCase()))].sort().join(' ');
  };
  await test.step('each tenant has a history of its own', async () => {
    await expect.poll(() => recorded(fabrikam.id, admin)).toContain('fabrikam-core-api');
    await expect.poll(() => recorded(contoso.id, admin)).toContain('contoso-api-prod');
    expect(await recorded(fabrikam.id, admin)).not.toMatch(new RegExp(ofContoso));
    expect(await recorded(contoso.id, admin)).not.toMatch(new RegExp(ofFabrikam));
  });

  await test.step('a sign-out reaches the other tab, leaves no token anywhere, and keeps the account’s history', async () => {
    expect(await page.evaluate(() => window.foreign)).toEqual([]);
    const before = await recorded(contoso.id, admin);
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    for (const tab of [page, other]) {
      await expect(tab.getByRole('button', { name: 'Sign in' })).toBeVisible();
      await expect(tab.getByText('fabrikam-core-api')).toHaveCount(0);
      const { local, session, cookies, databases } = await readStored(tab);
      for (const text of [local, session, cookies, ...Object.values(databases)])
        expect(text).not.toMatch(/accesstoken|refreshtoken|idtoken|eyJ[\w-]+\./i);
      expect(`${local}${session}${cookies}`).not.toMatch(/contoso\.com|contoso-api|fabrikam-/);
    }
    expect(await recorded(contoso.id, admin)).toBe(before);
    await other.close();
  });

  await test.step('the next account of this browser starts with nothing of the one before', async () => {
    await signIn(page, reader);
    await expect(row('contoso-api-prod')).toBeVisible();
    await expect.poll(() => recorded(contoso.id, reader)).toContain('contoso-api-prod');
    expect(await recorded(contoso.id, reader)).not.toMatch(new RegExp(beyondReader));
  });
  expect(await page.evaluate(() => window.foreign)).toEqual([]);
});
