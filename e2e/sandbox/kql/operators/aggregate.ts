import type { Compiled } from '../expressions/compiled.ts';
import { invalidQuery, type KqlError } from '../kql-error.ts';
import { compareValues, keyOf } from '../values/compare.ts';
import { jsonOf } from '../values/text.ts';
import { type Cells, emptyOf, isNumeric, type KqlType } from '../values/type.ts';

/** Gathers the rows of one group into one value. */
type Accumulator = { readonly add: (cells: Cells) => void; readonly result: () => unknown };

export type Aggregate = { readonly type: KqlType; readonly start: () => Accumulator };

type Rule = {
  readonly least: number;
  readonly most: number;
  readonly prefix: string | null;
  readonly build: (args: readonly Compiled[], fail: (message: string) => KqlError) => Aggregate;
};

const count: Rule = {
  least: 0,
  most: 0,
  prefix: 'count',
  build: () => fold('long', 0, total => total + 1),
};

const countif: Rule = {
  least: 1,
  most: 1,
  prefix: 'countif',
  build: ([predicate], fail) => {
    if (predicate?.type !== 'bool') throw fail('A value of type bool is expected.');
    return fold('long', 0, (total, cells) => (predicate.evaluate(cells) === true ? total + 1 : total));
  },
};

/** Exact, where the service estimates large numbers. */
const dcount: Rule = {
  least: 1,
  most: 2,
  prefix: 'dcount',
  build: ([value]) => ({
    type: 'long',
    start: () => {
      const seen = new Set<string>();
      return { add: cells => addKey(seen, value?.evaluate(cells)), result: () => seen.size };
    },
  }),
};

function addKey(seen: Set<string>, value: unknown): void {
  if (value !== null && value !== undefined) seen.add(keyOf([value]));
}

/** The sum of nothing is 0. */
const sum: Rule = {
  least: 1,
  most: 1,
  prefix: 'sum',
  build: ([value], fail) => {
    if (value?.type === 'timespan') {
      return fold('timespan', 0n, (total, cells) => {
        const ticks = value.evaluate(cells);
        return typeof ticks === 'bigint' ? total + ticks : total;
      });
    }
    if (value === undefined || !isNumeric(value.type))
      throw fail('The argument must be a number or timespan.');
    return fold(value.type === 'real' ? 'real' : 'long', 0, (total, cells) => {
      const number = value.evaluate(cells);
      return typeof number === 'number' ? total + number : total;
    });
  },
};

function extreme(prefix: string, sign: number): Rule {
  return {
    least: 1,
    most: 1,
    prefix,
    build: ([value], fail) => {
      if (value === undefined || value.type === 'dynamic') throw fail('The argument must be orderable.');
      return {
        type: value.type,
        start: () => {
          let best: unknown = null;
          return {
            add: cells => {
              const next = value.evaluate(cells);
              if (next === null || next === undefined) return;
              if (best === null || compareValues(next, best) * sign > 0) best = next;
            },
            result: () => best ?? emptyOf(value.type),
          };
        },
      };
    },
  };
}

/** Without nulls; with a largest size. `make_set` takes the elements of arrays, and each value once. */
function gather(prefix: string, distinct: boolean): Rule {
  return {
    least: 1,
    most: 2,
    prefix,
    build: ([value, size], fail) => {
      const most = size === undefined ? 1_048_576 : size.constant ? size.evaluate([]) : null;
      if (value === undefined || typeof most !== 'number')
        throw fail('The largest size must be a constant number.');
      return {
        type: 'dynamic',
        start: () => {
          const items: unknown[] = [];
          const seen = new Set<string>();
          const take = (item: unknown) => {
            const key = distinct ? keyOf([item]) : '';
            if (item === null || items.length >= most || (distinct && seen.has(key))) return;
            seen.add(key);
            items.push(item);
          };
          return {
            add: cells => {
              const item = jsonOf(value.type, value.evaluate(cells));
              if (distinct && Array.isArray(item)) item.forEach(take);
              else take(item);
            },
            result: () => items,
          };
        },
      };
    },
  };
}

/** Any value will do: the first that is not empty is taken. */
function anyValue(prefix: string | null): Rule {
  return {
    least: 1,
    most: 1,
    prefix,
    build: ([value], fail) => {
      if (value === undefined) throw fail('An argument is missing.');
      return fold<unknown>(value.type, emptyOf(value.type), (found, cells) =>
        found === null || found === '' ? value.evaluate(cells) : found,
      );
    },
  };
}

function fold<Total>(type: KqlType, start: Total, next: (total: Total, cells: Cells) => Total): Aggregate {
  return {
    type,
    start: () => {
      let total = start;
      return {
        add: cells => {
          total = next(total, cells);
        },
        result: () => total,
      };
    },
  };
}

const rules: Readonly<Record<string, Rule>> = {
  count,
  countif,
  dcount,
  sum,
  min: extreme('min', -1),
  max: extreme('max', 1),
  make_list: gather('list', false),
  makelist: gather('list', false),
  make_set: gather('set', true),
  makeset: gather('set', true),
  any: anyValue('any'),
  take_any: anyValue(null),
};

/** The aggregates that give one value, by name. */
export const aggregateNames: readonly string[] = Object.keys(rules);

export function isAggregate(name: string): boolean {
  return Object.hasOwn(rules, name);
}

/** Binds an aggregate to its arguments. Throws a KqlError for a wrong number or type of them. */
export function aggregate(at: number, name: string, args: readonly Compiled[]): Aggregate {
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  const fail = (message: string) => invalidQuery(at, name, `${name}(): ${message}`);
  if (rule === undefined || args.length < rule.least || args.length > rule.most) {
    throw fail(`${args.length} arguments are not what the function takes.`);
  }
  return rule.build(args, fail);
}

/** The name of a column made by an aggregate without a name of its own: `max_x`, `count_`; `take_any(x)` is `x`. */
export function aggregateColumn(name: string, argument: string | null): string | null {
  const prefix = rules[name]?.prefix ?? null;
  return prefix === null ? argument : `${prefix}_${argument ?? ''}`;
}
