import { invalidQuery } from '../kql-error.ts';
import { canonical } from '../values/compare.ts';
import { convert } from '../values/convert.ts';
import { jsonOf, textOf } from '../values/text.ts';
import { type Cells, isNumeric } from '../values/type.ts';
import { arithmetic } from './arithmetic.ts';
import { type Compiled, compiled, textReader } from './compiled.ts';
import { comparable, relation } from './equality.ts';
import { logic } from './logic.ts';
import { hasTerm, isText } from './text-match.ts';

/** `in`, `in~`, `has_any`, `has_all` and `!in`, `!in~`. An item that holds an array stands for its elements. */
export function membership(
  at: number,
  operator: string,
  value: Compiled,
  items: readonly Compiled[],
): Compiled {
  if (operator === 'has_any' || operator === 'has_all') return hasTerms(at, operator, value, items);
  const negated = operator.startsWith('!');
  const tests = operator.endsWith('~')
    ? [foldedTest(at, operator, value, items)]
    : equalTests(at, operator, value, items);
  return compiled('bool', [value, ...items], cells => tests.some(test => test(cells)) !== negated);
}

/** `value between (low .. high)`, both ends included; a timespan as high end is counted from the low one. */
export function between(
  at: number,
  negated: boolean,
  value: Compiled,
  low: Compiled,
  high: Compiled,
): Compiled {
  const ends = [low.type, high.type];
  const mixed = value.type === 'dynamic' && low.type !== high.type;
  if (mixed || value.type === 'bool' || ends.includes('bool') || ends.includes('dynamic')) {
    const message = `The operator 'between' is not defined for the operand types ${value.type}, ${ends.join(' and ')}.`;
    throw invalidQuery(at, 'between', message);
  }
  const end = low.type === 'datetime' && high.type === 'timespan' ? arithmetic(at, '+', low, high) : high;
  if (negated) return logic(at, false, [relation(at, '<', value, low), relation(at, '>', value, end)]);
  return logic(at, true, [relation(at, '>=', value, low), relation(at, '<=', value, end)]);
}

type Test = (cells: Cells) => boolean;

function equalTests(
  at: number,
  operator: string,
  value: Compiled,
  items: readonly Compiled[],
): readonly Test[] {
  const simple = items.every(item => item.constant && item.type === 'string');
  if (simple && isText(value)) {
    const known = new Set(items.map(item => textReader(item)([])));
    const read = textReader(value);
    return [cells => known.has(read(cells))];
  }
  return items.map(item =>
    item.type === 'dynamic' ? elementTest(value, item) : scalarTest(at, operator, value, item),
  );
}

function scalarTest(at: number, operator: string, value: Compiled, item: Compiled): Test {
  const pair = comparable(value, item);
  if (pair === null) {
    const message = `The operator '${operator}' is not defined for the operand types ${value.type} and ${item.type}. Try adding explicit casts.`;
    throw invalidQuery(at, operator, message);
  }
  return cells => {
    const [first, second] = [pair.left(cells), pair.right(cells)];
    return first !== null && first === second;
  };
}

/** Compares with each element as with a value of its own. */
function elementTest(value: Compiled, item: Compiled): Test {
  const numbers = isNumeric(value.type) ? 'real' : value.type;
  return cells => {
    const wanted = value.evaluate(cells);
    if (wanted === null) return false;
    return elements(item.evaluate(cells)).some(element =>
      value.type === 'dynamic'
        ? canonical(element) === canonical(wanted)
        : convert(numbers, 'dynamic', element) === wanted,
    );
  };
}

function foldedTest(at: number, operator: string, value: Compiled, items: readonly Compiled[]): Test {
  const read = textReader(value);
  const words = wordsOf(at, operator, value, items);
  return cells => words(cells).has(read(cells).toLowerCase());
}

function hasTerms(at: number, operator: string, value: Compiled, items: readonly Compiled[]): Compiled {
  const read = textReader(value);
  const words = wordsOf(at, operator, value, items);
  return compiled('bool', [value, ...items], cells => {
    const text = read(cells).toLowerCase();
    const terms = [...words(cells)];
    const has = (term: string) => hasTerm(text, term, true, true);
    return operator === 'has_any' ? terms.some(has) : terms.every(has);
  });
}

/** The items' texts in lower case: read once where no item depends on the row. */
function wordsOf(at: number, operator: string, value: Compiled, items: readonly Compiled[]) {
  if (!isText(value) || !items.every(isText)) {
    throw invalidQuery(at, operator, `The operator '${operator}' is defined for strings alone.`);
  }
  const gather = (cells: Cells) =>
    new Set(
      items.flatMap(item =>
        elements(jsonOf(item.type, item.evaluate(cells))).map(element =>
          textOf('dynamic', element).toLowerCase(),
        ),
      ),
    );
  if (!items.every(item => item.constant)) return gather;
  const words = gather([]);
  return () => words;
}

function elements(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
