import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { anchorsOf, linksOf } from './links/find-links.ts';

/**
 * `npm run links`: every link of every Markdown file leads somewhere, to the file and to the heading in it, and so does every
 * document that code or settings speak of. Addresses of other sites are looked at by their shape alone: no test asks the network.
 */
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter(file => file !== '' && existsSync(file));
const documents = files.filter(file => file.endsWith('.md'));
const anchors = new Map(documents.map(file => [file, anchorsOf(readFileSync(file, 'utf8'))]));

/** What is wrong with a link of a document; undefined where nothing is. */
function problemOf(file: string, target: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    const url = URL.canParse(target) ? new URL(target) : undefined;
    return url?.protocol === 'https:' || url?.hostname === 'localhost' ? undefined : 'is no https address';
  }
  const [path = '', anchor] = target.split('#');
  const place = path === '' ? file : normalize(join(dirname(file), decodeURI(path)));
  if (!existsSync(place)) return 'leads to no file';
  if (anchor === undefined || anchor === '') return undefined;
  const known = anchors.get(place);
  return known && !known.has(anchor) ? `leads to no heading of ${place}` : undefined;
}

let checked = 0;
let broken = 0;
function tell(file: string, line: number, target: string, problem: string | undefined): void {
  checked++;
  if (problem === undefined) return;
  broken++;
  console.error(`${file}:${line} ${target} ${problem}.`);
}

for (const file of documents)
  for (const { line, target } of linksOf(readFileSync(file, 'utf8')))
    tell(file, line, target, problemOf(file, target));

for (const file of files.filter(
  one => /\.(tsx?|css|json|ya?ml|bicep|conf)$/.test(one) && one !== 'package-lock.json',
)) {
  for (const [index, text] of readFileSync(file, 'utf8').split('\n').entries()) {
    for (const [target] of text.matchAll(/\bdocs\/[\w/.-]+\.md\b/g))
      tell(file, index + 1, target, existsSync(target) ? undefined : 'is no file');
  }
}
console.log(`${checked} links, ${broken} broken`);
process.exitCode = broken > 0 ? 1 : 0;
