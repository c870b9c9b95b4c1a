import { compile } from '../expressions/compile.ts';
import type { SortKey } from '../syntax/ast.ts';
import { compareValues } from '../values/compare.ts';
import type { Column } from '../values/type.ts';
import { type Environment, refuseDynamic, type Stage } from './stage.ts';

/**
 * `order by`: stable. Nulls, then NaN, stand at the end that the key says, whatever the direction (learn: sort
 * operator).
 */
export function sort(keys: readonly SortKey[], columns: readonly Column[], environment: Environment): Stage {
  const scope = { ...environment, columns };
  const compiledKeys = keys.map(({ expression, ascending, nullsFirst }) => ({
    evaluate: refuseDynamic(compile(expression, scope), expression.at).evaluate,
    direction: ascending ? 1 : -1,
    nulls: nullsFirst ? -1 : 1,
  }));
  return {
    columns,
    apply: rows => {
      const decorated = rows.map(row => ({ row, values: compiledKeys.map(key => key.evaluate(row)) }));
      decorated.sort((first, second) => {
        for (const [place, { direction, nulls }] of compiledKeys.entries()) {
          const order = compareKeys(first.values[place], second.values[place], direction, nulls);
          if (order !== 0) return order;
        }
        return 0;
      });
      return decorated.map(({ row }) => row);
    },
  };
}

function compareKeys(first: unknown, second: unknown, direction: number, nulls: number): number {
  const [a, b] = [absence(first), absence(second)];
  if (a !== 0 || b !== 0) return (a - b) * nulls;
  return compareValues(first, second) * direction;
}

/** 2 for null, 1 for NaN, 0 for a value. */
function absence(value: unknown): number {
  if (value === null || value === undefined) return 2;
  return typeof value === 'number' && Number.isNaN(value) ? 1 : 0;
}
