import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const fleet = (page: Page) => page.getByRole('grid', { name: /services/i });
const readAnew = (page: Page) => page.getByRole('button', { name: 'Read the services anew' });

test('the policy names the hosts that renewal and reading need: without one the reader is told, and the browser says why', async ({
  page,
  sandbox,
  signInAs,
  withhold,
  violations,
}) => {
  await signInAs('admin@contoso.com', '/?q=contoso');
  await expect(fleet(page)).toBeVisible();
  const renew = async (times: number) => {
    sandbox.controls.login.expireRefreshTokens();
    sandbox.controls.arm.addFault({ kind: 'expired-token', times });
    await readAnew(page).click();
  };

  const authorised = (framed: boolean) =>
    sandbox.controls.login.state.log.filter(
      one => one.kind === 'authorize' && (one.framed ?? false) === framed,
    ).length;

  await test.step('with the headers of a deployment an expired sign-in is renewed in a hidden frame', async () => {
    const prompts = authorised(false);
    await renew(1);
    await expect.poll(() => authorised(true)).toBe(1);
    await expect.poll(() => sandbox.controls.arm.log.at(-1)?.status).toBe(200);
    expect(authorised(false)).toBe(prompts);
    await expect(page.getByRole('button', { name: /Sign in again/ })).toBeHidden();
    expect(violations).toEqual([]);
  });

  await test.step('with the sign-in service taken out of frame-src the reader must act', async () => {
    withhold({ directive: 'frame-src', origin: sandbox.loginOrigin });
    await page.reload();
    await expect(fleet(page)).toBeVisible();
    await renew(8);
    await expect(page.getByRole('button', { name: /Sign in again/ })).toBeVisible();
    await expect(page.getByRole('row', { name: /contoso-api-prod/ })).toBeVisible();
    expect(violations.splice(0).join('\n')).toMatch(/frame-src/);
    sandbox.controls.arm.clearFaults();
  });

  await test.step('with ARM taken out of connect-src nothing is read, and what stands is said to be old', async () => {
    withhold({ directive: 'connect-src', origin: sandbox.armOrigin });
    await page.reload();
    await expect(
      page
        .getByRole('status')
        .filter({ hasText: /could not be reached. You see the services as they were read/ }),
    ).toBeVisible();
    const stopped = violations.splice(0).join('\n');
    expect(stopped).toContain(sandbox.armOrigin);
    expect(stopped).toMatch(/connect-src/);
  });
});

test('every page is sent with the headers of a deployment, and only the redirect page may be framed', async ({
  request,
}) => {
  const headers = async (path: string) => (await request.get(path)).headers();
  const app = await headers('/subscriptions/x?tab=json');
  expect(app['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(app['cross-origin-opener-policy']).toBe('same-origin');
  expect(app['referrer-policy']).toBe('no-referrer');
  expect(app['x-content-type-options']).toBe('nosniff');

  const redirect = await headers('/redirect.html');
  expect(redirect['content-security-policy']).toMatch(/script-src 'self';.*frame-ancestors 'self'/);
  expect(redirect).not.toHaveProperty('cross-origin-opener-policy');
  expect(redirect['x-content-type-options']).toBe('nosniff');

  expect((await headers('/config.json'))['cache-control']).toBe('no-store');
  const html = await (await request.get('/')).text();
  const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(html) ?? [];
  expect((await headers(script))['cache-control']).toMatch(/immutable/);
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=/);
});
