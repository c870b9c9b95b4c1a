import { invalidQuery } from '../kql-error.ts';
import { type Compiled, compiled, textReader } from './compiled.ts';
import { regexOf } from './regex.ts';

type Test = (text: string, part: string) => boolean;

const tests: Readonly<Record<string, Test>> = {
  '=~': (text, part) => text === part,
  contains: (text, part) => text.includes(part),
  startswith: (text, part) => text.startsWith(part),
  endswith: (text, part) => text.endsWith(part),
  has: (text, part) => hasTerm(text, part, true, true),
  hasprefix: (text, part) => hasTerm(text, part, true, false),
  hassuffix: (text, part) => hasTerm(text, part, false, true),
};

/** Operators on text: `=~ !~`, `has`, `contains` and their kin, with `!` and `_cs`. Dynamic values are read as text. */
export function textMatch(at: number, operator: string, left: Compiled, right: Compiled): Compiled {
  if (!isText(left) || !isText(right)) {
    const message = `The operator '${operator}' is not defined for the operand types ${left.type} and ${right.type}.`;
    throw invalidQuery(at, operator, message);
  }
  if (operator === 'matches regex') return regexMatch(at, left, right);
  const negated = operator.startsWith('!');
  const plain = operator === '!~' ? '=~' : operator.slice(negated ? 1 : 0);
  const caseSensitive = plain.endsWith('_cs');
  const test = tests[caseSensitive ? plain.slice(0, -3) : plain];
  if (test === undefined) throw invalidQuery(at, operator, `The operator '${operator}' is not known.`);
  const [text, part] = [textReader(left), folded(right, caseSensitive)];
  return compiled('bool', [left, right], cells => {
    const value = text(cells);
    return test(caseSensitive ? value : value.toLowerCase(), part(cells)) !== negated;
  });
}

export function isText(operand: Compiled): boolean {
  return operand.type === 'string' || operand.type === 'dynamic';
}

/**
 * Whether a text has these words as whole terms: runs of letters and digits (learn: string operators, "What is a
 * term?"). Case matters here.
 */
export function hasTerm(text: string, term: string, fromStart: boolean, toEnd: boolean): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const starts = !fromStart || !isWord(text.charAt(at - 1)) || !isWord(term.charAt(0));
    const ends = !toEnd || !isWord(text.charAt(at + term.length)) || !isWord(term.at(-1) ?? '');
    if (starts && ends) return true;
    if (term === '') return false;
  }
  return false;
}

function isWord(char: string): boolean {
  return /^[\p{L}\p{N}]$/u.test(char);
}

function folded(operand: Compiled, caseSensitive: boolean) {
  const read = textReader(operand);
  if (caseSensitive) return read;
  if (!operand.constant) return (cells: readonly unknown[]) => read(cells).toLowerCase();
  const lower = read([]).toLowerCase();
  return () => lower;
}

function regexMatch(at: number, left: Compiled, right: Compiled): Compiled {
  if (!right.constant) throw invalidQuery(at, 'matches regex', 'The expression must be a constant.');
  const pattern = regexOf(at, textReader(right)([]));
  const text = textReader(left);
  return compiled('bool', [left], cells => pattern.test(text(cells)));
}
