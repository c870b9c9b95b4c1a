import { compile } from '../expressions/compile.ts';
import { nameFrom } from '../expressions/naming.ts';
import { invalidQuery } from '../kql-error.ts';
import type { Argument, Expression } from '../syntax/ast.ts';
import { compareValues } from '../values/compare.ts';
import { type Cells, type Column, emptyOf, type KqlType } from '../values/type.ts';
import { columnReader, type Environment, refuseDynamic } from './stage.ts';

/** An aggregate that gives several columns, all read from one row of the group. */
type RowAggregate = {
  readonly columns: readonly { readonly name: string | null; readonly type: KqlType }[];
  readonly start: () => { readonly add: (cells: Cells) => void; readonly results: () => Cells };
};

type Call = Extract<Expression, { kind: 'call' }>;
type Value = {
  readonly name: string | null;
  readonly type: KqlType;
  readonly evaluate: (cells: Cells) => unknown;
};

/** `arg_max`, `arg_min`, and `take_any` or `any` of several columns; null for any other expression. */
export function rowAggregate(
  expression: Expression,
  columns: readonly Column[],
  grouped: ReadonlySet<string>,
  environment: Environment,
): RowAggregate | null {
  if (expression.kind !== 'call') return null;
  const { name, args } = expression;
  const scope = { columns, grouped, environment };
  if (name === 'arg_max' || name === 'arg_min') return extremeRow(expression, scope);
  const several = args.length > 1 || args[0]?.kind === 'star';
  if ((name !== 'take_any' && name !== 'any') || !several) return null;
  const values = args.flatMap(arg => valuesOf(arg, scope));
  const prefixed = values.map(value =>
    name === 'any' ? { ...value, name: `any_${value.name ?? ''}` } : value,
  );
  return { columns: prefixed, start: () => keepRow(prefixed, kept => kept === null) };
}

type ArgumentScope = {
  readonly columns: readonly Column[];
  readonly grouped: ReadonlySet<string>;
  readonly environment: Environment;
};

/** Rows whose key is null count only where all keys of the group are. */
function extremeRow(call: Call, scope: ArgumentScope): RowAggregate {
  const [first, ...rest] = call.args;
  if (first === undefined || first.kind === 'star' || first.kind === 'typeof') {
    throw invalidQuery(call.at, call.name, `${call.name}(): the first argument must be an expression.`);
  }
  const key = refuseDynamic(compile(first, { ...scope.environment, columns: scope.columns }), first.at);
  const keyName = nameFrom(first);
  const others = new Set([...scope.grouped, ...(first.kind === 'name' ? [first.name] : [])]);
  const values: Value[] = [
    { name: keyName, type: key.type, evaluate: key.evaluate },
    ...rest.flatMap(arg => valuesOf(arg, { ...scope, grouped: others })),
  ];
  const sign = call.name === 'arg_max' ? 1 : -1;
  return {
    columns: values,
    start: () =>
      keepRow(values, (kept, cells) => {
        if (kept === null) return true;
        const [old, next] = [key.evaluate(kept), key.evaluate(cells)];
        if (next === null || next === undefined) return false;
        return old === null || old === undefined || compareValues(next, old) * sign > 0;
      }),
  };
}

/** `*` stands for every column but those that the rows are grouped by. */
function valuesOf(arg: Argument, scope: ArgumentScope): readonly Value[] {
  const { columns, grouped, environment } = scope;
  if (arg.kind === 'star') {
    return columns.flatMap(({ name, type }, place) =>
      grouped.has(name) ? [] : [{ name, type, evaluate: columnReader(columns, place).evaluate }],
    );
  }
  if (arg.kind === 'typeof') throw invalidQuery(arg.at, 'typeof', 'A type is not allowed in this context.');
  const { type, evaluate } = compile(arg, { ...environment, columns });
  return [{ name: nameFrom(arg), type, evaluate }];
}

function keepRow(values: readonly Value[], takes: (kept: Cells | null, cells: Cells) => boolean) {
  let kept: Cells | null = null;
  return {
    add: (cells: Cells) => {
      if (takes(kept, cells)) kept = cells;
    },
    results: (): Cells => {
      const row = kept;
      return values.map(value => (row === null ? emptyOf(value.type) : value.evaluate(row)));
    },
  };
}
