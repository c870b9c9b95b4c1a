import type { Member, Tree, TreeNode } from './tree.ts';
import { type Token, tokensOf } from './tree-tokens.ts';

/** Deeper nesting than any rule list has is passed over, so that no text can exhaust the stack. */
const deepest = 200;

/**
 * Reads JSON, Terraform or Bicep into one kind of tree. It is tolerant: what it does not understand becomes an `other`,
 * with the literals inside it, and a text that ends too early gives what there is. It never throws.
 */
export function* parseTree(text: string): Generator<undefined, Tree> {
  const { tokens, broken } = tokensOf(text);
  yield;
  const parser = new Parser(text, tokens, broken);
  return { root: parser.document(), broken: parser.broken };
}

class Parser {
  broken: number | undefined;
  #at = 0;
  #depth = 0;
  readonly #text: string;
  readonly #tokens: readonly Token[];

  constructor(text: string, tokens: readonly Token[], broken: number | undefined) {
    this.#text = text;
    this.#tokens = tokens;
    this.broken = broken;
  }

  /** A JSON value, or the members of a Terraform or Bicep file. */
  document(): TreeNode {
    this.#skipLineEnds();
    if (this.#isAtSign('{', '[')) {
      const value = this.#value();
      this.#skipLineEnds();
      const rest = this.#peek();
      if (rest) this.broken ??= rest.from;
      return value;
    }
    return { kind: 'object', from: 0, to: this.#text.length, members: this.#members(undefined) };
  }

  #peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  #isAtSign(...signs: readonly string[]): boolean {
    return signs.includes(signOf(this.#peek()));
  }

  #skipLineEnds(): void {
    while (this.#peek()?.kind === 'line-end') this.#at++;
  }

  /** `key: value`, `key = value`, `key "label" { ... }`, until the closing bracket or the end. */
  #members(close: '}' | undefined): Member[] {
    const members: Member[] = [];
    for (let token = this.#peek(); token && signOf(token) !== close; token = this.#peek()) {
      const member = this.#member(token);
      if (member) members.push(member);
      else this.#at++;
    }
    return members;
  }

  #member(token: Token): Member | undefined {
    if (!isName(token))
      return this.#isAtSign('[', '(', '{') ? { key: '', labels: [], value: this.#value() } : undefined;
    const labels: string[] = [];
    let ahead = 1;
    for (let next = this.#peek(ahead); next && isName(next); next = this.#peek(++ahead))
      labels.push(next.value);
    const sign = signOf(this.#peek(ahead));
    const assigns = sign === ':' || (sign === '=' && signOf(this.#peek(ahead + 1)) !== '=');
    if (!assigns && sign !== '{') return undefined;
    this.#at += ahead + (assigns ? 1 : 0);
    if (assigns) this.#skipLineEnds();
    return { key: token.value, labels, value: this.#value() };
  }

  #value(): TreeNode {
    const token = this.#peek();
    if (!token || this.#depth >= deepest) return this.#other();
    this.#depth++;
    const value = this.#plainValue(token);
    this.#depth--;
    return value;
  }

  #plainValue(token: Token): TreeNode {
    if (token.kind === 'text' && !token.open && endsValue(this.#peek(1))) {
      this.#at++;
      return textNode(token);
    }
    if (this.#isAtSign('[')) return this.#array(token);
    if (this.#isAtSign('{')) return this.#object(token);
    return this.#other();
  }

  #object(open: Token): TreeNode {
    this.#at++;
    const members = this.#members('}');
    return { kind: 'object', from: open.from, to: this.#close(), members };
  }

  #array(open: Token): TreeNode {
    this.#at++;
    const items: TreeNode[] = [];
    for (let token = this.#peek(); token && !this.#isAtSign(']'); token = this.#peek()) {
      if (this.#isAtSign(')', '}')) this.broken ??= token.from;
      // A bracket that closes something else is stepped over as well, or the loop would stand still.
      if (token.kind === 'line-end' || this.#isAtSign(',', ')', '}')) this.#at++;
      else items.push(this.#value());
    }
    return { kind: 'array', from: open.from, to: this.#close(), items };
  }

  #close(): number {
    const token = this.#peek();
    if (!token) {
      this.broken ??= this.#text.length;
      return this.#text.length;
    }
    this.#at++;
    return token.to;
  }

  /** An expression: up to the end of its line or its list, brackets inside taken whole. */
  #other(): TreeNode {
    const start = this.#peek()?.from ?? this.#text.length;
    let end = start;
    const parts: TreeNode[] = [];
    let open = 0;
    for (let token = this.#peek(); token; token = this.#peek()) {
      if (this.#isAtSign('(')) open++;
      if (this.#isAtSign(')')) open--;
      if (open < 0 || (open === 0 && endsValue(token))) break;
      if (this.#isAtSign('[', '{') && this.#depth < deepest) {
        const part = this.#value();
        parts.push(part);
        end = part.to;
        continue;
      }
      if (token.kind === 'text' && !token.open) parts.push(textNode(token));
      end = token.to;
      this.#at++;
    }
    return { kind: 'other', from: start, to: end, source: this.#text.slice(start, end), parts };
  }
}

/** A sign as it stands; none for any other token, whatever a text may hold. */
function signOf(token: Token | undefined): string {
  return token?.kind === 'sign' ? token.value : '';
}

function isName({ kind }: Token): boolean {
  return kind === 'text' || kind === 'word';
}

function endsValue(next: Token | undefined): boolean {
  return !next || next.kind === 'line-end' || [',', ']', '}'].includes(signOf(next));
}

function textNode({ from, to, value }: Token): TreeNode {
  return { kind: 'text', from, to, value };
}
