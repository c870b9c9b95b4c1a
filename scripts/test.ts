import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import * as v from 'valibot';

/** Everything that CI checks, in the order in which a mistake shows soonest; ends with `N passed, N failed`. */
const steps: readonly {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}[] = [
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'lint and format', command: 'biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'texts', command: 'tsx', args: ['scripts/check-texts.ts'] },
  { name: 'licences', command: 'tsx', args: ['scripts/licences.ts'] },
  { name: 'links', command: 'tsx', args: ['scripts/links.ts'] },
  { name: 'unused code', command: 'knip', args: [] },
  {
    name: 'unit tests',
    command: 'vitest',
    args: ['run', '--reporter=default', '--reporter=json', '--outputFile=reports/unit.json'],
  },
  { name: 'build', command: 'npm', args: ['run', '--silent', 'build'] },
  { name: 'budgets', command: 'tsx', args: ['scripts/budgets.ts'] },
  { name: 'browser', command: 'tsx', args: ['scripts/browser/get-browser.ts'] },
  { name: 'end-to-end tests', command: 'playwright', args: ['test'] },
];

const unitReport = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  numPendingTests: v.optional(v.number(), 0),
});
const e2eReport = v.object({
  stats: v.object({ expected: v.number(), unexpected: v.number(), flaky: v.number(), skipped: v.number() }),
});

function counts(file: string): { passed: number; failed: number; skipped: number } {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const unit = v.safeParse(unitReport, report);
    if (unit.success) {
      const { numPassedTests, numFailedTests, numPendingTests } = unit.output;
      return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
    }
    const { stats } = v.parse(e2eReport, report);
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

rmSync('reports', { recursive: true, force: true });
let failedStep: string | undefined;
for (const { name, command, args } of steps) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    failedStep = name;
    break;
  }
}

const unit = counts('reports/unit.json');
const e2e = counts('reports/e2e.json');
const failed = unit.failed + e2e.failed + (failedStep && unit.failed + e2e.failed === 0 ? 1 : 0);
if (failedStep) console.error(`\nStopped at: ${failedStep}. The steps after it did not run.`);
const skipped = unit.skipped + e2e.skipped;
console.log(
  `\n${unit.passed + e2e.passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
process.exitCode = failed > 0 ? 1 : 0;
