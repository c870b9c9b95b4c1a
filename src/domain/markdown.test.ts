import { expect, it } from 'vitest';
import { markdownRow } from './markdown.ts';

it.each([
  [['a', 'b'], '| a | b |'],
  [['a|b', ''], '| a\\|b |  |'],
  [['two \n lines', '*bold* _x_ `code` <b>'], '| two lines | \\*bold\\* \\_x\\_ \\`code\\` \\<b\\> |'],
  [['back\\slash'], '| back\\\\slash |'],
  [['a\u202eb\u200b'], '| a\\[U+202E\\]b\\[U+200B\\] |'],
])('%j becomes one row', (cells, row) => expect(markdownRow(cells)).toBe(row));
