export type Token = {
  readonly kind: 'text' | 'word' | 'sign' | 'line-end';
  readonly from: number;
  readonly to: number;
  /** Of a text its content without quotes, else as it stands. */
  readonly value: string;
  /** A text with a hole in it, such as `${var.name}`. */
  readonly open: boolean;
};

const blank = /[^\S\r\n]+/y;
const lineEnd = /\r\n|\r|\n/y;
const comment = /\/\/[^\n\r]*|#[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const word = /[\w.*@-]+/y;
const double = /"(?:[^"\\\n\r]|\\.)*"?/y;
const single = /'(?:[^'\\\n\r]|\\.)*'?/y;
const long = /'''[\s\S]*?(?:'''|$)/y;
const heredoc = /<<-?(\w+)[^\n\r]*[\s\S]*?(?:[\n\r][ \t]*\1\b|$)/y;

/** The tokens of JSON, Terraform or Bicep; comments and blanks are left out. */
export function tokensOf(text: string): {
  readonly tokens: readonly Token[];
  readonly broken: number | undefined;
} {
  const tokens: Token[] = [];
  let broken: number | undefined;
  let at = 0;
  const end = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : 0;
  };
  while (at < text.length) {
    const skipped = end(blank) || end(comment);
    if (skipped > 0) {
      at = skipped;
      continue;
    }
    const from = at;
    const push = (kind: Token['kind'], to: number, value = text.slice(from, to), open = false) => {
      tokens.push({ kind, from, to, value, open });
      at = to;
    };
    const first = text.charAt(at);
    if (first === '\n' || first === '\r') push('line-end', end(lineEnd), '\n');
    else if (first === '<' && end(heredoc) > 0) push('text', end(heredoc), undefined, true);
    else if (first === '"' || first === "'") {
      const isLong = text.startsWith("'''", at);
      const quote = isLong ? "'''" : first;
      const to = end(isLong ? long : first === '"' ? double : single);
      const content = text.slice(at + quote.length, to);
      const closed = content.endsWith(quote);
      if (!closed) broken ??= at;
      const plain = closed ? content.slice(0, -quote.length) : content;
      // In a long text of Bicep nothing is escaped, and nothing is a hole.
      const value = isLong ? plain : unescaped(plain);
      push('text', to, value, !isLong && /[$%]\{/.test(value));
    } else push(end(word) > 0 ? 'word' : 'sign', end(word) || at + 1);
  }
  return { tokens, broken };
}

/** Addresses need no escape: the usual ones are read, anything rarer stays as it is. */
function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(["'\\/])/g, '$1');
}
