import { describe, expect, it } from 'vitest';
import type { Row } from '../run-query.ts';
import { evaluated, refusalOf } from '../testing.ts';
import { functionNames } from './functions.ts';

const row: Row = {
  name: 'Contoso-Prod',
  location: '',
  tags: { env: 'Prod', n: 2 },
  zones: ['1', '2'],
  properties: {
    list: [1, 'b', null, { a: 1 }],
    bag: { b: 1, a: [2] },
    at: '2024-01-01T10:00:00.5Z',
    no: null,
    blank: '',
  },
};

/** What each function gives; the last test asserts that none is left out. */
const cases: Readonly<Record<string, readonly (readonly [args: string, value: unknown])[]>> = {
  tostring: [
    ['name', 'Contoso-Prod'],
    ['1.5', '1.5'],
    ['true', 'true'],
    ['zones', '["1","2"]'],
    ['properties.bag', '{"b":1,"a":[2]}'],
    ['properties.no', ''],
    ['long(null)', ''],
    ['datetime(2024-01-01)', '2024-01-01T00:00:00.0000000Z'],
    ['1d', '1.00:00:00'],
  ],
  toint: [
    [`'123'`, 123],
    ['2.9', 2],
    ['-2.9', -2],
    ['true', 1],
    [`'x'`, null],
    ['3000000000', null],
    ['tags.n', 2],
    ['zones', null],
  ],
  tolong: [
    [`' 42 '`, 42],
    [`'0x1f'`, 31],
    ['3000000000', 3000000000],
    ['tags.env', null],
  ],
  todouble: [
    [`'1.5e2'`, 150],
    ['1', 1],
    ['tags.missing', null],
  ],
  toreal: [[`'.5'`, 0.5]],
  tobool: [
    [`'TRUE'`, true],
    [`'false'`, false],
    [`'0'`, false],
    ['123', true],
    [`'maybe'`, null],
    ['tags.missing', null],
  ],
  toboolean: [['1', true]],
  todatetime: [
    ['properties.at', '2024-01-01T10:00:00.5Z'],
    [`'2024-01-02'`, '2024-01-02T00:00:00Z'],
    [`'2024-06-12T13:26:17.347+02:00'`, '2024-06-12T11:26:17.347Z'],
    ['datetime(2024-01-01)', '2024-01-01T00:00:00Z'],
    [`'2024-13-01'`, null],
    ['1', null],
    ['zones', null],
  ],
  totimespan: [
    [`'01:30:00'`, '01:30:00'],
    [`'-1.00:00:01'`, '-1.00:00:01'],
    [`'1d'`, '1.00:00:00'],
    ['2h', '02:00:00'],
    [`'x'`, null],
    [`'25:00:00'`, null],
  ],
  parse_json: [
    [`'{"a":[1]}'`, { a: [1] }],
    [`'21'`, 21],
    [`'not json'`, 'not json'],
    [`''`, null],
    ['zones', ['1', '2']],
  ],
  parsejson: [[`'[1]'`, [1]]],
  todynamic: [[`'null'`, null]],
  gettype: [
    ['name', 'string'],
    ['1', 'long'],
    ['toint(1)', 'int'],
    ['1.5', 'real'],
    ['1s', 'timespan'],
    ['now()', 'datetime'],
    ['1 == 1', 'bool'],
    ['zones', 'array'],
    ['tags', 'dictionary'],
    ['tags.env', 'string'],
    ['tags.n', 'int'],
    [`parse_json('3000000000')`, 'long'],
    [`parse_json('1.5')`, 'real'],
    [`parse_json('true')`, 'bool'],
    ['tags.missing', 'null'],
  ],
  tolower: [
    ['name', 'contoso-prod'],
    ['tags.env', 'prod'],
    ['tags.missing', ''],
  ],
  toupper: [['name', 'CONTOSO-PROD']],
  strcat: [
    [`name, '/', 1, tags.n, true, tags.missing`, 'Contoso-Prod/12true'],
    ['1d', '1.00:00:00'],
  ],
  strlen: [
    ['name', 12],
    [`'\\U0001F600'`, 1],
    ['tags.missing', 0],
  ],
  substring: [
    [`'123456', 1`, '23456'],
    [`'123456', 2, 2`, '34'],
    [`'123456', -2, 2`, '56'],
    [`'123456', -9`, '123456'],
    [`'123', 5`, ''],
    [`'123', 1, -1`, ''],
  ],
  split: [
    [`'aa_bb', '_'`, ['aa', 'bb']],
    [`'aaa_bbb_ccc', '_', 1`, ['bbb']],
    [`'aaa', '_', 1`, []],
    [`'', '_'`, ['']],
    [`'a__b', '_'`, ['a', '', 'b']],
    [`'ab', ''`, ['ab']],
  ],
  replace_string: [
    [`name, 'o', '0'`, 'C0nt0s0-Pr0d'],
    [`'a.b', '.', '$&'`, 'a$&b'],
    [`'ab', '', 'x'`, 'ab'],
  ],
  extract: [
    [`'(\\\\w+)-(\\\\w+)', 2, name`, 'Prod'],
    [`@'\\w+', 0, name`, 'Contoso'],
    [`'x', 0, name`, ''],
    [`@'(\\d+)', 1, 'n=42', typeof(long)`, 42],
    [`@'(\\d+)', 1, 'n', typeof(long)`, null],
  ],
  trim: [
    [`' ', '  a b  '`, 'a b'],
    [`'--', '----a--b--'`, 'a--b'],
    [`@'[^\\w]+', '-  Te st1// $'`, 'Te st1'],
  ],
  countof: [
    [`'aaaa', 'aa'`, 3],
    [`'ababa', 'ab', 'normal'`, 2],
    [`'ababa', 'aba', 'regex'`, 1],
    [`'abcabc', 'a.c', 'regex'`, 2],
    [`'abc', ''`, 0],
  ],
  strcat_array: [
    [`dynamic([1, 'a', null, {"b": 1}]), '->'`, '1->a->->{"b":1}'],
    [`tags, ','`, ''],
  ],
  array_length: [
    ['zones', 2],
    ['tags', null],
    ['tags.missing', null],
  ],
  array_concat: [
    ['zones, dynamic([3])', ['1', '2', 3]],
    ['zones', ['1', '2']],
    ['zones, tags.missing', null],
  ],
  bag_keys: [
    ['properties.bag', ['b', 'a']],
    ['dynamic({})', []],
    ['zones', null],
    ['tags.missing', null],
  ],
  pack: [[`'a', 1`, { a: 1 }]],
  bag_pack: [
    [
      `'a', name, 'b', zones, 'c', tags.missing, 'd', 1d`,
      { a: 'Contoso-Prod', b: ['1', '2'], c: null, d: '1.00:00:00' },
    ],
    [`'__proto__', 1`, JSON.parse('{"__proto__":1}')],
  ],
  pack_array: [['1, name, datetime(2024-01-01)', [1, 'Contoso-Prod', '2024-01-01T00:00:00.0000000Z']]],
  isempty: [
    ['location', true],
    ['name', false],
    ['tags.missing', true],
    ['properties.blank', true],
    ['dynamic([])', false],
    ['long(null)', true],
    ['0', false],
  ],
  isnotempty: [
    ['name', true],
    ['properties.no', false],
  ],
  isnull: [
    ['tags.missing', true],
    ['properties.no', true],
    ['properties.blank', false],
    ['location', false],
    ['long(null)', true],
  ],
  isnotnull: [
    ['zones', true],
    ['zones[5]', false],
  ],
  not: [['false', true]],
  iff: [
    ['true, 1, 2', 1],
    ['false, 1, 2.5', 2.5],
    ['bool(null), 1, 2', 2],
    [`true, tags.n, 'a'`, '2'],
    [`false, 1, 'a'`, 'a'],
  ],
  iif: [[`1 == 2, 'a', 'b'`, 'b']],
  case: [
    [`false, 'a', true, 'b', true, 'c', 'd'`, 'b'],
    [`false, 'a', bool(null), 'b', 'd'`, 'd'],
    [`true, zones, tags`, ['1', '2']],
  ],
  coalesce: [
    [`location, name`, 'Contoso-Prod'],
    [`location, ''`, ''],
    ['long(null), 2, 3', 2],
    ['tags.missing, tags.env', 'Prod'],
    ['long(null), long(null)', null],
  ],
  now: [
    ['', '2026-11-22T10:30:15.5Z'],
    ['-1d', '2026-11-21T10:30:15.5Z'],
  ],
  ago: [
    ['14d', '2026-11-08T10:30:15.5Z'],
    ['-1h', '2026-11-22T11:30:15.5Z'],
  ],
  bin: [
    ['7, 3', 6],
    ['-1, 3', -3],
    ['4.5, 1', 4],
    ['1, 0', null],
    ['16d, 7d', '14.00:00:00'],
    ['-1h, 1d', '-1.00:00:00'],
    ['datetime(1970-05-11 13:45:07), 1d', '1970-05-11T00:00:00Z'],
    ['datetime(1969-12-31 23:59), 1h', '1969-12-31T23:00:00Z'],
    // Weeks are counted from Monday, 0001-01-01.
    ['datetime(2026-11-22), 7d', '2026-11-16T00:00:00Z'],
  ],
};

describe.each(Object.entries(cases))('%s()', (name, calls) => {
  it.each(calls)(`(%s) is %j`, (args, value) => {
    expect(evaluated(`${name}(${args})`, row)).toEqual(value);
  });
});

describe('a function', () => {
  it('is tested by a case', () => {
    expect(Object.keys(cases).sort()).toEqual([...functionNames].sort());
  });

  it('is refused by name where it is not known', () => {
    expect(refusalOf(`resources | extend x = tolowr(name)`)).toEqual({
      code: 'UnknownFunction',
      message: 'UnknownFunction',
      line: 1,
      characterPositionInLine: 23,
      token: 'tolowr',
    });
  });

  it.each([
    'tolower()',
    'tolower(name, name)',
    'iff(true, 1)',
    'case(true, 1)',
    'coalesce(1)',
    `pack('a')`,
    'pack_array()',
    'array_length(name)',
    'bag_keys(1)',
    'array_concat(zones, name)',
    'strlen(1)',
    'not(name)',
    'iff(1, 1, 2)',
    'iff(tags.a, 1, 2)',
    'ago(1)',
    'ago(tags.a)',
    `substring(name, 'a')`,
    'split(name, 1)',
    'replace_string(name, 1, 2)',
    'extract(name, 1, name)',
    `extract('(', 1, name)`,
    'trim(name, name)',
    `countof(name, 'a', 'other')`,
    `bin(name, 1)`,
    'bin(now(), 1)',
    `coalesce(1, 'a')`,
    'coalesce(name, tags.a)',
    'pack_array(*)',
    'tolower(typeof(string))',
  ])('%s is refused', call => {
    expect(refusalOf(`resources | extend x = ${call}`).code).toBe('InvalidQuery');
  });
});
