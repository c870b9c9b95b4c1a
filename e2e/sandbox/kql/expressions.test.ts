import { describe, expect, it } from 'vitest';
import type { Row } from './run-query.ts';
import { evaluated, refusalOf } from './testing.ts';

const row: Row = {
  name: 'Contoso-Prod',
  location: '',
  tags: { env: 'Prod', n: 2, s: '24', yes: true, word: 'true' },
  zones: ['1', '2'],
  properties: { empty: null, list: [1, 'b'], time: '2024-01-01T00:00:00Z', bag: { b: 1, a: 2 } },
};

type Case = readonly [expression: string, value: unknown];

function holds(cases: readonly Case[]): void {
  it.each(cases)('%s is %j', (expression, value) => {
    expect(evaluated(expression, row)).toEqual(value);
  });
}

function refused(expressions: readonly string[]): void {
  it.each(expressions)('%s is refused', expression => {
    expect(refusalOf(`resources | project x = ${expression}`).code).toBe('InvalidQuery');
  });
}

describe('equality', () => {
  holds([
    [`'a' == 'A'`, false],
    [`'a' != 'A'`, true],
    [`'a' <> 'b'`, true],
    ['1 == 1.0', true],
    ['toint(1) == 1', true],
    ['true == false', false],
    ['true != 0', true],
    ['1d == 24h', true],
    ['datetime(2024-01-01) == datetime(2024-01-01T01:00+01:00)', true],
    // A dynamic value is read as the other side's type.
    [`tags.env == 'Prod'`, true],
    [`'prod' == tags.env`, false],
    [`tags.n == '2'`, true],
    ['tags.n == 2', true],
    ['tags.s == 24', true],
    ['tags.n != 3', true],
    [`zones == '["1","2"]'`, true],
    ['tags.yes == true', true],
    [`tags.yes == 'true'`, true],
    ['tags.word == true', true],
    ['properties.time == datetime(2024-01-01)', true],
    // What is missing is null; null is text without letters.
    [`tags.missing == ''`, true],
    [`tags.missing != 'a'`, true],
    ['tags.missing == 1', false],
    ['tags.missing != 1', true],
    ['long(null) == long(null)', null],
    ['long(null) != long(null)', null],
    ['long(null) == 1', false],
    ['long(null) != 1', true],
  ]);
  refused([
    `name == 1`,
    `name == true`,
    `name == now()`,
    '1 == now()',
    '1d == 1',
    'tags.a == tags.b',
    'name == null',
  ]);
});

describe('order', () => {
  holds([
    ['1 < 2', true],
    ['2 <= 2.0', true],
    ['3 > 4', false],
    ['toint(4) >= 4', true],
    ['true > false', true],
    ['2h > 90m', true],
    ['datetime(2024-01-02) > datetime(2024-01-01)', true],
    ['tags.n < 3', true],
    ['3 > tags.n', true],
    ['tags.s > 3', true],
    ['tags.env > 3', null],
    ['tags.missing < 1', null],
    ['long(null) < 1', null],
    ['datetime(null) < now()', null],
  ]);
  refused([
    `'a' < 'b'`,
    'name < tags.env',
    'properties.time < now()',
    '1 < now()',
    'true < 1',
    'tags.a < tags.b',
  ]);
});

describe('between', () => {
  holds([
    ['5 between (5 .. 6)', true],
    ['6 between (5..6)', true],
    ['7 between (5 .. 6.5)', false],
    ['7 !between (5 .. 6)', true],
    ['6 !between (5 .. 6)', false],
    ['tags.n between (1 .. 3)', true],
    ['long(null) between (1 .. 3)', null],
    ['datetime(2024-01-02) between (datetime(2024-01-01) .. datetime(2024-01-03))', true],
    ['datetime(2024-01-02) between (datetime(2024-01-01) .. 1d)', true],
    ['datetime(2024-01-02) between (datetime(2024-01-01) .. 23h)', false],
  ]);
  refused([
    `name between ('a' .. 'b')`,
    `1 between ('a' .. 2)`,
    'properties.time between (ago(1d) .. now())',
  ]);
});

describe('logic', () => {
  holds([
    ['true and false', false],
    ['true or false', true],
    // `and` binds tighter than `or`.
    ['true or false and false', true],
    ['(true or false) and false', false],
    ['false and bool(null)', false],
    ['true and bool(null)', null],
    ['true or bool(null)', true],
    ['false or bool(null)', null],
    ['not(true)', false],
    ['not(bool(null))', null],
    ['tags.yes and tags.word', true],
    ['tags.missing or true', true],
    ['not(tags.yes)', false],
    [`name=~'contoso-prod'and(1==1)or not(1 == 1)`, true],
  ]);
  refused(['1 and true', `name or true`, 'not(name)', 'not(1)']);
});

describe('arithmetic', () => {
  holds([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['7 - 2 - 1', 4],
    ['7 / 2', 3],
    ['-7 / 2', -3],
    ['7 / 2.0', 3.5],
    ['7 % 4', 3],
    ['1 / 0', null],
    ['1 % 0', null],
    ['-(3)', -3],
    ['-tags.n', -2],
    ['tags.n + 1', 3],
    ['tags.s * 2', 48],
    ['tags.n + tags.n', 4],
    ['tags.missing + 1', null],
    ['long(null) * 2', null],
    ['1h + 30m', '01:30:00'],
    ['1h - 90m', '-00:30:00'],
    ['-(1h)', '-01:00:00'],
    ['1h * 1.5', '01:30:00'],
    ['2 * 1h', '02:00:00'],
    ['1h / 2', '00:30:00'],
    ['1d / 1h', 24],
    ['datetime(2024-01-01) + 1d', '2024-01-02T00:00:00Z'],
    ['1d + datetime(2024-01-01)', '2024-01-02T00:00:00Z'],
    ['datetime(2024-03-01) - 1d', '2024-02-29T00:00:00Z'],
    ['datetime(2024-01-02) - datetime(2024-01-01)', '1.00:00:00'],
    ['datetime(null) + 1d', null],
  ]);
  refused([
    `'a' + 'b'`,
    `name + 1`,
    'now() + now()',
    'now() + 1',
    '1 - 1d',
    'true + 1',
    '-name',
    'now() - tags.n',
  ]);
});

describe('an operator on text', () => {
  holds([
    [`name =~ 'CONTOSO-prod'`, true],
    [`name !~ 'contoso-prod'`, false],
    [`tags.env =~ 'PROD'`, true],
    [`tags.missing =~ ''`, true],
    [`name contains 'OSO'`, true],
    [`name !contains 'oso'`, false],
    [`name contains_cs 'OSO'`, false],
    [`name !contains_cs 'OSO'`, true],
    [`zones contains '"2"'`, true],
    [`name startswith 'con'`, true],
    [`name !startswith 'con'`, false],
    [`name startswith_cs 'con'`, false],
    [`name !startswith_cs 'con'`, true],
    [`name endswith 'PROD'`, true],
    [`name !endswith 'x'`, true],
    [`name endswith_cs 'PROD'`, false],
    [`name !endswith_cs 'PROD'`, true],
    [`name has 'prod'`, true],
    [`name has 'pro'`, false],
    [`name has 'contoso-prod'`, true],
    [`name has 'oso-prod'`, false],
    [`name !has 'pro'`, true],
    [`name has_cs 'prod'`, false],
    [`name !has_cs 'prod'`, true],
    [`zones has '2'`, true],
    [`'KustoExplorerQueryRun' has 'Explorer'`, false],
    [`'a10.0.0.1 10.0.0.12' has '10.0.0.1'`, false],
    [`'10.0.0.12 10.0.0.1' has '10.0.0.1'`, true],
    [`name hasprefix 'PRO'`, true],
    [`name hasprefix 'rod'`, false],
    [`name !hasprefix_cs 'pro'`, true],
    [`name hassuffix 'ROD'`, true],
    [`name hassuffix_cs 'ROD'`, false],
    [`name !hassuffix 'pro'`, true],
    [`name matches regex 'P.od$'`, true],
    [`name matches regex 'p.od$'`, false],
    [`name matches regex '(?i)p.OD$'`, true],
    [`name matches regex @'^\\w+-(?P<last>\\w+)$'`, true],
    [`tags.s matches regex @'\\d\\d'`, true],
  ]);
  refused([
    `name has 1`,
    `1 has 'a'`,
    `now() contains '2'`,
    `name =~ 1`,
    `name matches regex '('`,
    `name matches regex '(?=a)'`,
    `name matches regex @'(a)\\1'`,
    'name matches regex location',
  ]);
});

describe('an operator on a list', () => {
  holds([
    [`name in ('a', 'Contoso-Prod')`, true],
    [`name in ('contoso-prod')`, false],
    [`name !in ('a')`, true],
    [`name in~ ('contoso-prod')`, true],
    [`name !in~ ('contoso-prod')`, false],
    [`tags.env in ('Prod')`, true],
    [`tags.env in~ ('prod', 'test')`, true],
    [`tags.missing in ('')`, true],
    ['tags.n in (1, 2)', true],
    ['2 in (tags.n, 3)', true],
    ['long(null) in (1)', false],
    ['long(null) !in (1)', true],
    // An array stands for its elements.
    [`'2' in (zones)`, true],
    [`name in (dynamic(['a', 'Contoso-Prod']), 'b')`, true],
    [`'1' in~ (zones)`, true],
    ['1 in (properties.list)', true],
    ['tags.n in (properties.list)', false],
    ['properties.bag in (dynamic([{"a": 2, "b": 1}]))', true],
    ['tags.missing in (dynamic([null]))', false],
    [`name has_any ('x', 'prod')`, true],
    [`name has_any ('pro')`, false],
    [`name has_any (dynamic(['x', 'contoso']))`, true],
    [`name has_all ('prod', 'contoso')`, true],
    [`name has_all ('prod', 'x')`, false],
    [`name has_any (location, tags.env)`, true],
  ]);
  refused([
    `name in (1)`,
    `1 in ('a')`,
    'now() in (1)',
    `1 in~ ('a')`,
    'name has_any (1)',
    `1 has_all ('a')`,
  ]);
});
