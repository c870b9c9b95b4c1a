/** KQL's scalar types, without those that no Resource Graph table has (decimal, guid). */
export type KqlType = 'bool' | 'datetime' | 'dynamic' | 'int' | 'long' | 'real' | 'string' | 'timespan';

export type Column = { readonly name: string; readonly type: KqlType };

/**
 * A row inside the evaluator: one value for each column. What a value is follows from its column's type:
 * `string` never null; `int`, `long`, `real` number or null; `bool` boolean or null; `datetime` and `timespan`
 * bigint ticks of 100 ns (datetimes from 1970) or null; `dynamic` any JSON.
 */
export type Cells = readonly unknown[];

const typeNames: Readonly<Record<string, KqlType>> = {
  bool: 'bool',
  boolean: 'bool',
  date: 'datetime',
  datetime: 'datetime',
  double: 'real',
  dynamic: 'dynamic',
  int: 'int',
  long: 'long',
  real: 'real',
  string: 'string',
  time: 'timespan',
  timespan: 'timespan',
};

/** The type that a word names in query text, undefined for any other word. */
export function typeNamed(word: string): KqlType | undefined {
  return Object.hasOwn(typeNames, word) ? typeNames[word] : undefined;
}

export function isNumeric(type: KqlType): type is 'int' | 'long' | 'real' {
  return type === 'int' || type === 'long' || type === 'real';
}

/** The wider of two number types. */
export function widest(left: 'int' | 'long' | 'real', right: 'int' | 'long' | 'real') {
  if (left === 'real' || right === 'real') return 'real';
  return left === 'long' || right === 'long' ? 'long' : 'int';
}

/** What stands where there is no value: strings know no null. */
export function emptyOf(type: KqlType): unknown {
  return type === 'string' ? '' : null;
}
