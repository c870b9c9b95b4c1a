import { compile } from './expressions/compile.ts';
import { type Compiled, constantOf } from './expressions/compiled.ts';
import { invalidQuery } from './kql-error.ts';
import { distinct, extend, project, projectAway, projectRename, where } from './operators/columns.ts';
import { expand } from './operators/expand.ts';
import { join } from './operators/join.ts';
import { sort } from './operators/sort.ts';
import { type Environment, type Plan, rowCount, type Stage } from './operators/stage.ts';
import { summarize } from './operators/summarize.ts';
import { type UnionLeg, union } from './operators/union.ts';
import type { Operator, Pipeline, Query } from './syntax/ast.ts';
import type { Column } from './values/type.ts';

type Context = Environment & {
  readonly scalars: Map<string, Compiled>;
  /** Tables made by `let`. */
  readonly made: Map<string, Plan>;
  readonly tableNamed: (name: string) => Plan | null;
};

/**
 * Binds a query to its tables: every name and type is checked here, before a row is read.
 * `now` is in ticks from 1970. Throws a KqlError.
 */
export function planQuery(query: Query, tableNamed: (name: string) => Plan | null, now: bigint): Plan {
  const context: Context = { scalars: new Map(), made: new Map(), tableNamed, now };
  for (const { name, at, value } of query.lets) {
    if (context.scalars.has(name) || context.made.has(name)) {
      throw invalidQuery(at, name, `The name '${name}' is already declared.`);
    }
    if (value.kind === 'table') context.made.set(name, planPipeline(value.pipeline, context));
    else context.scalars.set(name, scalar(value.expression, context));
  }
  return planPipeline(query.pipeline, context);
}

function scalar(expression: Parameters<typeof compile>[0], context: Context): Compiled {
  const { type, evaluate } = compile(expression, { ...context, columns: [] });
  return constantOf(type, evaluate([]));
}

function planPipeline(pipeline: Pipeline, context: Context): Plan {
  const source = planSource(pipeline.source, context);
  let columns = source.columns;
  const stages: Stage[] = [];
  for (const operator of pipeline.operators) {
    const stage = bind(operator, columns, stages.length === 0 ? nameOf(pipeline) : null, context);
    columns = stage.columns;
    stages.push(stage);
  }
  return {
    columns,
    run: () => stages.reduce((rows, stage) => stage.apply(rows), source.run()),
  };
}

function planSource(source: Pipeline['source'], context: Context): Plan {
  if (source.kind === 'nested') return planPipeline(source.pipeline, context);
  if (source.kind === 'union') return union(legsOf(source.legs, 0, context), source.inner, source.sourceName);
  const table = context.made.get(source.name) ?? context.tableNamed(source.name);
  if (table !== null) return table;
  const message = `The name '${source.name}' does not refer to any known table, tabular variable or function.`;
  throw invalidQuery(source.at, source.name, message);
}

/** `withsource` names a leg by its table, or by its place where it is more than a table. */
function legsOf(legs: readonly Pipeline[], first: number, context: Context): readonly UnionLeg[] {
  return legs.map((leg, place) => ({
    plan: planPipeline(leg, context),
    name: (leg.operators.length === 0 ? nameOf(leg) : null) ?? `union_arg${first + place}`,
  }));
}

function nameOf({ source }: Pipeline): string | null {
  return source.kind === 'table' ? source.name : null;
}

function bind(operator: Operator, columns: readonly Column[], input: string | null, context: Context): Stage {
  switch (operator.kind) {
    case 'where':
      return where(operator.predicate, columns, context);
    case 'project':
      return project(operator.items, columns, context);
    case 'extend':
      return extend(operator.items, columns, context);
    case 'distinct':
      return distinct(operator.items, columns, context);
    case 'project-away':
      return projectAway(operator.patterns, columns);
    case 'project-rename':
      return projectRename(operator.renames, columns);
    case 'sort':
      return sort(operator.keys, columns, context);
    case 'top': {
      const count = rowCount(operator.count, context);
      const sorting = sort([operator.key], columns, context);
      return { columns, apply: rows => sorting.apply(rows).slice(0, count) };
    }
    case 'take': {
      const count = rowCount(operator.count, context);
      return { columns, apply: rows => rows.slice(0, count) };
    }
    case 'count':
      return { columns: [{ name: 'Count', type: 'long' }], apply: rows => [[rows.length]] };
    case 'summarize':
      return summarize(operator.items, operator.by, columns, context);
    case 'join':
      return join(operator.flavor, operator.keys, columns, planPipeline(operator.right, context));
    case 'union':
      return unionStage(operator, columns, input, context);
    case 'mv-expand':
      return expand(operator, columns, context);
  }
}

function unionStage(
  operator: Extract<Operator, { kind: 'union' }>,
  columns: readonly Column[],
  input: string | null,
  context: Context,
): Stage {
  const legs = legsOf(operator.legs, 1, context);
  const withInput = (plan: Plan) =>
    union([{ plan, name: input ?? 'union_arg0' }, ...legs], operator.inner, operator.sourceName);
  return {
    columns: withInput({ columns, run: () => [] }).columns,
    apply: rows => withInput({ columns, run: () => rows }).run(),
  };
}
