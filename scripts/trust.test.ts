import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The rows of docs/trust.md that name a test: its file, and its name or the beginning of it. */
const rows = [...readFileSync('docs/trust.md', 'utf8').matchAll(/\| `([^`]+\.ts)`: (.+?) +\|$/gm)].map(
  ([, file = '', name = '']) => ({ file, name }),
);

describe('docs/trust.md', () => {
  it('names a test in every row that claims something', () => {
    const claims = readFileSync('docs/trust.md', 'utf8').match(/^\| (?!what|---)/gm);
    expect(rows.length).toBe(claims?.length);
    expect(rows.length).toBeGreaterThan(30);
  });

  it.each(rows)('$file has the test "$name"', ({ file, name }) => {
    expect(existsSync(file)).toBe(true);
    const text = readFileSync(file, 'utf8');
    expect(text.includes(`'${name}`) || text.includes(`\`${name}`)).toBe(true);
  });
});
