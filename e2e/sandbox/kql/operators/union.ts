import { keyOf } from '../values/compare.ts';
import { type Cells, type Column, emptyOf, type KqlType } from '../values/type.ts';
import type { Plan } from './stage.ts';

export type UnionLeg = { readonly plan: Plan /** What `withsource` calls it. */; readonly name: string };

type Target = Column & { readonly from: string; readonly fromType: KqlType };

/**
 * The rows of all legs, one leg after the other. Columns of one name with several types are kept apart (`x_long`,
 * `x_string`); `inner` keeps the names that every leg has.
 */
export function union(legs: readonly UnionLeg[], inner: boolean, sourceName: string | null): Plan {
  const targets = targetsOf(legs, inner);
  const source: readonly Column[] = sourceName === null ? [] : [{ name: sourceName, type: 'string' }];
  return {
    columns: [...source, ...targets.map(({ name, type }) => ({ name, type }))],
    run: () =>
      legs.flatMap(({ plan, name }) => {
        const places = targets.map(target =>
          plan.columns.findIndex(column => column.name === target.from && column.type === target.fromType),
        );
        const pick = (row: Cells) =>
          places.map((place, at) => (place < 0 ? emptyOf(targets[at]?.type ?? 'dynamic') : row[place]));
        const head = sourceName === null ? [] : [name];
        return plan.run().map(row => [...head, ...pick(row)]);
      }),
  };
}

function targetsOf(legs: readonly UnionLeg[], inner: boolean): readonly Target[] {
  const all = legs.flatMap(({ plan }) => plan.columns);
  const kept = inner
    ? all.filter(({ name }) => legs.every(({ plan }) => plan.columns.some(column => column.name === name)))
    : all;
  const distinct = [...new Map(kept.map(column => [keyOf([column.name, column.type]), column])).values()];
  const names = [...new Set(distinct.map(({ name }) => name))];
  const sorted = names.flatMap(name => distinct.filter(column => column.name === name));
  const typesOf = (name: string) => distinct.filter(column => column.name === name).length;
  const taken = new Set<string>();
  return sorted.map(({ name, type }) => {
    const wanted = typesOf(name) > 1 ? `${name}_${type}` : name;
    let free = wanted;
    for (let number = 1; taken.has(free); number += 1) free = `${wanted}${number}`;
    taken.add(free);
    return { name: free, type, from: name, fromType: type };
  });
}
