import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { Bundle, type Size } from './budgets/bundle.ts';
import { jump, readHistory, withLine } from './budgets/size-history.ts';

/**
 * Holds what a reader has to load against `budgets.json`: named totals, and a rule for every single file. Says how each
 * total moved since the last line of `bundle-sizes.csv`; `--record` adds a line to it. No two files may import each other.
 */
const budgetsSchema = v.object({
  totals: v.record(v.string(), v.object({ entries: v.array(v.string()), gzip: v.number(), why: v.string() })),
  files: v.object({ gzip: v.number(), why: v.string(), larger: v.record(v.string(), v.number()) }),
});
const historyFile = 'bundle-sizes.csv';

const budgets = v.parse(budgetsSchema, JSON.parse(readFileSync('budgets.json', 'utf8')));
const history = readHistory(existsSync(historyFile) ? readFileSync(historyFile, 'utf8') : '');
const bundle = Bundle.of('dist');
let passed = 0;
let failed = 0;

function hold(name: string, { gzip, brotli }: Size, limit: number, why: string, note = ''): void {
  const over = gzip > limit;
  if (over) failed++;
  else passed++;
  const sizes = `${gzip.toFixed(1)} kB gzip (${brotli.toFixed(1)} brotli)`;
  console.log(`${over ? 'over  ' : 'within'} ${name}: ${sizes} of ${limit}${note && `, ${note}`}`);
  if (over)
    console.error(`  ${why} Look at what came in, or raise the budget in budgets.json with the reason.`);
}

const sizes = new Map<string, number>();
for (const [name, { entries, gzip, why }] of Object.entries(budgets.totals)) {
  const size = bundle.sizeOf(entries);
  sizes.set(name, size.gzip);
  hold(name, size, gzip, why, jump(history, name, size.gzip));
}

const { gzip: most, why, larger } = budgets.files;
const files = bundle.files();
for (const { name, file, size } of files) {
  const limit = larger[name] ?? most;
  // Files within the rule are many: the largest of them stands for all.
  if (size.gzip > limit || name in larger) hold(`file ${file} (${name})`, size, limit, why);
}
const [largest] = files.filter(({ name }) => !(name in larger));
if (largest && largest.size.gzip <= most)
  hold(`each of ${files.length} files, the largest ${largest.name}`, largest.size, most, why);

const cycle = bundle.cycle();
if (cycle) {
  failed++;
  console.error(
    `over   files that import each other: ${cycle.join(' > ')}\n  One of them runs before the other is ready. Move what both need into one group (codeSplitting in vite.config.ts).`,
  );
} else {
  passed++;
  console.log('within no files import each other');
}

if (process.argv.includes('--record')) {
  const date = new Date().toISOString().slice(0, 10);
  writeFileSync(historyFile, withLine(history, { date, sizes }));
  console.log(`Recorded in ${historyFile}.`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
