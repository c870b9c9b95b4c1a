import { invalidQuery, notInResourceGraph } from '../kql-error.ts';
import type { JoinKey } from '../syntax/ast.ts';
import { keyOf } from '../values/compare.ts';
import { type Cells, type Column, emptyOf, isNumeric } from '../values/type.ts';
import { type Plan, placeOf, type Stage } from './stage.ts';

const flavors = ['innerunique', 'inner', 'leftouter', 'fullouter', 'leftsemi', 'leftanti'];

/**
 * `join`: the left columns, then the right ones, renamed with a number where the name is taken (`id1`). A key that
 * is null matches nothing; an empty string is a key like any other.
 */
export function join(flavor: string, keys: readonly JoinKey[], left: readonly Column[], right: Plan): Stage {
  if (!flavors.includes(flavor)) throw notInResourceGraph(flavor);
  const places = keys.map(key => keyPlaces(key, left, right.columns));
  const leftKey = (row: Cells) =>
    keyAt(
      row,
      places.map(place => place.left),
    );
  const rightKey = (row: Cells) =>
    keyAt(
      row,
      places.map(place => place.right),
    );
  const oneSided = flavor === 'leftsemi' || flavor === 'leftanti';
  return {
    columns: oneSided ? left : joinedColumns(left, right.columns),
    apply: rows => {
      const rightRows = right.run();
      const matches = groupBy(rightRows, rightKey);
      const matchesOf = (row: Cells) => matches.get(leftKey(row) ?? '') ?? [];
      if (oneSided) return rows.filter(row => matchesOf(row).length > 0 === (flavor === 'leftsemi'));
      const lefts =
        flavor === 'innerunique'
          ? [...groupBy(rows, leftKey).values()].flatMap(group => group.slice(0, 1))
          : rows;
      const outer = flavor === 'leftouter' || flavor === 'fullouter';
      const blankRight = right.columns.map(({ type }) => emptyOf(type));
      const joined = lefts.flatMap(row => {
        const found = matchesOf(row);
        return (found.length === 0 && outer ? [blankRight] : found).map(match => [...row, ...match]);
      });
      if (flavor !== 'fullouter') return joined;
      const matched = new Set(rows.map(leftKey));
      const blankLeft = left.map(({ type }) => emptyOf(type));
      const unmatched = rightRows.filter(row => {
        const key = rightKey(row);
        return key === null || !matched.has(key);
      });
      return [...joined, ...unmatched.map(row => [...blankLeft, ...row])];
    },
  };
}

function keyPlaces(key: JoinKey, left: readonly Column[], right: readonly Column[]) {
  const places = { left: placeOf(left, key.left, key.at), right: placeOf(right, key.right, key.at) };
  const [a, b] = [left[places.left]?.type, right[places.right]?.type];
  if (a === undefined || b === undefined || a === 'dynamic' || b === 'dynamic') {
    throw invalidQuery(
      key.at,
      key.left,
      'A join key of the type dynamic is not allowed. Use an explicit cast.',
    );
  }
  if (a !== b && !(isNumeric(a) && isNumeric(b))) {
    throw invalidQuery(key.at, key.left, `Inconsistent data types for join keys: (${a}, ${b})`);
  }
  return places;
}

/** Null where a part of the key is. */
function keyAt(row: Cells, places: readonly number[]): string | null {
  const values = places.map(place => row[place]);
  return values.some(value => value === null || value === undefined) ? null : keyOf(values);
}

function groupBy(rows: readonly Cells[], key: (row: Cells) => string | null): Map<string, Cells[]> {
  const groups = new Map<string, Cells[]>();
  for (const row of rows) {
    const text = key(row);
    if (text === null) continue;
    const group = groups.get(text);
    if (group === undefined) groups.set(text, [row]);
    else group.push(row);
  }
  return groups;
}

function joinedColumns(left: readonly Column[], right: readonly Column[]): readonly Column[] {
  const taken = new Set([...left, ...right].map(({ name }) => name));
  const lefts = new Set(left.map(({ name }) => name));
  const renamed = right.map(column => {
    if (!lefts.has(column.name)) return column;
    let number = 1;
    while (taken.has(`${column.name}${number}`)) number += 1;
    const name = `${column.name}${number}`;
    taken.add(name);
    return { ...column, name };
  });
  return [...left, ...renamed];
}
