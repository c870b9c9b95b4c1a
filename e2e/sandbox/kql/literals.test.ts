import { describe, expect, it } from 'vitest';
import { column, evaluated, refusalOf } from './testing.ts';

describe('a string literal', () => {
  it.each([
    [`'single'`, 'single'],
    [`"double"`, 'double'],
    [`'say "hi"'`, 'say "hi"'],
    [`"it's"`, "it's"],
    [`'it\\'s'`, "it's"],
    [`"a\\"b"`, 'a"b'],
    [`'tab\\tnew\\nback\\\\slash'`, 'tab\tnew\nback\\slash'],
    [`'\\u00A0\\x41\\101\\U0001F600'`, '\u00a0AA\u{1f600}'],
    [`@'C:\\Folder\\file'`, 'C:\\Folder\\file'],
    [`@'it''s'`, "it's"],
    [`@"say ""hi"""`, 'say "hi"'],
    [`h'hidden'`, 'hidden'],
    [`H@"hid\\den"`, 'hid\\den'],
    ['```two\nlines "and" \\quotes```', 'two\nlines "and" \\quotes'],
    [`'Hello' ", " @'world!'`, 'Hello, world!'],
    [`''`, ''],
  ])('%s is what it says', (literal, value) => {
    expect(evaluated(literal)).toBe(value);
  });

  it('goes on after a comment', () => {
    expect(evaluated(`'Hello' // a comment\n'!'`)).toBe('Hello!');
  });

  it.each([
    [`resources | where name == 'a`, 26, `'a`, `'`],
    [`resources | where name == "a\n"`, 26, `"a\n"`, `"`],
    ['resources | where name == ```a``', 26, '```a``', '```'],
    [`resources | where name == @'a`, 26, `@'a`, `'`],
  ])('%j is refused where it does not end', (text, position, token, expectedToken) => {
    expect(refusalOf(text)).toEqual({
      code: 'ParserFailure',
      message: 'ParserFailure',
      line: 1,
      characterPositionInLine: position,
      token,
      expectedToken,
    });
  });

  it('is refused with an unknown escape', () => {
    expect(refusalOf(`resources | where name == 'a\\qb'`)).toMatchObject({
      characterPositionInLine: 28,
      token: '\\q',
    });
  });
});

describe('a literal', () => {
  it.each([
    ['1', 1],
    ['0x1F', 31],
    ['1.5', 1.5],
    ['1e3', 1000],
    ['-2', -2],
    ['+2', 2],
    ['true', true],
    ['FALSE', false],
    ['int(7)', 7],
    ['long(-7)', -7],
    ['real(1.5)', 1.5],
    ['double(2)', 2],
    ['bool(true)', true],
    ['long(null)', null],
    ['datetime(null)', null],
    ['1d', '1.00:00:00'],
    ['1.5h', '01:30:00'],
    ['30m', '00:30:00'],
    ['90s', '00:01:30'],
    ['100ms', '00:00:00.1000000'],
    ['5microseconds', '00:00:00.0000050'],
    ['1tick', '00:00:00.0000001'],
    ['2days', '2.00:00:00'],
    ['timespan(2)', '2.00:00:00'],
    ['timespan(15 seconds)', '00:00:15'],
    ['time(1.02:03:04.5)', '1.02:03:04.5000000'],
    [`time('1d')`, '1.00:00:00'],
    ['timespan(null)', null],
    ['datetime(2024-02-29)', '2024-02-29T00:00:00Z'],
    ['datetime(2024-01-02 03:04)', '2024-01-02T03:04:00Z'],
    ['datetime(2024-01-02T03:04:05.1234567Z)', '2024-01-02T03:04:05.1234567Z'],
    ['datetime(2024-01-02T03:04:05+02:00)', '2024-01-02T01:04:05Z'],
    [`datetime('2024-01')`, '2024-01-01T00:00:00Z'],
    ['dynamic(null)', null],
    ['dynamic([])', []],
    [`dynamic({"a": 1, 'b': [true, null, -2.5, {"c": "d"}]})`, { a: 1, b: [true, null, -2.5, { c: 'd' }] }],
    [
      'dynamic({"at": datetime(2024-01-01), "for": 1d})',
      { at: '2024-01-01T00:00:00.0000000Z', for: '1.00:00:00' },
    ],
    ['dynamic("text")', 'text'],
  ])('%s is %j', (literal, value) => {
    expect(evaluated(literal)).toEqual(value);
  });

  it.each([
    'datetime(2024-02-30)',
    'datetime(yesterday)',
    'timespan(soon)',
    'long(1.5)',
    'bool(maybe)',
    'dynamic({a: 1})',
    'dynamic([1,])',
    'datetime(2024-01-01',
    '9007199254740993',
  ])('%s is refused', literal => {
    expect(refusalOf(`resources | project x = ${literal}`).code).toBe('ParserFailure');
  });
});

describe('a name', () => {
  const row = { name: 'n', properties: { where: 1, 'a.b': 2, $type: 'T', list: [{ c: 3 }, { c: 4 }] } };

  it.each([
    [`['name']`, 'n'],
    ['properties.where', 1],
    [`properties['a.b']`, 2],
    [`properties.['a.b']`, 2],
    ['properties.$type', 'T'],
    ['properties.list[0].c', 3],
    ['properties.list.[1].c', 4],
    ['properties.list[-1].c', 4],
    ['properties.list[(1 - 1)].c', 3],
    [`properties[strcat('wh', 'ere')]`, 1],
    ['properties.list[2].c', null],
    ['properties.Where', null],
    ['properties.where.deeper', null],
    ['properties.list.c', null],
  ])('%s is %j', (expression, value) => {
    expect(evaluated(expression, row)).toEqual(value);
  });

  it('may hold blanks in brackets', () => {
    expect(
      column(`resources | extend ['a name'] = 1 | project x = ['a name'] + 1`, { resources: [{}] }),
    ).toEqual([2]);
  });

  it('reads a key that is in a column', () => {
    expect(evaluated('tags[name]', { name: 'env', tags: { env: 'prod' } })).toBe('prod');
    expect(evaluated(`tags[['name']]`, { name: 'env', tags: { env: 'prod' } })).toBe('prod');
  });

  it('does not see what objects inherit', () => {
    expect(evaluated('properties.toString', { properties: {} })).toBeNull();
    expect(evaluated('properties.__proto__', { properties: {} })).toBeNull();
  });
});
