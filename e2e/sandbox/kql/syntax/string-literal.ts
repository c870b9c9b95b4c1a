import { parserFailure } from '../kql-error.ts';

type StringLiteral = { readonly value: string; readonly end: number };

/** Whether a string literal begins here: quotes, @quotes, h-quotes (hidden in logs) or three backticks. */
export function startsString(text: string, at: number): boolean {
  return /^(?:[hH]?@?["']|```)/.test(text.slice(at, at + 3));
}

/** Reads one string literal. Throws a KqlError for one that does not end, or for an unknown escape. */
export function readString(text: string, start: number): StringLiteral {
  if (text.startsWith('```', start)) return readMultiLine(text, start);
  let at = start;
  if (/[hH]/.test(text.charAt(at))) at += 1;
  const verbatim = text.charAt(at) === '@';
  if (verbatim) at += 1;
  const quote = text.charAt(at);
  return verbatim ? readVerbatim(text, start, at + 1, quote) : readEscaped(text, start, at + 1, quote);
}

function readMultiLine(text: string, start: number): StringLiteral {
  const close = text.indexOf('```', start + 3);
  if (close < 0) throw unended(text, start, '```');
  return { value: text.slice(start + 3, close), end: close + 3 };
}

/** A doubled quote stands for one; a backslash stands for itself. */
function readVerbatim(text: string, start: number, from: number, quote: string): StringLiteral {
  let value = '';
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\n') break;
    if (char === quote && text.charAt(at + 1) !== quote) return { value, end: at + 1 };
    if (char === quote) at += 1;
    value += char;
  }
  throw unended(text, start, quote);
}

function readEscaped(text: string, start: number, from: number, quote: string): StringLiteral {
  let value = '';
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\n') break;
    if (char === quote) return { value, end: at + 1 };
    if (char !== '\\') {
      value += char;
      continue;
    }
    const special = readEscape(text, at);
    value += special.value;
    at = special.end - 1;
  }
  throw unended(text, start, quote);
}

const simpleEscapes: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '\\': '\\',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function readEscape(text: string, start: number): StringLiteral {
  const simple = simpleEscapes[text.charAt(start + 1)];
  if (simple !== undefined) return { value: simple, end: start + 2 };
  const code = /^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|([0-7]{1,3}))/.exec(
    text.slice(start, start + 10),
  );
  const hex = code?.[1] ?? code?.[2] ?? code?.[3];
  const point = hex === undefined ? Number.parseInt(code?.[4] ?? '', 8) : Number.parseInt(hex, 16);
  if (code === null || Number.isNaN(point) || point > 0x10ffff) {
    throw parserFailure(start, text.slice(start, start + 2));
  }
  return { value: String.fromCodePoint(point), end: start + code[0].length };
}

function unended(text: string, start: number, quote: string) {
  return parserFailure(start, text.slice(start), quote);
}
