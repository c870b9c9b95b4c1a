import { expect, type Page } from '@playwright/test';

/** The rows of the list that tell of a change or a failure. */
export const rows = (page: Page) => page.getByRole('table', { name: /^Changes/ }).locator('tbody tr');
export const recorded = (page: Page) =>
  expect(page.getByText(/^Recorded on this device since/)).toBeVisible({ timeout: 20_000 });
