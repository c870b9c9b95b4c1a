import { type KqlError, parserFailure } from '../kql-error.ts';
import { tokenize } from './lexer.ts';
import type { Token } from './token.ts';

/** Deeper nesting than any real query has: a bound, so that no text can exhaust the stack. */
const deepest = 100;

/** Reads a query's tokens one after the other. Every failure is a KqlError that names the token. */
export class TokenCursor {
  readonly text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.text = text;
    this.#tokens = tokenize(text);
  }

  /** The token `ahead` places further on; the end token once the text is used up. */
  peek(ahead = 0): Token {
    const token = this.#tokens[this.#at + ahead] ?? this.#tokens.at(-1);
    if (token === undefined) throw parserFailure(0, '<EOF>');
    return token;
  }

  next(): Token {
    const token = this.peek();
    if (token.kind !== 'end') this.#at += 1;
    return token;
  }

  /** Whether the next token is this sign or word. */
  sees(text: string): boolean {
    const token = this.peek();
    return token.text === text && (token.kind === 'sign' || token.kind === 'name');
  }

  /** Takes the next token if it is this sign or word. */
  takes(text: string): boolean {
    const seen = this.sees(text);
    if (seen) this.#at += 1;
    return seen;
  }

  expect(text: string): Token {
    if (!this.sees(text)) throw this.failure(text);
    return this.next();
  }

  failure(expectedToken?: string): KqlError {
    const token = this.peek();
    return parserFailure(token.start, token.text, expectedToken);
  }

  /** `name`, or any name in brackets and quotes: `['a name']`. */
  name(): { readonly at: number; readonly text: string } {
    const bracketed = this.bracketedName();
    if (bracketed !== null) return bracketed;
    const token = this.peek();
    if (token.kind !== 'name' || token.text.startsWith('!')) throw this.failure();
    this.next();
    return { at: token.start, text: token.text };
  }

  bracketedName(): { readonly at: number; readonly text: string } | null {
    const [open, text, close] = [this.peek(), this.peek(1), this.peek(2)];
    if (open.text !== '[' || text.kind !== 'string' || close.text !== ']') return null;
    this.#at += 3;
    return { at: open.start, text: text.value };
  }

  /** A word of several parts written without blanks, such as `project-away`, else the single word. */
  hyphenated(): Token | null {
    const [first, dash, second] = [this.peek(), this.peek(1), this.peek(2)];
    if (first.kind !== 'name') return null;
    const joined =
      dash.text === '-' && second.kind === 'name' && dash.start === first.end && second.start === dash.end;
    if (!joined) return first;
    const text = `${first.text}-${second.text}`;
    return { ...first, text, value: text, end: second.end };
  }

  /** Reads a list: one item, then others after commas. */
  list<Item>(read: () => Item): Item[] {
    const items = [read()];
    while (this.takes(',')) items.push(read());
    return items;
  }

  /** Runs a rule that may contain itself. */
  nested<Result>(rule: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > deepest) throw this.failure();
    const result = rule();
    this.#depth -= 1;
    return result;
  }
}
