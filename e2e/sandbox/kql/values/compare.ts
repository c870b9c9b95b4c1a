/** Orders two values of one type that are not null: below 0, 0 or above 0. Strings by their code units. */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'bigint' && typeof right === 'bigint') return left < right ? -1 : left > right ? 1 : 0;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  return 0;
}

/** Text that is equal for equal values of the same types, and different for different ones. */
export function keyOf(values: readonly unknown[]): string {
  return canonical(values.map(value => (typeof value === 'bigint' ? String(value) : value)));
}

/** JSON with sorted keys: property bags are equal whatever their order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compareValues(a, b)))
      : part,
  );
}
