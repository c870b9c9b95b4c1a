import { expect, test } from './fixtures.ts';

// Under 127.0.0.1 the sign-in service is another site: its frame gets no cookies, as where third-party cookies are blocked.
test.use({ loginHost: '127.0.0.1' });

test('a session older than a day costs one redirect, on the reader’s click, and nothing is lost', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await signInAs('admin@contoso.com', '/?q=contoso');
  await expect(page.getByRole('row', { name: /contoso-api-prod/ })).toBeVisible();
  let redirects = 0;
  page.on('request', request => {
    if (
      request.isNavigationRequest() &&
      request.frame() === page.mainFrame() &&
      request.url().includes('/authorize?')
    )
      redirects++;
  });
  sandbox.controls.login.expireRefreshTokens();
  sandbox.controls.arm.addFault({ kind: 'expired-token', times: 8 });
  await page.getByRole('button', { name: 'Read the services anew' }).click();
  const again = page.getByRole('button', { name: /Sign in again/ });
  await expect(again).toBeVisible();
  expect(redirects).toBe(0);
  await expect(page.getByRole('row', { name: /contoso-api-prod/ })).toBeVisible();
  sandbox.controls.arm.clearFaults();
  await again.click();
  await expect(page.getByRole('row', { name: /contoso-api-prod/ })).toBeVisible();
  await expect(again).toBeHidden();
  expect(redirects).toBe(1);
  expect(new URL(page.url()).search).toBe('?q=contoso');
});

test('a new tab is signed in with one click and no prompt', async ({ page, context, signInAs }) => {
  await signInAs('admin@contoso.com');
  await expect(page.getByRole('row', { name: /contoso-api-prod/ })).toBeVisible();
  const tab = await context.newPage();
  await tab.goto('/?q=contoso');
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await expect(tab.getByRole('row', { name: /contoso-api-prod/ })).toBeVisible();
  expect(new URL(tab.url()).search).toBe('?q=contoso');
});
