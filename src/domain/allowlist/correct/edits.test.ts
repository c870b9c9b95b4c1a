import { describe, expect, it } from 'vitest';
import { differenceText } from './difference.ts';
import { applyEdits, type Edit } from './edits.ts';

/** An edit of the only place where a piece stands. */
function put(text: string, piece: string, insert: string): Edit {
  const from = text.indexOf(piece);
  return { from, to: from + piece.length, insert };
}
/** The marked lines with their numbers. */
function marked(text: string, edits: readonly Edit[]): readonly string[] {
  return applyEdits(text, edits).lines.map(({ mark, text: line, line: number }) =>
    [mark, number ?? '', line].join('|'),
  );
}

describe('the lines of an edited text', () => {
  it.each<[string, string, readonly (readonly [string, string])[], string, readonly string[]]>([
    [
      'a piece of one line, and the numbers of those behind it',
      'a\nb\nc\nd\n',
      [['c', 'x']],
      'a\nb\nx\nd\n',
      [' |1|a', ' |2|b', '-|3|c', '+||x', ' |4|d', ' |5|'],
    ],
    [
      'two pieces of one line at once',
      'a\nb, c\nd',
      [
        ['b', 'x'],
        ['c', 'y'],
      ],
      'a\nx, y\nd',
      [' |1|a', '-|2|b, c', '+||x, y', ' |3|d'],
    ],
    [
      'a piece that goes over lines, and another that begins where it ends',
      'a\nb\nc d\ne',
      [
        ['b\nc', 'x'],
        ['d', 'y'],
      ],
      'a\nx y\ne',
      [' |1|a', '-|2|b', '-|3|c d', '+||x y', ' |4|e'],
    ],
    [
      'places far apart',
      'a\nb\nc\nd\ne',
      [
        ['a', 'x'],
        ['d\n', ''],
      ],
      'x\nb\nc\ne',
      ['-|1|a', '+||x', ' |2|b', ' |3|c', '-|4|d', ' |5|e'],
    ],
    [
      'what is equal at the beginning and the end of a piece did not change',
      'z\na\nb\nc\nd\ne\nz',
      [['a\nb\nc\nd\ne', 'a\nx\ny\nd\ne']],
      'z\na\nx\ny\nd\ne\nz',
      [' |1|z', ' |2|a', '-|3|b', '-|4|c', '+||x', '+||y', ' |5|d', ' |6|e', ' |7|z'],
    ],
    ['nothing', 'a\nb\n', [['a', 'a']], 'a\nb\n', [' |1|a', ' |2|b', ' |3|']],
    ['one more of the same', 'a\nb', [['a', 'a\na']], 'a\na\nb', [' |1|a', '+||a', ' |2|b']],
    ['one less of the same', 'a\na\nb', [['a\na', 'a']], 'a\nb', [' |1|a', '-|2|a', ' |3|b']],
    ['the last line, which has no end', 'a\nb', [['\nb', '']], 'a', [' |1|a', '-|2|b']],
    ['everything', 'a\r\nb', [['a\r\nb', '']], '', ['-|1|a', '-|2|b', '+||']],
  ])('name %s', (_, text, pieces, expected, lines) => {
    const edits = pieces.map(([piece, insert]) => put(text, piece, insert));
    expect(applyEdits(text, edits).text).toBe(expected);
    expect(marked(text, edits)).toEqual(lines);
    expect(marked(text, edits.toReversed())).toEqual(lines);
  });
});

describe('the difference', () => {
  const numbers = Array.from({ length: 20 }, (_, at) => `line ${at + 1}`).join('\n');
  const difference = (...edits: readonly Edit[]) => differenceText(applyEdits(numbers, edits).lines);

  it('has three lines around each change, and leaves out what lies between', () => {
    expect(
      difference(
        put(numbers, 'line 3\n', ''),
        put(numbers, 'line 12\n', 'line 12\nnew\nnewer\n'),
        put(numbers, 'line 20', 'last'),
      ),
    ).toBe(`--- pasted
+++ corrected
@@ -1,6 +1,5 @@
 line 1
 line 2
-line 3
 line 4
 line 5
 line 6
@@ -10,6 +9,8 @@
 line 10
 line 11
 line 12
+new
+newer
 line 13
 line 14
 line 15
@@ -17,4 +18,4 @@
 line 17
 line 18
 line 19
-line 20
+last
`);
  });

  it('joins changes that are near each other', () =>
    expect(
      difference(put(numbers, 'line 8', 'x'), put(numbers, 'line 14', 'y'))
        .split('\n')
        .slice(0, 5),
    ).toEqual(['--- pasted', '+++ corrected', '@@ -5,13 +5,13 @@', ' line 5', ' line 6']));

  it('is empty where nothing changed', () => expect(difference()).toBe(''));
});
