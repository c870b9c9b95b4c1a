import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleJson } from './visible-json.ts';
import { textAsWritten, visibleText } from './visible-text.ts';

describe('a text of somebody else’s', () => {
  it.each([
    ['contoso-api', 'contoso-api'],
    ['Büro São Paulo 東京 ירושלים', 'Büro São Paulo 東京 ירושלים'],
    ['two\nlines\tand a tab', 'two\nlines\tand a tab'],
    ['👩\u200d🔧 ❤️ 👍🏽', '👩\u200d🔧 ❤️ 👍🏽'],
    ['pro\u202egpj.exe', 'pro[U+202E]gpj.exe'],
    ['\u2066a\u2069\u200f', '[U+2066]a[U+2069][U+200F]'],
    ['con\u200btoso\u00ad', 'con[U+200B]toso[U+00AD]'],
    ['a\u200d\ufe0fb', 'a[U+200D][U+FE0F]b'],
    ['\ufeffbom\u0000\u0085', '[U+FEFF]bom[U+0000][U+0085]'],
    ['\u3164\u115f\u2028', '[U+3164][U+115F][U+2028]'],
    ['\u{e0041}\u{e0001}', '[U+E0041][U+E0001]'],
    ['\ud83d lone \udc00', '[U+D83D] lone [U+DC00]'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('%j is shown as %j', (text, shown) => expect(visibleText(text)).toBe(shown));

  it('holds nothing that cannot be seen, loses nothing else, and is well formed (500 texts)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const shown = visibleText(`${a}\ud800${b}`);
        expect(shown).not.toMatch(/(?![\t\n\r]|\ufe0f|\u200d)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/u);
        expect(shown.length).toBeGreaterThan(a.length + b.length);
        expect(visibleText(shown)).toBe(shown);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the name in an ARM id', () => {
  it('is read back as it was written, whatever cannot be seen in it (500 texts)', () => {
    const unit = fc.oneof(
      fc.constantFrom('\u3164', '\u034f', '\u200b', '\u{e0041}', '('),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(unit), parts => {
        const written = parts.join('').replaceAll('[', '');
        expect(textAsWritten(visibleText(written))).toBe(written);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what only looks like a number', () =>
    expect(textAsWritten('a[U+110000][U+12]b[u+3164][U+z200B]')).toBe('a[U+110000][U+12]b\u3164[U+z200B]'));
});

describe('JSON of somebody else’s', () => {
  it('shows what cannot be seen in its escaped form', () =>
    expect(visibleJson(JSON.stringify({ 'a\u200b': 'x\u202ey\u{e0041}' }))).toBe(
      '{"a\\u200b":"x\\u202ey\\udb40\\udc41"}',
    ));

  it('says the same to a parser (500 values)', () => {
    const unit = fc.oneof(
      fc.constantFrom('\u202e', '\u200b', '\ufeff', '\u{e0041}', '"', '\\', '\n'),
      fc.string(),
    );
    const text = fc.array(unit).map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.array(text))), value => {
        const json = visibleJson(JSON.stringify(value, null, 2));
        expect(JSON.parse(json)).toEqual(value);
        expect(json).not.toMatch(/[\u202e\u200b\ufeff]/);
      }),
      { numRuns: 500 },
    );
  });
});
