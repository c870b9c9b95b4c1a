import { parserFailure } from '../kql-error.ts';
import { typeNamed } from '../values/type.ts';
import type { Argument, Expression, NamedExpression } from './ast.ts';
import { parseLiteral } from './parse-literal.ts';
import type { TokenCursor } from './token-cursor.ts';

/**
 * The mark that Resource Graph's own parser gives as `expectedToken` where any expression could begin
 * (Azure/azure-powershell, ResourceGraph tests, query `where where`).
 */
const anyExpression = 'Ǐ';

/** More operands in one chain than any real query has, and few enough for the stack. */
const longestChain = 1_000;

const listOperators = new Set(['in', '!in', 'in~', '!in~', 'has_any', 'has_all']);

const textOperators = new Set(
  ['has', 'hasprefix', 'hassuffix', 'contains', 'startswith', 'endswith']
    .flatMap(word => [word, `${word}_cs`])
    .flatMap(word => [word, `!${word}`]),
);

/**
 * Reads an expression. From loose to tight, as in Microsoft's grammar: or; and; == != in between; < <= > >=;
 * + -; * / %; words such as `has`, and =~ !~; signs; a.b a[0] f(x).
 */
export function parseExpression(cursor: TokenCursor): Expression {
  return cursor.nested(() => parseLogic(cursor, 'or'));
}

/** Reads `name = expression` or an expression alone. */
export function parseNamed(cursor: TokenCursor): NamedExpression {
  const at = cursor.peek().start;
  const nameLength = cursor.peek().text === '[' ? 3 : 1;
  if (cursor.peek(nameLength).text !== '=') return { name: null, at, expression: parseExpression(cursor) };
  const name = cursor.name().text;
  cursor.expect('=');
  return { name, at, expression: parseExpression(cursor) };
}

function parseLogic(cursor: TokenCursor, word: 'or' | 'and'): Expression {
  const operand = () => (word === 'or' ? parseLogic(cursor, 'and') : parseEquality(cursor));
  const first = operand();
  const parts = [first];
  while (cursor.takes(word)) parts.push(operand());
  return parts.length === 1 ? first : { kind: 'logic', at: first.at, all: word === 'and', parts };
}

function parseEquality(cursor: TokenCursor): Expression {
  const value = parseRelation(cursor);
  const { start: at, text: operator } = cursor.peek();
  if (operator === '==' || operator === '!=' || operator === '<>') {
    cursor.next();
    const right = parseRelation(cursor);
    return { kind: 'binary', at, operator: operator === '<>' ? '!=' : operator, left: value, right };
  }
  if (cursor.peek().kind !== 'name') return value;
  if (operator === 'between' || operator === '!between') return parseBetween(cursor, value);
  if (!listOperators.has(operator)) return value;
  cursor.next();
  cursor.expect('(');
  const items = cursor.list(() => parseExpression(cursor));
  cursor.expect(')');
  return { kind: 'list', at, operator, value, items };
}

function parseBetween(cursor: TokenCursor, value: Expression): Expression {
  const { start: at, text } = cursor.next();
  cursor.expect('(');
  const low = parseExpression(cursor);
  cursor.expect('..');
  const high = parseExpression(cursor);
  cursor.expect(')');
  return { kind: 'between', at, negated: text === '!between', value, low, high };
}

function parseRelation(cursor: TokenCursor): Expression {
  const left = parseSum(cursor);
  const { start: at, text: operator } = cursor.peek();
  if (!['<', '<=', '>', '>='].includes(operator)) return left;
  cursor.next();
  return { kind: 'binary', at, operator, left, right: parseSum(cursor) };
}

function parseSum(cursor: TokenCursor): Expression {
  return parseChain(cursor, ['+', '-'], () => parseChain(cursor, ['*', '/', '%'], () => parseText(cursor)));
}

function parseChain(cursor: TokenCursor, signs: readonly string[], operand: () => Expression): Expression {
  let left = operand();
  for (let length = 1; cursor.peek().kind === 'sign' && signs.includes(cursor.peek().text); length += 1) {
    if (length === longestChain) throw cursor.failure();
    const { start: at, text: operator } = cursor.next();
    left = { kind: 'binary', at, operator, left, right: operand() };
  }
  return left;
}

function parseText(cursor: TokenCursor): Expression {
  const left = parseSigned(cursor);
  const { start: at, text, kind } = cursor.peek();
  if (text === '=~' || text === '!~' || (kind === 'name' && textOperators.has(text))) {
    cursor.next();
    return { kind: 'binary', at, operator: text, left, right: parseSigned(cursor) };
  }
  if (kind === 'name' && text === 'matches' && cursor.peek(1).text === 'regex') {
    cursor.next();
    cursor.next();
    return { kind: 'binary', at, operator: 'matches regex', left, right: parseSigned(cursor) };
  }
  return left;
}

function parseSigned(cursor: TokenCursor): Expression {
  const at = cursor.peek().start;
  if (cursor.takes('-')) return { kind: 'negate', at, operand: cursor.nested(() => parseSigned(cursor)) };
  if (cursor.takes('+')) return cursor.nested(() => parseSigned(cursor));
  return parsePath(cursor);
}

function parsePath(cursor: TokenCursor): Expression {
  let target = parsePrimary(cursor);
  for (let length = 0; length < longestChain; length += 1) {
    const at = cursor.peek().start;
    // `a.[0]` and `a.['b']` mean what they mean without the dot.
    if (cursor.takes('.') && !cursor.sees('[')) {
      target = { kind: 'member', at, target, key: cursor.name().text };
      continue;
    }
    if (!cursor.sees('[')) return target;
    const key = cursor.bracketedName();
    if (key !== null) {
      target = { kind: 'member', at, target, key: key.text };
      continue;
    }
    cursor.expect('[');
    const index = cursor.bracketedName();
    const value: Expression =
      index === null ? parseExpression(cursor) : { kind: 'name', at: index.at, name: index.text };
    cursor.expect(']');
    target = { kind: 'index', at, target, index: value };
  }
  throw cursor.failure();
}

function parsePrimary(cursor: TokenCursor): Expression {
  if (cursor.takes('(')) {
    const inner = parseExpression(cursor);
    cursor.expect(')');
    return inner;
  }
  const literal = parseLiteral(cursor);
  if (literal !== null) return literal;
  const token = cursor.peek();
  const startsName = (token.kind === 'name' && !token.text.startsWith('!')) || token.text === '[';
  if (!startsName) throw cursor.failure(anyExpression);
  const name = cursor.name();
  return cursor.sees('(') && token.kind === 'name'
    ? { kind: 'call', at: name.at, name: name.text, args: parseArguments(cursor) }
    : { kind: 'name', at: name.at, name: name.text };
}

function parseArguments(cursor: TokenCursor): readonly Argument[] {
  cursor.expect('(');
  const args = cursor.sees(')') ? [] : cursor.list(() => parseArgument(cursor));
  cursor.expect(')');
  return args;
}

function parseArgument(cursor: TokenCursor): Argument {
  const { start: at, text } = cursor.peek();
  if (cursor.takes('*')) return { kind: 'star', at };
  if (text !== 'typeof' || cursor.peek(1).text !== '(') return parseExpression(cursor);
  return { kind: 'typeof', at, type: parseTypeof(cursor) };
}

/** `typeof(string)`. */
export function parseTypeof(cursor: TokenCursor) {
  cursor.expect('typeof');
  cursor.expect('(');
  const word = cursor.next();
  const type = word.kind === 'name' ? typeNamed(word.text) : undefined;
  if (type === undefined) throw parserFailure(word.start, word.text);
  cursor.expect(')');
  return type;
}
