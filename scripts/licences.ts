import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/**
 * Every package that readers are given must have a licence that asks for no more than to be named. What only builds and
 * tests is not given to anybody.
 */
const allowed = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Unlicense']);

/** SPDX: of several with `AND` each must be allowed, of several with `OR` one. */
function isAllowed(expression = ''): boolean {
  const plain = expression.replaceAll(/[()]/g, '');
  return plain.split(' OR ').some(choice => choice.split(' AND ').every(one => allowed.has(one.trim())));
}

const lockSchema = v.object({
  packages: v.record(
    v.string(),
    v.object({
      version: v.optional(v.string()),
      license: v.optional(v.string()),
      dev: v.optional(v.boolean()),
    }),
  ),
});
const { packages } = v.parse(lockSchema, JSON.parse(readFileSync('package-lock.json', 'utf8')));

const given = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
const refused = given.filter(([, { license }]) => !isAllowed(license));
for (const [path, { version, license }] of refused) {
  const name = path.replace(/^.*node_modules\//, '');
  console.error(`${name} ${version}: ${license ?? 'no licence'} is not one of ${[...allowed].join(', ')}.`);
}
console.log(`${given.length - refused.length} licences allowed, ${refused.length} refused`);
process.exitCode = refused.length > 0 || given.length === 0 ? 1 : 0;
