import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { findTexts } from './texts/find-texts.ts';

/**
 * Lists every text of the screens by file: `npm run texts`; `npm run texts -- --json` for a machine. It finds texts by how
 * they look, so it is a help to read and to translate, not a catalogue (docs/adr/0020-messages.md).
 */
const asJson = process.argv.includes('--json');
const files = execFileSync('git', ['ls-files', 'src'], { encoding: 'utf8' })
  .split('\n')
  .filter(file => /\.tsx?$/.test(file) && !/\.test\.|\/testing|test-data|\.d\.ts$/.test(file));

const found = files.flatMap(file =>
  findTexts(file, readFileSync(file, 'utf8')).map(text => ({ file, ...text })),
);
if (asJson) console.log(JSON.stringify(found, null, 2));
else {
  for (const { file, line, text } of found) console.log(`${file}:${line}\t${text}`);
  const withValues = found.filter(({ text }) => /\{\d+\}/.test(text)).length;
  const distinct = new Set(found.map(({ text }) => text)).size;
  const count = new Set(found.map(({ file }) => file)).size;
  console.error(`${found.length} texts (${distinct} different, ${withValues} with values) in ${count} files`);
}
