import { availableParallelism } from 'node:os';
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
    // Half the processor time of a process for each file. No test leaves anything behind for the next one.
    pool: 'threads',
    isolate: false,
    // Vitest leaves one core alone, which on two is half of them.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Property tests run thousands of cases; a busy machine is no failure.
    testTimeout: 60_000,
    setupFiles:
      process.env['STRYKER_MUTATOR_WORKER'] === undefined ? [] : ['scripts/mutation/short-properties.ts'],
    coverage: {
      provider: 'v8',
      include: ['src/domain/**/*.ts', 'src/azure/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**', '**/test-data.ts'],
      reporter: ['text-summary', 'html', 'json'],
      reportsDirectory: 'reports/coverage',
      // docs/adr/0011-depth.md
      thresholds: { branches: 95.7 },
    },
  },
});
