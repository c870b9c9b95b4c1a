import { parserFailure } from '../kql-error.ts';
import { formatDatetime, formatTimespan, parseDatetime, parseTimespan, parseUnits } from '../values/time.ts';
import { type KqlType, typeNamed } from '../values/type.ts';
import type { Expression } from './ast.ts';
import type { TokenCursor } from './token-cursor.ts';

type Literal = Extract<Expression, { kind: 'literal' }>;

/** Reads a literal if one begins here: a string, number, timespan, bool, or `type(...)`. */
export function parseLiteral(cursor: TokenCursor): Literal | null {
  const token = cursor.peek();
  const at = token.start;
  if (token.kind === 'string') return { kind: 'literal', at, type: 'string', value: parseStrings(cursor) };
  if (token.kind === 'number') {
    cursor.next();
    return { kind: 'literal', at, ...numberOf(token.text, at) };
  }
  if (token.kind === 'timespan') {
    cursor.next();
    return { kind: 'literal', at, type: 'timespan', value: parseUnits(token.text) };
  }
  if (token.kind !== 'name') return null;
  const bool = boolNamed(token.text);
  if (bool !== undefined && cursor.peek(1).text !== '(') {
    cursor.next();
    return { kind: 'literal', at, type: 'bool', value: bool };
  }
  const type = typeNamed(token.text);
  return type === undefined || type === 'string' || cursor.peek(1).text !== '('
    ? null
    : parseTyped(cursor, type);
}

/** Adjacent string literals are one. */
function parseStrings(cursor: TokenCursor): string {
  let value = '';
  while (cursor.peek().kind === 'string') value += cursor.next().value;
  return value;
}

function numberOf(text: string, at: number): { type: 'long' | 'real'; value: number } {
  const value = Number(text);
  const type = /^0x|^\d+$/i.test(text) ? 'long' : 'real';
  // Longs are numbers here: beyond 2^53 they would silently be other ones.
  if (type === 'long' && !Number.isSafeInteger(value)) throw parserFailure(at, text);
  return { type, value };
}

function boolNamed(word: string): boolean | undefined {
  if (/^(?:true|True|TRUE)$/.test(word)) return true;
  return /^(?:false|False|FALSE)$/.test(word) ? false : undefined;
}

/** `datetime(2024-01-01)`, `long(null)`, `dynamic([1, 'a'])`: what stands between the brackets is no expression. */
function parseTyped(cursor: TokenCursor, type: KqlType): Literal {
  const at = cursor.next().start;
  cursor.expect('(');
  const value = type === 'dynamic' ? cursor.nested(() => parseJson(cursor)) : parseScalar(cursor, type);
  cursor.expect(')');
  return { kind: 'literal', at, type, value };
}

function parseScalar(cursor: TokenCursor, type: KqlType): unknown {
  const first = cursor.peek();
  let end = first.start;
  let inner = '';
  while (!cursor.sees(')')) {
    const token = cursor.next();
    if (token.kind === 'end') throw cursor.failure(')');
    inner = token.kind === 'string' ? token.value : cursor.text.slice(first.start, token.end);
    end = token.end;
  }
  const value = inner === 'null' ? null : scalarOf(type, inner.trim());
  if (value === undefined) throw parserFailure(first.start, cursor.text.slice(first.start, end));
  return value;
}

/** The value of a type that text stands for, undefined where it is not one. */
function scalarOf(type: KqlType, text: string): unknown {
  if (type === 'datetime') return parseDatetime(text) ?? undefined;
  if (type === 'timespan') return parseTimespan(text) ?? undefined;
  if (type === 'bool') return boolNamed(text);
  const value = /^-?(?:0x[\da-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i.test(text) ? Number(text) : Number.NaN;
  if (type === 'real') return Number.isNaN(value) ? undefined : value;
  return Number.isSafeInteger(value) ? value : undefined;
}

/** JSON, with single quotes allowed and KQL's own literals inside; times become text, as JSON has none. */
function parseJson(cursor: TokenCursor): unknown {
  if (cursor.takes('[')) {
    const items = cursor.sees(']') ? [] : cursor.list(() => cursor.nested(() => parseJson(cursor)));
    cursor.expect(']');
    return items;
  }
  if (cursor.takes('{')) {
    const entries = cursor.sees('}') ? [] : cursor.list(() => cursor.nested(() => parseEntry(cursor)));
    cursor.expect('}');
    return Object.fromEntries(entries);
  }
  if (cursor.takes('null')) return null;
  if (cursor.takes('-')) {
    const number = parseLiteral(cursor);
    if (typeof number?.value !== 'number') throw cursor.failure();
    return -number.value;
  }
  const literal = parseLiteral(cursor);
  if (literal === null) throw cursor.failure();
  if (typeof literal.value !== 'bigint') return literal.value;
  return literal.type === 'datetime' ? formatDatetime(literal.value) : formatTimespan(literal.value);
}

function parseEntry(cursor: TokenCursor): readonly [string, unknown] {
  const key = cursor.next();
  if (key.kind !== 'string') throw parserFailure(key.start, key.text);
  cursor.expect(':');
  return [key.value, parseJson(cursor)];
}
