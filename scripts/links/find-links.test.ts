import { expect, it } from 'vitest';
import { anchorsOf, linksOf } from './find-links.ts';

const text = `# Start it

See [the docs](other/a.md#one) and ![a picture](b.png), not \`[code](c.md)\`.

\`\`\`sh
[no](link.md)
# no heading
\`\`\`

## What \`npm test\` runs, and why
## Start it
`;

it('finds the links of a text with their lines, and none in code', () =>
  expect(linksOf(text)).toEqual([
    { line: 3, target: 'other/a.md#one' },
    { line: 3, target: 'b.png' },
  ]));

it('makes the anchors that GitHub makes', () =>
  expect([...anchorsOf(text)]).toEqual(['start-it', 'what-npm-test-runs-and-why', 'start-it-1']));
