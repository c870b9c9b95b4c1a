import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';

/**
 * What a reader has to load before something stands on the screen, held against `budgets.json`. Sizes come from
 * Vite's manifest: a chunk with everything that it imports statically. kB are 1000 bytes.
 */
const manifestSchema = v.record(
  v.string(),
  v.object({
    file: v.string(),
    imports: v.optional(v.array(v.string()), []),
    css: v.optional(v.array(v.string()), []),
  }),
);
const budgetsSchema = v.record(
  v.string(),
  v.object({ entries: v.array(v.string()), gzip: v.number(), why: v.string() }),
);

const dist = 'dist';
function readManifest(name: string) {
  return v.parse(manifestSchema, JSON.parse(readFileSync(join(dist, '.vite', name), 'utf8')));
}
const manifest = { ...readManifest('redirect-manifest.json'), ...readManifest('manifest.json') };
const budgets = v.parse(budgetsSchema, JSON.parse(readFileSync('budgets.json', 'utf8')));

/** The scripts that these entries load, each once. */
function closure(entries: readonly string[], seen = new Set<string>()): Set<string> {
  for (const entry of entries) {
    if (seen.has(entry)) continue;
    const chunk = manifest[entry];
    if (!chunk) throw new Error(`budgets.json names ${entry}, which the build does not have.`);
    seen.add(entry);
    closure(chunk.imports, seen);
  }
  return seen;
}

function size(entries: readonly string[]): { gzip: number; brotli: number } {
  const files = [...closure(entries)]
    .flatMap(name => manifest[name]?.file ?? [])
    .filter(file => file.endsWith('.js'));
  const texts = files.map(file => readFileSync(join(dist, file)));
  const total = (pack: (text: Buffer) => Buffer) =>
    texts.reduce((sum, text) => sum + pack(text).length, 0) / 1000;
  return {
    gzip: total(text => gzipSync(text, { level: 9 })),
    brotli: total(text => brotliCompressSync(text)),
  };
}

let failed = 0;
for (const [name, budget] of Object.entries(budgets)) {
  const { gzip, brotli } = size(budget.entries);
  const over = gzip > budget.gzip;
  if (over) failed++;
  const sizes = `${gzip.toFixed(1)} kB gzip (${brotli.toFixed(1)} brotli)`;
  console.log(`${over ? 'over  ' : 'within'} ${name}: ${sizes} of ${budget.gzip}`);
  if (over)
    console.error(
      `  ${budget.why} Look at what came in, or raise the budget in budgets.json with the reason.`,
    );
}
console.log(`${Object.keys(budgets).length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
