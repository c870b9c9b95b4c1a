import { expect, test } from './fixtures.ts';
import type { Sandbox } from './sandbox/start.ts';
import { serviceId } from './sandbox/world/model.ts';
import { exportedAt, serveTeamFile } from './team-file.ts';

function address(sandbox: Sandbox): string {
  const service = sandbox.world.services.all().find(one => one.name === 'contoso-api-prod');
  if (!service) throw new Error('The sandbox has no contoso-api-prod');
  return `${serviceId(service)}?tab=timeline`;
}

test('the team’s file is part of the timeline, with its age and who serves it', async ({
  page,
  sandbox,
  signInAs,
}) => {
  const now = new Date(Date.now() - 3 * 3_600_000).toISOString();
  await serveTeamFile(page, sandbox, { body: exportedAt(sandbox.history(), now) });
  await signInAs('admin@contoso.com', address(sandbox));
  await expect(
    page.getByText(/^Recorded by your team: the file that localhost:\d+ serves was written 3 h ago/),
  ).toBeVisible();
  // Only the file knows what was there before Azure's own records begin.
  await expect(page.getByText(/Recorded by your team since .* (Jan|2025)/)).toBeVisible();
  const list = page.getByRole('table', { name: /^Changes/ });
  await expect(list.getByRole('cell', { name: 'Recorded by your team' }).first()).toBeVisible();
  await page.getByLabel('Source').selectOption({ label: 'Observed here' });
  await expect(page.getByText('No change fits the filters.')).toBeVisible();
});

test('a team’s file that is damaged, missing or stale is said, and costs nothing else', async ({
  page,
  sandbox,
  signInAs,
}) => {
  await serveTeamFile(page, sandbox, {
    body: `${sandbox.history().split('\n').slice(0, 3).join('\n')}\n{"type":"obs`,
  });
  await signInAs('admin@contoso.com', address(sandbox));
  await expect(
    page.getByText(/was not taken: line 4: is not JSON\. What this device recorded is shown without it\.$/),
  ).toBeVisible();
  await expect(page.getByRole('table', { name: /^Changes/ })).toBeVisible();

  await page.unroute('**/history.jsonl');
  await page.route('**/history.jsonl', route => route.fulfill({ status: 404, body: '' }));
  await page.reload();
  await expect(
    page.getByText(/^Your team’s record is missing: localhost:\d+ answered 404 for \/history\.jsonl\./),
  ).toBeVisible();

  await page.unroute('**/history.jsonl');
  await page.route('**/history.jsonl', route =>
    route.fulfill({
      contentType: 'application/jsonl',
      body: exportedAt(sandbox.history(), '2026-01-05T08:00:00Z'),
    }),
  );
  await page.reload();
  await expect(page.getByText(/Its recorder seems to have stopped/)).toBeVisible();
});
