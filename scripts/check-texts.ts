import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Refuses characters that cannot be seen or that turn the direction of text, in every tracked text file: an address
 * or a host name with one of them is not what it looks like.
 */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/u;
const binary = /\.(png|ico|woff2?)$/;

const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter(file => file !== '' && !binary.test(file));

let found = 0;
for (const file of files) {
  const lines = readFileSync(file, 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    const character = invisible.exec(line)?.[0];
    if (character === undefined) continue;
    found++;
    const code = character.codePointAt(0)?.toString(16).padStart(4, '0');
    console.error(`${file}:${index + 1} holds the invisible character U+${code}; write it as an escape.`);
  }
}
process.exitCode = found > 0 ? 1 : 0;
