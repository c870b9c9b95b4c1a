import type { Page } from '@playwright/test';
import type { Sandbox } from './sandbox/start.ts';
import { serveTeamFile } from './team-file.ts';

/** Serves the sandbox's year of history as the file of a team, so that every page knows it from the start. */
export async function recordedYear(page: Page, sandbox: Sandbox): Promise<void> {
  await serveTeamFile(page, sandbox, { body: sandbox.history() });
}
