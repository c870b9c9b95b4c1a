import { invalidQuery } from '../kql-error.ts';
import { convert } from '../values/convert.ts';
import { type Cells, isNumeric, type KqlType, widest } from '../values/type.ts';
import { type Compiled, compiled } from './compiled.ts';

type Calculate = (left: unknown, right: unknown) => unknown;

/** `+ - * / %` on numbers and times; a dynamic value counts as a number, but not beside a time. Null beside anything is null. */
export function arithmetic(at: number, operator: string, left: Compiled, right: Compiled): Compiled {
  const [first, second] = [numberOrTime(left, right), numberOrTime(right, left)];
  const rule = ruleOf(operator, first.type, second.type);
  if (rule === null) {
    const message = `The operator '${operator}' is not defined for the operand types ${left.type} and ${right.type}.`;
    throw invalidQuery(at, operator, message);
  }
  const type = left.type === 'dynamic' && right.type === 'dynamic' ? 'dynamic' : rule.type;
  return compiled(type, [left, right], cells => {
    const [a, b] = [first.evaluate(cells), second.evaluate(cells)];
    return a === null || b === null ? null : rule.calculate(a, b);
  });
}

/** Minus before a number or timespan. */
export function negation(at: number, operand: Compiled): Compiled {
  const { type } = operand;
  if (!isNumeric(type) && type !== 'timespan' && type !== 'dynamic') {
    throw invalidQuery(at, '-', `The operator '-' is not defined for the operand type ${type}.`);
  }
  return compiled(type === 'int' ? 'long' : type, [operand], cells => {
    const value = operand.evaluate(cells);
    return typeof value === 'number' || typeof value === 'bigint' ? -value : null;
  });
}

/** A dynamic operand takes the type of the other one if that is a number; beside another dynamic one it is a real. */
function numberOrTime(operand: Compiled, other: Compiled): Pick<Compiled, 'type' | 'evaluate'> {
  if (operand.type !== 'dynamic' || (other.type !== 'dynamic' && !isNumeric(other.type))) return operand;
  const type = isNumeric(other.type) ? other.type : 'real';
  return { type, evaluate: (cells: Cells) => convert('real', 'dynamic', operand.evaluate(cells)) };
}

function ruleOf(
  operator: string,
  left: KqlType,
  right: KqlType,
): { type: KqlType; calculate: Calculate } | null {
  if (isNumeric(left) && isNumeric(right)) {
    const type = widest(left, right) === 'real' ? 'real' : 'long';
    return { type, calculate: onNumbers(operator, type === 'long') };
  }
  const times = onTimes(operator, left, right);
  return times === null ? null : { type: times.type, calculate: times.calculate };
}

function onNumbers(operator: string, whole: boolean): Calculate {
  return (a, b) => {
    if (typeof a !== 'number' || typeof b !== 'number') return null;
    if (operator === '+') return a + b;
    if (operator === '-') return a - b;
    if (operator === '*') return a * b;
    if (whole && b === 0) return null;
    if (operator === '/') return whole ? Math.trunc(a / b) : a / b;
    return a % b;
  };
}

function onTimes(
  operator: string,
  left: KqlType,
  right: KqlType,
): { type: KqlType; calculate: Calculate } | null {
  const kinds = `${isNumeric(left) ? 'number' : left} ${operator} ${isNumeric(right) ? 'number' : right}`;
  const sum = ticks((a, b) => a + b);
  const difference = ticks((a, b) => a - b);
  switch (kinds) {
    case 'datetime + timespan':
    case 'timespan + datetime':
      return { type: 'datetime', calculate: sum };
    case 'datetime - timespan':
      return { type: 'datetime', calculate: difference };
    case 'timespan + timespan':
      return { type: 'timespan', calculate: sum };
    case 'datetime - datetime':
    case 'timespan - timespan':
      return { type: 'timespan', calculate: difference };
    case 'timespan / timespan':
      return { type: 'real', calculate: (a, b) => Number(a) / Number(b) };
    case 'timespan * number':
      return { type: 'timespan', calculate: (a, b) => rounded(Number(a) * Number(b)) };
    case 'number * timespan':
      return { type: 'timespan', calculate: (a, b) => rounded(Number(a) * Number(b)) };
    case 'timespan / number':
      return { type: 'timespan', calculate: (a, b) => rounded(Number(a) / Number(b)) };
    default:
      return null;
  }
}

function ticks(calculate: (a: bigint, b: bigint) => bigint): Calculate {
  return (a, b) => (typeof a === 'bigint' && typeof b === 'bigint' ? calculate(a, b) : null);
}

function rounded(value: number): bigint | null {
  return Number.isFinite(value) ? BigInt(Math.round(value)) : null;
}
