import { compile } from '../expressions/compile.ts';
import { nameFrom } from '../expressions/naming.ts';
import { invalidQuery } from '../kql-error.ts';
import type { Operator } from '../syntax/ast.ts';
import { held } from '../values/convert.ts';
import type { Cells, Column, KqlType } from '../values/type.ts';
import { ColumnNames } from './column-names.ts';
import { columnReader, type Environment, rowCount, type Stage } from './stage.ts';

type Expand = Extract<Operator, { kind: 'mv-expand' }>;

/** Rows made of one row where the query names no limit (Microsoft's article on Resource Graph's query language). */
const defaultRowLimit = 128;

/**
 * `mv-expand`: one row for each element of an array or property bag; several are expanded side by side, the shorter
 * ones filled up with null. Null gives one row, an empty array none (learn: mv-expand operator).
 */
export function expand(operator: Expand, columns: readonly Column[], environment: Environment): Stage {
  const { items, limit, bagsAsArrays, indexName } = operator;
  const most = limit === null ? defaultRowLimit : rowCount(limit, environment);
  const result = [...columns];
  const names = new ColumnNames();
  const expansions = items.map(({ expression, name, at, to }) => {
    const { type, evaluate } = compile(expression, { ...environment, columns });
    if (type !== 'dynamic') throw invalidQuery(at, '', 'The expression must have the type dynamic.');
    const wanted = names.nameFor({ name: name ?? nameFrom(expression), at, expression });
    return { evaluate, type: to ?? 'dynamic', place: placeFor(result, wanted, to ?? 'dynamic') };
  });
  if (indexName !== null) result.push({ name: freeName(result, indexName), type: 'long' });
  const read = columns.map((_, place) => columnReader(columns, place).evaluate);
  return {
    columns: result,
    apply: rows =>
      rows.flatMap(row => {
        const lists = expansions.map(({ evaluate }) => elements(evaluate(row), bagsAsArrays));
        const height = Math.min(most, Math.max(...lists.map(list => list.length)));
        return Array.from({ length: height }, (_, index) => {
          const cells = read.map(value => value(row));
          expansions.forEach(({ place, type }, at) => {
            cells[place] = held(type, lists[at]?.[index] ?? null);
          });
          return indexName === null ? cells : [...cells, index];
        });
      }),
  };
}

/** The place of the column that the expansion replaces, else of a new one. */
function placeFor(columns: Column[], name: string, type: KqlType): number {
  const place = columns.findIndex(column => column.name === name);
  const target = place < 0 ? columns.length : place;
  columns[target] = { name, type };
  return target;
}

function freeName(columns: readonly Column[], name: string): string {
  let free = name;
  for (let number = 1; columns.some(column => column.name === free); number += 1) free = `${name}${number}`;
  return free;
}

function elements(value: unknown, bagsAsArrays: boolean): Cells {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [value];
  return Object.entries(value).map(([key, item]) => (bagsAsArrays ? [key, item] : { [key]: item }));
}
