import type { Page } from '@playwright/test';
import type { Sandbox } from './sandbox/start.ts';

/** What the host of the page answers for the team's history file. */
export async function serveTeamFile(
  page: Page,
  sandbox: Sandbox,
  answer: { readonly status?: number; readonly body: string; readonly type?: string },
): Promise<void> {
  await page.route('**/config.json', route =>
    route.fulfill({ json: { ...sandbox.config, history: { device: true, url: '/history.jsonl' } } }),
  );
  await page.route('**/history.jsonl', route =>
    route.fulfill({
      status: answer.status ?? 200,
      contentType: answer.type ?? 'application/jsonl',
      body: answer.body,
    }),
  );
}

export function exportedAt(text: string, at: string): string {
  return text.replace(/"exportedAt":"[^"]*"/, `"exportedAt":"${at}"`);
}
