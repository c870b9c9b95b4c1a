import { spawnSync } from 'node:child_process';

/**
 * `npm run check [-- BRANCH]`: what can be known soon of what you changed since a branch (main): types, lint and format, links,
 * and the unit tests that the change touches. `npm test` runs everything, as CI does.
 */
const known = (name: string) =>
  spawnSync('git', ['rev-parse', '--verify', '--quiet', name], { stdio: 'ignore' }).status === 0;
const base = process.argv[2] ?? ['main', 'origin/main'].find(known) ?? 'HEAD';

const steps: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['types', 'tsc', '--noEmit'],
  ['lint and format', 'biome', 'check', '--error-on-warnings', '.'],
  ['texts', 'tsx', 'scripts/check-texts.ts'],
  ['links', 'tsx', 'scripts/links.ts'],
  [`unit tests of what differs from ${base}`, 'vitest', 'run', '--changed', base, '--passWithNoTests'],
];

let stoppedAt: string | undefined;
for (const [name, command, ...args] of steps) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    const mend = name === 'lint and format' ? ' npm run format mends most of it.' : '';
    console.error(`\nStopped at: ${name}.${mend}`);
    stoppedAt = name;
    process.exitCode = 1;
    break;
  }
}
if (stoppedAt === undefined)
  console.log(
    `\nAll of it passed. npm test runs the rest: unused code, every unit test, the build, budgets, the browser.`,
  );
