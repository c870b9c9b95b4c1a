import type { Compiled } from '../expressions/compiled.ts';
import type { KqlError } from '../kql-error.ts';
import type { Cells, KqlType } from '../values/type.ts';

/**
 * What a parameter takes. `text`: strings, and dynamic values read as text; `truth`: bools, and dynamic values read as
 * such; `pattern`: a constant string.
 */
export type Parameter =
  | 'any'
  | 'text'
  | 'truth'
  | 'pattern'
  | 'whole'
  | 'bool'
  | 'dynamic'
  | 'timespan'
  | 'typeof';

export type Call = {
  readonly at: number;
  readonly args: readonly Compiled[];
  /** Ticks from 1970. */
  readonly now: bigint;
  readonly fail: (message: string) => KqlError;
};

export type ScalarFunction = {
  readonly parameters: readonly Parameter[];
  /** How many of the last parameters may be left out. */
  readonly optional?: number;
  /** How many parameters from the first may come again and again before the rest. */
  readonly repeated?: number;
  /** How a column without a name of its own is called: as the first argument, or with this prefix before it. */
  readonly naming?: 'argument' | { readonly prefix: string };
  readonly type: KqlType | ((call: Call) => KqlType);
  readonly build: (call: Call) => (cells: Cells) => unknown;
};

/** Whether a parameter takes an argument. */
export function accepts(parameter: Parameter, argument: Compiled): boolean {
  if (parameter === 'typeof') return argument.typeLiteral !== undefined;
  if (argument.typeLiteral !== undefined) return false;
  switch (parameter) {
    case 'any':
      return true;
    case 'text':
      return argument.type === 'string' || argument.type === 'dynamic';
    case 'truth':
      return argument.type === 'bool' || argument.type === 'dynamic';
    case 'pattern':
      return argument.type === 'string' && argument.constant;
    case 'whole':
      return argument.type === 'int' || argument.type === 'long';
    default:
      return argument.type === parameter;
  }
}

/** The argument at a place, for builders whose parameters say that it is there. */
export function argument(call: Call, place: number): Compiled {
  const found = call.args[place];
  if (found === undefined) throw call.fail('An argument is missing.');
  return found;
}

/** An optional argument that is a number: a closure that gives `otherwise` where it is absent or null. */
export function wholeOr(call: Call, place: number, otherwise: number): (cells: Cells) => number {
  const found = call.args[place];
  if (found === undefined) return () => otherwise;
  return cells => {
    const value = found.evaluate(cells);
    return typeof value === 'number' ? value : otherwise;
  };
}
