import { textOf } from '../values/text.ts';
import type { Cells, Column, KqlType } from '../values/type.ts';

/** An expression made into a closure once, to be run for every row. */
export type Compiled = {
  readonly type: KqlType;
  /** The same for every row. */
  readonly constant: boolean;
  readonly evaluate: (cells: Cells) => unknown;
  /** Present for the argument `typeof(type)`, which is no value. */
  readonly typeLiteral?: KqlType;
};

/** What an expression may refer to. */
export type Scope = {
  readonly columns: readonly Column[];
  /** The values of `let` statements. */
  readonly scalars: ReadonlyMap<string, Compiled>;
  /** The moment of the query in ticks from 1970: one for all its rows. */
  readonly now: bigint;
};

export function constantOf(type: KqlType, value: unknown): Compiled {
  return { type, constant: true, evaluate: () => value };
}

/** A closure over operands; evaluated at once where no operand depends on the row. */
export function compiled(
  type: KqlType,
  operands: readonly Compiled[],
  evaluate: (cells: Cells) => unknown,
): Compiled {
  return operands.every(operand => operand.constant)
    ? constantOf(type, evaluate([]))
    : { type, constant: false, evaluate };
}

/** Reads an operand as text: a dynamic value as `tostring()` gives it. */
export function textReader(operand: Compiled): (cells: Cells) => string {
  if (operand.constant) {
    const text = textOf(operand.type, operand.evaluate([]));
    return () => text;
  }
  const { type, evaluate } = operand;
  return cells => {
    const value = evaluate(cells);
    return typeof value === 'string' ? value : textOf(type, value);
  };
}
