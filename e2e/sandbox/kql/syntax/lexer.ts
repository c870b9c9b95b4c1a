import { parserFailure } from '../kql-error.ts';
import { readString, startsString } from './string-literal.ts';
import type { Token } from './token.ts';

const blank = /(?:\s|\/\/[^\n]*)*/y;
/** `!` belongs to the operator word that follows it (`!has`, `!in~`); `in~` is one word. */
const name = /(?:!?(?:in~)(?!=)|!(?=[A-Za-z])[A-Za-z_]+~?|[$A-Za-z_][A-Za-z0-9_$]*)/y;
const number = /0[xX][0-9a-fA-F]+|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const unit =
  /(?:days|day|d|hours|hour|hrs|hr|h|minutes|minute|min|milliseconds|millisecond|millis|milli|ms|microseconds|microsecond|micros|micro|m|seconds|second|sec|s|ticks|tick)(?![A-Za-z0-9_])/y;
const sign = /==|=~|!=|!~|<>|<=|>=|\.\.|[-()[\]{},;:|.+*/%=<>]/y;

/** Splits query text into tokens; the last is always `end`. Throws a KqlError at what is no token. */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = match(blank, text, 0)?.length ?? 0;
  while (at < text.length) {
    const token = readToken(text, at);
    tokens.push(token);
    at = token.end + (match(blank, text, token.end)?.length ?? 0);
  }
  tokens.push({ kind: 'end', text: '<EOF>', value: '', start: text.length, end: text.length });
  return tokens;
}

function readToken(text: string, start: number): Token {
  if (startsString(text, start)) {
    const literal = readString(text, start);
    return { kind: 'string', ...literal, text: text.slice(start, literal.end), start };
  }
  const word = match(name, text, start);
  if (word !== null) return plain('name', word, start);
  const digits = match(number, text, start);
  if (digits !== null) {
    const suffix = match(unit, text, start + digits.length);
    return suffix === null ? plain('number', digits, start) : plain('timespan', `${digits}${suffix}`, start);
  }
  const mark = match(sign, text, start);
  if (mark !== null) return plain('sign', mark, start);
  throw parserFailure(start, text.charAt(start));
}

function plain(kind: Token['kind'], text: string, start: number): Token {
  return { kind, text, value: text, start, end: start + text.length };
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
