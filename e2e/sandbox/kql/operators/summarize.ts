import { compile } from '../expressions/compile.ts';
import { invalidQuery } from '../kql-error.ts';
import type { Argument, Expression, NamedExpression } from '../syntax/ast.ts';
import { keyOf } from '../values/compare.ts';
import type { Cells, Column } from '../values/type.ts';
import { type Aggregate, aggregate, isAggregate } from './aggregate.ts';
import { ColumnNames } from './column-names.ts';
import { rowAggregate } from './row-aggregate.ts';
import { type Environment, refuseDynamic, type Stage } from './stage.ts';

type Gathering = { readonly add: (cells: Cells) => void; readonly results: () => Cells };
type Output = { readonly columns: readonly Column[]; readonly start: () => Gathering };

/** `summarize`: the group's columns, then the aggregates'. Without `by` there is one group, even without rows. */
export function summarize(
  items: readonly NamedExpression[],
  by: readonly NamedExpression[],
  columns: readonly Column[],
  environment: Environment,
): Stage {
  const names = new ColumnNames();
  const keys = by.map(item => {
    const { type, evaluate } = refuseDynamic(compile(item.expression, { ...environment, columns }), item.at);
    return { name: names.nameFor(item), type, evaluate };
  });
  const grouped = new Set(
    by.flatMap(({ expression }) => (expression.kind === 'name' ? [expression.name] : [])),
  );
  const outputs = items.map(item => outputOf(item, names, columns, grouped, environment));
  return {
    columns: [
      ...keys.map(({ name, type }) => ({ name, type })),
      ...outputs.flatMap(output => output.columns),
    ],
    apply: rows => {
      const groups = new Map<string, { values: Cells; gatherings: readonly Gathering[] }>();
      const begin = (values: Cells) => ({ values, gatherings: outputs.map(output => output.start()) });
      if (keys.length === 0) groups.set(keyOf([]), begin([]));
      for (const row of rows) {
        const values = keys.map(key => key.evaluate(row));
        const key = keyOf(values);
        const group = groups.get(key) ?? begin(values);
        groups.set(key, group);
        for (const gathering of group.gatherings) gathering.add(row);
      }
      return [...groups.values()].map(({ values, gatherings }) => [
        ...values,
        ...gatherings.flatMap(gathering => gathering.results()),
      ]);
    },
  };
}

function outputOf(
  item: NamedExpression,
  names: ColumnNames,
  columns: readonly Column[],
  grouped: ReadonlySet<string>,
  environment: Environment,
): Output {
  const several = rowAggregate(item.expression, columns, grouped, environment);
  if (several === null) return scalarOutput(item, names, columns, environment);
  const named = several.columns.map(({ name, type }, place) => ({
    name: place === 0 && item.name !== null ? names.write(item.name, item.at) : names.suggest(name),
    type,
  }));
  return { columns: named, start: several.start };
}

/** An expression over aggregates, such as `1 + count()`: each aggregate becomes a column of its own first. */
function scalarOutput(
  item: NamedExpression,
  names: ColumnNames,
  columns: readonly Column[],
  environment: Environment,
): Output {
  const aggregates: Aggregate[] = [];
  const lifted = lift(item.expression, (name, at, args) => {
    const operands = args.map(arg => compile(expressionOf(arg), { ...environment, columns }));
    aggregates.push(aggregate(at, name, operands));
    return slotName(aggregates.length - 1);
  });
  if (lifted.kind === 'name' && aggregates.length === 0) {
    throw invalidQuery(
      lifted.at,
      lifted.name,
      `The name '${lifted.name}' is not an aggregate or scalar function.`,
    );
  }
  const slots = aggregates.map(({ type }, place) => ({ name: slotName(place), type }));
  const { type, evaluate } = compile(lifted, { ...environment, columns: slots });
  return {
    columns: [{ name: names.nameFor(item), type }],
    start: () => {
      const accumulators = aggregates.map(one => one.start());
      return {
        add: cells => {
          for (const accumulator of accumulators) accumulator.add(cells);
        },
        results: () => [evaluate(accumulators.map(accumulator => accumulator.result()))],
      };
    },
  };
}

/** No name in a query can be this one. */
function slotName(place: number): string {
  return `\0${place}`;
}

function expressionOf(arg: Argument): Expression {
  if (arg.kind !== 'star' && arg.kind !== 'typeof') return arg;
  throw invalidQuery(arg.at, arg.kind, 'This argument is not allowed in this context.');
}

type Replace = (name: string, at: number, args: readonly Argument[]) => string;

/** The expression with every aggregate in it replaced by the name of its slot. */
function lift(expression: Expression, replace: Replace): Expression {
  const inner = (part: Expression) => lift(part, replace);
  switch (expression.kind) {
    case 'literal':
    case 'name':
      return expression;
    case 'call': {
      const { at, name, args } = expression;
      if (isAggregate(name)) return { kind: 'name', at, name: replace(name, at, args) };
      return {
        ...expression,
        args: args.map(arg => (arg.kind === 'star' || arg.kind === 'typeof' ? arg : inner(arg))),
      };
    }
    case 'member':
      return { ...expression, target: inner(expression.target) };
    case 'index':
      return { ...expression, target: inner(expression.target), index: inner(expression.index) };
    case 'negate':
      return { ...expression, operand: inner(expression.operand) };
    case 'logic':
      return { ...expression, parts: expression.parts.map(inner) };
    case 'binary':
      return { ...expression, left: inner(expression.left), right: inner(expression.right) };
    case 'list':
      return { ...expression, value: inner(expression.value), items: expression.items.map(inner) };
    case 'between':
      return {
        ...expression,
        value: inner(expression.value),
        low: inner(expression.low),
        high: inner(expression.high),
      };
  }
}
