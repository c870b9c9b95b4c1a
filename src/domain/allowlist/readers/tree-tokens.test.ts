import { describe, expect, it } from 'vitest';
import { tokensOf } from './tree-tokens.ts';

const shown = (text: string) =>
  tokensOf(text).tokens.map(({ kind, value, open }) => `${kind}${open ? ' with a hole' : ''} ${value}`);

describe('tokens', () => {
  it('have their places, and stand without blanks and comments', () => {
    expect(tokensOf("a \t= 'b' // c\r\n# d\r/* e\n */}")).toEqual({
      tokens: [
        { kind: 'word', from: 0, to: 1, value: 'a', open: false },
        { kind: 'sign', from: 3, to: 4, value: '=', open: false },
        { kind: 'text', from: 5, to: 8, value: 'b', open: false },
        { kind: 'line-end', from: 13, to: 15, value: '\n', open: false },
        { kind: 'line-end', from: 18, to: 19, value: '\n', open: false },
        { kind: 'sign', from: 27, to: 28, value: '}', open: false },
      ],
      broken: undefined,
    });
  });

  it.each([
    ['var.more_0-1 *', ['word var.more_0-1', 'word *']],
    ['{[]}:,()', ['{', '[', ']', '}', ':', ',', '(', ')'].map(sign => `sign ${sign}`)],
    [String.raw`"a \"b\" \\ \/ \u0031\u002E" 'it\'s'`, ['text a "b" \\ / 1.', "text it's"]],
    [String.raw`"\n \u00zz"`, [String.raw`text \n \u00zz`]],
    ['"" \'\'', ['text ', 'text ']],
    ['"${a}" "%{if b}" "$a {b}"', ['text with a hole ${a}', 'text with a hole %{if b}', 'text $a {b}']],
    ["'''a\n'b' ${c}'''d", ["text a\n'b' ${c}", 'word d']],
    ["''''''", ['text ']],
    ['<<EOF\n"x"\n  EOF\na', ['text with a hole <<EOF\n"x"\n  EOF', 'line-end \n', 'word a']],
    ['<<-EOT\nx\n\tEOT', ['text with a hole <<-EOT\nx\n\tEOT']],
    ['<a', ['sign <', 'word a']],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
    expect(tokensOf(text).broken).toBeUndefined();
  });

  it.each([
    ['a "b', 2, ['word a', 'text b']],
    ['a "b\nc "d', 2, ['word a', 'text b', 'line-end \n', 'word c', 'text d']],
    ['\'b"', 0, ['text b"']],
    ['"', 0, ['text ']],
    ["a '''b c", 2, ['word a', 'text b c']],
  ])('of %j, which ends too early at %i', (text, broken, expected) => {
    expect(shown(text)).toEqual(expected);
    expect(tokensOf(text).broken).toBe(broken);
  });
});
