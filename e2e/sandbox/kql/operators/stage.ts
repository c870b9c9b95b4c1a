import { compile } from '../expressions/compile.ts';
import { type Compiled, compiled, type Scope } from '../expressions/compiled.ts';
import { invalidQuery } from '../kql-error.ts';
import type { Expression } from '../syntax/ast.ts';
import type { Cells, Column } from '../values/type.ts';

/** A table that can be read: its columns are known before any row is. */
export type Plan = { readonly columns: readonly Column[]; readonly run: () => readonly Cells[] };

/** One operator, bound to the columns of its input. */
export type Stage = {
  readonly columns: readonly Column[];
  readonly apply: (rows: readonly Cells[]) => readonly Cells[];
};

/** What operators may refer to, besides their input's columns. */
export type Environment = Pick<Scope, 'scalars' | 'now'>;

/** Refuses a dynamic value where KQL wants one that can be ordered or grouped. */
export function refuseDynamic(value: Compiled, at: number): Compiled {
  if (value.type !== 'dynamic') return value;
  throw invalidQuery(
    at,
    '',
    "The value of type 'dynamic' is not allowed in this context. Use an explicit cast.",
  );
}

/** A number of rows: a constant whole number from 0. */
export function rowCount(expression: Expression, environment: Environment): number {
  const { type, evaluate } = compile(expression, { ...environment, columns: [] });
  const value = evaluate([]);
  if ((type === 'long' || type === 'int') && typeof value === 'number' && value >= 0) return value;
  throw invalidQuery(expression.at, '', 'The expression value must be an integer.');
}

/** A column by its name. Throws a KqlError where there is none. */
export function placeOf(columns: readonly Column[], name: string, at: number): number {
  const place = columns.findIndex(column => column.name === name);
  if (place < 0) throw invalidQuery(at, name, `The name '${name}' does not refer to any known column.`);
  return place;
}

/** Reads the column at a place. */
export function columnReader(columns: readonly Column[], place: number): Compiled {
  const column = columns[place];
  if (column === undefined) throw invalidQuery(0, '', 'There is no such column.');
  return { ...compiled(column.type, [], () => null), constant: false, evaluate: cells => cells[place] };
}
