import { expect, it } from 'vitest';
import { csvRows } from './csv-cells.ts';

/** The cells of each row, and what stands in the text in their place. */
const cells = (text: string) =>
  csvRows(text, ',').map(row => row.map(cell => [cell.text, text.slice(cell.from, cell.to)]));

it.each([
  ['line ends of every kind', 'a\r\nb\rc\nd', [[['a', 'a']], [['b', 'b']], [['c', 'c']], [['d', 'd']]]],
  ['empty lines, which are no rows', '\na\n\n  \nb\n\n', [[['a', 'a']], [['b', 'b']]]],
  [
    'empty cells, which are cells',
    ',\na,,\n',
    [
      [
        ['', ''],
        ['', ''],
      ],
      [
        ['a', 'a'],
        ['', ''],
        ['', ''],
      ],
    ],
  ],
  ['a byte order mark, which is not text', '\ufeff"a"\nb', [[['a', '"a"']], [['b', 'b']]]],
  [
    'delimiters, line ends and quotes inside quotes',
    'x,"a,\r\n""b"" c""",y\nz',
    [
      [
        ['x', 'x'],
        ['a,\r\n"b" c"', '"a,\r\n""b"" c"""'],
        ['y', 'y'],
      ],
      [['z', 'z']],
    ],
  ],
  [
    'what follows a closing quote, which is passed over',
    '"a" b,c\nd',
    [
      [
        ['a', '"a"'],
        ['c', 'c'],
      ],
      [['d', 'd']],
    ],
  ],
  [
    'a quote that does not close',
    'a,"b,c',
    [
      [
        ['a', 'a'],
        ['b,c', '"b,c'],
      ],
    ],
  ],
  ['a quote that only opens', '"', []],
  ['no text', '', []],
])('reads %s', (_, text, expected) => expect(cells(text)).toEqual(expected));
