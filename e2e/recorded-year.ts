import type { Page } from '@playwright/test';
import type { Sandbox } from './sandbox/start.ts';

/** Serves the sandbox's year of history as the file of a team, so that every page knows it from the start. */
export async function recordedYear(page: Page, sandbox: Sandbox): Promise<void> {
  await page.route('**/config.json', route =>
    route.fulfill({ json: { ...sandbox.config, history: { device: true, url: '/history.jsonl' } } }),
  );
  await page.route('**/history.jsonl', route =>
    route.fulfill({ contentType: 'application/jsonl', body: sandbox.history() }),
  );
}
