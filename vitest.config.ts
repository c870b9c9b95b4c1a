import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'e2e/sandbox/**/*.test.ts',
      'scripts/**/*.test.ts',
      'record/**/*.test.ts',
    ],
    environment: 'node',
    // Property tests run thousands of cases; a busy machine is no failure.
    testTimeout: 60_000,
  },
});
