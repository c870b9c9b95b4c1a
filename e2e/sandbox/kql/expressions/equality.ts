import { invalidQuery } from '../kql-error.ts';
import { compareValues } from '../values/compare.ts';
import { convert } from '../values/convert.ts';
import { type Cells, isNumeric, type KqlType } from '../values/type.ts';
import { type Compiled, compiled, textReader } from './compiled.ts';

/** Reads both sides as values that can be compared, null where a side is null or holds another type. */
type Pair = {
  readonly left: (cells: Cells) => unknown;
  readonly right: (cells: Cells) => unknown;
};

/**
 * `==` and `!=`. Two nulls compare to null, a null and a value to false (`!=` to true); strings know no null (learn:
 * null values). A dynamic value is converted to the other side's type: beside a string it is text, and text in it
 * counts as the number it says (learn: dynamic).
 */
export function equality(at: number, operator: string, left: Compiled, right: Compiled): Compiled {
  const pair = comparable(left, right);
  if (pair === null) throw mismatch(at, operator, left, right);
  const same = operator === '==';
  return compiled('bool', [left, right], cells => {
    const first = pair.left(cells);
    const second = pair.right(cells);
    if (first === null || second === null) return first === second ? null : !same;
    return (first === second) === same;
  });
}

/** `<` `<=` `>` `>=`: for numbers, times and bools; a dynamic value only beside a number. Null beside anything is null. */
export function relation(at: number, operator: string, left: Compiled, right: Compiled): Compiled {
  const pair = orderable(left, right);
  if (pair === null) throw mismatch(at, operator, left, right);
  const holds = relations[operator];
  if (holds === undefined) throw mismatch(at, operator, left, right);
  return compiled('bool', [left, right], cells => {
    const first = pair.left(cells);
    const second = pair.right(cells);
    return first === null || second === null ? null : holds(compareValues(first, second));
  });
}

const relations: Readonly<Record<string, (order: number) => boolean>> = {
  '<': order => order < 0,
  '<=': order => order <= 0,
  '>': order => order > 0,
  '>=': order => order >= 0,
};

/** Null where the two types cannot be tested for equality. A bool beside a number is 1 or 0. */
export function comparable(left: Compiled, right: Compiled): Pair | null {
  if (left.type === 'dynamic' && right.type === 'dynamic') return null;
  if (left.type === 'dynamic') return { left: reader(right.type, left), right: right.evaluate };
  if (right.type === 'dynamic') return { left: left.evaluate, right: reader(left.type, right) };
  const numbers = [left.type, right.type].filter(isNumeric).length;
  if (left.type === right.type || numbers === 2) return { left: left.evaluate, right: right.evaluate };
  const bools = left.type === 'bool' || right.type === 'bool';
  return numbers === 1 && bools ? { left: asNumber(left), right: asNumber(right) } : null;
}

function orderable(left: Compiled, right: Compiled): Pair | null {
  const numbers = [left.type, right.type].filter(isNumeric).length;
  const mixed = left.type === 'dynamic' || right.type === 'dynamic';
  const fits = mixed ? numbers === 1 : numbers === 2 || left.type === right.type;
  return fits && left.type !== 'string' && right.type !== 'string' ? comparable(left, right) : null;
}

function reader(type: KqlType, dynamic: Compiled): (cells: Cells) => unknown {
  if (type === 'string') return textReader(dynamic);
  const target = isNumeric(type) ? 'real' : type;
  return cells => convert(target, 'dynamic', dynamic.evaluate(cells));
}

function asNumber({ type, evaluate }: Compiled): (cells: Cells) => unknown {
  return type === 'bool' ? cells => convert('long', type, evaluate(cells)) : evaluate;
}

function mismatch(at: number, operator: string, left: Compiled, right: Compiled) {
  const message = `The operator '${operator}' is not defined for the operand types ${left.type} and ${right.type}. Try adding explicit casts.`;
  return invalidQuery(at, operator, message);
}
