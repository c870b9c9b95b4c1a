import { compile, compilePredicate } from '../expressions/compile.ts';
import { invalidQuery } from '../kql-error.ts';
import type { Expression, NamedExpression, Place, Rename } from '../syntax/ast.ts';
import { keyOf } from '../values/compare.ts';
import type { Cells, Column } from '../values/type.ts';
import { ColumnNames } from './column-names.ts';
import { columnReader, type Environment, placeOf, refuseDynamic, type Stage } from './stage.ts';

type Columns = readonly Column[];

export function where(predicate: Expression, columns: Columns, environment: Environment): Stage {
  const { evaluate } = compilePredicate(predicate, { ...environment, columns });
  return { columns, apply: rows => rows.filter(row => evaluate(row) === true) };
}

export function project(
  items: readonly NamedExpression[],
  columns: Columns,
  environment: Environment,
): Stage {
  const names = new ColumnNames();
  const values = items.map(item => compile(item.expression, { ...environment, columns }));
  return {
    columns: values.map(({ type }, place) => ({ name: nameOf(names, items[place]), type })),
    apply: rows => rows.map(row => values.map(value => value.evaluate(row))),
  };
}

function nameOf(names: ColumnNames, item: NamedExpression | undefined): string {
  return item === undefined ? names.suggest(null) : names.nameFor(item);
}

/** Adds columns; one that has the name of an input column takes its place. */
export function extend(items: readonly NamedExpression[], columns: Columns, environment: Environment): Stage {
  const scope = { ...environment, columns };
  const added = new ColumnNames();
  const result = [...columns];
  const values = columns.map((_, place) => columnReader(columns, place).evaluate);
  for (const item of items) {
    const { type, evaluate } = compile(item.expression, scope);
    const name = added.nameFor(item);
    const place = result.findIndex(column => column.name === name);
    if (place < 0) {
      result.push({ name, type });
      values.push(evaluate);
    } else {
      result[place] = { name, type };
      values[place] = evaluate;
    }
  }
  return { columns: result, apply: rows => rows.map(row => values.map(value => value(row))) };
}

export function distinct(
  items: readonly NamedExpression[] | 'all',
  columns: Columns,
  environment: Environment,
): Stage {
  const all = columns.map(({ name }) => ({
    name,
    at: 0,
    expression: { kind: 'name' as const, at: 0, name },
  }));
  const chosen = items === 'all' ? all : items;
  for (const item of chosen) refuseDynamic(compile(item.expression, { ...environment, columns }), item.at);
  const projection = project(chosen, columns, environment);
  return { columns: projection.columns, apply: rows => [...firstOfEach(projection.apply(rows)).values()] };
}

function firstOfEach(rows: readonly Cells[]): Map<string, Cells> {
  const first = new Map<string, Cells>();
  for (const row of rows) {
    const key = keyOf(row);
    if (!first.has(key)) first.set(key, row);
  }
  return first;
}

/** A pattern without `*` must name a column; one with `*` must match at least one. */
export function projectAway(patterns: readonly Place[], columns: Columns): Stage {
  const away = new Set<number>();
  for (const { at, text } of patterns) {
    const matching = columns.flatMap(({ name }, place) => (matches(text, name) ? [place] : []));
    if (matching.length === 0) {
      throw invalidQuery(at, text, `The name '${text}' does not refer to any known column.`);
    }
    for (const place of matching) away.add(place);
  }
  const kept = columns.flatMap((column, place) => (away.has(place) ? [] : [{ column, place }]));
  return {
    columns: kept.map(({ column }) => column),
    apply: rows => rows.map(row => kept.map(({ place }) => row[place])),
  };
}

function matches(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === name;
  const last = rest.pop() ?? '';
  if (!name.startsWith(first) || !name.endsWith(last) || name.length < first.length + last.length)
    return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0 || found + part.length > name.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}

export function projectRename(renames: readonly Rename[], columns: Columns): Stage {
  const result = [...columns];
  for (const { from, to, at } of renames) {
    const place = placeOf(columns, from.text, from.at);
    const column = columns[place];
    if (result.some(({ name }) => name === to)) {
      throw invalidQuery(at, to, `A column with the name '${to}' is already declared.`);
    }
    if (column !== undefined) result[place] = { name: to, type: column.type };
  }
  return { columns: result, apply: rows => rows };
}
