import { expect, it } from 'vitest';
import { findTexts } from './find-texts.ts';

const code = `
import { a } from 'not a text';
type T = 'not a text either';
const key = 'camelCase';
const words = { title: 'The service is gone', unit: 'Unit' };
const many = (count: number) => \`\${count} services in \${key}\`;
export function Part() {
  if (!a) throw new RangeError('for who writes the code');
  return (
    <p className="not read by anybody" title="What it means">
      Read <b>{many(2)}</b> from Azure
      again.
    </p>
  );
}
`;

it('finds what a reader sees, with its line, and nothing else', () => {
  expect(findTexts('a.tsx', code)).toEqual([
    { line: 5, text: 'The service is gone' },
    { line: 5, text: 'Unit' },
    { line: 6, text: '{0} services in {1}' },
    { line: 10, text: 'What it means' },
    { line: 10, text: 'Read' },
    { line: 11, text: 'from Azure again.' },
  ]);
});
