import fc from 'fast-check';

/* Random KQL for tests: good, nearly good, and nonsense. */

const names = [
  'id',
  'name',
  'tags',
  'tags.n',
  `properties.a['b']`,
  'zones[0]',
  'location',
  'sku.name',
  'foo',
];

const literals = [
  '1',
  '2.5',
  `'a'`,
  'true',
  '1d',
  'datetime(2024-01-01)',
  'dynamic([1])',
  'long(null)',
  'toint(3)',
];

const unary = [
  'tolower',
  'tostring',
  'toint',
  'todouble',
  'tobool',
  'todatetime',
  'strlen',
  'isempty',
  'isnull',
  'gettype',
];

const binary = [
  '==',
  '!=',
  '<',
  '>=',
  '+',
  '-',
  '*',
  '/',
  '%',
  'and',
  'or',
  '=~',
  'has',
  'contains',
  '!startswith',
];

/** Expressions that often mean nothing: their types are left to chance. */
export const anyExpression: fc.Arbitrary<string> = fc.letrec<{ expression: string }>(tie => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...names, ...literals),
    fc.tuple(fc.constantFrom(...unary), tie('expression')).map(([name, inner]) => `${name}(${inner})`),
    fc
      .tuple(tie('expression'), fc.constantFrom(...binary), tie('expression'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    fc
      .tuple(tie('expression'), fc.constantFrom('in', '!in', 'in~'), tie('expression'), tie('expression'))
      .map(([value, operator, first, second]) => `(${value} ${operator} (${first}, ${second}))`),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map(([value, low, high]) => `(${value} between (${low} .. ${high}))`),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map(parts => `iff(${parts.join(', ')})`),
    fc.tuple(tie('expression'), tie('expression')).map(parts => `strcat(${parts.join(', ')})`),
    fc.tuple(tie('expression'), tie('expression')).map(parts => `coalesce(${parts.join(', ')})`),
    fc.tuple(tie('expression'), tie('expression')).map(parts => `bin(${parts.join(', ')})`),
    tie('expression').map(inner => `-(${inner})`),
  ),
})).expression;

const words = [
  ...'resources|where|project|extend|order by|summarize|join|union|mv-expand|take|top|let|on|kind|by'.split(
    '|',
  ),
  ...names,
  ...literals,
  ...binary,
  ...`| ( ) [ ] { } , ; : . .. = $left $right * ! !in between typeof datetime( timespan( dynamic( ' " // @' \`\`\``.split(
    ' ',
  ),
];

/** Words of KQL in any order, and plain nonsense. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...words)).map(parts => parts.join(' ')),
  fc.array(fc.constantFrom(...words)).map(parts => `resources | ${parts.join(' ')}`),
  anyExpression.map(expression => `resources | where ${expression}`),
);
