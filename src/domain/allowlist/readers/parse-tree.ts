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
    const first = this.#peek();
    if (first && (first.value === '{' || first.value === '[')) {
      const value = this.#value();
      this.#skipLineEnds();
      const rest = this.#peek();
      if (rest) this.broken ??= rest.from;
      return value;
    }
    return { kind: 'object', from: 0, to: this.#text.length, members: this.#members('') };
  }

  #peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  #skipLineEnds(): void {
    while (this.#peek()?.kind === 'line-end') this.#at++;
  }

  /** `key: value`, `key = value`, `key "label" { ... }`, until the closing bracket or the end. */
  #members(close: '}' | ''): Member[] {
    const members: Member[] = [];
    for (let token = this.#peek(); token; token = this.#peek()) {
      if (token.value === close && token.kind === 'sign') return members;
      const member = this.#member(token);
      if (member) members.push(member);
      else this.#at++;
    }
    if (close) this.broken ??= this.#text.length;
    return members;
  }

  #member(token: Token): Member | undefined {
    if (token.kind !== 'text' && token.kind !== 'word') {
      if (token.kind === 'sign' && '[({'.includes(token.value))
        return { key: '', labels: [], value: this.#value() };
      return undefined;
    }
    const labels: string[] = [];
    let ahead = 1;
    for (let next = this.#peek(ahead); next; next = this.#peek(++ahead)) {
      if (next.kind === 'text' || next.kind === 'word') labels.push(next.value);
      else break;
    }
    const sign = this.#peek(ahead);
    const after = this.#peek(ahead + 1);
    if (sign?.kind !== 'sign') return undefined;
    const assigns = sign.value === ':' || (sign.value === '=' && after?.value !== '=');
    if (!assigns && sign.value !== '{') return undefined;
    this.#at += ahead + (assigns ? 1 : 0);
    if (assigns) this.#skipLineEnds();
    return { key: token.value, labels, value: this.#value() };
  }

  #value(): TreeNode {
    const token = this.#peek();
    if (!token)
      return { kind: 'other', from: this.#text.length, to: this.#text.length, source: '', parts: [] };
    if (this.#depth >= deepest) return this.#other();
    this.#depth++;
    const value = this.#plainValue(token);
    this.#depth--;
    return value;
  }

  #plainValue(token: Token): TreeNode {
    if (token.kind === 'text' && !token.open && this.#endsValue(this.#peek(1))) {
      this.#at++;
      return { kind: 'text', from: token.from, to: token.to, value: token.value };
    }
    if (token.value === '[' && token.kind === 'sign') return this.#array(token);
    if (token.value === '{' && token.kind === 'sign') return this.#object(token);
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
    for (let token = this.#peek(); token && token.value !== ']'; token = this.#peek()) {
      if (token.kind === 'line-end' || token.value === ',') this.#at++;
      else {
        const before = this.#at;
        items.push(this.#value());
        // A bracket that closes something else: step over it, or the loop would stand still.
        if (this.#at === before) this.#at++;
      }
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

  #endsValue(next: Token | undefined): boolean {
    return (
      !next || next.kind === 'line-end' || next.value === ',' || next.value === ']' || next.value === '}'
    );
  }

  /** An expression: up to the end of its line or its list, brackets inside taken whole. */
  #other(): TreeNode {
    const start = this.#peek()?.from ?? this.#text.length;
    let end = start;
    const parts: TreeNode[] = [];
    let open = 0;
    for (let token = this.#peek(); token; token = this.#peek()) {
      if (token.kind === 'sign' && token.value === '(') open++;
      if (token.kind === 'sign' && token.value === ')') {
        if (open === 0) break;
        open--;
      }
      if (open === 0 && this.#endsValue(token)) break;
      end = token.to;
      if (token.kind === 'sign' && '[{'.includes(token.value) && this.#depth < deepest) {
        const part = this.#value();
        parts.push(part);
        end = part.to;
        continue;
      }
      if (token.kind === 'text' && !token.open) parts.push({ ...token, kind: 'text' });
      this.#at++;
    }
    return { kind: 'other', from: start, to: end, source: this.#text.slice(start, end), parts };
  }
}
