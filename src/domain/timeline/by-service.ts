/** Records in groups of one service each, in the order in which they came. */
export function byService<T extends { readonly service: string }>(
  records: Iterable<T>,
  keyOf: (record: T) => string,
): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const key = keyOf(record);
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}
