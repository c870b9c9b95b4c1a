import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';

/**
 * `npm run mutation [-- PLACE…]`: what no test would notice, place by place, each held to the floor in stryker.config.json. A
 * place is a folder (`src/domain/ranges`) or the beginning of file names (`src/azure/arm-*`); all of them where none is
 * named, which takes hours. Its own tests have to notice: those of the rest of the product would take the time of a day. A
 * part of a folder of src/domain (`src/domain/find/a*`) has the tests of the whole folder for its own.
 */
const everything = [
  ...readdirSync('src/domain', { withFileTypes: true })
    .filter(one => one.isDirectory())
    .map(({ name }) => `src/domain/${name}`),
  'src/domain/*',
  'src/azure/*',
];
const places = process.argv.length > 2 ? process.argv.slice(2) : everything;
const reports = 'reports/mutation';
mkdirSync(reports, { recursive: true });

const under = places.filter(place => {
  const files = place.endsWith('*') ? place : `${place}/**/*`;
  const folder = /^src\/domain\/[^/*]+(?=\/)/.exec(place)?.[0];
  const name = place
    .replace(/^src\//, '')
    .replace(/\W+$/, '')
    .replace(/\W+/g, '-');
  const { status } = spawnSync(
    'stryker',
    [
      'run',
      ...['--mutate', `${files}.ts,!**/*.test.ts,!**/testing/**,!**/testing.ts,!**/sample*.ts`],
      ...['--testFiles', `${folder === undefined ? files : `${folder}/**/*`}.test.ts`],
      ...['--incrementalFile', `${reports}/${name}.incremental.json`],
    ],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  for (const [made, kind] of [
    ['index.html', 'html'],
    ['mutation.json', 'json'],
  ] as const)
    if (existsSync(`${reports}/${made}`)) renameSync(`${reports}/${made}`, `${reports}/${name}.${kind}`);
  return status !== 0;
});

console.log(`\n${places.length - under.length} passed, ${under.length} failed`);
if (under.length > 0) console.error(`Under the floor: ${under.join(', ')}`);
process.exitCode = under.length > 0 ? 1 : 0;
